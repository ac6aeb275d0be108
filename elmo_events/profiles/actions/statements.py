"""Offers and needs: stated, changed, closed, opened again, deleted."""

from flask_babel import gettext as _

from elmo_events.foundation import search
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, lock
from elmo_events.foundation.refusals import Refusal
from elmo_events.network.models import Theme
from elmo_events.profiles.actions.changing import note_change
from elmo_events.profiles.models import Profile, Statement
from elmo_events.profiles.queries.narrowing import STATEMENT
from elmo_events.profiles.rules import MOST_OPEN_STATEMENTS, Direction, Wording


def add_statement(profile: Profile, direction: Direction, wording: Wording) -> Statement:
    """Refuses: no title; very many open ones already. Writes: the offer or need."""
    lock(profile)
    _refuse_one_too_many(profile)
    statement = Statement(direction=direction)
    _put(statement, wording)
    profile.statements.append(statement)
    note_change(profile)
    return statement


def change_statement(statement: Statement, wording: Wording) -> None:
    """Refuses: no title. Writes: the offer or need, which counts as confirmed."""
    _lock(statement)
    _put(statement, wording)
    note_change(statement.profile)


def close_statement(statement: Statement) -> None:
    """Take an offer or a need out of the view of others; its owner keeps it. Writes: the offer or need."""
    _lock(statement)
    statement.closed_at = statement.closed_at or now()
    statement.asked_at = None
    note_change(statement.profile)


def reopen_statement(statement: Statement) -> None:
    """Refuses: very many open ones already. Writes: the offer or need, which counts as confirmed."""
    _lock(statement)
    if statement.closed_at is None:
        return
    _refuse_one_too_many(statement.profile)
    statement.closed_at, statement.asked_at, statement.confirmed_at = None, None, now()
    note_change(statement.profile)


def delete_statement(statement: Statement) -> None:
    """Writes: the offer or need is gone. Requests that cited it stay, without it."""
    profile = statement.profile
    _lock(statement)
    search.forget(STATEMENT, statement.id)
    profile.statements.remove(statement)
    note_change(profile)


def _lock(statement: Statement) -> None:
    """Its profile first, as everything does that concerns one; then itself: somebody may have deleted it meanwhile."""
    lock(statement.profile)
    lock(statement)


def _put(statement: Statement, wording: Wording) -> None:
    if not any(wording.title.values()):
        raise Refusal(_("Write a title in at least one language."), field="title")
    statement.kind, statement.title, statement.text = wording.kind, dict(wording.title), dict(wording.text)
    statement.theme = db.session.get(Theme, wording.theme_id or 0)
    statement.confirmed_at, statement.asked_at = now(), None


def _refuse_one_too_many(profile: Profile) -> None:
    if sum(one.closed_at is None for one in profile.statements) >= MOST_OPEN_STATEMENTS:
        raise Refusal(_("You have very many open offers and needs. Close one first."))
