"""What would be different with more tables, other slots or one more block? The same people and meetings, another problem."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from elmo_events.matchmaking.queries.problem import Asked
from elmo_events.timetable.models import Block
from elmo_events.timetable.planner.problem import Location, LocationKind, Meeting, Person, Problem, Slot
from elmo_events.timetable.rules import spans_of

Span = tuple[datetime, datetime]


class Alternative(NamedTuple):
    """`tables`: so many more, or fewer. `slot_minutes`: instead of each block's own. `extra_minutes`: of one more block."""

    tables: int = 0
    slot_minutes: int | None = None
    extra_starts_at: str | None = None  # ISO 8601; None: where the last block ends
    extra_minutes: int = 0

    @classmethod
    def read(cls, written: Mapping[str, object]) -> "Alternative":
        return cls(**{name: value for name, value in written.items() if name in cls._fields})  # type: ignore[arg-type]


def problem_with(asked: Asked, blocks: Sequence[Block], alternative: Alternative) -> Problem:
    """What people have been told counts for nothing here, so that alternatives are compared on equal terms."""
    problem = replace(asked.problem, published=None)
    if alternative.slot_minutes:
        problem = _with_slots(problem, _cut_anew(blocks, alternative.slot_minutes))
    if alternative.extra_minutes:
        problem = _with_block(problem, _extra(blocks, alternative))
    return _with_tables(problem, alternative.tables) if alternative.tables else problem


def _with_tables(problem: Problem, more: int) -> Problem:
    """Tables are alike here: pins keep their slot, not their table."""
    added = tuple(Location(f"+{number}") for number in range(1, more + 1))
    shared = [number for number, place in enumerate(problem.locations) if place.kind is LocationKind.TABLE]
    gone = set(shared[more:]) if more < 0 else set()
    left = tuple(place for number, place in enumerate(problem.locations) if number not in gone)
    meetings = tuple(replace(meeting, pinned_location=None) for meeting in problem.meetings)
    return replace(problem, meetings=meetings, locations=(*left, *added))


def _with_slots(problem: Problem, cut: Sequence[tuple[str, Span]]) -> Problem:
    """Who can't use a slot can't use one that overlaps it; pins are let go."""
    before = [_span(slot) for slot in problem.slots]
    overlaps = [frozenset(n for n, old in enumerate(before) if _overlap(span, old)) for _, span in cut]
    slots = tuple(Slot(block, start.isoformat(), end.isoformat()) for block, (start, end) in cut)

    def moved(person: Person) -> Person:
        lost = (number for number, old in enumerate(overlaps) if old & person.unavailable)
        return replace(person, unavailable=frozenset(lost))

    return replace(
        problem,
        slots=slots,
        people=tuple(map(moved, problem.people)),
        meetings=tuple(map(_let_go, problem.meetings)),
        locations=tuple(
            replace(place, closed=frozenset()) for place in problem.locations if not _is_shut(problem, place)
        ),
    )


def _span(slot: Slot) -> Span:
    return datetime.fromisoformat(slot.starts_at or ""), datetime.fromisoformat(slot.ends_at or "")


def _let_go(meeting: Meeting) -> Meeting:
    return replace(meeting, allowed_slots=None, pinned_slot=None, pinned_location=None)


def _is_shut(problem: Problem, place: Location) -> bool:
    """Closed tables that only hold what was pinned there."""
    return bool(place.closed) and len(place.closed) >= len(problem.slots) // 2


def _with_block(problem: Problem, spans: Sequence[Span]) -> Problem:
    """Everybody can use it."""
    count = len(problem.slots)
    new = frozenset(range(count, count + len(spans)))
    slots = tuple(Slot("extra", start.isoformat(), end.isoformat()) for start, end in spans)
    meetings = tuple(
        meeting if meeting.allowed_slots is None else replace(meeting, allowed_slots=meeting.allowed_slots | new)
        for meeting in problem.meetings
    )
    return replace(problem, slots=(*problem.slots, *slots), meetings=meetings)


def _cut_anew(blocks: Sequence[Block], minutes: int) -> list[tuple[str, Span]]:
    return [
        (str(block.id), span)
        for block in blocks
        for span in spans_of(block.starts_at, block.ends_at, minutes, block.pause_minutes)
    ]


def _extra(blocks: Sequence[Block], alternative: Alternative) -> list[Span]:
    last = max(blocks, key=lambda block: block.ends_at)
    start = datetime.fromisoformat(alternative.extra_starts_at) if alternative.extra_starts_at else last.ends_at
    length = alternative.slot_minutes or last.slot_minutes
    return list(spans_of(start, start + timedelta(minutes=alternative.extra_minutes), length, last.pause_minutes))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
