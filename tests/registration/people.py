"""People who sign up in tests."""

from typing import Any

from sqlalchemy import select

from elmo_events.accounts.models import Account
from elmo_events.events.models import Event
from elmo_events.foundation.database import db, transaction
from elmo_events.registration import actions
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import Choice, Facts, Outcome, Person

ANNA = Person("Anna", "Alatalo", "anna@example.org")


def person(number: int) -> Person:
    return Person(f"Etunimi{number}", f"Sukunimi{number:03d}", f"person{number}@example.org")


def choice(event: Event, admission: int = 0, extras: tuple[int, ...] = (), parts: tuple[int, ...] = ()) -> Choice:
    """By position: the first admission, no extras, no parts."""
    return Choice(
        event.admissions[admission].id,
        frozenset(event.extras[number].id for number in extras),
        frozenset(event.parts[number].id for number in parts),
    )


def sign_up(
    event: Event, who: Person = ANNA, chosen: Choice | None = None, by: Account | None = None, **told: Any
) -> Outcome:
    wanted = chosen or choice(event)
    with transaction():
        return actions.sign_up(event, who, wanted, Facts(**({"organisation": "Malli-AMK"} | told)), by=by)


def registered(event: Event, who: Person = ANNA) -> Registration:
    """As it is in the database now, whatever a request or another thread has done meanwhile."""
    db.session.rollback()
    mine = select(Registration).where(Registration.event_id == event.id, Registration.person_key == who.key)
    found = db.session.scalar(mine)
    assert found is not None
    db.session.refresh(found)
    return found


def signed_up(event: Event, who: Person = ANNA, chosen: Choice | None = None, **told: Any) -> Registration:
    sign_up(event, who, chosen, **told)
    return registered(event, who)
