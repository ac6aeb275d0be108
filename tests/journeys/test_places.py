"""Places are never exceeded: many threads at once, with its control; and any sequence of what people do."""

import importlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from elmo_events.events import signals
from elmo_events.events.models import Admission, Event, Extra
from elmo_events.events.rules import Mode
from elmo_events.foundation import database
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.refusals import Refusal
from elmo_events.mail.models import Message
from elmo_events.organisers.models import Organiser
from elmo_events.registration import actions
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import Choice, Facts, RegistrationState
from tests import makers
from tests.registration.people import person

PLACES, PEOPLE = 20, 60
CONFIRMED, WAITING = RegistrationState.CONFIRMED, RegistrationState.WAITING


@dataclass
class Rush:
    """What came of many people at once."""

    errors: list[str] = field(default_factory=list)
    confirmed: int = 0
    counted: int = 0
    queue: list[int] = field(default_factory=list)
    letters: int = 0

    @property
    def is_right(self) -> bool:
        return (
            not self.errors
            and self.confirmed == self.counted == PLACES
            and self.queue == list(range(1, PEOPLE - PLACES + 1))
            and self.letters == PEOPLE
        )


def test_sixty_people_at_once_for_twenty_places(app: Flask) -> None:
    rush = all_at_once(app)
    assert rush.is_right, rush


def test_the_same_without_locks_goes_wrong(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: had the lock no effect, the test above would prove nothing."""
    with without_locks(app, monkeypatch):
        rush = all_at_once(app)
    assert not rush.is_right
    assert rush.confirmed <= PLACES  # the constraint stands behind the lock


def test_one_person_sixty_times_at_once_is_one_registration(app: Flask) -> None:
    rush = all_at_once(app, same_person=True)
    assert rush.errors == []
    assert rush.confirmed == rush.counted == 1
    assert rush.letters == PEOPLE


def all_at_once(app: Flask, same_person: bool = False) -> Rush:
    event = makers.event(makers.organiser(), places=PLACES)
    chosen = Choice(event.admissions[0].id)
    event_id, rush, start = event.id, Rush(), threading.Barrier(PEOPLE)
    db.session.remove()

    def sign_up(number: int) -> None:
        with app.app_context():
            start.wait()
            try:
                with transaction():
                    here = db.session.get_one(Event, event_id)
                    actions.sign_up(here, person(0 if same_person else number), chosen, Facts())
            except Exception as error:
                rush.errors.append(f"{type(error).__name__}: {error}")

    threads = [threading.Thread(target=sign_up, args=(number,)) for number in range(PEOPLE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    registrations = db.session.query(Registration).order_by(Registration.queue_number).all()
    rush.confirmed = sum(each.state == CONFIRMED for each in registrations)
    rush.queue = [each.queue_number or 0 for each in registrations if each.state == WAITING]
    rush.counted = db.session.query(Admission).one().places_taken
    rush.letters = db.session.query(Message).count()
    return rush


@contextmanager
def without_locks(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No row lock; on SQLite no queue before writers, and transactions that begin by reading."""

    class NeverWriting:
        def get(self) -> bool:
            return False

        def set(self, value: bool) -> None: ...

        def reset(self, token: object) -> None: ...

    with monkeypatch.context() as patch:
        patch.setattr(importlib.import_module("elmo_events.registration.actions.sign_up"), "lock", lambda row: None)
        if "queue_lock" in app.extensions:
            patch.setitem(app.extensions, "queue_lock", nullcontext())
            patch.setattr(database, "_writing", NeverWriting())
        yield


Step = tuple[str, int, int, frozenset[int]]
STEPS: st.SearchStrategy[Step] = st.tuples(
    st.sampled_from(["sign up", "sign up", "sign up", "cancel", "change", "raise", "erase"]),
    st.integers(0, 5),  # who
    st.integers(0, 1),  # which admission
    st.frozensets(st.integers(0, 1), max_size=2),  # which extras
)


@pytest.fixture
def organiser_id(app: Flask) -> int:
    return makers.organiser().id


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, max_size=14), places=st.tuples(st.integers(0, 2), st.none() | st.integers(0, 2)))
def test_whatever_people_do_the_counts_are_right_and_the_line_is_kept(
    organiser_id: int, steps: list[Step], places: tuple[int, int | None]
) -> None:
    event = _event(organiser_id, places)
    before = _lines(event)
    for step in steps:
        try:
            with transaction():
                _do(event, step)
        except Refusal:
            db.session.rollback()
        db.session.expire_all()
        _check_counts(event)
        before = _check_lines(event, before)


def _event(organiser_id: int, places: tuple[int, int | None]) -> Event:
    number = db.session.query(Event).count()
    admissions = [
        Admission(name={"en": name}, mode=Mode.ON_SITE, places=limit, position=position)
        for position, (name, limit) in enumerate(zip("AB", places, strict=True))
    ]
    extras = [Extra(name={"en": "Visit"}, places=1, position=0), Extra(name={"en": "Dinner"}, places=None, position=1)]
    organiser = db.session.get_one(Organiser, organiser_id)
    return makers.event(organiser, slug=f"event-{number}", admissions=admissions, extras=extras)


def _do(event: Event, step: Step) -> None:
    what, number, position, extras = step
    who = person(number)
    chosen = Choice(event.admissions[position].id, frozenset(event.extras[extra].id for extra in extras))
    if what == "sign up":
        actions.sign_up(event, who, chosen, Facts())
    elif what == "raise":
        database.lock(event)
        admission = event.admissions[position]
        admission.places = None if admission.places is None else admission.places + 1
        signals.places_raised.send(event)
    elif found := db.session.query(Registration).filter_by(event_id=event.id, person_key=who.key).one_or_none():
        if what == "cancel":
            actions.cancel(found)
        elif what == "erase":
            actions.erase(found)
        else:
            actions.change(found, who, chosen, Facts())


def _check_counts(event: Event) -> None:
    confirmed = db.session.query(Registration).filter_by(event_id=event.id, state=CONFIRMED).all()
    for admission in event.admissions:
        taken = sum(each.admission_id == admission.id for each in confirmed)
        assert admission.places_taken == taken
        assert admission.places is None or taken <= admission.places
    for extra in event.extras:
        taken = sum(extra in each.extras for each in confirmed)
        assert extra.places_taken == taken
        assert extra.places is None or taken <= extra.places


def _lines(event: Event) -> dict[int, list[int]]:
    waiting = db.session.query(Registration).filter_by(event_id=event.id, state=WAITING)
    ordered = waiting.order_by(Registration.queue_number).all()
    return {
        admission.id: [each.id for each in ordered if each.admission_id == admission.id]
        for admission in event.admissions
    }


def _check_lines(event: Event, before: dict[int, list[int]]) -> dict[int, list[int]]:
    """Nobody waits beside a free place, nobody passes anybody, and whoever comes joins at the end."""
    after = _lines(event)
    states = {each.id: each for each in db.session.query(Registration).filter_by(event_id=event.id)}
    for admission in event.admissions:
        old, new = before[admission.id], after[admission.id]
        assert not (new and admission.places_left != 0)
        stayed = [each for each in old if each in new]
        assert new[: len(stayed)] == stayed
        got_in = [each for each in old if states[each].state == CONFIRMED and states[each].admission_id == admission.id]
        assert old[: len(got_in)] == got_in or all(each not in new for each in old[: old.index(got_in[-1])])
    return after
