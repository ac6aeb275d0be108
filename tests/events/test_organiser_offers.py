"""Places are never fewer than are taken, and nothing that somebody chose disappears."""

from dataclasses import replace
from typing import Any

import pytest

from elmo_events.accounts.models import Account
from elmo_events.events import actions
from elmo_events.events.models import Event, Extra
from elmo_events.events.queries.sections import (
    offers_of,
)
from elmo_events.events.rules import (
    AdmissionFacts,
    Mode,
    Offers,
)
from elmo_events.foundation.database import db, transaction
from elmo_events.registration.rules import RegistrationState
from tests.events.changes import do, refused, register_somebody


def with_places(event: Event, places: int | None) -> Offers:
    return replace(offers_of(event), admissions=(replace(offers_of(event).admissions[0], places=places),))


def test_there_are_never_fewer_places_than_are_taken(event: Event, editor: Account) -> None:
    with transaction():
        event.admissions[0].places_taken = 5
    assert refused(actions.change_offers, event, with_places(event, 4), editor).field == "admissions-0-places"
    do(actions.change_offers, event, with_places(event, 5), editor)
    assert event.admissions[0].places == 5


@pytest.mark.parametrize("places", [21, None])
def test_more_places_are_told(event: Event, editor: Account, heard: list[Any], places: int | None) -> None:
    do(actions.change_offers, event, with_places(event, places), editor)
    assert heard == [("places raised", {})]


def test_as_many_or_fewer_places_are_not_told(event: Event, editor: Account, heard: list[Any]) -> None:
    do(actions.change_offers, event, with_places(event, 20), editor)
    do(actions.change_offers, event, with_places(event, 10), editor)
    assert heard == []


@pytest.mark.parametrize("state", [RegistrationState.CONFIRMED, RegistrationState.CANCELLED])
def test_a_way_to_attend_with_registrations_is_not_removed(
    draft: Event, editor: Account, state: RegistrationState
) -> None:
    register_somebody(draft, state)
    other = AdmissionFacts(None, {"fi": "Uusi"}, Mode.ON_SITE)
    refusal = refused(actions.change_offers, draft, Offers((other,), ()), editor)
    assert (refusal.field, len(draft.admissions)) == ("admissions", 1)


def test_an_extra_comes_and_goes(event: Event, editor: Account) -> None:
    with transaction():
        event.extras.append(Extra(name={"fi": "Illallinen"}, places=10))
    do(actions.change_offers, event, replace(offers_of(event), extras=()), editor)
    assert db.session.query(Extra).count() == 0


def test_an_extra_that_somebody_chose_is_not_removed(event: Event, editor: Account) -> None:
    registration = register_somebody(event)
    with transaction():
        extra = Extra(name={"fi": "Illallinen"}, places=10)
        event.extras.append(extra)
        db.session.flush()
        registration.extras.append(extra)
    assert refused(actions.change_offers, event, replace(offers_of(event), extras=()), editor).field == "extras"


def test_a_way_to_attend_has_a_name_and_a_published_event_has_one(event: Event, editor: Account) -> None:
    nameless = AdmissionFacts(None, {}, Mode.ON_SITE)
    kept = offers_of(event).admissions[0]
    assert refused(actions.change_offers, event, Offers((kept, nameless), ()), editor).field == "admissions-1-name-fi"
    assert refused(actions.change_offers, event, Offers((), ()), editor).field == "admissions"
