"""The organiser's list of people: who comes to an event, and how far each has come with meetings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select, true
from sqlalchemy.orm import joinedload, selectinload

from elmo_events.accounts.models import Account
from elmo_events.accounts.rules import normal_address
from elmo_events.events.models import Event
from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Meeting, MeetingRequest, Participation
from elmo_events.matchmaking.rules import Gap, MeetingState, RequestState
from elmo_events.profiles.models import Profile, Statement
from elmo_events.profiles.rules import Direction
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import RegistrationState, folded
from elmo_events.timetable.queries import slots, unusable_slots


@dataclass
class RosterRow:
    """One confirmed registration; `participation` and `profile` are empty while there is none."""

    registration: Registration
    participation: Participation | None = None
    profile: Profile | None = None
    offers: int = 0
    needs: int = 0
    sent: int = 0
    received: int = 0
    accepted: int = 0
    agreed: int = 0  # meetings
    placed: int = 0
    free_slots: int = 0
    gaps: set[Gap] = field(default_factory=set)


def roster(event: Event, only: int | None = None) -> list[RosterRow]:
    """Everybody whose registration is confirmed, by name; or only the one with this registration (id)."""
    rows = [RosterRow(registration) for registration in _registrations(event, only)]
    _add_profiles(event, rows)
    _add_statements(rows)
    _add_requests(event, rows)
    _add_meetings(event, rows)
    total = len(slots(event))
    unusable = unusable_slots(event, [row.registration for row in rows])
    for row in rows:
        row.free_slots = total - len(unusable[row.registration.id])
        row.gaps = set(_gaps(row, has_slots=total > 0))
    return rows


def selected(rows: Iterable[RosterRow], gap: Gap | None, words: str = "") -> list[RosterRow]:
    """Those who have this gap, and in whose name, organisation or address all of the words stand."""
    wanted = folded(words).split()
    with_gap = (row for row in rows if gap is None or gap in row.gaps)
    return [row for row in with_gap if all(word in row.registration.search_text for word in wanted)]


def gap_counts(rows: Sequence[RosterRow]) -> dict[Gap, int]:
    return {gap: sum(1 for row in rows if gap in row.gaps) for gap in Gap}


def _gaps(row: RosterRow, has_slots: bool) -> Iterable[Gap]:
    if row.participation is None:
        yield Gap.NOT_JOINED
    if row.profile is None:
        yield Gap.NO_PROFILE
    if row.participation is None:
        return
    if not row.offers + row.needs:
        yield Gap.NOTHING_SAID
    if not row.sent + row.received:
        yield Gap.NO_REQUEST
    if has_slots and not row.free_slots:
        yield Gap.NO_TIME
    if not row.placed:
        yield Gap.NO_MEETING


def _registrations(event: Event, only: int | None) -> Sequence[Registration]:
    return db.session.scalars(
        select(Registration)
        .where(
            Registration.event_id == event.id,
            Registration.state == RegistrationState.CONFIRMED,
            Registration.anonymised_at.is_(None),
            true() if only is None else Registration.id == only,
        )
        .options(joinedload(Registration.admission), selectinload(Registration.parts))
        .order_by(Registration.sort_key, Registration.id)
    ).all()


def _add_profiles(event: Event, rows: Sequence[RosterRow]) -> None:
    """Who has joined has the profile that they joined with; of others we look for one with their address."""
    joined = {
        one.registration_id: one
        for one in db.session.scalars(
            select(Participation)
            .where(
                Participation.event_id == event.id,
                Participation.left_at.is_(None),
                Participation.profile_id.is_not(None),
            )
            .options(joinedload(Participation.profile))
        )
    }
    addresses = {normal_address(row.registration.email) for row in rows if row.registration.id not in joined}
    known = dict(
        db.session.execute(
            select(Account.email, Profile)
            .join(Profile, Profile.account_id == Account.id)
            .where(Account.email.in_(addresses))
        ).all()
    )
    for row in rows:
        row.participation = joined.get(row.registration.id)
        row.profile = row.participation.profile if row.participation else None
        row.profile = row.profile or known.get(normal_address(row.registration.email))


def _add_statements(rows: Sequence[RosterRow]) -> None:
    numbers = [row.profile.id for row in rows if row.profile]
    counted = db.session.execute(
        select(Statement.profile_id, Statement.direction, func.count())
        .where(Statement.profile_id.in_(numbers), Statement.closed_at.is_(None))
        .group_by(Statement.profile_id, Statement.direction)
    )
    found = {(profile_id, direction): number for profile_id, direction, number in counted}
    for row in rows:
        if row.profile:
            row.offers = found.get((row.profile.id, Direction.OFFER), 0)
            row.needs = found.get((row.profile.id, Direction.NEED), 0)


def _add_requests(event: Event, rows: Sequence[RosterRow]) -> None:
    sent = _counts(event, MeetingRequest.sender_id)
    received = _counts(event, MeetingRequest.recipient_id)
    accepted = MeetingRequest.state == RequestState.ACCEPTED
    agreed = [_counts(event, side, accepted) for side in (MeetingRequest.sender_id, MeetingRequest.recipient_id)]
    for row in rows:
        if row.participation:
            number = row.participation.id
            row.sent, row.received = sent.get(number, 0), received.get(number, 0)
            row.accepted = sum(side.get(number, 0) for side in agreed)


def _counts(event: Event, side: Any, *conditions: Any) -> dict[int, int]:
    counted = db.session.execute(
        select(side, func.count()).where(MeetingRequest.event_id == event.id, *conditions).group_by(side)
    )
    return dict(counted.all())


def _add_meetings(event: Event, rows: Sequence[RosterRow]) -> None:
    by_person: dict[int, list[int | None]] = {}
    meetings = db.session.execute(
        select(Meeting.first_id, Meeting.second_id, Meeting.slot_id).where(
            Meeting.event_id == event.id, Meeting.state == MeetingState.ACTIVE
        )
    )
    for first, second, slot_id in meetings:
        by_person.setdefault(first, []).append(slot_id)
        by_person.setdefault(second, []).append(slot_id)
    for row in rows:
        if row.participation:
            held = by_person.get(row.participation.id, [])
            row.agreed, row.placed = len(held), sum(1 for slot_id in held if slot_id is not None)
