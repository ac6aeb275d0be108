"""Reads the published meeting-scheduling format (MiniZinc data).

Bofill, Coll, Garcia, Giráldez-Cru, Pesant, Suy, Villaret: "Constraint Solving Approaches to the
Business-to-Business Meeting Scheduling Problem", JAIR 74 (2022) 263-301. People, meetings and slots count
from 1 in the file. Every meeting must be held; breaks are counted over the whole day, lunch or not, and the
breaks of two people may differ by 2 at most.
"""

import re

from elmo_events.timetable.planner.problem import Goal, Location, Meeting, Person, Problem, Slot

MOST_UNEVEN_BREAKS = 2
MORNING, AFTERNOON = 1, 2


def read_dzn(text: str) -> Problem:
    """The problem in the text of a .dzn file. Raises ValueError with a sentence when it cannot be read."""
    text = re.sub(r"%[^\n]*", "", text)
    slot_count = _number(text, "nTotalSlots")
    unavailable = _slots_of_people(text, _number(text, "nBusiness"), slot_count)
    meetings = _meetings(text, slot_count)
    return Problem(
        people=tuple(Person(f"P{number}", slots) for number, slots in enumerate(unavailable, 1)),
        meetings=meetings,
        slots=tuple(Slot("day") for _ in range(slot_count)),
        locations=tuple(Location(f"T{number + 1}") for number in range(_number(text, "nTables"))),
        precedences=_precedences(text, len(meetings)),
        most_uneven_breaks=MOST_UNEVEN_BREAKS,
        goals=(Goal.BREAKS,),
    )


def _number(text: str, name: str) -> int:
    found = re.search(rf"\b{name}\s*=\s*(\d+)\s*;", text)
    if not found:
        raise ValueError(f"The file does not give {name}.")
    return int(found[1])


def _list(text: str, name: str) -> str | None:
    found = re.search(rf"\b{name}\s*=\s*\[\|?(.*?)\]\s*;", text, re.DOTALL)
    return found[1] if found else None


def _integers(text: str) -> list[int]:
    return [int(word) for word in re.findall(r"-?\d+", text)]


def _sets(text: str, name: str) -> list[set[int]]:
    """A list of sets, each written {1,2}, 1..3 or {}."""
    body = _list(text, name) or ""
    found: list[set[int]] = []
    for braces, first, last in re.findall(r"\{([^}]*)\}|(\d+)\s*\.\.\s*(\d+)", body):
        found.append(set(range(int(first), int(last) + 1)) if first else _members(braces))
    return found


def _members(text: str) -> set[int]:
    spans = re.findall(r"(\d+)\s*\.\.\s*(\d+)", text)
    plain = _integers(re.sub(r"\d+\s*\.\.\s*\d+", "", text))
    return set(plain).union(*(range(int(first), int(last) + 1) for first, last in spans))


def _slots_of_people(text: str, people: int, slot_count: int) -> list[frozenset[int]]:
    forbidden = _sets(text, "forbidden") or [set() for _ in range(people)]
    if len(forbidden) != people:
        raise ValueError("The list of forbidden slots is not as long as the list of people.")
    return [frozenset(slot - 1 for slot in slots if 0 < slot <= slot_count) for slots in forbidden]


def _meetings(text: str, slot_count: int) -> tuple[Meeting, ...]:
    numbers = _integers(_list(text, "requested") or "")
    count = _number(text, "nMeetings")
    fixed = _integers(_list(text, "fixed") or "") or [0] * count
    if len(numbers) != 3 * count or len(fixed) != count:
        raise ValueError("The list of meetings is not as long as the file says.")
    morning = frozenset(range(_number(text, "nMorningSlots")))
    allowed = {MORNING: morning, AFTERNOON: frozenset(range(slot_count)) - morning}
    rows = zip(numbers[::3], numbers[1::3], numbers[2::3], fixed, strict=True)
    return tuple(
        Meeting(
            (first - 1, second - 1),
            required=True,
            allowed_slots=allowed.get(session),
            pinned_slot=slot - 1 if slot else None,
        )
        for first, second, session, slot in rows
    )


def _precedences(text: str, meetings: int) -> tuple[tuple[int, int], ...]:
    earlier = _sets(text, "precedences")
    if earlier and len(earlier) != meetings:
        raise ValueError("The list of precedences is not as long as the list of meetings.")
    pairs = ((before, after) for after, numbers in enumerate(earlier) for before in sorted(numbers))
    return tuple((before - 1, after) for before, after in pairs if before)
