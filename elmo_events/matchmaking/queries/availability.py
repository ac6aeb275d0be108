"""When can somebody meet? The slots of an event as one of its people has them."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Meeting, Participation
from elmo_events.matchmaking.rules import MeetingState
from elmo_events.timetable.models import Block, Slot, Unavailability
from elmo_events.timetable.queries import blocks, unattended_slots


@dataclass(frozen=True)
class OwnSlot:
    """`is_attended`: within the parts of the event that they come to. `meeting`: one that they have been told of."""

    slot: Slot
    is_attended: bool
    is_free: bool
    meeting: Meeting | None

    @property
    def can_change(self) -> bool:
        return self.is_attended and self.meeting is None


@dataclass(frozen=True)
class OwnBlock:
    block: Block
    slots: Sequence[OwnSlot]


def own_blocks(participation: Participation) -> list[OwnBlock]:
    """In the order of the day."""
    unattended = unattended_slots(participation.event, participation.registration)
    marked, meetings = marked_slots(participation), published_meetings(participation)
    return [
        OwnBlock(
            block,
            [
                OwnSlot(
                    slot,
                    is_attended=slot.id not in unattended,
                    is_free=slot.id not in unattended and slot.id not in marked,
                    meeting=meetings.get(slot.id),
                )
                for slot in block.slots
            ],
        )
        for block in blocks(participation.event)
    ]


def marked_slots(participation: Participation) -> set[int]:
    """Ids of the slots that they took away themselves."""
    return set(
        db.session.scalars(
            select(Unavailability.slot_id).where(Unavailability.registration_id == participation.registration_id)
        )
    )


def published_meetings(participation: Participation) -> dict[int, Meeting]:
    """Meetings that they have been told of, by the slot's id."""
    found = db.session.scalars(
        select(Meeting)
        .where(
            or_(Meeting.first_id == participation.id, Meeting.second_id == participation.id),
            Meeting.state == MeetingState.ACTIVE,
            Meeting.published_slot_id.is_not(None),
        )
        .options(
            joinedload(Meeting.first).joinedload(Participation.profile),
            joinedload(Meeting.second).joinedload(Participation.profile),
        )
    )
    return {meeting.published_slot_id: meeting for meeting in found if meeting.published_slot_id is not None}


def drafted_meetings(participation: Participation) -> dict[int, Meeting]:
    """Meetings that the draft places, by the slot's id: they have not been told of these."""
    found = db.session.scalars(
        select(Meeting).where(
            or_(Meeting.first_id == participation.id, Meeting.second_id == participation.id),
            Meeting.state == MeetingState.ACTIVE,
            Meeting.slot_id.is_not(None),
        )
    )
    return {meeting.slot_id: meeting for meeting in found if meeting.slot_id is not None}
