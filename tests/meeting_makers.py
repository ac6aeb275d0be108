"""Makers of profiles, participations and meetings for tests: sensible by default, every fact can be given."""

from datetime import timedelta
from typing import Any

from elmo_events.accounts.models import Account
from elmo_events.events.models import Event
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.sorting import name_sort_key
from elmo_events.matchmaking.actions.seats import Place, draft, new_meeting, publish
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation
from elmo_events.profiles.models import Profile, Statement
from elmo_events.profiles.rules import Direction, StatementKind
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import Person, RegistrationState, keys_of
from elmo_events.timetable.models import Block, MeetingTable, Slot
from elmo_events.timetable.queries import slots, tables
from elmo_events.timetable.rules import spans_of
from tests import makers


def matchmaking(event: Event, slots: int = 6, tables: int = 3, **facts: Any) -> Matchmaking:
    """Matchmaking that is on, with one block of so many slots of 15 + 5 minutes at the event's start, and tables."""
    starts_at = event.starts_at
    block = Block(event_id=event.id, starts_at=starts_at, ends_at=starts_at + timedelta(minutes=20 * slots))
    block.slots = [
        Slot(event_id=event.id, starts_at=start, ends_at=end)
        for start, end in spans_of(starts_at, block.ends_at, 15, 5)
    ]
    made = Matchmaking(**{"event_id": event.id} | facts)
    with transaction():
        db.session.add_all([made, block])
        db.session.add_all(
            MeetingTable(event_id=event.id, name=f"{number}", position=number) for number in range(1, tables + 1)
        )
    return made


def registration(
    event: Event, email: str, first_name: str = "Aino", last_name: str = "Mäki", **facts: Any
) -> Registration:
    person = Person(first_name, last_name, email)
    organisation = facts.pop("organisation", "Esimerkki Oy")
    keys = keys_of(person, organisation)
    defaults = {
        "event_id": event.id, "admission_id": event.admissions[0].id, "state": RegistrationState.CONFIRMED,
        "person_key": person.key, "first_name": first_name, "last_name": last_name, "email": email,
        "organisation": organisation, "language": "en", "sort_key": keys.sort_key,
        "organisation_sort_key": keys.organisation_sort_key, "search_text": keys.search_text,
    }  # fmt: skip
    made = makers.saved(Registration(**defaults | facts))
    with transaction():
        event.admissions[0].places_taken += 1
    return made


def profile(email: str, first_name: str = "Aino", last_name: str = "Mäki", **facts: Any) -> Profile:
    account = facts.pop("account", None) or makers.account(email, name=f"{first_name} {last_name}", language="en")
    defaults = {
        "account_id": account.id, "first_name": first_name, "last_name": last_name,
        "sort_key": name_sort_key(last_name, first_name), "organisation": "Esimerkki Oy", "languages": ["fi", "en"],
    }  # fmt: skip
    return makers.saved(Profile(**defaults | facts))


def statement(profile: Profile, direction: Direction, title: str, language: str = "en", **facts: Any) -> Statement:
    return makers.saved(
        Statement(
            **{
                "profile_id": profile.id,
                "direction": direction,
                "kind": StatementKind.TECHNOLOGY,
                "title": {language: title},
            }
            | facts
        )
    )


def participation(event: Event, name: str, **facts: Any) -> Participation:
    """Somebody with this first name who takes part: account, profile, confirmed registration. `facts` go to the profile."""
    email = f"{name.lower()}@example.org"
    made = profile(email, first_name=name, **facts)
    return taking_part(event, made)


def taking_part(event: Event, profile: Profile) -> Participation:
    """Somebody with a profile who has signed up."""
    signed_up = registration(event, profile.account.email, first_name=profile.first_name, last_name=profile.last_name)
    return makers.saved(Participation(event_id=event.id, registration_id=signed_up.id, profile_id=profile.id))


def account_of(participation: Participation) -> Account:
    return participation.profile.account


def meeting(first: Participation, second: Participation, slot: Slot | None = None, table: MeetingTable | None = None,
            published: bool = True) -> Meeting:  # fmt: skip
    with transaction():
        made = new_meeting(first, second)
        draft({made: Place(slot.id if slot else None, table.id if table else None)})
        if published:
            publish([made])
    return made


def first_place(event: Event) -> tuple[Slot, MeetingTable]:
    """The event's first slot and first table."""
    return slots(event)[0], tables(event)[0]
