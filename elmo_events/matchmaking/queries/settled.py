"""How does a timetable that was planned a minute ago fit what is there now?"""

from collections.abc import Mapping, Sequence

from elmo_events.matchmaking.queries.problem import Asked
from elmo_events.timetable.planner.answers import Timetable
from elmo_events.timetable.planner.deadline import Deadline
from elmo_events.timetable.planner.repair import repair

SECONDS = 3.0


def settled(asked: Asked, planned: Mapping[int, Sequence[int | None]]) -> Timetable:
    """The planned places (slot and table ids by meeting id), mended where they no longer fit; new meetings are put in where
    that moves few.
    """
    timetable = asked.timetable({meeting: _place(planned.get(meeting.id)) for meeting in asked.meetings})
    cleared = _clear_of_the_fixed(asked, timetable)
    new = [number for number, meeting in enumerate(asked.meetings) if meeting.id not in planned]
    return repair(asked.problem, cleared, new, deadline=Deadline(SECONDS)).timetable


def _place(planned: Sequence[int | None] | None) -> tuple[int | None, int | None]:
    return (planned[0], planned[1]) if planned else (None, None)


def _clear_of_the_fixed(asked: Asked, timetable: Timetable) -> Timetable:
    """Pinned meetings are where they are pinned; whatever is in their way waits for a place."""
    slots, places = list(timetable.slots), list(timetable.locations)
    fixed = {n: m.pinned_slot for n, m in enumerate(asked.problem.meetings) if m.pinned_slot is not None}
    people = {(person, slot) for n, slot in fixed.items() for person in asked.problem.meetings[n].people}
    tables = {(asked.problem.meetings[n].pinned_location, slot) for n, slot in fixed.items()}
    for number, meeting in enumerate(asked.problem.meetings):
        if number in fixed:
            slots[number], places[number] = fixed[number], meeting.pinned_location
            continue
        at = slots[number]
        if any((person, at) in people for person in meeting.people):
            slots[number], places[number] = None, None
        elif places[number] is not None and (places[number], at) in tables:
            places[number] = None
    pairs = (m.people if slot is not None else None for m, slot in zip(asked.problem.meetings, slots, strict=True))
    return Timetable(tuple(slots), tuple(pairs), tuple(places))
