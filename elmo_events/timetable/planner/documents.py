"""Our own JSON: a problem in, a timetable out. People and locations go by name, slots and meetings from 1.

{"slots": [{"block": "am", "starts_at": "…", "ends_at": "…"}, …],
 "people": [{"name": "Aino", "unavailable": [3], "most_meetings": 8, "least_meetings": 0, "most_in_a_row": 5,
             "team": "Lapland UAS", "kind": "research"}, …],
 "locations": [{"name": "Table 1", "kind": "table", "host": "Aino", "closed": [1], "capacity": 1}, …],
 "meetings": [{"people": ["Aino", "Bo"], "weight": 3, "required": false, "state": "mutual", "mode": "on-site",
               "allowed_slots": [1, 2], "pinned_slot": 1, "pinned_location": "Table 1",
               "team_may_stand_in": false}, …],
 "precedences": [[1, 2]], "forbidden_pairs": [["Aino", "Bo"]], "may_meet": [["research", "company"]],
 "most_uneven_breaks": 2, "published": [1, null], "goals": ["weight", "breaks"]}
Only "slots", "people" and "meetings" (with "people") must be there.
"""

import json
from typing import Any

from elmo_events.timetable.planner.answers import Outcome
from elmo_events.timetable.planner.english import english
from elmo_events.timetable.planner.problem import (
    ALL_GOALS,
    Goal,
    Location,
    LocationKind,
    Meeting,
    Mode,
    Person,
    Problem,
    Slot,
    State,
)

Document = dict[str, Any]


def problem_from_json(text: str) -> Problem:
    """Raises ValueError or KeyError with what is wrong."""
    document = json.loads(text)
    if not isinstance(document, dict):
        raise ValueError("The document is not an object.")  # noqa: TRY004  the caller is promised it
    names = _Names(document)
    return Problem(
        people=tuple(map(_person, document["people"])),
        meetings=tuple(names.meeting(row) for row in document["meetings"]),
        slots=tuple(Slot(row["block"], row.get("starts_at"), row.get("ends_at")) for row in document["slots"]),
        locations=tuple(names.location(row) for row in document.get("locations", [])),
        precedences=tuple((a - 1, b - 1) for a, b in document.get("precedences", [])),
        forbidden_pairs=frozenset(names.pair(row) for row in document.get("forbidden_pairs", [])),
        may_meet=_kinds(document.get("may_meet")),
        most_uneven_breaks=document.get("most_uneven_breaks"),
        published=_published(document.get("published")),
        goals=tuple(Goal(goal) for goal in document.get("goals", ALL_GOALS)),
    )


def _slot(number: int | None) -> int | None:
    return None if number is None else number - 1


def _slots(numbers: list[int]) -> frozenset[int]:
    return frozenset(number - 1 for number in numbers)


def _kinds(rows: list[list[str]] | None) -> frozenset[frozenset[str]] | None:
    return None if rows is None else frozenset(map(frozenset, rows))


def _published(slots: list[int | None] | None) -> tuple[int | None, ...] | None:
    return None if slots is None else tuple(map(_slot, slots))


def _person(row: Document) -> Person:
    return Person(
        name=row["name"],
        unavailable=_slots(row.get("unavailable", [])),
        most_meetings=row.get("most_meetings"),
        least_meetings=row.get("least_meetings", 0),
        most_in_a_row=row.get("most_in_a_row"),
        team=row.get("team"),
        kind=row.get("kind"),
    )


class _Names:
    """Finds people and locations by their names."""

    def __init__(self, document: Document) -> None:
        self.people = _numbered(document["people"], "person")
        self.locations = _numbered(document.get("locations", []), "location")

    def pair(self, names: list[str]) -> frozenset[int]:
        return frozenset(self._find(self.people, name) for name in names)

    def meeting(self, row: Document) -> Meeting:
        first, second = (self._find(self.people, name) for name in row["people"])
        allowed, place = row.get("allowed_slots"), row.get("pinned_location")
        return Meeting(
            people=(first, second),
            weight=row.get("weight", 1),
            required=row.get("required", False),
            state=State(row.get("state", State.MUTUAL)),
            mode=Mode(row.get("mode", Mode.ON_SITE)),
            allowed_slots=None if allowed is None else _slots(allowed),
            pinned_slot=_slot(row.get("pinned_slot")),
            pinned_location=None if place is None else self._find(self.locations, place),
            team_may_stand_in=row.get("team_may_stand_in", False),
        )

    def location(self, row: Document) -> Location:
        host = row.get("host")
        return Location(
            name=row["name"],
            kind=LocationKind(row.get("kind", LocationKind.TABLE)),
            host=None if host is None else self._find(self.people, host),
            closed=_slots(row.get("closed", [])),
            capacity=row.get("capacity", 1),
        )

    @staticmethod
    def _find(numbers: dict[str, int], name: str) -> int:
        if name not in numbers:
            raise ValueError(f"Nobody and nothing is called {name}.")
        return numbers[name]


def _numbered(rows: list[Document], kind: str) -> dict[str, int]:
    numbers = {row["name"]: number for number, row in enumerate(rows)}
    if len(numbers) != len(rows):
        raise ValueError(f"The name of a {kind} is used twice.")
    return numbers


def timetable_to_json(problem: Problem, outcome: Outcome) -> str:
    """The timetable with names, its figures and its certificate."""
    numbers = outcome.figures
    document = {
        "status": outcome.status.value,
        "seconds": round(outcome.seconds, 3),
        "certificate": [english(problem, saying) for saying in outcome.certificate.sayings],
        "breaks_bound": outcome.certificate.breaks_bound,
        "weight_bound": outcome.certificate.weight_bound,
        "reasons": [english(problem, saying) for saying in outcome.reasons],
        "figures": None if numbers is None else {name: getattr(numbers, name) for name in numbers.__slots__},
        "meetings": _held(problem, outcome),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _held(problem: Problem, outcome: Outcome) -> list[Document]:
    if outcome.timetable is None:
        return []
    table = outcome.timetable
    rows = zip(table.slots, table.pairs, table.locations, strict=True)
    return [
        {
            "meeting": number,
            "slot": slot + 1,
            "people": [problem.people[person].name for person in pair],
            "location": None if place is None else problem.locations[place].name,
        }
        for number, (slot, pair, place) in enumerate(rows, 1)
        if slot is not None and pair is not None
    ]
