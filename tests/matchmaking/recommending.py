"""Lists of recommended people: have them made, and read whom they name."""

from sqlalchemy import select

from elmo_events.events.models import Event
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.jobs import run_queued
from elmo_events.matchmaking.actions.suggest import ask_for_lists
from elmo_events.matchmaking.jobs.suggestions import make_lists_that_wait
from elmo_events.matchmaking.models import Matchmaking, Participation, Suggestion
from elmo_events.matchmaking.queries.scored import recommended
from tests.matchmaking.people_who_meet import START

LIST = f"{START}/recommended"


def make(event: Event) -> None:
    with transaction():
        db.session.get_one(Matchmaking, event.id).suggestions_made_at = None
        ask_for_lists(event.id)
    run_queued()
    make_lists_that_wait()
    db.session.rollback()


def list_of(reader: Participation) -> list[str]:
    db.session.rollback()
    return [one.other.profile.first_name for one in recommended(reader)]


def rows_of(reader: Participation) -> list[int]:
    db.session.rollback()
    return list(db.session.scalars(select(Suggestion.other_id).where(Suggestion.participation_id == reader.id)))
