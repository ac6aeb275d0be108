"""What would change, and for whom, if the draft was published now?"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sqlalchemy import select

from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Meeting, Participation, Seat
from elmo_events.matchmaking.queries.board import BoardView, Card, Change

MARK_LENGTH = 16


@dataclass(frozen=True)
class Agenda:
    """What changes for one person."""

    person: Participation
    cards: list[Card] = field(default_factory=list)

    def count(self, change: Change) -> int:
        return sum(card.change == change for card in self.cards)


def changed_agendas(view: BoardView) -> list[Agenda]:
    """By name; only those for whom something changes."""
    cards: dict[int, list[Card]] = defaultdict(list)
    for card in view.changes():
        cards[card.first.id].append(card)
        cards[card.second.id].append(card)
    return [Agenda(person, cards[person.id]) for person in view.people if person.id in cards]


def mark_of(meetings: Iterable[Meeting]) -> str:
    """Changes whenever a slot or table of the draft does."""
    places: Sequence[object] = sorted((meeting.id, meeting.slot_id or 0, meeting.table_id or 0) for meeting in meetings)
    return hashlib.sha256(repr(places).encode()).hexdigest()[:MARK_LENGTH]


def is_as_seen(meetings: Iterable[Meeting], seen: str) -> bool:
    return mark_of(meetings) == seen


def published_in_the_way(meeting: Meeting) -> bool:
    """Whether people have been told of another meeting where this one is drafted: of the same person, or at the table."""
    people = select(Seat.meeting_id).where(
        Seat.participation_id.in_((meeting.first_id, meeting.second_id)),
        Seat.published_slot_id == meeting.slot_id,
        Seat.meeting_id != meeting.id,
    )
    table = select(Meeting.id).where(
        Meeting.published_slot_id == meeting.slot_id,
        Meeting.published_table_id == meeting.table_id,
        Meeting.id != meeting.id,
    )
    return db.session.scalar(people) is not None or db.session.scalar(table) is not None
