"""“Still open?”: what has stood for a year is asked about, and closed when nobody answers. Who stays away is warned."""

from datetime import datetime

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, lock
from elmo_events.profiles import emails
from elmo_events.profiles.actions.changing import note_change
from elmo_events.profiles.models import Profile, Statement
from elmo_events.profiles.queries import asking
from elmo_events.profiles.rules import ANSWERED_WITHIN


def confirm_statement(statement: Statement) -> None:
    """Its owner says that it is still open. Writes: the offer or need; the profile is not idle."""
    lock(statement.profile)
    statement.confirmed_at, statement.asked_at = now(), None
    statement.profile.warned_at = None


def confirm_details(profile: Profile) -> None:
    """Its owner says that their details are right. Writes: the profile."""
    lock(profile)
    profile.confirmed_at, profile.asked_at, profile.warned_at = now(), None, None


def confirm_all(profile: Profile) -> None:
    """Writes: the details and every open offer and need are confirmed."""
    confirm_details(profile)
    for statement in profile.statements:
        if statement.closed_at is None:
            statement.confirmed_at, statement.asked_at = now(), None


def ask_whether_still_open(profile_id: int, moment: datetime) -> bool:
    """Ask in one letter about all that is due, or nearly. Who hasn't been here for a year is warned instead (`warn`).

    Writes: the e-mail, and that we have asked. Returns whether it did.
    """
    profile = _locked(profile_id)
    if profile is None or profile.id not in asking.to_be_asked(moment) or asking.is_idle(profile, moment):
        return False
    for statement in asking.statements_in_question(profile, moment):
        statement.asked_at = statement.asked_at or moment
    if asking.are_details_in_question(profile, moment):
        profile.asked_at = profile.asked_at or moment
    emails.still_open(profile, moment)
    return True


def close_unanswered(profile_id: int, moment: datetime) -> int:
    """Writes: offers and needs that we asked about a month ago, without an answer, are closed. Returns how many."""
    profile = _locked(profile_id)
    silent = [one for one in profile.statements if _is_unanswered(one, moment)] if profile else []
    for statement in silent:
        statement.closed_at, statement.asked_at = moment, None
    if profile and silent:
        note_change(profile)
    return len(silent)


def warn(profile_id: int, moment: datetime) -> bool:
    """Tell somebody who has stayed away for a year that their profile will be erased in a month.

    Writes: the e-mail, that we have warned, and that we have asked about all that stands there. Returns whether it did.
    """
    profile = _locked(profile_id)
    if profile is None or profile.id not in asking.to_be_warned(moment):
        return False
    profile.warned_at = moment
    for statement in profile.statements:
        if statement.closed_at is None:
            statement.asked_at = statement.asked_at or moment
    emails.warning(profile, moment)
    return True


def take_back_warning(profile_id: int, moment: datetime) -> None:
    """Who was warned has come back. Writes: the profile is not to be erased."""
    profile = _locked(profile_id)
    if profile is not None and not asking.is_idle(profile, moment):
        profile.warned_at = None


def _is_unanswered(statement: Statement, moment: datetime) -> bool:
    asked_at = statement.asked_at
    return statement.closed_at is None and asked_at is not None and asked_at <= moment - ANSWERED_WITHIN


def _locked(profile_id: int) -> Profile | None:
    profile = db.session.get(Profile, profile_id)
    if profile is not None:
        lock(profile)
    return profile
