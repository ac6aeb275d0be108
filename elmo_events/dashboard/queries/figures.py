"""What did the meetings of an event, or of a year, come to?"""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute

from elmo_events.dashboard.queries.pairs import Pair, pairs_between, pairs_of, sides_of
from elmo_events.dashboard.rules import BOTH, NOBODY, Matrix, Took, at_least_five, matrix_of
from elmo_events.events.models import Event
from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Feedback, Meeting, MeetingRequest
from elmo_events.matchmaking.rules import NextStep, RequestState, Result
from elmo_events.network.queries import all_organisation_types, regions


class EventFigures(NamedTuple):
    """`requests`: by state. `useful`, `next_steps`, `results`: answers by what was answered; None: fewer than five people
    have answered. `new_ties`: pairs of organisations that first met here, None when these are fewer than five; `ties`: all
    pairs whose organisations are known.
    """

    joined: int
    requests: dict[RequestState, int]
    arranged: int
    with_meeting_share: float
    took: dict[Took, int]
    useful: dict[int, int] | None
    next_steps: dict[NextStep, int] | None
    results: dict[Result, int] | None
    ties: int
    new_ties: int | None

    @property
    def requested(self) -> int:
        return sum(self.requests.values())

    @property
    def answered(self) -> int:
        """Requests that got a “yes” or a “no”, or ran out."""
        states = (RequestState.ACCEPTED, RequestState.DECLINED, RequestState.EXPIRED)
        return sum(self.requests.get(state, 0) for state in states)


class EventRow(NamedTuple):
    event: Event
    arranged: int
    held: int | None
    regions: int


def event_figures(event: Event, pairs: list[Pair], earlier: list[Pair]) -> EventFigures:
    joined = len(sides_of(event))
    ties, known = ties_of(pairs), ties_of(earlier)
    return EventFigures(
        joined=joined,
        requests=_requests(event),
        arranged=len(pairs),
        with_meeting_share=_people_with_meeting(event) / joined if joined else 0.0,
        took=dict(Counter(pair.took for pair in pairs)),
        useful=_answers(event, Feedback.useful),
        next_steps=_answers(event, Feedback.next_step),
        results=_answers(event, Feedback.result),
        ties=len(ties),
        new_ties=at_least_five(len(ties - known)),
    )


def ties_of(pairs: Iterable[Pair]) -> set[frozenset[int]]:
    """Pairs of different organisations that met, where both are known."""
    both = (frozenset(side.organisation for side in pair.sides if side.organisation is not None) for pair in pairs)
    return {tie for tie in both if len(tie) == BOTH}


def region_matrix(pairs: Iterable[Pair]) -> Matrix:
    keys = [region.code for region in regions()]
    return matrix_of(((pair.sides[0].region, pair.sides[1].region) for pair in pairs), keys)


def type_matrix(pairs: Iterable[Pair]) -> Matrix:
    """Only the types that somebody had: there are many."""
    pairs = list(pairs)
    met = {side.kind for pair in pairs for side in pair.sides} - {NOBODY}
    keys = [kind.slug for kind in all_organisation_types() if kind.slug in met]
    return matrix_of(((pair.sides[0].kind, pair.sides[1].kind) for pair in pairs), keys)


def event_rows(since: datetime, until: datetime, pairs: Iterable[Pair]) -> list[EventRow]:
    """Events of this time that had meetings, newest first."""
    by_event: dict[int, list[Pair]] = {}
    for pair in pairs:
        by_event.setdefault(pair.event_id, []).append(pair)
    events = db.session.scalars(
        select(Event).where(Event.id.in_(by_event), Event.starts_at >= since, Event.starts_at < until)
    )
    rows = [_row(event, by_event[event.id]) for event in events]
    return sorted(rows, key=lambda row: row.event.starts_at, reverse=True)


def years() -> list[int]:
    """Years in which an event had meetings, newest first."""
    moments = db.session.scalars(
        select(Event.starts_at).where(
            Event.id.in_(select(Meeting.event_id).where(Meeting.published_slot_id.is_not(None)))
        )
    )
    return sorted({moment.year for moment in moments}, reverse=True)


def earlier_pairs(event: Event, since: datetime) -> list[Pair]:
    return [pair for pair in pairs_between(since, event.starts_at) if pair.event_id != event.id]


def _row(event: Event, pairs: list[Pair]) -> EventRow:
    known = [pair for pair in pairs if pair.took != Took.UNKNOWN]
    held = sum(pair.took == Took.HELD for pair in known)
    met = {side.region for pair in pairs for side in pair.sides} - {NOBODY}
    return EventRow(event, len(pairs), held if known else None, len(met))


def _requests(event: Event) -> dict[RequestState, int]:
    rows = db.session.execute(
        select(MeetingRequest.state, func.count())
        .where(MeetingRequest.event_id == event.id)
        .group_by(MeetingRequest.state)
    ).all()
    return {RequestState(state): number for state, number in rows}


def _people_with_meeting(event: Event) -> int:
    rows = db.session.execute(
        select(Meeting.first_id, Meeting.second_id).where(
            Meeting.event_id == event.id, Meeting.published_slot_id.is_not(None)
        )
    )
    return len({number for row in rows for number in row})


def _answers(event: Event, column: InstrumentedAttribute[Any]) -> dict[Any, int] | None:
    rows = db.session.execute(
        select(column, func.count())
        .select_from(Feedback)
        .join(Meeting, Meeting.id == Feedback.meeting_id)
        .where(Meeting.event_id == event.id, column.is_not(None))
        .group_by(column)
    ).all()
    answers: dict[Any, int] = dict(rows)
    return answers if at_least_five(sum(answers.values())) else None


__all__ = [
    "EventFigures", "EventRow", "earlier_pairs", "event_figures", "event_rows", "pairs_between", "pairs_of", "region_matrix",
    "ties_of", "type_matrix", "years",
]  # fmt: skip
