"""Making the lists of recommended people."""

from collections.abc import Iterable

from sqlalchemy import select, update

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import after_commit, db
from elmo_events.foundation.jobs import enqueue
from elmo_events.matchmaking.models import Matchmaking, Participation
from elmo_events.profiles.models import Profile

ALL = "matchmaking.suggest"
ONE = "matchmaking.suggest_one"


def ask_for_lists(event_id: int) -> None:
    """Something changed: have the event's lists made anew. Asking again while they wait changes nothing.

    Writes: when it was asked.
    """
    asked = db.session.execute(
        update(Matchmaking)
        .where(Matchmaking.event_id == event_id, Matchmaking.suggestions_asked_at.is_(None))
        .values(suggestions_asked_at=now())
    )
    if asked.rowcount:  # type: ignore[attr-defined]
        after_commit(lambda: enqueue(ALL, event_id))


def ask_for_own_list(participation: Participation) -> None:
    """Have one person's list filled at once; those of the others follow."""
    number = participation.id
    after_commit(lambda: enqueue(ONE, number))
    ask_for_lists(participation.event_id)


def ask_for_lists_of(profile: Profile) -> None:
    """A profile changed: in every event that it takes part in. Writes: when it was asked."""
    for event_id in _events_of(profile):
        ask_for_lists(event_id)


def _events_of(profile: Profile) -> Iterable[int]:
    """In one order for all, so that no two wait for each other."""
    return db.session.scalars(
        select(Participation.event_id)
        .where(Participation.profile_id == profile.id, Participation.left_at.is_(None))
        .order_by(Participation.event_id)
    ).all()
