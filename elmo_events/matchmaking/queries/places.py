"""Where may a meeting stand in the draft, and what is in its way elsewhere?"""

from dataclasses import dataclass

from elmo_events.matchmaking.models import Meeting
from elmo_events.matchmaking.queries.problem import Asked
from elmo_events.matchmaking.rules import Hindrance
from elmo_events.timetable.planner.board import Board
from elmo_events.timetable.planner.grid import bits_of, compile_grid, longest_row
from elmo_events.timetable.planner.problem import LocationKind, Mode, Problem
from elmo_events.timetable.planner.tables import booths_by_host


@dataclass(frozen=True)
class Obstacle:
    """`person` and `other` (a meeting in the way) are positions in what was asked."""

    hindrance: Hindrance
    person: int | None = None
    other: int | None = None


class Rooms:
    """Tables as bits: those of each kind, and those that are open in each slot; how many video calls a slot has room for."""

    def __init__(self, problem: Problem) -> None:
        slots, places = range(len(problem.slots)), list(enumerate(problem.locations))
        self.of_kind = {kind: sum(1 << at for at, place in places if place.kind is kind) for kind in LocationKind}
        self.open_in = [sum(1 << at for at, place in places if slot not in place.closed) for slot in slots]
        rooms = [place for _, place in places if place.kind is LocationKind.VIDEO]
        self.video_places = [sum(room.capacity for room in rooms if slot not in room.closed) for slot in slots]


