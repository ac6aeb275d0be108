"""The problem compiled for speed: slots as bits of an integer, pools of locations with room per slot."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from elmo_events.timetable.planner.problem import LocationKind, Meeting, Mode, Problem
from elmo_events.timetable.planner.tables import booths_by_host

CACHE_SIZE = 1 << 18  # answers kept per function: about 40 MB at most


@dataclass(frozen=True, slots=True)
class Option:
    """Two people who may hold a meeting, and the slots in which they can, as bits."""

    pair: tuple[int, int]
    slots: int


@dataclass(frozen=True, slots=True)
class Grid:
    """`options[meeting]`, asked pair first. `pools[meeting]` are the pools it takes one place of.

    `room[pool][slot]` counts the places. `blocks` holds the slots of each block as bits. `most[person]` is
    the largest number of meetings. `row[person]` is the largest number of meetings in a row.
    """

    problem: Problem
    slot_count: int
    blocks: tuple[int, ...]
    options: tuple[tuple[Option, ...], ...]
    pools: tuple[tuple[int, ...], ...]
    room: tuple[tuple[int, ...], ...]
    most: tuple[int, ...]
    row: tuple[int, ...]
    earlier: dict[int, tuple[int, ...]]
    later: dict[int, tuple[int, ...]]

    @property
    def meeting_count(self) -> int:
        return len(self.options)

    @property
    def people_count(self) -> int:
        return len(self.problem.people)


def bits_of(mask: int) -> list[int]:
    """The positions of the bits that are set, lowest first."""
    found = []
    while mask:
        lowest = mask & -mask
        found.append(lowest.bit_length() - 1)
        mask ^= lowest
    return found


def compile_grid(problem: Problem) -> Grid:
    """The grid of a problem; a meeting that nobody may hold has options with no slots, or none."""
    places = _Places(problem)
    pools = tuple(places.pools_of(meeting) for meeting in problem.meetings)
    free = [_all_but(len(problem.slots), person.unavailable) for person in problem.people]
    options = tuple(
        tuple(
            Option(pair, _slots(problem, number, pools[number], places) & free[pair[0]] & free[pair[1]])
            for pair in problem.pairs_of(number)
        )
        for number in range(len(problem.meetings))
    )
    never = len(problem.slots)
    return Grid(
        problem=problem,
        slot_count=len(problem.slots),
        blocks=_blocks(problem),
        options=options,
        pools=pools,
        room=tuple(tuple(row) for row in places.room),
        most=tuple(never if p.most_meetings is None else p.most_meetings for p in problem.people),
        row=tuple(never if p.most_in_a_row is None else p.most_in_a_row for p in problem.people),
        earlier=_neighbours((later, earlier) for earlier, later in problem.precedences),
        later=_neighbours(problem.precedences),
    )


def _neighbours(pairs: Iterable[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
    found: dict[int, list[int]] = {}
    for first, second in pairs:
        found.setdefault(first, []).append(second)
    return {first: tuple(seconds) for first, seconds in found.items()}


def _all_but(slot_count: int, without: frozenset[int]) -> int:
    return sum(1 << slot for slot in range(slot_count) if slot not in without)


def _blocks(problem: Problem) -> tuple[int, ...]:
    masks: dict[str, int] = {}
    for number, slot in enumerate(problem.slots):
        masks[slot.block] = masks.get(slot.block, 0) | 1 << number
    return tuple(masks.values())


def _slots(problem: Problem, number: int, pools: tuple[int, ...], places: "_Places") -> int:
    meeting = problem.meetings[number]
    allowed = range(len(problem.slots)) if meeting.allowed_slots is None else meeting.allowed_slots
    mask = sum(1 << slot for slot in allowed if all(places.room[pool][slot] for pool in pools))
    return mask if meeting.pinned_slot is None else mask & 1 << meeting.pinned_slot


class _Places:
    """Groups locations into pools whose places are interchangeable for the model of times."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.room: list[list[int]] = []
        self.tables = self._pool(LocationKind.TABLE)
        videos = [place for place in problem.locations if place.kind is LocationKind.VIDEO]
        self.videos = self._pool(LocationKind.VIDEO) if videos else None
        self.booths = {host: self._single(number) for host, number in booths_by_host(problem).items()}
        pinned = {m.pinned_location for m in problem.meetings if m.pinned_location is not None}
        self.pinned = {number: self._single(number) for number in sorted(pinned)}

    def pools_of(self, meeting: Meeting) -> tuple[int, ...]:
        """The pools this meeting takes a place of."""
        pools: list[int] = []
        if meeting.pinned_location is not None:
            pools += self._of_location(meeting.pinned_location)
        elif meeting.mode is not Mode.ONLINE:
            booth = next((self.booths[person] for person in meeting.people if person in self.booths), None)
            pools.append(self.tables if booth is None else booth)
        if meeting.mode is not Mode.ON_SITE and self.videos is not None and self.videos not in pools:
            pools.append(self.videos)
        return tuple(pools)

    def _of_location(self, number: int) -> list[int]:
        place = self.problem.locations[number]
        if place.kind is LocationKind.BOOTH and place.host is not None:
            return [self.booths[place.host]]
        shared = self.tables if place.kind is LocationKind.TABLE else self.videos
        return [self.pinned[number]] if shared is None else [self.pinned[number], shared]

    def _single(self, number: int) -> int:
        return self._add([number])

    def _pool(self, kind: LocationKind) -> int:
        return self._add([at for at, place in enumerate(self.problem.locations) if place.kind is kind])

    def _add(self, numbers: list[int]) -> int:
        places = [self.problem.locations[number] for number in numbers]
        slots = range(len(self.problem.slots))
        self.room.append([sum(p.capacity for p in places if slot not in p.closed) for slot in slots])
        return len(self.room) - 1


@lru_cache(CACHE_SIZE)
def runs(mask: int, blocks: tuple[int, ...]) -> int:
    """How many groups of neighbouring slots a person's meetings form, over all blocks."""
    return sum(((mask & block) & ~((mask & block) << 1)).bit_count() for block in blocks)


@lru_cache(CACHE_SIZE)
def breaks(mask: int, blocks: tuple[int, ...]) -> int:
    """How many breaks a person has who meets in these slots."""
    return runs(mask, blocks) - sum(bool(mask & block) for block in blocks)


@lru_cache(CACHE_SIZE)
def idle(mask: int, blocks: tuple[int, ...]) -> int:
    """How many idle slots lie between the first and last meeting of a person, over all blocks."""
    total = 0
    for block in blocks:
        inside = mask & block
        if inside:
            first = inside & -inside
            total += inside.bit_length() - first.bit_length() + 1 - inside.bit_count()
    return total


def longest_row(mask: int, blocks: tuple[int, ...]) -> int:
    """The most meetings in a row."""
    longest = 0
    for block in blocks:
        inside, length = mask & block, 0
        while inside:
            inside &= inside << 1
            length += 1
        longest = max(longest, length)
    return longest
