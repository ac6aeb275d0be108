"""What is to be planned. People, meetings, slots and locations are named by their position, from 0."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    ON_SITE = "on-site"
    ONLINE = "online"
    HYBRID = "hybrid"  # one person on site, one online: takes a table and a video room


class LocationKind(StrEnum):
    TABLE = "table"
    BOOTH = "booth"
    VIDEO = "video"


class State(StrEnum):
    MUTUAL = "mutual"
    ACCEPTED = "accepted"
    SUGGESTED = "suggested"


class Goal(StrEnum):
    """What is wanted, most wanted first; a later goal never costs an earlier one."""

    UNMOVED = "unmoved"  # published meetings stay in their slot
    WEIGHT = "weight"  # weight of the meetings that find a slot
    NOBODY_WITHOUT = "nobody-without"  # people with no meeting at all
    SMALLEST_SHARE = "smallest-share"  # smallest share of a person's meetings that find a slot
    BREAKS = "breaks"  # idle groups of slots between two meetings of a person in one block
    IDLE_SLOTS = "idle-slots"  # length of those groups, in slots
    WORST_IDLE = "worst-idle"  # the idle slots of the person who waits most


ALL_GOALS = tuple(Goal)


@dataclass(frozen=True, slots=True)
class Slot:
    """One of the equal pieces of a block. Times are ISO 8601 as the caller wrote them."""

    block: str
    starts_at: str | None = None
    ends_at: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    unavailable: frozenset[int] = frozenset()
    most_meetings: int | None = None
    least_meetings: int = 0
    most_in_a_row: int | None = None
    team: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting two people would like to have; `team_may_stand_in` lets team members take their places."""

    people: tuple[int, int]
    weight: int = 1
    required: bool = False
    state: State = State.MUTUAL
    mode: Mode = Mode.ON_SITE
    allowed_slots: frozenset[int] | None = None
    pinned_slot: int | None = None
    pinned_location: int | None = None
    team_may_stand_in: bool = False


@dataclass(frozen=True, slots=True)
class Location:
    """A place for `capacity` meetings per slot; meetings of its `host` are held at a booth."""

    name: str
    kind: LocationKind = LocationKind.TABLE
    host: int | None = None
    closed: frozenset[int] = frozenset()
    capacity: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything the planner knows.

    `precedences` holds pairs (earlier, later) of meetings. `may_meet` holds unordered pairs of person kinds
    (None: everybody may meet everybody). `most_uneven_breaks` is the largest allowed difference between the
    breaks of two people. `published` gives the slot of each meeting in the timetable that people have seen.
    """

    people: tuple[Person, ...]
    meetings: tuple[Meeting, ...]
    slots: tuple[Slot, ...]
    locations: tuple[Location, ...]
    precedences: tuple[tuple[int, int], ...] = ()
    forbidden_pairs: frozenset[frozenset[int]] = frozenset()
    may_meet: frozenset[frozenset[str]] | None = None
    most_uneven_breaks: int | None = None
    published: tuple[int | None, ...] | None = None
    goals: tuple[Goal, ...] = ALL_GOALS

    def __post_init__(self) -> None:
        """Raises ValueError with a sentence when a position points at nothing, or goals are missing or out of order."""
        for sentence in _faults(self):
            raise ValueError(sentence)

    def pairs_of(self, meeting: int) -> tuple[tuple[int, int], ...]:
        """The pairs of people who may hold this meeting, the asked pair first."""
        wanted = self.meetings[meeting]
        first, second = (self._sides(person, wanted.team_may_stand_in) for person in wanted.people)
        return tuple((a, b) for a in first for b in second if a != b and self.pair_may_meet(a, b))

    def pair_may_meet(self, first: int, second: int) -> bool:
        if frozenset((first, second)) in self.forbidden_pairs:
            return False
        kinds = (self.people[first].kind, self.people[second].kind)
        if self.may_meet is None or None in kinds:
            return True
        return frozenset(kind for kind in kinds if kind) in self.may_meet

    def _sides(self, person: int, stand_in: bool) -> list[int]:
        team = self.people[person].team
        if not stand_in or team is None:
            return [person]
        mates = [mate for mate, other in enumerate(self.people) if other.team == team and mate != person]
        return [person, *mates]


def _faults(problem: Problem) -> Iterator[str]:
    people = len(problem.people)
    for number, meeting in enumerate(problem.meetings, 1):
        yield from _faults_of_meeting(problem, number, meeting)
    for number, host in enumerate(locations_with_host(problem), 1):
        if not 0 <= host < people:
            yield f"Booth {number} has a host who does not exist."
    if any(not 0 <= m < len(problem.meetings) for pair in problem.precedences for m in pair):
        yield "A precedence names a meeting that does not exist."
    if problem.published is not None and len(problem.published) != len(problem.meetings):
        yield "The published timetable does not have one entry per meeting."
    if not problem.goals or list(problem.goals) != [goal for goal in ALL_GOALS if goal in problem.goals]:
        yield "Goals are missing or out of order."
    if not _blocks_are_whole(problem.slots):
        yield "The slots of a block do not follow each other."


def _faults_of_meeting(problem: Problem, number: int, meeting: Meeting) -> Iterator[str]:
    if not all(0 <= person < len(problem.people) for person in meeting.people):
        yield f"Meeting {number} names a person who does not exist."
    if meeting.people[0] == meeting.people[1]:
        yield f"Meeting {number} is a person with themselves."
    if meeting.pinned_slot is not None and not 0 <= meeting.pinned_slot < len(problem.slots):
        yield f"Meeting {number} is pinned to a slot that does not exist."
    if meeting.pinned_location is not None and not 0 <= meeting.pinned_location < len(problem.locations):
        yield f"Meeting {number} is pinned to a location that does not exist."
    if meeting.weight < 0:
        yield f"Meeting {number} has a negative weight."


def locations_with_host(problem: Problem) -> list[int]:
    return [location.host for location in problem.locations if location.host is not None]


def _blocks_are_whole(slots: tuple[Slot, ...]) -> bool:
    starts = [slot.block for at, slot in enumerate(slots) if at == 0 or slots[at - 1].block != slot.block]
    return len(starts) == len(set(starts))
