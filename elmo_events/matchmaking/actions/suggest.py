"""Asking for lists of recommended people, and keeping them. What stands in them is worked out in `queries.own_lists`."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import after_commit, db
from elmo_events.foundation.jobs import enqueue
from elmo_events.matchmaking.actions.seats import lock_meetings
from elmo_events.matchmaking.models import Matchmaking, Participation, Suggestion
from elmo_events.matchmaking.queries.participations import in_force
from elmo_events.matchmaking.score.reasons import Match
from elmo_events.profiles.models import Profile

ALL = "matchmaking.suggest"
ONE = "matchmaking.suggest_one"
REST = timedelta(minutes=1)


def ask_for_lists(event_id: int) -> None:
    """Something changed: have the event's lists made anew. Asking again while they wait asks for no second job.

    Writes: when it was asked.
    """
    matchmaking = db.session.get(Matchmaking, event_id, populate_existing=True)
    if matchmaking is None:
        return
    if matchmaking.suggestions_asked_at is None:
        after_commit(lambda: enqueue(ALL, event_id))
    matchmaking.suggestions_asked_at = now()
    db.session.flush()


def ask_for_own_list(participation: Participation) -> None:
    """Have one person's list filled at once; those of the others follow."""
    number = participation.id
    after_commit(lambda: enqueue(ONE, number))
    ask_for_lists(participation.event_id)


def ask_for_lists_of(profile: Profile) -> None:
    """A profile changed: in every event that it takes part in. Writes: when it was asked."""
    for event_id in _events_of(profile):
        ask_for_lists(event_id)


def may_begin(matchmaking: Matchmaking, moment: datetime) -> bool:
    """Lists of a large event take seconds: they rest between two times, and a change waits for the next."""
    made_at = matchmaking.suggestions_made_at
    is_waiting = matchmaking.is_on and matchmaking.suggestions_asked_at is not None
    return is_waiting and (made_at is None or made_at <= moment - REST)


def keep_lists(event_id: int, lists: Mapping[int, Sequence[Match]], asked_at: datetime | None) -> None:
    """Replace all lists of an event. `asked_at`: what had been asked for when they were begun; later wishes stay.

    Writes: the suggestions, and when they were made.
    """
    matchmaking = db.session.get_one(Matchmaking, event_id)
    lock_meetings(matchmaking)
    db.session.execute(delete(Suggestion).where(Suggestion.event_id == event_id))
    _insert(event_id, lists)
    if matchmaking.suggestions_asked_at == asked_at:
        matchmaking.suggestions_asked_at = None
    matchmaking.suggestions_made_at = now()


def keep_own_list(participation: Participation, matches: Sequence[Match]) -> None:
    """Replace one person's list. Writes: the suggestions."""
    lock_meetings(db.session.get_one(Matchmaking, participation.event_id))
    db.session.execute(delete(Suggestion).where(Suggestion.participation_id == participation.id))
    _insert(participation.event_id, {participation.id: matches})


def _insert(event_id: int, lists: Mapping[int, Sequence[Match]]) -> None:
    """Of those who still take part: somebody may have left while the lists were made."""
    here = set(
        db.session.scalars(in_force().where(Participation.event_id == event_id).with_only_columns(Participation.id))
    )
    moment = now()
    rows = [
        {
            "event_id": event_id,
            "participation_id": reader,
            "other_id": match.other,
            "position": position,
            "score": match.score,
            "few_facts": match.few_facts,
            "reasons": [reason.as_json() for reason in match.reasons],
            "made_at": moment,
        }
        for reader, matches in lists.items()
        if reader in here
        for position, match in enumerate(matches)
        if match.other in here
    ]
    if rows:
        db.session.execute(insert(Suggestion), rows)


def _events_of(profile: Profile) -> Iterable[int]:
    """In one order for all, so that no two wait for each other."""
    return db.session.scalars(
        select(Participation.event_id)
        .where(Participation.profile_id == profile.id, Participation.left_at.is_(None))
        .order_by(Participation.event_id)
    ).all()
