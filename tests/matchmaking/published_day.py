"""An event of tomorrow with a published timetable, and what happens to its meetings."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from elmo_events.events.models import Event
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.jobs import run_queued
from elmo_events.mail.models import Message
from elmo_events.matchmaking.actions import repair as actions
from elmo_events.matchmaking.actions.meetings import take_off
from elmo_events.matchmaking.actions.seats import lock_meetings
from elmo_events.matchmaking.models import Meeting, Participation, Repair, Suggestion
from elmo_events.organisers.models import Organiser
from elmo_events.timetable.models import MeetingTable, Slot, Unavailability
from elmo_events.timetable.queries import slots as slots_of
from elmo_events.timetable.queries import tables as tables_of
from tests import makers, meeting_makers


class Day:
    """An event of tomorrow with a published timetable: people by name, slots and tables by number from 0."""

    def __init__(self, slots: int, tables: int, names: str, **facts: object) -> None:
        start = (datetime.now(UTC) + timedelta(hours=30)).replace(hour=8, minute=0, second=0, microsecond=0)
        organiser, slug = facts.pop("organiser", None), str(facts.pop("slug", "kiertotalous"))
        made = organiser if isinstance(organiser, Organiser) else makers.organiser()
        self.event: Event = makers.event(made, slug=slug, starts_at=start)
        self.matchmaking = meeting_makers.matchmaking(
            self.event, slots=slots, tables=tables, published_at=datetime.now(UTC), **facts
        )
        self.people = {name: meeting_makers.participation(self.event, name) for name in names.split()}
        self.slots: list[Slot] = list(slots_of(self.event))
        self.tables: list[MeetingTable] = list(tables_of(self.event))

    def __getitem__(self, name: str) -> Participation:
        return self.people[name]

    def meeting(self, first: str, second: str, slot: int | None = None, table: int = 0) -> Meeting:
        if slot is None:
            return meeting_makers.meeting(self[first], self[second])
        return meeting_makers.meeting(self[first], self[second], self.slots[slot], self.tables[table])

    def cancel(self, meeting: Meeting, by: str) -> Repair:
        with transaction():
            lock_meetings(self.matchmaking)
            take_off(meeting, self[by])
        run_queued()
        db.session.rollback()
        return db.session.scalars(select(Repair).where(Repair.cause_id == meeting.id)).one()

    def can_use(self, name: str, *slots: int) -> None:
        with transaction():
            db.session.add_all(
                Unavailability(registration_id=self[name].registration_id, slot_id=slot.id)
                for number, slot in enumerate(self.slots)
                if number not in slots
            )

    def suggest(self, first: str, second: str, score: float) -> None:
        makers.saved(
            Suggestion(event_id=self.event.id, participation_id=self[first].id, other_id=self[second].id, position=1,
                       score=score)
        )  # fmt: skip


def answer(repair: Repair, person: Participation, agrees: bool) -> None:
    with transaction():
        actions.answer(repair.id, person.id, agrees)


def place(meeting: Meeting) -> tuple[int | None, int | None]:
    found = makers.afresh(meeting)
    assert (found.slot_id, found.table_id) == (found.published_slot_id, found.published_table_id)
    return found.published_slot_id, found.published_table_id


def letters(kind: str) -> set[str]:
    db.session.rollback()
    return {message.to_name.split()[0] for message in db.session.scalars(select(Message).where(Message.kind == kind))}


def begin(day: Day, moment: datetime) -> None:
    """As if the first slot had begun at this moment, and people had been told so."""
    with transaction():
        for number, known in enumerate(day.slots):
            slot = db.session.get_one(Slot, known.id)
            slot.starts_at = moment + timedelta(minutes=20 * number)
            slot.ends_at = slot.starts_at + timedelta(minutes=15)
        for meeting in db.session.scalars(select(Meeting).where(Meeting.published_slot_id.is_not(None))):
            slot = db.session.get_one(Slot, meeting.published_slot_id)
            meeting.told_starts_at, meeting.told_ends_at = slot.starts_at, slot.ends_at
