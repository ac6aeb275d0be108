"""Checks a timetable against the problem, sharing no code with what made it.

It reads the problem afresh, rule by rule, so that a mistake in the solver's model cannot hide here too.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from elmo_events.timetable.planner.answers import Timetable
from elmo_events.timetable.planner.problem import LocationKind, Meeting, Mode, Problem


class Rule(StrEnum):
    SHAPE = "shape"
    MISSING = "missing"
    WRONG_PEOPLE = "wrong-people"
    NOT_ALLOWED_TO_MEET = "not-allowed-to-meet"
    DOUBLE_PERSON = "double-person"
    UNAVAILABLE = "unavailable"
    SLOT_NOT_ALLOWED = "slot-not-allowed"
    BROKEN_PIN = "broken-pin"
    WRONG_LOCATION = "wrong-location"
    LOCATION_CLOSED = "location-closed"
    DOUBLE_LOCATION = "double-location"
    CAPACITY = "capacity"
    PRECEDENCE = "precedence"
    TOO_MANY = "too-many"
    TOO_FEW = "too-few"
    IN_A_ROW = "in-a-row"
    UNEVEN_BREAKS = "uneven-breaks"


@dataclass(frozen=True, slots=True)
class Violation:
    rule: Rule
    sentence: str


@dataclass(frozen=True, slots=True)
class _Held:
    """One meeting that takes place."""

    number: int
    meeting: Meeting
    slot: int
    pair: tuple[int, int]
    location: int | None


def violations(problem: Problem, timetable: Timetable) -> list[Violation]:
    """Everything that is wrong with a timetable; an empty list means that it may be published."""
    if misshapen := list(_shape(problem, timetable)):
        return misshapen
    held = [
        _Held(number, meeting, slot, pair, location)
        for number, (meeting, slot, pair, location) in enumerate(
            zip(problem.meetings, timetable.slots, timetable.pairs, timetable.locations, strict=True), 1
        )
        if slot is not None and pair is not None
    ]
    found = [*_missing(problem, timetable)]
    houses = _Houses(problem)
    for one in held:
        found += [*_people(problem, one), *_slot(problem, one), *_location(problem, one, houses)]
    checks = (_double_people, _locations, _video_rooms, _precedences, _loads, _rows, _breaks)
    return found + [violation for check in checks for violation in check(problem, held)]


def _shape(problem: Problem, timetable: Timetable) -> Iterator[Violation]:
    count = len(problem.meetings)
    if {len(timetable.slots), len(timetable.pairs), len(timetable.locations)} != {count}:
        yield Violation(Rule.SHAPE, f"The timetable does not speak of {count} meetings.")
        return
    for number, (slot, pair, location) in enumerate(
        zip(timetable.slots, timetable.pairs, timetable.locations, strict=True), 1
    ):
        if (slot is None) != (pair is None) or (slot is None and location is not None):
            yield Violation(Rule.SHAPE, f"Meeting {number} is only half in the timetable.")
        if slot is not None and not 0 <= slot < len(problem.slots):
            yield Violation(Rule.SHAPE, f"Meeting {number} is in a slot that does not exist.")
        if location is not None and not 0 <= location < len(problem.locations):
            yield Violation(Rule.SHAPE, f"Meeting {number} is at a location that does not exist.")
        if pair is not None and not all(0 <= person < len(problem.people) for person in pair):
            yield Violation(Rule.SHAPE, f"Meeting {number} is held by a person who does not exist.")


def _missing(problem: Problem, timetable: Timetable) -> Iterator[Violation]:
    for number, (meeting, slot) in enumerate(zip(problem.meetings, timetable.slots, strict=True), 1):
        if slot is None and (meeting.required or meeting.pinned_slot is not None):
            rule = Rule.MISSING if meeting.pinned_slot is None else Rule.BROKEN_PIN
            yield Violation(rule, f"Meeting {number} must be held and has no slot.")


def _people(problem: Problem, one: _Held) -> Iterator[Violation]:
    for asked, present in zip(one.meeting.people, one.pair, strict=True):
        team = problem.people[asked].team
        mate = one.meeting.team_may_stand_in and team is not None and problem.people[present].team == team
        if present != asked and not mate:
            yield Violation(Rule.WRONG_PEOPLE, f"Meeting {one.number} is held by the wrong person.")
    first, second = one.pair
    kinds = [problem.people[person].kind for person in one.pair]
    forbidden = first == second or frozenset(one.pair) in problem.forbidden_pairs
    if problem.may_meet is not None and None not in kinds:
        forbidden = forbidden or frozenset(kind for kind in kinds if kind) not in problem.may_meet
    if forbidden:
        yield Violation(Rule.NOT_ALLOWED_TO_MEET, f"The people of meeting {one.number} may not meet.")


def _slot(problem: Problem, one: _Held) -> Iterator[Violation]:
    for person in one.pair:
        if one.slot in problem.people[person].unavailable:
            name = problem.people[person].name
            yield Violation(Rule.UNAVAILABLE, f"{name} is unavailable in slot {one.slot + 1}.")
    if one.meeting.allowed_slots is not None and one.slot not in one.meeting.allowed_slots:
        yield Violation(Rule.SLOT_NOT_ALLOWED, f"Meeting {one.number} may not be in slot {one.slot + 1}.")
    if one.meeting.pinned_slot not in (None, one.slot):
        yield Violation(Rule.BROKEN_PIN, f"Meeting {one.number} has left the slot it was pinned to.")


class _Houses:
    """The booths of each host, and whether there are video rooms."""

    def __init__(self, problem: Problem) -> None:
        self.have_video = any(place.kind is LocationKind.VIDEO for place in problem.locations)
        self.booths: dict[int, list[int]] = defaultdict(list)
        for number, place in enumerate(problem.locations):
            if place.kind is LocationKind.BOOTH and place.host is not None:
                self.booths[place.host].append(number)

    def booths_for(self, one: _Held) -> list[int]:
        """The booths of the people asked, unless they meet online only."""
        if one.meeting.mode is Mode.ONLINE:
            return []
        return [booth for person in one.meeting.people for booth in self.booths.get(person, ())]


def _location(problem: Problem, one: _Held, houses: _Houses) -> Iterator[Violation]:
    if one.meeting.pinned_location not in (None, one.location):
        yield Violation(Rule.BROKEN_PIN, f"Meeting {one.number} has left the location it was pinned to.")
    online = one.meeting.mode is Mode.ONLINE
    if one.location is None:
        if not online or houses.have_video:
            yield Violation(Rule.WRONG_LOCATION, f"Meeting {one.number} has no location.")
        return
    place = problem.locations[one.location]
    if one.slot in place.closed:
        yield Violation(Rule.LOCATION_CLOSED, f"{place.name} is closed in slot {one.slot + 1}.")
    if one.meeting.pinned_location is not None:
        return
    booths = houses.booths_for(one)
    wanted = LocationKind.VIDEO if online else LocationKind.TABLE
    if one.location not in booths if booths else place.kind is not wanted:
        yield Violation(Rule.WRONG_LOCATION, f"Meeting {one.number} cannot be held at {place.name}.")


def _double_people(problem: Problem, held: list[_Held]) -> Iterator[Violation]:
    taken = Counter((person, one.slot) for one in held for person in one.pair)
    for (person, slot), times in taken.items():
        if times > 1:
            name = problem.people[person].name
            yield Violation(Rule.DOUBLE_PERSON, f"{name} has {times} meetings in slot {slot + 1}.")


def _locations(problem: Problem, held: list[_Held]) -> Iterator[Violation]:
    taken = Counter((one.location, one.slot) for one in held if one.location is not None)
    for (number, slot), times in taken.items():
        place = problem.locations[number]
        if times > place.capacity:
            rule = Rule.DOUBLE_LOCATION if place.capacity == 1 else Rule.CAPACITY
            yield Violation(rule, f"{place.name} has {times} meetings in slot {slot + 1}.")


def _video_rooms(problem: Problem, held: list[_Held]) -> Iterator[Violation]:
    """Online and hybrid meetings together need no more video rooms than are open."""
    rooms = [place for place in problem.locations if place.kind is LocationKind.VIDEO]
    needed = Counter(one.slot for one in held if one.meeting.mode is not Mode.ON_SITE)
    for slot, times in needed.items():
        open_rooms = sum(place.capacity for place in rooms if slot not in place.closed)
        if rooms and times > open_rooms:
            sentence = f"Slot {slot + 1} needs {times} video rooms, {open_rooms} are open."
            yield Violation(Rule.CAPACITY, sentence)


def _precedences(problem: Problem, held: list[_Held]) -> Iterator[Violation]:
    slots = {one.number - 1: one.slot for one in held}
    for earlier, later in problem.precedences:
        if earlier in slots and later in slots and slots[earlier] >= slots[later]:
            yield Violation(Rule.PRECEDENCE, f"Meeting {earlier + 1} must be before meeting {later + 1}.")


def _slots_by_person(held: list[_Held]) -> dict[int, set[int]]:
    slots: dict[int, set[int]] = defaultdict(set)
    for one in held:
        for person in one.pair:
            slots[person].add(one.slot)
    return slots


def _loads(problem: Problem, held: list[_Held]) -> Iterator[Violation]:
    load = Counter(person for one in held for person in one.pair)
    for number, person in enumerate(problem.people):
        if person.most_meetings is not None and load[number] > person.most_meetings:
            yield Violation(Rule.TOO_MANY, f"{person.name} has {load[number]} meetings, too many.")
        if load[number] < person.least_meetings:
            yield Violation(Rule.TOO_FEW, f"{person.name} has {load[number]} meetings, too few.")


def _rows(problem: Problem, held: list[_Held]) -> Iterator[Violation]:
    slots_of = _slots_by_person(held)
    for number, person in enumerate(problem.people):
        row = 0
        for slot, at in enumerate(problem.slots):
            new_block = slot > 0 and problem.slots[slot - 1].block != at.block
            row = (0 if new_block else row) + 1 if slot in slots_of[number] else 0
            if person.most_in_a_row is not None and row == person.most_in_a_row + 1:
                yield Violation(Rule.IN_A_ROW, f"{person.name} has {row} meetings in a row.")


def _breaks(problem: Problem, held: list[_Held]) -> Iterator[Violation]:
    if problem.most_uneven_breaks is None or not problem.people:
        return
    slots_of = _slots_by_person(held)
    counts = [_count_breaks(problem, slots_of[number]) for number in range(len(problem.people))]
    if max(counts) - min(counts) > problem.most_uneven_breaks:
        yield Violation(Rule.UNEVEN_BREAKS, f"Breaks range from {min(counts)} to {max(counts)} a person.")


def _count_breaks(problem: Problem, slots: set[int]) -> int:
    seen_in: set[str] = set()
    breaks = 0
    for slot, at in enumerate(problem.slots):
        before = slot > 0 and slot - 1 in slots and problem.slots[slot - 1].block == at.block
        if slot in slots and not before:
            breaks += at.block in seen_in
            seen_in.add(at.block)
    return breaks
