"""Saying when one can meet."""

from collections.abc import Collection

from flask_babel import gettext as _
from sqlalchemy import delete

from elmo_events.accounts.actions import record
from elmo_events.accounts.models import Account
from elmo_events.foundation import dates
from elmo_events.foundation.database import db
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.refusals import Refusal
from elmo_events.matchmaking.actions.seats import NOWHERE, draft, lock_meetings
from elmo_events.matchmaking.models import Matchmaking, Participation
from elmo_events.matchmaking.queries.availability import (
    OwnSlot,
    drafted_meetings,
    marked_slots,
    own_blocks,
)
from elmo_events.matchmaking.queries.participations import is_in_force
from elmo_events.timetable.models import Unavailability


def say_when_free(participation: Participation, free: Collection[int], by: Account | None = None) -> int:
    """Be free in these slots (ids) of the parts that one attends, and in no others. `by`: a member who does it for them.

    A meeting that only the draft places in a slot that is taken away waits for another one.
    Refuses: they take no part any more; a slot is taken away that holds a meeting which people have been told of.
    Writes: what is marked; meetings and seats of the draft; the audit log when a member did it. Returns how many changed.
    """
    lock_meetings(db.session.get_one(Matchmaking, participation.event_id))
    if not is_in_force(participation):
        name = participation.registration.name
        gone = _("%(name)s no longer takes part in the meetings of this event.", name=name)
        raise Refusal(gone if by else _("You no longer take part in the meetings."))
    attended = [own for block in own_blocks(participation) for own in block.slots if own.is_attended]
    wanted = {own.slot.id for own in attended if own.slot.id not in free}
    before = marked_slots(participation)
    taken_away, given_back = wanted - before, {own.slot.id for own in attended} & before - wanted
    _refuse_meetings(participation, [own for own in attended if own.slot.id in taken_away])
    db.session.execute(
        delete(Unavailability).where(
            Unavailability.registration_id == participation.registration_id, Unavailability.slot_id.in_(given_back)
        )
    )
    db.session.add_all(
        Unavailability(registration_id=participation.registration_id, slot_id=number) for number in sorted(taken_away)
    )
    _free_draft(participation, taken_away)
    if by is not None and taken_away | given_back:
        organiser_id = participation.event.organiser_id
        record(by, "availability changed", ("participation", participation.id), organiser_id, slots=len(wanted))
    return len(taken_away | given_back)


def _refuse_meetings(participation: Participation, taken_away: Collection[OwnSlot]) -> None:
    held = [own for own in taken_away if own.meeting is not None]
    if held:
        zone = participation.event.time_zone
        times = ", ".join(dates.time_text(own.slot.starts_at, current_language(), zone) for own in held)
        raise Refusal(
            _("You have a meeting at %(times)s. Cancel it in your agenda before you take the time away.", times=times)
        )


def _free_draft(participation: Participation, slot_ids: Collection[int]) -> None:
    meetings = [meeting for number, meeting in drafted_meetings(participation).items() if number in slot_ids]
    for meeting in meetings:
        meeting.is_pinned = False
    draft(dict.fromkeys(meetings, NOWHERE))
