"""Different buttons are pressed at the same moment: nobody waits for somebody who waits for them, and nothing is left behind.

The controls fail on PostgreSQL, each with its guard off: a lock that keeps others from pointing at the row, locks taken in
another order, what was loaded before the lock left as it was.
"""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy.orm.exc import ObjectDeletedError

from elmo_events.foundation.database import db, transaction
from elmo_events.matchmaking.actions.ask import ask
from elmo_events.matchmaking.actions.join import join
from elmo_events.matchmaking.actions.label import label
from elmo_events.matchmaking.actions.leave import leave
from elmo_events.matchmaking.models import MeetingRequest, Participation
from elmo_events.matchmaking.queries.participations import is_in_force
from elmo_events.matchmaking.rules import LabelKind, RequestState
from elmo_events.profiles import actions as profiles
from elmo_events.registration import actions as registrations
from tests import makers, meeting_makers
from tests.at_once import TIMES, at_once


@pytest.fixture
def people(app: Flask) -> list[int]:
    """Participations of one event; rows belong to the session of one thread, so that these are their ids."""
    event = makers.event(makers.organiser())
    meeting_makers.matchmaking(event)
    return [meeting_makers.participation(event, f"Person{number}").id for number in range(TIMES)]


def test_cancelling_a_registration_and_asking(app: Flask, people: list[int]) -> None:
    outcomes = at_once(app, lambda number: _cancel(people[number]) if number % 2 else _ask(people[number], people[0]))
    assert outcomes[1::2] == ["done"] * (TIMES // 2)
    assert set(outcomes) <= {"done", "refused"}
    assert _left_behind() == []


def test_joining_and_cancelling_a_registration(app: Flask, people: list[int]) -> None:
    with transaction():
        for number in people[::2]:
            leave(_person(number))
    outcomes = at_once(app, lambda number: _cancel(people[number]) if number % 2 else _join(people[number]))
    assert outcomes == ["done"] * TIMES


def test_erasing_a_profile_and_pointing_at_it(app: Flask, people: list[int]) -> None:
    """Some hide one who is going, some avoid them, some ask them."""
    gone = people[0]

    def act(number: int) -> str | None:
        if number == 0:
            _erase(gone)
            return None
        return _gone((_hide, _avoid, _ask)[number % 3], people[number], gone)

    assert set(at_once(app, act)) <= {"done", "refused", "gone"}
    assert _left_behind() == []
    assert _person(gone).profile_id is None


def test_who_leaves_while_they_ask_has_asked_nobody(app: Flask, people: list[int]) -> None:
    """One person with many windows."""
    own, *others = people
    at_once(app, lambda number: _leave(own) if number == TIMES // 2 else _ask(own, others[number % len(others)]))
    assert _left_behind() == []
    assert not is_in_force(_person(own))


def test_who_avoids_somebody_while_they_ask_is_asked_by_nobody(app: Flask, people: list[int]) -> None:
    first, second, *_rest = people
    at_once(app, lambda number: _avoid(first, second) if number == TIMES // 2 else _ask(second, first))
    db.session.rollback()
    assert db.session.query(MeetingRequest).filter_by(state=RequestState.PENDING).count() == 0


def _person(number: int) -> Participation:
    return db.session.get_one(Participation, number)


def _left_behind() -> list[MeetingRequest]:
    """Requests that wait for an answer though one of the two does not take part."""
    db.session.rollback()
    pending = db.session.query(MeetingRequest).filter_by(state=RequestState.PENDING)
    return [one for one in pending if not (is_in_force(one.sender) and is_in_force(one.recipient))]


def _gone(act: Callable[[int, int], None], number: int, other: int) -> str:
    try:
        act(number, other)
    except ObjectDeletedError:  # pages answer that it is not there
        return "gone"
    return "done"


def _ask(sender: int, recipient: int) -> None:
    with transaction():
        ask(_person(sender), _person(recipient), message="Hello")


def _cancel(number: int) -> None:
    with transaction():
        registrations.cancel(_person(number).registration)


def _join(number: int) -> None:
    with transaction():
        join(_person(number).event, _person(number).profile.account)


def _leave(number: int) -> None:
    with transaction():
        leave(_person(number))


def _erase(number: int) -> None:
    with transaction():
        profiles.erase(_person(number).profile)


def _hide(number: int, other: int) -> None:
    with transaction():
        label(_person(number), _person(other), LabelKind.HIDDEN)


def _avoid(number: int, other: int) -> None:
    with transaction():
        if avoided := _person(other).profile:
            profiles.avoid_person(_person(number).profile, avoided)
