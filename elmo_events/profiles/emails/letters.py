"""How each letter reads, composed when it is sent; nothing goes out that has been answered or is gone."""

from flask import url_for
from flask_babel import gettext as _

from elmo_events.accounts.queries import entry_url
from elmo_events.foundation import dates
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.foundation.languages import current_language
from elmo_events.mail.letters import Letter, letter, render
from elmo_events.mail.models import Message
from elmo_events.profiles.emails import STILL_OPEN, WARNING
from elmo_events.profiles.labels import DIRECTION_LABELS
from elmo_events.profiles.models import Profile, Statement
from elmo_events.profiles.queries.asking import is_idle
from elmo_events.profiles.rules import WARNED_BEFORE


@letter(STILL_OPEN)
def compose_still_open(message: Message) -> Letter | None:
    profile = _profile(message)
    asked = [one for one in profile.statements if one.asked_at and one.closed_at is None] if profile else []
    if profile is None or not (asked or profile.asked_at):
        return None
    return _composed(
        profile,
        "still_open",
        _("Is your profile still right?"),
        stated=_stated(asked),
        asks_details=profile.asked_at is not None,
    )


@letter(WARNING)
def compose_warning(message: Message) -> Letter | None:
    profile = _profile(message)
    if profile is None or profile.warned_at is None or not is_idle(profile, now()):
        return None
    day = dates.date_text(profile.warned_at + WARNED_BEFORE, current_language())
    return _composed(profile, "warning", _("Your profile will be erased on %(day)s", day=day), day=day)


def _profile(message: Message) -> Profile | None:
    profile = db.session.get(Profile, message.about_id)
    is_theirs = profile is not None and profile.account.email == message.to_address
    return profile if is_theirs and profile and profile.account.closed_at is None else None


def _stated(asked: list[Statement]) -> list[tuple[str, str]]:
    return [(str(DIRECTION_LABELS[one.direction]), one.title_in(current_language()).text) for one in asked]


def _composed(profile: Profile, template: str, subject: str, **context: object) -> Letter:
    language = current_language()
    url = entry_url(profile.account.email, language, url_for("profiles.still_open", language=language))
    text, html = render(f"profiles/emails/{template}", subject, profile=profile, url=url, **context)
    return Letter(subject, text, html)
