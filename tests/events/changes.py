"""Short words for tests of what organisers do."""

from datetime import datetime
from typing import Any

import pytest

from elmo_events.events.models import Event
from elmo_events.foundation import dates
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.refusals import Refusal
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import Person, RegistrationState
from tests import makers

ZONE = dates.zone("Europe/Helsinki")
YEAR = now().year + 1


def local(month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(YEAR, month, day, hour, minute, tzinfo=ZONE)


def refused(action: Any, *arguments: Any) -> Refusal:
    with pytest.raises(Refusal) as caught, transaction():
        action(*arguments)
    return caught.value


def do(action: Any, *arguments: Any) -> Any:
    with transaction():
        return action(*arguments)


def register_somebody(event: Event, state: RegistrationState = RegistrationState.CONFIRMED) -> Registration:
    person = Person("Anna", "Öberg", "anna@example.org")
    return makers.saved(
        Registration(
            event_id=event.id, admission_id=event.admissions[0].id, state=state, person_key=person.key,
            first_name="Anna", last_name="Öberg", email="anna@example.org", language="fi", sort_key="{cberg  anna",
        )
    )  # fmt: skip


def forget_what_was_read() -> None:
    """What requests have written is read afresh."""
    db.session.rollback()
    db.session.expire_all()
