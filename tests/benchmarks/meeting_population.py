"""Profiles of a whole network and events full of meetings, written as plain rows so that they are made in seconds.

What people say comes from matching_population.py. Half of an event's people meet the other half, a new partner in every
slot; some meetings wait without a slot, and half of all requests have not been answered.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, NamedTuple

from sqlalchemy import insert, select, text

from elmo_events.accounts.models import Account
from elmo_events.events.models import Event
from elmo_events.foundation import search
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import Base, db, transaction
from elmo_events.foundation.sorting import name_sort_key
from elmo_events.matchmaking.models import Feedback, Meeting, MeetingRequest, Participation, Seat
from elmo_events.matchmaking.rules import MeetingState, RequestState
from elmo_events.network.actions import fill_in_reference
from elmo_events.network.models import Organisation, OrganisationName, OrganisationType, Theme
from elmo_events.network.rules import folded
from elmo_events.organisers.models import Organiser
from elmo_events.profiles.models import Profile, Statement, profile_theme
from elmo_events.profiles.queries import directory
from elmo_events.profiles.queries.narrowing import STATEMENT
from elmo_events.profiles.rules import ABOUT, Direction, Visibility
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import Person as Participant
from elmo_events.registration.rules import RegistrationState, keys_of
from elmo_events.timetable.models import MeetingTable, Slot
from tests import makers, meeting_makers
from tests.benchmarks.matching_population import population

SEED = 2027
FIRST_NAMES = ("Aino", "Eero", "Ida", "Jussi", "Kerttu", "Lars", "Maija", "Nils", "Oona", "Pekka", "Saga", "Åke")
LAST_NAMES = ("Mäki-Petäjä", "Öberg", "Åkesson", "Virtanen", "Näkkäläjärvi", "Korhonen", "Lindström", "Niemi", "Salo")
WAITING_SHARE = 0.1  # of all meetings: agreed, and without a slot
FEEDBACK_SHARE = 0.5


def network(number: int) -> None:
    """So many people with profiles, offers and needs, all of whom the directory shows and search finds."""
    with transaction():
        fill_in_reference()
    made = population(number, SEED)
    kinds = dict(db.session.execute(select(OrganisationType.slug, OrganisationType.id)).all())
    themes = dict(db.session.execute(select(Theme.slug, Theme.id)).all())
    moment = now()
    with transaction():
        _write(Account, (_account(at, moment) for at in range(number)))
        companies = sorted({int(person.organisation or 0) for person in made.people})
        _write(Organisation, (_organisation(at) for at in companies))
        spellings = [(at, f"Esimerkki Kehitys {at} Oy") for at in companies]
        _write(
            OrganisationName,
            ({"organisation_id": at + 1, "name": name, "folded": folded(name)} for at, name in spellings),
        )
        _write(Profile, (_profile(at, person, kinds, moment) for at, person in enumerate(made.people)))
        chosen = [(at, theme) for at, person in enumerate(made.people) for theme in sorted(person.themes)]
        rows = [{"profile_id": at + 1, "theme_id": themes[theme]} for at, theme in chosen]
        db.session.execute(profile_theme.insert(), rows)
        said = [(at, statement) for at, person in enumerate(made.people) for statement in person.statements]
        _write(Statement, (_statement(at, statement, themes, moment) for at, statement in said))
        _number_on((Account, Organisation, Profile))
    with transaction():
        for profile in db.session.scalars(select(Profile).options(*directory.CARD)).unique():
            search.index(ABOUT, profile.id, *directory.search_texts_of(profile))
            for statement in profile.statements:
                search.index(STATEMENT, statement.id, *directory.search_texts_of_statement(statement))


class Size(NamedTuple):
    people: int
    slots: int
    meetings: int


def event_with_meetings(organiser: Organiser, slug: str, size: Size, starts_at: datetime) -> Event:
    """An event of the network's first so many people, with a published timetable; half of those who met have said how it was."""
    people, slots, meetings = size
    event = makers.event(organiser, slug=slug, places=None, starts_at=starts_at, ends_at=starts_at + timedelta(hours=9))
    tables = min(people // 2, -(-meetings // slots)) if meetings else people // 4
    meeting_makers.matchmaking(event, slots=slots, tables=tables, published_at=now() if meetings else None)
    numbers = _taking_part(event, people)
    slot_rows = db.session.scalars(select(Slot).where(Slot.event_id == event.id).order_by(Slot.starts_at)).all()
    table_ids = db.session.scalars(select(MeetingTable.id).where(MeetingTable.event_id == event.id)).all()
    with transaction():
        if meetings:
            _meetings(event, numbers, slot_rows, table_ids, meetings)
        _requests(event, numbers)
    return event


def _write(model: type[Base], rows: Iterator[dict[str, Any]] | Sequence[dict[str, Any]]) -> None:
    if found := list(rows):
        db.session.execute(insert(model), found)


def _number_on(models: Sequence[type[Base]]) -> None:
    """PostgreSQL doesn't see ids that we gave ourselves: what is added later takes the next ones."""
    for name in (model.__tablename__ for model in models):
        if db.engine.dialect.name == "postgresql":
            db.session.execute(text(f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), max(id)) FROM {name}"))


def _name(at: int) -> tuple[str, str]:
    return FIRST_NAMES[at % len(FIRST_NAMES)], f"{LAST_NAMES[at // len(FIRST_NAMES) % len(LAST_NAMES)]} {at}"


def _account(at: int, moment: datetime) -> dict[str, Any]:
    first, last = _name(at)
    return {"id": at + 1, "email": f"person{at}@example.org", "name": f"{first} {last}", "language": "fi",
            "is_participant": True, "created_at": moment}  # fmt: skip


def _organisation(at: int) -> dict[str, Any]:
    name = f"Esimerkki Kehitys {at} Oy"
    return {"id": at + 1, "slug": f"esimerkki-{at}", "name": {"fi": name}, "sort_key": name_sort_key(name, ""),
            "has_page": at % 5 == 0}  # fmt: skip


def _profile(at: int, person: Any, kinds: dict[str, int], moment: datetime) -> dict[str, Any]:
    first, last = _name(at)
    return {
        "id": at + 1, "account_id": at + 1, "first_name": first, "last_name": last, "sort_key": name_sort_key(last, first),
        "job_title": "Kehityspäällikkö", "organisation": f"Esimerkki Kehitys {person.organisation} Oy",
        "organisation_id": person.organisation + 1, "organisation_type_id": kinds[person.kind],
        "region_code": person.region, "country": "FI", "languages": ["fi", "en"] if at % 3 else ["sv", "fi"],
        "visibility": Visibility.NETWORK if at % 3 else Visibility.EVENTS,
        "created_at": moment, "changed_at": moment, "confirmed_at": moment,
    }  # fmt: skip


def _statement(at: int, statement: Any, themes: dict[str, int], moment: datetime) -> dict[str, Any]:
    return {
        "profile_id": at + 1, "direction": Direction(statement.direction), "kind": statement.kind,
        "theme_id": themes[statement.theme] if statement.theme else None, "title": statement.texts, "text": {},
        "created_at": moment, "confirmed_at": moment,
    }  # fmt: skip


def _taking_part(event: Event, people: int) -> list[int]:
    """Ids of participations."""
    moment, admission_id = now(), event.admissions[0].id
    with transaction():
        _write(Registration, (_registration(at, event, admission_id, moment) for at in range(people)))
        rows = db.session.execute(
            select(Registration.id, Profile.id)
            .join(Account, Account.email == Registration.email)
            .join(Profile, Profile.account_id == Account.id)
            .where(Registration.event_id == event.id)
            .order_by(Registration.id)
        )
        joined = [{"event_id": event.id, "registration_id": one, "profile_id": other, "joined_at": moment}
                  for one, other in rows]  # fmt: skip
        _write(Participation, joined)
        found = select(Participation.id).where(Participation.event_id == event.id).order_by(Participation.id)
        return list(db.session.scalars(found))


def _registration(at: int, event: Event, admission_id: int, moment: datetime) -> dict[str, Any]:
    first, last = _name(at)
    person, organisation = Participant(first, last, f"person{at}@example.org"), f"Esimerkki Kehitys {at} Oy"
    keys = keys_of(person, organisation)
    return {
        "event_id": event.id, "admission_id": admission_id, "state": RegistrationState.CONFIRMED,
        "person_key": person.key, "first_name": first, "last_name": last, "email": person.email,
        "organisation": organisation, "language": "fi", "created_at": moment, "changed_at": moment,
        "confirmed_at": moment, "sort_key": keys.sort_key, "organisation_sort_key": keys.organisation_sort_key,
        "search_text": keys.search_text,
    }  # fmt: skip


def _meetings(event: Event, numbers: list[int], slots: Sequence[Slot], tables: Sequence[int], meetings: int) -> None:
    random, moment, rows = Random(SEED), now(), list[dict[str, Any]]()
    here, there = numbers[: len(numbers) // 2], numbers[len(numbers) // 2 :]
    for turn, slot in enumerate(slots):
        begin = turn * len(tables)
        for place, table in enumerate(tables):
            if len(rows) == meetings:
                break
            first, second = (begin + place) % len(here), (begin + place + turn * 7) % len(there)
            rows.append(_meeting(event, (here[first], there[second]), slot, table, moment))
    for at in range(int(WAITING_SHARE * meetings)):
        turn = len(slots) + 1 + at // len(here)
        pair = here[at % len(here)], there[(at + turn * 7) % len(there)]
        rows.append(_meeting(event, pair, None, None, moment))
    _write(Meeting, rows)
    written = db.session.execute(
        select(Meeting.id, Meeting.first_id, Meeting.second_id, Meeting.slot_id).where(Meeting.event_id == event.id)
    ).all()
    _write(Seat, [
        {"meeting_id": number, "participation_id": person, "slot_id": slot, "published_slot_id": slot}
        for number, first, second, slot in written for person in (first, second)
    ])  # fmt: skip
    _write(Feedback, [
        {"meeting_id": number, "participation_id": first, "took_place": random.random() < 0.9, "given_at": moment,
         "useful": random.randint(1, 4), "next_step": None, "may_ask_later": False}
        for number, first, _, slot in written if slot and random.random() < FEEDBACK_SHARE
    ])  # fmt: skip


def _meeting(
    event: Event, pair: tuple[int, int], slot: Slot | None, table: int | None, moment: datetime
) -> dict[str, Any]:
    slot_id, (first, second) = slot.id if slot else None, pair
    return {
        "event_id": event.id, "first_id": first, "second_id": second, "state": MeetingState.ACTIVE, "slot_id": slot_id,
        "table_id": table, "published_slot_id": slot_id, "published_table_id": table, "created_at": moment,
        "told_at": moment if slot else None, "told_starts_at": slot.starts_at if slot else None,
        "told_ends_at": slot.ends_at if slot else None, "sequence": 1 if slot else 0,
    }  # fmt: skip


def _requests(event: Event, numbers: list[int]) -> None:
    """Everybody has asked four others, further away in the list than those whom they meet."""
    moment, rows = now(), []
    for at, sender in enumerate(numbers):
        for step in (1, 2, 3, 4):
            recipient = numbers[(at + step) % len(numbers)]
            low, high = sorted((sender, recipient))
            state = RequestState.PENDING if step % 2 else RequestState.DECLINED
            rows.append(
                {"event_id": event.id, "sender_id": sender, "recipient_id": recipient, "low_id": low, "high_id": high,
                 "state": state, "message": "Tavataanko?", "created_at": moment,
                 "expires_at": moment + timedelta(days=20)}
            )  # fmt: skip
    _write(MeetingRequest, rows)


def in_days(days: int) -> datetime:
    return datetime.now(UTC).replace(hour=7, minute=0, second=0, microsecond=0) + timedelta(days=days)
