"""Many people who accept meetings at the same moment, at several server processes; and all that may be wrong afterwards."""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from threading import Barrier
from typing import Any

from sqlalchemy import UniqueConstraint, select

from elmo_events import create_app
from elmo_events.accounts.models import Account
from elmo_events.events.models import Event
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import Base, db, transaction
from elmo_events.matchmaking.models import Meeting, MeetingRequest, Participation, Seat
from elmo_events.matchmaking.queries.request_links import ACCEPT, answer_token
from elmo_events.matchmaking.rules import MatchmakingMode, RequestState
from elmo_events.profiles.models import Profile
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import Person, RegistrationState
from elmo_events.timetable.queries import slots
from tests import makers, meeting_makers
from tests.servers import web
from tests.servers.visitor import Answer, Visitor, form_in

PROCESSES, PATIENCE = 3, 120
REAL, UNLOCKED = "elmo_events:create_app", "tests.servers.unlocked:create_app"


@dataclass(frozen=True)
class Hall:
    """How many slots and tables there are, how many people ask, and how many others each of them asks for one slot."""

    slots: int
    tables: int
    senders: int
    each_asks: int

    @property
    def places(self) -> int:
        """How many of the meetings can be: as many as tables, or as people who asked for that slot."""
        return self.slots * min(self.tables, self.senders // self.slots)


@dataclass
class Race:
    """What everybody was answered, and what the database holds afterwards."""

    hall: Hall
    answers: list[Answer]
    meetings: list[Meeting]
    seats: list[Seat]
    accepted: int
    seconds: float

    def disorder(self) -> list[str]:
        """Everything that is not as it must be, in words."""
        met = sum(answer.title.startswith("Request to meet you") for answer in self.answers)
        refused = sum(answer.status == 422 for answer in self.answers)
        found = {
            "an error": any(answer.status not in {200, 422} for answer in self.answers),
            "not as many meetings as there are places": len(self.meetings) != self.hall.places,
            "requests and meetings differ": self.accepted != len(self.meetings),
            "the pages told something else": (met, refused) != (self.accepted, len(self.answers) - self.accepted),
        }
        return self.double_bookings() + [what for what, is_so in found.items() if is_so]

    def double_bookings(self) -> list[str]:
        tables = Counter((meeting.published_slot_id, meeting.published_table_id) for meeting in self.meetings)
        people = Counter(
            (meeting.published_slot_id, person)
            for meeting in self.meetings
            for person in (meeting.first_id, meeting.second_id)
        )
        seats = Counter((seat.published_slot_id, seat.participation_id) for seat in self.seats)
        found = {
            "a table is taken twice": max(tables.values(), default=0) > 1,
            "a person is in two meetings": max(people.values(), default=0) > 1,
            "the seats tell something else": seats != people,
        }
        return [what for what, is_so in found.items() if is_so]


def race(settings: dict[str, Any], hall: Hall, factory: str = REAL) -> Race:
    """Everybody who was asked accepts in the same moment."""
    app = create_app(**settings)
    with app.app_context():
        running = web.settings_for(settings, ELMO_WEB_WORKERS=PROCESSES)
        event = makers.event(makers.organiser(), places=None)
        meeting_makers.matchmaking(event, slots=hall.slots, tables=hall.tables, mode=MatchmakingMode.FIRST_COME)
        paths = [f"/en/meeting-requests/{answer_token(request, ACCEPT)}" for request in _requests(event, hall)]
        with web.serving(running, factory) as product:
            answers, seconds = _all_at_once(product.address, paths)
        db.session.rollback()
        meetings = list(db.session.scalars(select(Meeting)))
        seats = list(db.session.scalars(select(Seat)))
        accepted = db.session.query(MeetingRequest).filter_by(state=RequestState.ACCEPTED).count()
        db.session.expunge_all()
        db.session.remove()
        db.engine.dispose()
    return Race(hall, answers, meetings, seats, accepted, seconds)


def people(event: Event, number: int) -> list[Participation]:
    """As makers make them, in one transaction."""
    with transaction():
        accounts = [Account(email=f"p{one}@example.org", name=f"P {one}", language="en") for one in range(number)]
        db.session.add_all(accounts)
        db.session.flush()
        made = [_participation(event, account) for account in accounts]
        db.session.add_all(made)
    return made


def _participation(event: Event, account: Account) -> Participation:
    first, last = account.name.split()
    registration = Registration(
        event_id=event.id, admission_id=event.admissions[0].id, state=RegistrationState.CONFIRMED, first_name=first,
        last_name=last, email=account.email, person_key=Person(first, last, account.email).key, language="en",
        sort_key=last,
    )  # fmt: skip
    profile = Profile(account_id=account.id, first_name=first, last_name=last, sort_key=last)
    return Participation(event_id=event.id, registration=registration, profile=profile)


def _requests(event: Event, hall: Hall) -> Sequence[MeetingRequest]:
    """Each of the senders asks several others, all for one and the same slot; the senders share the slots evenly."""
    made = people(event, hall.senders * (1 + hall.each_asks))
    senders, others = made[: hall.senders], made[hall.senders :]
    all_slots, requests = slots(event), []
    for number, other in enumerate(others):
        sender = senders[number % hall.senders]
        low, high = sorted((sender.id, other.id))
        requests.append(
            MeetingRequest(
                event_id=event.id,
                sender_id=sender.id,
                recipient_id=other.id,
                low_id=low,
                high_id=high,
                slot_id=all_slots[number % hall.senders % hall.slots].id,
                expires_at=now() + timedelta(days=1),
            )
        )
    with transaction():
        db.session.add_all(requests)
    return requests


def _all_at_once(address: str, paths: Sequence[str]) -> tuple[list[Answer], float]:
    """Everybody has read their own page, and presses the button in the same moment."""
    start = Barrier(len(paths) + 1)

    def accept(path: str) -> Answer:
        visitor = Visitor(address)
        form = form_in(visitor.get(path).text)
        start.wait(timeout=PATIENCE)
        return visitor.post(path, form)

    with ThreadPoolExecutor(len(paths)) as pool:
        futures = [pool.submit(accept, path) for path in paths]
        start.wait(timeout=PATIENCE)
        begun = time.monotonic()
        answers = [future.result() for future in futures]
    return answers, time.monotonic() - begun


@contextmanager
def without_uniqueness() -> Iterator[None]:
    """The tables of meetings and seats as they would be made without their unique constraints."""
    tables = [Base.metadata.tables["meeting"], Base.metadata.tables["seat"]]
    removed = [(table, one) for table in tables for one in table.constraints if isinstance(one, UniqueConstraint)]
    for table, constraint in removed:
        table.constraints.discard(constraint)
    try:
        yield
    finally:
        for table, constraint in removed:
            table.constraints.add(constraint)
