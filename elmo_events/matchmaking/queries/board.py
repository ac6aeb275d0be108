"""The draft of an event's timetable as a board: which meeting stands where, what waits, what is not as people were told?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from elmo_events.matchmaking.labels.board import hindrance_text
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation
from elmo_events.matchmaking.queries.places import Obstacle, Places
from elmo_events.matchmaking.queries.plan_results import Numbers, numbers_of, written_saying
from elmo_events.matchmaking.queries.problem import Asked, asked
from elmo_events.timetable.models import MeetingTable, Slot
from elmo_events.timetable.planner.board import Board as PlannerBoard
from elmo_events.timetable.planner.waiting import waiting_reason

Said = dict[str, object]


class Change(StrEnum):
    """How the draft differs from what people were told."""

    NEW = "new"
    MOVED = "moved"
    OFF = "off"  # they were told of a time, and it waits now


@dataclass(frozen=True)
class Card:
    """One meeting. `faults`: sentences on what has come in its way. `why`: why it waits, as the planner says it."""

    meeting: Meeting
    first: Participation
    second: Participation
    change: Change | None
    open_slots: Sequence[int] = ()  # ids of slots where it could stand
    faults: Sequence[str] = ()
    why: Said | None = None

    @property
    def is_published(self) -> bool:
        return self.meeting.published_slot_id is not None


@dataclass(frozen=True)
class BoardView:
    """`cells`: cards by slot and table (ids). `cards_of`: by person (id)."""

    slots: Sequence[Slot]
    tables: Sequence[MeetingTable]
    cells: dict[tuple[int, int], Card]
    waiting: Sequence[Card]
    people: Sequence[Participation]
    cards_of: dict[int, list[Card]] = field(default_factory=dict)

    @property
    def placed(self) -> int:
        return len(self.held())

    online: dict[int, list[Card]] = field(default_factory=dict)  # by slot: without a table of ours

    @property
    def has_online(self) -> bool:
        return bool(self.online)

    def online_at(self, slot: Slot) -> list[Card]:
        return self.online.get(slot.id, [])

    def in_order(self, cards: Sequence[Card]) -> list[Card]:
        """As the day goes; those that wait come last."""
        order = {slot.id: number for number, slot in enumerate(self.slots)}
        return sorted(cards, key=lambda card: order.get(card.meeting.slot_id or 0, len(order)))

    def held(self) -> list[Card]:
        return [*self.cells.values(), *(card for cards in self.online.values() for card in cards)]

    def meetings(self) -> list[Meeting]:
        return [card.meeting for card in (*self.held(), *self.waiting)]

    def changes(self) -> list[Card]:
        return [card for card in (*self.held(), *self.waiting) if card.change]

    def faulty(self) -> list[Card]:
        return [card for card in self.held() if card.faults]


def board(matchmaking: Matchmaking, moment: datetime, with_open_slots: bool = True) -> BoardView:
    question = asked(matchmaking, moment)
    places, numbers = Places(question), numbers_of(question)
    cards = [_card(places, numbers, number, with_open_slots) for number in range(len(question.meetings))]
    cells, online, cards_of = {}, defaultdict(list), defaultdict(list)
    for card in cards:
        if card.meeting.slot_id is not None and card.meeting.table_id is not None:
            cells[card.meeting.slot_id, card.meeting.table_id] = card
        elif card.meeting.slot_id is not None:
            online[card.meeting.slot_id].append(card)
        cards_of[card.first.id].append(card)
        cards_of[card.second.id].append(card)
    return BoardView(
        slots=question.slots,
        tables=question.tables,
        cells=cells,
        waiting=[card for card in cards if card.meeting.slot_id is None],
        people=question.people,
        cards_of=dict(cards_of),
        online=dict(online),
    )


def obstacle_text(question: Asked, obstacle: Obstacle) -> str:
    """A sentence, with names."""
    person = "" if obstacle.person is None else question.people[obstacle.person].profile.name
    if obstacle.other is None:
        return hindrance_text(obstacle.hindrance, person)
    pair = question.problem.meetings[obstacle.other].people
    if obstacle.person is None:
        return hindrance_text(obstacle.hindrance, other=" – ".join(question.people[at].profile.name for at in pair))
    partner = pair[0] if pair[1] == obstacle.person else pair[1]
    return hindrance_text(obstacle.hindrance, person, question.people[partner].profile.name)


def change_of(meeting: Meeting) -> Change | None:
    told, drafted = meeting.published_slot_id, meeting.slot_id
    if (told, meeting.published_table_id) == (drafted, meeting.table_id):
        return None
    if told is None:
        return Change.NEW
    return Change.OFF if drafted is None else Change.MOVED


def _card(places: Places, numbers: Numbers, number: int, with_open_slots: bool) -> Card:
    question, meeting = places.asked, places.asked.meetings[number]
    first, second = (question.people[at] for at in question.problem.meetings[number].people)
    open_slots = places.open_slots(number) if with_open_slots and not meeting.is_pinned else []
    return Card(
        meeting=meeting,
        first=first,
        second=second,
        change=change_of(meeting),
        open_slots=[question.slots[slot].id for slot in open_slots],
        faults=[obstacle_text(question, each) for each in places.faults(meeting)],
        why=_why(places, numbers, number) if meeting.slot_id is None else None,
    )


def _why(places: Places, numbers: Numbers, number: int) -> Said:
    return written_saying(waiting_reason(_planner_board(places), number), numbers)


def _planner_board(places: Places) -> PlannerBoard:
    """The draft as the planner's own board, made once; what may not stand where it does is left out."""
    if places.planner_board is None:
        places.planner_board = PlannerBoard(places.grid)
        for number, slot in enumerate(places.draft.slots):
            if slot is not None and places.grid.options[number]:
                places.planner_board.place(number, slot)
    return places.planner_board
