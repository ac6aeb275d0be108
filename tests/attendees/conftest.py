"""An event with two ways to attend, an extra and two parts; people who signed up; an editor who is signed in."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from elmo_events.accounts.models import Account
from elmo_events.events.models import Admission, Event, Extra, Part
from elmo_events.events.rules import Mode
from elmo_events.foundation.database import db, transaction
from elmo_events.registration import actions
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import Choice, Facts, Person
from tests import makers
from tests.client import CheckingClient

FACTS = {"organisation": "Esimerkki Kehitys Oy", "language": "fi"}


@dataclass
class Place:
    """An event and the ids that tests choose from."""

    event: Event
    on_site: int
    online: int
    visit: int
    parts: list[int]

    def sign_up(self, last: str, first: str = "Aino", *, email: str = "", way: int = 0, **told: Any) -> Registration:
        """Through the real action, so that all keys, counts, queues and e-mails are as they will be."""
        by, extras, parts = told.pop("by", None), told.pop("extras", ()), told.pop("parts", self.parts)
        person = Person(first, last, email or f"{last.lower().replace(' ', '')}@example.org")
        with transaction():
            actions.sign_up(
                self.event,
                person,
                Choice(way or self.on_site, frozenset(extras), frozenset(parts)),
                Facts(**FACTS | told),
                by=by,
            )
        return db.session.query(Registration).filter_by(event_id=self.event.id, person_key=person.key).one()


def afresh() -> None:
    """Read what requests have written meanwhile."""
    db.session.rollback()
    db.session.expire_all()


@pytest.fixture
def place(app: Flask) -> Place:
    makers.taxonomy()
    start = makers.soon()
    organiser = makers.organiser()
    event = makers.event(
        organiser,
        choose_parts=True,
        parts=[
            Part(starts_at=start, ends_at=start + timedelta(hours=3), title={"en": "Morning"}),
            Part(starts_at=start + timedelta(days=7), ends_at=start + timedelta(days=7, hours=3)),
        ],
        admissions=[
            Admission(
                name={"fi": "Paikan päällä", "en": "On site"},
                mode=Mode.ON_SITE,
                places=20,
                has_catering=True,
                position=0,
            ),
            Admission(name={"fi": "Etänä", "en": "Online"}, mode=Mode.ONLINE, places=None, position=1),
        ],
        extras=[Extra(name={"fi": "Tehdasvierailu", "en": "Factory visit"}, places=10)],
    )
    ways = [admission.id for admission in event.admissions]
    return Place(event, *ways, event.extras[0].id, [part.id for part in event.parts])


@pytest.fixture
def editor(place: Place, client: CheckingClient) -> Account:
    account = makers.member(place.event.organiser)
    client.sign_in(account)
    return account
