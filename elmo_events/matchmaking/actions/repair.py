"""Mending a published timetable after somebody dropped out: nothing moves unless everybody concerned agrees."""

from collections.abc import Iterable, Sequence

from flask_babel import gettext as _

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import after_commit, db
from elmo_events.foundation.jobs import enqueue
from elmo_events.foundation.refusals import Refusal
from elmo_events.matchmaking.actions import seats
from elmo_events.matchmaking.actions.moving import (
    Change,
    change_of_move,
    change_of_place,
    is_possible,
    publish,
    with_free_table,
)
from elmo_events.matchmaking.emails import repair as emails
from elmo_events.matchmaking.emails import requests as request_emails
from elmo_events.matchmaking.models import Consent, Matchmaking, Meeting, Move, Participation, Repair
from elmo_events.matchmaking.queries import repair as queries
from elmo_events.matchmaking.queries.free_now import busy_people, free_place, taken_tables
from elmo_events.matchmaking.queries.mending import Mending, NewPlace
from elmo_events.matchmaking.queries.visible import may_see
from elmo_events.matchmaking.rules import GRACE, RepairState, consent_ends_at
from elmo_events.timetable.models import Slot

JOB = "matchmaking.mend"


def look_into(cause: Meeting, slot_id: int | None) -> None:
    """Let a worker find out what can be done about a published meeting that fell out. The caller holds the lock.

    Writes: a repair that waits for the worker; nothing where the timetable is not published or the slot is over.
    """
    matchmaking = db.session.get_one(Matchmaking, cause.event_id)
    slot = db.session.get(Slot, slot_id) if slot_id else None
    if matchmaking.published_at is None or slot is None or slot.ends_at <= now():
        return
    repair = Repair(event_id=cause.event_id, cause_id=cause.id, state=RepairState.LOOKING, expires_at=slot.ends_at)
    db.session.add(repair)
    db.session.flush()
    number = repair.id
    after_commit(lambda: enqueue(JOB, number))


def mend(repair_id: int, found: Mending) -> None:
    """Do what was found, if it can still be done: meetings that waited get free places at once; where others would have to
    move, they are asked; else the abandoned are told whom they could meet instead.

    Writes: meetings, the repair with its moves and consents, e-mails.
    """
    repair = _locked(repair_id)
    if repair.state != RepairState.LOOKING:
        return
    filled = [meeting for place in found.fills if (meeting := _fill(place))]
    _tell(filled)
    left = queries.abandoned(repair.cause) if repair.cause else []
    is_left_alone = False
    if any(person.id in {meeting.first_id, meeting.second_id} for meeting in filled for person in left):
        repair.state = RepairState.DONE
    elif found.chain and _ask_for_moves(repair, found.chain):
        repair.state = RepairState.ASKING
    else:
        repair.state = RepairState.DONE if filled else RepairState.NOTHING
        is_left_alone = True
    for person in left:
        _tell_abandoned(repair, person, is_left_alone)


def ask_instead(person: Participation, other: Participation, slot: Slot, cause: Meeting | None) -> Repair:
    """Ask somebody who is free as well to meet in a slot in which this person's meeting fell out.

    Refuses: one of the two is not free or may not be met any more, no table is free, they were asked already, it is too late.
    Writes: the repair, this person's consent, and the e-mail to the other.
    """
    matchmaking = db.session.get_one(Matchmaking, person.event_id)
    seats.lock_meetings(matchmaking)
    moment = now()
    if slot.ends_at - GRACE <= moment:
        raise Refusal(_("It is too late for this time."))
    if not may_see(person, other) or other.id in queries.asked_already(cause, person):
        raise Refusal(_("You can't ask this person any more."))
    busy = busy_people(slot)
    place = free_place(matchmaking, (person, other), slot, taken_tables(slot))
    if {person.id, other.id} & busy or not place[0]:
        raise Refusal(_("One of you is not free any more."))
    waiting = queries.unplaced_meeting_of(person, other)
    low, high = sorted((person.id, other.id))
    move = Move(
        meeting_id=waiting.id if waiting else None,
        first_id=None if waiting else low,
        second_id=None if waiting else high,
        slot_id=slot.id,
        table_id=place[1],
    )
    repair = Repair(
        event_id=person.event_id,
        cause_id=cause.id if cause else None,
        asked_by_id=person.id,
        expires_at=consent_ends_at(moment, slot.starts_at, slot.ends_at),
        moves=[move],
        consents=[
            Consent(participation_id=person.id, answer=True, answered_at=moment),
            Consent(participation_id=other.id),
        ],
    )
    _ask(repair)
    return repair


