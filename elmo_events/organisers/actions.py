"""What can be done with organisers, their members and their privacy notices."""

from typing import Any

from flask import render_template
from flask_babel import gettext as _

from elmo_events.accounts.actions import ask_for_password, invite, record
from elmo_events.accounts.models import Account
from elmo_events.accounts.queries import account_by_address
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, lock
from elmo_events.foundation.languages import in_language
from elmo_events.foundation.refusals import Refusal
from elmo_events.foundation.slugs import free_slug, slug_of
from elmo_events.organisers import emails, queries
from elmo_events.organisers.models import Membership, Organiser, PrivacyNotice
from elmo_events.organisers.rules import Role

LONGEST_SLUG = 50


def create_organiser(by: Account | None, **facts: Any) -> Organiser:
    """Facts are the columns of the organiser. Writes: the organiser, an audit entry."""
    organiser = Organiser(slug=_free_slug(facts["name"]), **facts)
    db.session.add(organiser)
    db.session.flush()
    record(by, "organiser created", ("organiser", organiser.id), organiser.id)
    return organiser


def change_organiser(organiser: Organiser, by: Account, **facts: Any) -> None:
    """Its address on the web stays, whatever the new name. Writes: the organiser, an audit entry."""
    changed = [name for name, fact in facts.items() if getattr(organiser, name) != fact]
    for name in changed:
        setattr(organiser, name, facts[name])
    if changed:
        record(by, "organiser changed", ("organiser", organiser.id), organiser.id, fields=changed)


def invite_member(
    organiser: Organiser, by: Account | None, *, email: str, name: str, language: str, role: Role
) -> Membership:
    """Let somebody work for an organiser; who has no account gets one.

    Refuses: the person works there already; the account is closed.
    Writes: the membership, the account if there is none, the e-mail, an audit entry.
    """
    lock(organiser)
    account = account_by_address(email)
    has_password = account is not None and not account.is_participant
    if account is None:
        account = invite(email, name, language, by)
    elif account.is_participant and account.closed_at is None:
        ask_for_password(account)
    if account.closed_at is not None:
        raise Refusal(_("This account is closed. Ask a network administrator."), field="email")
    if organiser.id in queries.roles_of(account):
        raise Refusal(_("This person is a member already."), field="email")
    membership = Membership(organiser=organiser, account=account, role=role)
    db.session.add(membership)
    db.session.flush()
    if has_password:
        emails.membership(membership)
    record(by, "member invited", ("account", account.id), organiser.id, role=str(role))
    return membership


def change_role(membership: Membership, role: Role, by: Account) -> None:
    """Refuses: the last manager. Writes: the membership, an audit entry."""
    lock(membership.organiser)
    if role != Role.MANAGER:
        _refuse_last_manager(membership)
    membership.role = role
    record(by, "role changed", ("account", membership.account_id), membership.organiser_id, role=str(role))


def remove_member(membership: Membership, by: Account) -> None:
    """The account stays, for other organisers. Refuses: the last manager. Writes: the membership, an audit entry."""
    lock(membership.organiser)
    _refuse_last_manager(membership)
    record(by, "member removed", ("account", membership.account_id), membership.organiser_id)
    db.session.delete(membership)


def publish_privacy_notice(organiser: Organiser, text: dict[str, str], by: Account | None) -> PrivacyNotice:
    """Publish a new version; older ones stay readable, since registrations were made under them.

    A text that equals the newest version changes nothing.
    Writes: the notice, an audit entry.
    """
    lock(organiser)
    newest = queries.newest_privacy_notice(organiser.id)
    if newest is not None and newest.text == text:
        return newest
    version = newest.version + 1 if newest else 1
    notice = PrivacyNotice(organiser_id=organiser.id, version=version, text=text, published_at=now())
    db.session.add(notice)
    record(by, "privacy notice published", ("organiser", organiser.id), organiser.id, version=version)
    return notice


def suggested_privacy_notice(organiser: Organiser) -> dict[str, str]:
    """A lawful start in three languages, with the organiser's own name and contact written in. Writes nothing."""
    return {
        code: render_template(
            f"organisers/privacy_notice/{code}.md", organiser=organiser, organiser_name=organiser.name_in(code)
        ).strip()
        for code in ("fi", "sv", "en")
    }


def _refuse_last_manager(membership: Membership) -> None:
    if [manager.id for manager in queries.managers_at(membership.organiser_id)] == [membership.id]:
        raise Refusal(_("An organisation needs at least one manager. Make somebody else a manager first."))


def _free_slug(name: dict[str, str]) -> str:
    wished = slug_of(in_language(name, "fi").text, LONGEST_SLUG) or "organiser"
    return free_slug(wished, lambda slug: queries.organiser_by_slug(slug) is not None)
