"""The worker's part: asking how meetings were, in the evening after an event and three months later."""

from elmo_events.agenda.actions import feedback as actions
from elmo_events.agenda.queries import feedback as queries
from elmo_events.events.models import Event
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.jobs import each_alone, every, nightly


@every(minutes=15)
def ask_how_meetings_were() -> None:
    """Running twice asks nobody twice."""
    numbers = [event.id for event in queries.events_to_ask(now())]
    db.session.rollback()
    each_alone("not asked how meetings were", numbers, _ask_how_it_was)


@nightly(hour=6)
def ask_what_meetings_led_to() -> None:
    numbers = [person.id for person in queries.people_to_ask_later(now())]
    db.session.rollback()
    each_alone("not asked what meetings led to", numbers, _ask_what_it_led_to)


def _ask_how_it_was(event_id: int) -> None:
    with transaction():
        actions.ask_how_it_was(db.session.get_one(Event, event_id))


def _ask_what_it_led_to(person_id: int) -> None:
    with transaction():
        actions.ask_what_it_led_to(person_id)