def answer(repair_id: int, participation_id: int, agrees: bool) -> Repair:
    """One of those who would move says yes or no. With the last yes everything is moved; with the first no, nothing is.

    An answer given twice changes nothing. Refuses: it was decided, or the time to answer is over; a yes to what can't be done
    any more. Writes: the answer; meetings and e-mails when that decides it.
    """
    repair = _locked(repair_id)
    consent = db.session.get_one(Consent, (repair_id, participation_id))
    if consent.answer == agrees:
        return repair
    if repair.state != RepairState.ASKING or repair.expires_at <= now():
        raise Refusal(_("This has been decided already."))
    consent.answer, consent.answered_at = agrees, now()
    if not agrees:
        _give_up(repair, RepairState.REFUSED)
    elif all(each.answer for each in repair.consents):
        _carry_out(repair)
    return repair


def expire(repair_id: int) -> None:
    """Writes: an open repair whose time is over ends; those who had agreed are told that nothing changes."""
    repair = _locked(repair_id)
    if repair.expires_at > now():
        return
    if repair.state == RepairState.LOOKING:
        repair.state = RepairState.NOTHING
    elif repair.state == RepairState.ASKING:
        _give_up(repair, RepairState.EXPIRED)


def _locked(repair_id: int) -> Repair:
    """The repair as it is once nobody else gives or frees places of its event."""
    event_id = db.session.get_one(Repair, repair_id).event_id
    seats.lock_meetings(db.session.get_one(Matchmaking, event_id))
    db.session.expire_all()
    return db.session.get_one(Repair, repair_id)


def _fill(place: NewPlace) -> Meeting | None:
    """Publish a meeting that waited, if both can still use the slot and it is free."""
    change = change_of_place(place)
    is_waiting = change and change.meeting and change.meeting.slot_id is None and not change.meeting.published_slot_id
    if change is None or not is_waiting or not is_possible([change]):
        return None
    return publish([change])[0]


def _ask_for_moves(repair: Repair, chain: Sequence[NewPlace]) -> bool:
    """Those whose meeting would move are asked; who would get one more agreed to that when they accepted."""
    changes = [change for place in chain if (change := change_of_place(place))]
    moving = [change.meeting for change in changes if change.meeting and change.meeting.published_slot]
    people = sorted({number for meeting in moving for number in (meeting.first_id, meeting.second_id)})
    if len(changes) < len(chain) or not is_possible(changes, people):
        return False
    slots = [change.slot for change in changes] + [each.published_slot for each in moving if each.published_slot]
    first = min(slot.starts_at for slot in slots)
    repair.moves = [Move(meeting_id=each.meeting_id, slot_id=each.slot_id, table_id=each.table_id) for each in chain]
    repair.consents = [Consent(participation_id=number) for number in people]
    repair.expires_at = consent_ends_at(now(), first, first)
    _ask(repair)
    return True


def _ask(repair: Repair) -> None:
    db.session.add(repair)
    db.session.flush()
    for consent in repair.consents:
        if consent.answer is None:
            emails.asked(consent)


def _carry_out(repair: Repair) -> None:
    """Everybody agreed; yet the world may have changed meanwhile."""
    changes = [change_of_move(move) for move in repair.moves]
    if len(changes) == 1:
        changes = [with_free_table(changes[0])]
    agreed = [consent.participation_id for consent in repair.consents]
    if _came_about(repair, changes, agreed) or not is_possible(changes, agreed):
        _give_up(repair, RepairState.EXPIRED)
        return
    repair.state = RepairState.DONE
    _tell(publish(changes))


def _came_about(repair: Repair, changes: Sequence[Change], agreed: Sequence[int]) -> bool:
    """Whether the meeting for which others would move, or that was to be instead, has got a time in another way."""
    return any(
        change.meeting is not None
        and change.meeting.published_slot_id is not None
        and (repair.asked_by_id is not None or not {person.id for person in change.pair} <= set(agreed))
        for change in changes
    )


def _give_up(repair: Repair, state: RepairState) -> None:
    repair.state = state
    for consent in repair.consents:
        if consent.answer:
            emails.unchanged(consent.participation, repair.id)


def _tell(meetings: Iterable[Meeting]) -> None:
    """One e-mail for each person, whatever number of their meetings changed."""
    told: dict[Participation, list[Meeting]] = {}
    for meeting in meetings:
        for person in (meeting.first, meeting.second):
            told.setdefault(person, []).append(meeting)
    for person, own in told.items():
        emails.changed(person, own)


def _tell_abandoned(repair: Repair, person: Participation, is_left_alone: bool) -> None:
    """In the letter that says that the meeting is cancelled, if it has not left yet; else in one of its own."""
    slot = queries.slot_of(repair.cause) if repair.cause else None
    if repair.cause is None or slot is None:
        return
    has_offers = is_left_alone and slot.starts_at > now() and bool(queries.offers(person, slot, 1))
    if not request_emails.looked_into(person, repair.cause, has_offers) and has_offers:
        emails.free_slot(person, repair.cause)
