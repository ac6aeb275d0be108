"""Gives each meeting a location, slot by slot, so that people change tables as seldom as may be.

In each slot a meeting would like the table where one of its people sits already. Which meetings can have
their wish at once is a transversal matroid, so taking them by weight along augmenting paths is best for the
slot (Edmonds and Fulkerson 1965); over the whole day it is a good answer, not a proven one.
"""

from elmo_events.timetable.planner.answers import Timetable
from elmo_events.timetable.planner.problem import LocationKind, Meeting, Mode, Problem


def with_locations(problem: Problem, timetable: Timetable, kept: dict[int, int] | None = None) -> Timetable:
    """The same timetable with a location for each meeting that needs one; `kept` ones stay where they are.

    Raises ValueError when a slot holds more meetings than there are places.
    """
    given: list[int | None] = [None] * len(problem.meetings)
    held: list[list[int]] = [[] for _ in problem.slots]
    for meeting, at in enumerate(timetable.slots):
        if at is not None:
            held[at].append(meeting)
    booths = booths_by_host(problem)
    stay = _that_can_stay(problem, timetable, kept or {})
    here: dict[int, int] = {}  # where each person sat last, in this block
    for slot in range(len(problem.slots)):
        if slot and problem.slots[slot].block != problem.slots[slot - 1].block:
            here = {}
        fixed = {m: _fixed_place(problem.meetings[m], booths) for m in held[slot]}
        fixed |= {m: place for m, place in stay.items() if m in fixed}
        for meeting, place in _seat(problem, timetable, fixed, slot, here).items():
            given[meeting] = place
            for person in timetable.pairs[meeting] or ():
                here[person] = place
    return Timetable(timetable.slots, timetable.pairs, tuple(given))


def _seat(
    problem: Problem, timetable: Timetable, fixed: dict[int, int | None], slot: int, here: dict[int, int]
) -> dict[int, int]:
    """Meeting → location, for the meetings of one slot; `fixed` says which have no choice."""
    left = {number: p.capacity for number, p in enumerate(problem.locations) if slot not in p.closed}
    seated = {meeting: place for meeting, place in fixed.items() if place is not None}
    choosing = [meeting for meeting, place in fixed.items() if place is None]
    for place in seated.values():
        left[place] = left.get(place, 0) - 1
    for kind in (LocationKind.TABLE, LocationKind.VIDEO):
        rooms = {n: room for n, room in left.items() if problem.locations[n].kind is kind}
        seekers = [m for m in choosing if _kind(problem.meetings[m]) is kind]
        if kind is LocationKind.TABLE or any(place.kind is kind for place in problem.locations):
            wishes = {m: _wishes(timetable, m, rooms, here) for m in seekers}
            seated |= _Seating(rooms, wishes).seat()
    return seated


def _kind(meeting: Meeting) -> LocationKind:
    return LocationKind.VIDEO if meeting.mode is Mode.ONLINE else LocationKind.TABLE


def _that_can_stay(problem: Problem, timetable: Timetable, kept: dict[int, int]) -> dict[int, int]:
    """Those of the kept locations that are still open, and not pinned to somebody else."""
    pinned = {
        (timetable.slots[number], meeting.pinned_location)
        for number, meeting in enumerate(problem.meetings)
        if meeting.pinned_location is not None
    }
    return {
        meeting: place
        for meeting, place in kept.items()
        if timetable.slots[meeting] not in problem.locations[place].closed
        and (timetable.slots[meeting], place) not in pinned
    }


def booths_by_host(problem: Problem) -> dict[int, int]:
    """The first booth of each person who hosts one."""
    booths: dict[int, int] = {}
    for number, place in enumerate(problem.locations):
        if place.kind is LocationKind.BOOTH and place.host is not None:
            booths.setdefault(place.host, number)
    return booths


def _fixed_place(meeting: Meeting, booths: dict[int, int]) -> int | None:
    """The pinned location, or the booth of a host."""
    if meeting.pinned_location is not None or meeting.mode is Mode.ONLINE:
        return meeting.pinned_location
    return next((booths[person] for person in meeting.people if person in booths), None)


def _wishes(timetable: Timetable, meeting: int, rooms: dict[int, int], here: dict[int, int]) -> list[int]:
    """Where the two people sit now, once per person."""
    places = [here[person] for person in timetable.pairs[meeting] or () if person in here]
    return [place for place in places if rooms.get(place, 0) > 0]


class _Seating:
    """Augmenting paths (Berge 1957), breadth first; meetings with two people at one table come first."""

    def __init__(self, rooms: dict[int, int], wishes: dict[int, list[int]]) -> None:
        self.rooms, self.wishes = rooms, wishes
        self.at: dict[int, list[int]] = {place: [] for place in rooms}

    def seat(self) -> dict[int, int]:
        for meeting in sorted(self.wishes, key=lambda m: (len(set(self.wishes[m])) - len(self.wishes[m]), m)):
            self._augment(meeting)
        seated = {meeting: place for place, meetings in self.at.items() for meeting in meetings}
        free = [place for place, room in self.rooms.items() for _ in range(room - len(self.at[place]))]
        standing = [meeting for meeting in self.wishes if meeting not in seated]
        if len(standing) > len(free):
            raise ValueError("A slot holds more meetings than there are places.")
        return seated | dict(zip(standing, free, strict=False))

    def _augment(self, meeting: int) -> None:
        """Give a meeting one of its tables, sending others along to theirs."""
        came_from: dict[int, tuple[int, int | None]] = {}  # table → who would go there, and from which table
        queue = []
        for place in self.wishes[meeting]:
            if place not in came_from:
                came_from[place] = (meeting, None)
                queue.append(place)
        for place in queue:
            if len(self.at[place]) < self.rooms[place]:
                self._walk_back(place, came_from)
                return
            for other in self.at[place]:
                for further in self.wishes[other]:
                    if further not in came_from:
                        came_from[further] = (other, place)
                        queue.append(further)

    def _walk_back(self, place: int | None, came_from: dict[int, tuple[int, int | None]]) -> None:
        while place is not None:
            mover, origin = came_from[place]
            self.at[place].append(mover)
            if origin is not None:
                self.at[origin].remove(mover)
            place = origin
