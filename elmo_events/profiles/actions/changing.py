"""What follows from every change to a profile: it counts as confirmed, is found by its new words, and meetings hear of it."""

from elmo_events.foundation import search
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.profiles.models import Profile, Statement
from elmo_events.profiles.queries import directory
from elmo_events.profiles.queries.narrowing import STATEMENT
from elmo_events.profiles.rules import ABOUT
from elmo_events.profiles.signals import profile_changed


def note_change(profile: Profile) -> None:
    """Writes: when it changed, its search document, and whatever higher features make of it."""
    profile.changed_at = now()
    db.session.flush()
    make_findable(profile)
    profile_changed.send(profile)


def make_findable(profile: Profile) -> None:
    """Writes: the search documents of a profile and of what it offers and seeks. What its owner has closed is not found."""
    search.index(ABOUT, profile.id, *directory.search_texts_of(profile))
    for statement in profile.statements:
        _make_statement_findable(statement)


def make_unfindable(profile: Profile) -> None:
    """Writes: nothing of a profile is found any more."""
    search.forget(ABOUT, profile.id)
    for statement in profile.statements:
        search.forget(STATEMENT, statement.id)


@search.finds(ABOUT, directory.profile_ids)
def index_profile(number: int) -> None:
    """Writes: the search document of the profile with this id."""
    if profile := db.session.get(Profile, number):
        search.index(ABOUT, profile.id, *directory.search_texts_of(profile))


@search.finds(STATEMENT, directory.open_statement_ids)
def index_statement(number: int) -> None:
    """Writes: the search document of the offer or need with this id."""
    if statement := db.session.get(Statement, number):
        _make_statement_findable(statement)


def _make_statement_findable(statement: Statement) -> None:
    if statement.closed_at is None:
        search.index(STATEMENT, statement.id, *directory.search_texts_of_statement(statement))
    else:
        search.forget(STATEMENT, statement.id)