class Places:
    """The draft as it stands, read once for many questions. Meetings, slots and tables go by position."""

    def __init__(self, asked: Asked) -> None:
        self.asked, self.problem = asked, asked.problem
        self.grid = compile_grid(self.problem)
        self.draft = asked.draft()
        self.number_of = {meeting.id: number for number, meeting in enumerate(asked.meetings)}
        self.busy: dict[tuple[int, int], int] = {}
        self.taken: dict[tuple[int, int], int] = {}
        self.taken_at: list[int] = [0] * len(self.problem.slots)  # tables as bits, by slot
        self.online_at: list[int] = [0] * len(self.problem.slots)  # meetings with somebody online
        self.slots_of: list[int] = [0] * len(self.problem.people)
        for number, slot in enumerate(self.draft.slots):
            if slot is not None:
                self._note(number, slot)
        self._booths = booths_by_host(self.problem)
        self._rooms = Rooms(self.problem)
        self.planner_board: Board | None = None

    def _note(self, number: int, slot: int) -> None:
        for person in self.problem.meetings[number].people:
            self.busy[person, slot] = number
            self.slots_of[person] |= 1 << slot
        if (table := self.draft.locations[number]) is not None:
            self.taken[table, slot] = number
            self.taken_at[slot] |= 1 << table
        if self.problem.meetings[number].mode is not Mode.ON_SITE:
            self.online_at[slot] += 1

    def obstacles(self, number: int, slot: int) -> list[Obstacle]:
        """What is in the way of a meeting in a slot, wherever it stands now; of tables only that none is left."""
        meeting = self.problem.meetings[number]
        found = [] if self.problem.pair_may_meet(*meeting.people) else [Obstacle(Hindrance.NOT_ALLOWED)]
        if meeting.allowed_slots is not None and slot not in meeting.allowed_slots:
            found.append(Obstacle(Hindrance.BEGUN))
        for person in meeting.people:
            found += self._of_person(number, slot, person)
        if not self.has_place(number, slot):
            found.append(Obstacle(Hindrance.NO_TABLE))
        return found

    def _of_person(self, number: int, slot: int, person: int) -> list[Obstacle]:
        asked = self.problem.people[person]
        if slot in asked.unavailable:
            return [Obstacle(Hindrance.AWAY, person)]
        other = self.busy.get((person, slot))
        if other is not None and other != number:
            return [Obstacle(Hindrance.BUSY, person, other)]
        now = self.draft.slots[number]
        others = self.slots_of[person] & ~(0 if now is None else 1 << now)
        if asked.most_meetings is not None and others.bit_count() >= asked.most_meetings:
            return [Obstacle(Hindrance.ENOUGH, person)]
        if asked.most_in_a_row is not None:
            row = longest_row(others | 1 << slot, self.grid.blocks)
            if row > asked.most_in_a_row and row > longest_row(others, self.grid.blocks):
                return [Obstacle(Hindrance.IN_A_ROW, person)]
        return []

    def needs_table(self, number: int) -> bool:
        """An online meeting needs none where no video rooms are listed."""
        return self.problem.meetings[number].mode is not Mode.ONLINE or bool(self._rooms.of_kind[LocationKind.VIDEO])

    def suitable(self, number: int) -> list[int]:
        """Tables where a meeting may be held at all: the host's booth, video rooms, or the tables for everybody."""
        return bits_of(self._suitable(number))

    def of_table(self, number: int, slot: int, table: int) -> Obstacle | None:
        """What is in the way of a meeting at one table."""
        if not self._suitable(number) >> table & 1:
            return Obstacle(Hindrance.WRONG_TABLE)
        if slot in self.problem.locations[table].closed:
            return Obstacle(Hindrance.TABLE_CLOSED)
        other = self.taken.get((table, slot))
        return None if other in {None, number} else Obstacle(Hindrance.TABLE_TAKEN, other=other)

    def suitable_at_once(self, number: int, slot: int) -> int | None:
        """The table where the meeting is, if it may stay there; else the first that is free."""
        free = bits_of(self._free_tables(number, slot))
        here = self.draft.locations[number]
        return here if here in free else next(iter(free), None)

    def has_place(self, number: int, slot: int) -> bool:
        if not self.needs_table(number):
            return True
        return bool(self._free_tables(number, slot)) and self._has_video(number, slot)

    def _suitable(self, number: int) -> int:
        """As bits."""
        meeting = self.problem.meetings[number]
        if meeting.mode is Mode.ONLINE:
            return self._rooms.of_kind[LocationKind.VIDEO]
        booth = next((self._booths[person] for person in meeting.people if person in self._booths), None)
        return self._rooms.of_kind[LocationKind.TABLE] if booth is None else 1 << booth

    def _free_tables(self, number: int, slot: int) -> int:
        """As bits; a meeting's own table is free for it."""
        here = self.draft.locations[number] if self.draft.slots[number] == slot else None
        taken = self.taken_at[slot] & ~(0 if here is None else 1 << here)
        return self._suitable(number) & self._rooms.open_in[slot] & ~taken

    def _has_video(self, number: int, slot: int) -> bool:
        """A meeting of somebody on site with somebody online takes a video room beside its table."""
        is_hybrid = self.problem.meetings[number].mode is Mode.HYBRID
        if not is_hybrid or not self._rooms.of_kind[LocationKind.VIDEO]:
            return True
        is_here = self.draft.slots[number] == slot
        return self.online_at[slot] - is_here < self._rooms.video_places[slot]

    def open_slots(self, number: int) -> list[int]:
        """Slots where nothing is in the way, apart from the meeting's own."""
        return [slot for slot in self.possible_slots(number) if not self.obstacles(number, slot)]

    def possible_slots(self, number: int) -> list[int]:
        """Slots that both could use if nothing else was there."""
        options = self.grid.options[number]
        return bits_of(options[0].slots) if options else []

    def faults(self, meeting: Meeting) -> list[Obstacle]:
        """What has come in the way of a meeting where it stands, since it was put there."""
        number = self.number_of[meeting.id]
        slot, table = self.draft.slots[number], self.draft.locations[number]
        if slot is None:
            return []
        found = [each for each in self.obstacles(number, slot) if each.hindrance is not Hindrance.BEGUN]
        at_table = None if table is None else self.of_table(number, slot, table)
        return found if at_table is None else [*found, at_table]
