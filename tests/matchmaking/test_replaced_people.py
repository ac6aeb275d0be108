"""An organiser gives a registration to another person, or puts a name or an address right."""

import pytest
from flask import Flask

from elmo_events.accounts.models import Account
from elmo_events.events.models import Event
from elmo_events.foundation.database import transaction
from elmo_events.matchmaking.actions.join import join
from elmo_events.matchmaking.models import Participation
from elmo_events.registration import actions as registrations
from elmo_events.registration.rules import Choice, Facts, Person
from tests import makers, meeting_makers
from tests.matchmaking.leaving import event_of_both_modes, placed, state
from tests.matchmaking.letters import kinds_to


@pytest.fixture
def event(app: Flask) -> Event:
    return event_of_both_modes()


@pytest.fixture
def organiser(event: Event) -> Account:
    return makers.member(event.organiser)


def give(to: Person, of: Participation, by: Account) -> None:
    registration = of.registration
    told = Facts(organisation=registration.organisation, language="en")
    with transaction():
        registrations.change(registration, to, Choice(registration.admission_id), told, by=by)


def test_who_gave_the_place_away_meets_nobody_and_the_other_may_join(event: Event, organiser: Account) -> None:
    aino, bo = (meeting_makers.participation(event, name) for name in ("Aino", "Bo"))
    meeting = placed(aino, bo)
    give(Person("Cecilia", "Holm", "cecilia@example.org"), aino, organiser)
    assert state(meeting) == "cancelled"
    assert "person_left" in kinds_to(bo)
    left = makers.afresh(aino)
    assert (left.left_at is None, left.profile_id) == (False, None)
    account = meeting_makers.profile("cecilia@example.org", "Cecilia", "Holm").account
    with transaction():
        joined = join(event, account)
    assert (joined.name, joined.left_at) == ("Cecilia Holm", None)


@pytest.mark.parametrize(("name", "address"), [("Aino", "aino.maki@example.org"), ("Ainomaija", "aino@example.org")])
def test_a_new_address_or_name_is_still_the_same_person(
    event: Event, organiser: Account, name: str, address: str
) -> None:
    aino, bo = (meeting_makers.participation(event, name) for name in ("Aino", "Bo"))
    meeting = placed(aino, bo)
    give(Person(name, "Mäki", address), aino, organiser)
    assert state(meeting) == "active"
    assert makers.afresh(aino).left_at is None
