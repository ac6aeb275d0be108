"""What profiles tell of their owners, for them to take along."""

import base64
from datetime import datetime
from typing import Any

from elmo_events.mail.queries import messages_about
from elmo_events.profiles.models import Profile, Statement
from elmo_events.profiles.queries.own import avoidances, tells
from elmo_events.profiles.queries.pictures import picture_of
from elmo_events.profiles.rules import ABOUT


@tells("account")
def account_of(profile: Profile) -> dict[str, Any]:
    account = profile.account
    return {
        "email": account.email,
        "name": account.name,
        "language": account.language,
        "created_at": account.created_at.isoformat(),
        "last_sign_in_at": _moment(account.last_sign_in_at),
    }


@tells("profile")
def details_of(profile: Profile) -> dict[str, Any]:
    plain = ("first_name", "last_name", "job_title", "organisation", "region_code", "country", "expertise", "languages",
             "visibility", "may_be_recommended")  # fmt: skip
    kind, known = profile.organisation_type, profile.known_organisation
    return {
        **{name: getattr(profile, name) for name in plain},
        "known_organisation": known.name if known else None,
        "organisation_type": kind.name if kind else None,
        "region": profile.region.name if profile.region else None,
        "themes": [theme.name for theme in profile.themes],
        **{
            name: _moment(getattr(profile, name))
            for name in ("created_at", "changed_at", "confirmed_at", "asked_at", "warned_at")
        },
    }


@tells("picture")
def picture_in_text(profile: Profile) -> dict[str, str] | None:
    picture = picture_of(profile)
    if picture is None:
        return None
    return {"type": "image/webp", "base64": base64.b64encode(picture.content).decode()}


@tells("offers_and_needs")
def statements_of(profile: Profile) -> list[dict[str, Any]]:
    return [_statement(statement) for statement in profile.statements]


@tells("not_to_be_met")
def avoidances_of(profile: Profile) -> list[dict[str, Any]]:
    return [
        {
            "person": one.avoided_profile.name if one.avoided_profile else None,
            "organisation": one.avoided_organisation.name if one.avoided_organisation else None,
            "since": one.created_at.isoformat(),
        }
        for one in avoidances(profile)
    ]


@tells("emails")
def emails_to(profile: Profile) -> list[dict[str, Any]]:
    return [
        {"kind": message.kind, "state": message.state, "sent_at": _moment(message.sent_at)}
        for message in messages_about(ABOUT, profile.id)
    ]


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "direction": statement.direction,
        "kind": statement.kind,
        "theme": statement.theme.name if statement.theme else None,
        "title": statement.title,
        "text": statement.text,
        **{name: _moment(getattr(statement, name)) for name in ("created_at", "confirmed_at", "asked_at", "closed_at")},
    }


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
