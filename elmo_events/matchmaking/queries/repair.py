"""What can be done after somebody dropped out, and which proposals wait for whom?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import joinedload

from elmo_events.foundation.database import db
from elmo_events.foundation.links import read, sign
from elmo_events.matchmaking.models import (
    Consent,
    Label,
    Matchmaking,
    Meeting,
    MeetingRequest,
    Participation,
    Repair,
    Suggestion,
)
from elmo_events.matchmaking.queries.free_now import busy_people, free_place, taken_tables
from elmo_events.matchmaking.queries.meetings import meeting_between
from elmo_events.matchmaking.queries.participations import is_in_force
from elmo_events.matchmaking.queries.visible import others
from elmo_events.matchmaking.rules import MeetingState, RepairState, RequestState
from elmo_events.profiles.models import Profile
from elmo_events.timetable.models import Slot
from elmo_events.timetable.queries import unusable_slots

LINK = "consent to a repair"
MOST_OFFERS = 5
STEP = 20


class Why(StrEnum):
    """Why somebody is offered, best first."""

    AGREED = "agreed"  # they have agreed to meet, and found no time
    ASKED = "asked"  # one has asked the other
    RECOMMENDED = "recommended"


@dataclass(frozen=True)
class Offer:
    """Somebody who is free in a slot, and could be met in it."""

    other: Participation
    why: Why


@dataclass(frozen=True)
class Proposal:
    """What a consent link or a notice in the agenda is about."""

    repair: Repair
    consent: Consent


def repair(number: int) -> Repair | None:
    return db.session.get(Repair, number)


def slot_of(meeting: Meeting) -> Slot | None:
    """The slot in which a meeting was to be, as people knew it."""
    at = and_(Slot.event_id == meeting.event_id, Slot.starts_at == meeting.told_starts_at)
    return db.session.scalar(select(Slot).where(at).order_by(Slot.id).limit(1))


def is_looked_into(meeting: Meeting) -> bool:
    """Whether a worker is to find out what can be done about this cancelled meeting."""
    looking = and_(Repair.cause_id == meeting.id, Repair.state == RepairState.LOOKING)
    return db.session.scalar(select(Repair.id).where(looking).limit(1)) is not None


def abandoned(meeting: Meeting) -> list[Participation]:
    """Those whom a cancelled meeting leaves alone: they take part, and did not cancel it."""
    pair = (meeting.first, meeting.second)
    return [person for person in pair if person.id != meeting.cancelled_by_id and is_in_force(person)]


def offers(person: Participation, slot: Slot, most: int = MOST_OFFERS) -> list[Offer]:
    """The best people whom this one could meet in a slot: allowed, free, and not those who said no or fell out already."""
    matchmaking = db.session.get_one(Matchmaking, person.event_id)
    busy, taken = busy_people(slot), taken_tables(slot)
    if person.id in busy or not is_in_force(person):
        return []
    found: list[Offer] = []
    for offer in _ranked(person, busy):
        if len(found) == most:
            break
        if free_place(matchmaking, (person, offer.other), slot, taken)[0] and _is_usable(offer.other, slot):
            found.append(offer)
    return found


def asked_already(cause: Meeting | None, person: Participation) -> set[int]:
    """Ids of those whom this person has asked to meet instead."""
    asked = select(Consent.participation_id).join(Repair, Repair.id == Consent.repair_id)
    return set(
        db.session.scalars(
            asked.where(
                Repair.asked_by_id == person.id,
                Repair.cause_id == (cause.id if cause else None),
                Consent.participation_id != person.id,
            )
        )
    )


def consent_token(consent: Consent) -> str:
    return sign(LINK, [consent.repair_id, consent.participation_id])


def proposal_by_token(token: str) -> Proposal | None:
    """None when it is not ours, or the person does not take part any more."""
    match read(LINK, token):
        case [int(repair_id), int(participation_id)]:
            return proposal(repair_id, participation_id)
    return None


def proposal(repair_id: int, participation_id: int) -> Proposal | None:
    consent = db.session.get(Consent, (repair_id, participation_id))
    if consent is None or not is_in_force(consent.participation):
        return None
    return Proposal(consent.repair, consent)


def waiting_for(person: Participation, moment: datetime) -> list[Proposal]:
    """Proposals that this person has not answered."""
    consents = db.session.scalars(
        select(Consent)
        .join(Repair, Repair.id == Consent.repair_id)
        .where(
            Consent.participation_id == person.id,
            Consent.answer.is_(None),
            Repair.state == RepairState.ASKING,
            Repair.expires_at > moment,
        )
        .order_by(Repair.expires_at)
    )
    return [Proposal(consent.repair, consent) for consent in consents]


def overdue(moment: datetime) -> Sequence[int]:
    """Ids of repairs that nobody may agree to any more."""
    open_states = (RepairState.ASKING, RepairState.LOOKING)
    return db.session.scalars(
        select(Repair.id).where(Repair.state.in_(open_states), Repair.expires_at <= moment).order_by(Repair.id)
    ).all()


def left_behind(before: datetime) -> Sequence[int]:
    """Ids of repairs that no worker has looked into."""
    return db.session.scalars(
        select(Repair.id).where(Repair.state == RepairState.LOOKING, Repair.created_at <= before).order_by(Repair.id)
    ).all()


def _ranked(person: Participation, busy: set[int]) -> Iterator[Offer]:
    """Agreed ones first, then asked ones, then recommended ones by both scores together."""
    gone = _not_again(person)
    seen: set[int] = set()
    allowed = others(person).options(joinedload(Participation.profile), joinedload(Participation.registration))
    for why, numbers in (
        (Why.AGREED, _unplaced(person)),
        (Why.ASKED, _asked(person)),
        (Why.RECOMMENDED, _recommended(person)),
    ):
        wanted = [number for number in numbers if number not in seen | busy | gone]
        seen |= set(wanted)
        for start in range(0, len(wanted), STEP):
            step = wanted[start : start + STEP]
            people = {one.id: one for one in db.session.scalars(allowed.where(Participation.id.in_(step)))}
            yield from (Offer(people[number], why) for number in step if number in people)


def _not_again(person: Participation) -> set[int]:
    """Those whose meeting with this person has a time, or was cancelled, or who declined, or were set aside."""
    placed = or_(Meeting.published_slot_id.is_not(None), Meeting.slot_id.is_not(None))
    over = _its_meetings(person, or_(Meeting.state == MeetingState.CANCELLED, placed))
    declined = select(MeetingRequest.sender_id, MeetingRequest.recipient_id).where(
        or_(MeetingRequest.sender_id == person.id, MeetingRequest.recipient_id == person.id),
        MeetingRequest.state == RequestState.DECLINED,
    )
    found = {number for row in db.session.execute(declined) for number in row} | set(over)
    labelled = or_(
        and_(Label.profile_id == person.profile_id, Label.other_profile_id == Participation.profile_id),
        and_(Label.other_profile_id == person.profile_id, Label.profile_id == Participation.profile_id),
    )
    aside = select(Participation.id).join(Label, labelled).where(Participation.event_id == person.event_id)
    return (found | set(db.session.scalars(aside))) - {person.id}


def _unplaced(person: Participation) -> list[int]:
    waiting = and_(Meeting.state == MeetingState.ACTIVE, Meeting.slot_id.is_(None), Meeting.published_slot_id.is_(None))
    return _its_meetings(person, waiting)


def _its_meetings(person: Participation, condition: ColumnElement[bool]) -> list[int]:
    rows = db.session.execute(
        select(Meeting.first_id, Meeting.second_id)
        .where(or_(Meeting.first_id == person.id, Meeting.second_id == person.id), condition)
        .order_by(Meeting.id)
    )
    return [second if first == person.id else first for first, second in rows]


def _asked(person: Participation) -> list[int]:
    rows = db.session.execute(
        select(MeetingRequest.sender_id, MeetingRequest.recipient_id)
        .where(
            or_(MeetingRequest.sender_id == person.id, MeetingRequest.recipient_id == person.id),
            MeetingRequest.state == RequestState.PENDING,
        )
        .order_by(MeetingRequest.sender_id == person.id, MeetingRequest.id)
    )
    return [recipient if sender == person.id else sender for sender, recipient in rows]


def _recommended(person: Participation) -> list[int]:
    """By the sum of both scores; only where both let themselves be recommended."""
    if not person.profile.may_be_recommended:
        return []
    mine = select(Suggestion.other_id.label("other"), Suggestion.score).where(Suggestion.participation_id == person.id)
    theirs = select(Suggestion.participation_id, Suggestion.score).where(Suggestion.other_id == person.id)
    both = mine.union_all(theirs).subquery()
    ranked = (
        select(both.c.other)
        .join(Participation, Participation.id == both.c.other)
        .join(Profile, Profile.id == Participation.profile_id)
        .where(Profile.may_be_recommended)
        .group_by(both.c.other)
        .order_by(func.sum(both.c.score).desc(), both.c.other)
    )
    return list(db.session.scalars(ranked))


def _is_usable(person: Participation, slot: Slot) -> bool:
    return slot.id not in unusable_slots(person.event, [person.registration])[person.registration_id]


def unplaced_meeting_of(person: Participation, other: Participation) -> Meeting | None:
    """The meeting that two have agreed on, and that has found no time."""
    found = meeting_between(person, other)
    return found if found and found.slot_id is None and found.published_slot_id is None else None
