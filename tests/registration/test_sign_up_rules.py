"""Signing up, at the level of the action: who gets a place, who waits, who is refused."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from elmo_events.events.models import Admission, Event, Extra, Part
from elmo_events.events.rules import EventState, Mode
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.refusals import Refusal
from elmo_events.mail.models import Message
from elmo_events.registration import actions, queries
from elmo_events.registration.models import SpecialNeed
from elmo_events.registration.rules import Choice, Facts, Outcome, Person, RegistrationState
from tests import makers
from tests.registration.people import ANNA, choice, person, registered, sign_up, signed_up

CONFIRMED, WAITING = RegistrationState.CONFIRMED, RegistrationState.WAITING


@pytest.fixture
def event(app: Flask) -> Event:
    makers.taxonomy()
    return makers.event(makers.organiser(), places=2)


def letters() -> list[str]:
    return [message.kind for message in db.session.query(Message).order_by(Message.id)]


def test_the_first_get_places_and_the_others_wait_in_order(event: Event) -> None:
    outcomes = [sign_up(event, person(number)) for number in range(4)]
    assert outcomes == [Outcome(CONFIRMED), Outcome(CONFIRMED), Outcome(WAITING, 1), Outcome(WAITING, 2)]
    assert event.admissions[0].places_taken == 2
    assert [queries.queue_position(registered(event, person(number))) for number in range(4)] == [None, None, 1, 2]
    assert letters() == ["registration.confirmation"] * 2 + ["registration.waiting"] * 2


def test_the_same_person_changes_nothing_and_is_sent_the_link(event: Event) -> None:
    first = signed_up(event, ANNA, organisation="Malli-AMK")
    again = Person("ANNA ", "alatalo", "Anna@Example.org")
    assert sign_up(event, again, organisation="Other") == Outcome(CONFIRMED)
    assert registered(event).organisation == "Malli-AMK"
    assert registered(event).id == first.id
    assert event.admissions[0].places_taken == 1
    assert letters() == ["registration.confirmation", "registration.link_again"]


def test_a_known_person_is_answered_as_a_stranger_would_be(event: Event) -> None:
    for number in range(4):
        sign_up(event, person(number))
    assert sign_up(event, person(0)) == Outcome(WAITING, 3)
    assert sign_up(event, person(9)) == Outcome(WAITING, 3)


def test_another_name_with_the_same_address_is_another_person(event: Event) -> None:
    sign_up(event, ANNA)
    sign_up(event, Person("Bertta", "Alatalo", ANNA.email))
    assert event.admissions[0].places_taken == 2


def test_whoever_cancelled_signs_up_anew_on_the_same_row(event: Event) -> None:
    first = signed_up(event)
    with transaction():
        actions.cancel(first)
    again = signed_up(event, ANNA, organisation="Other")
    assert (again.id, again.state, again.organisation, again.cancelled_at) == (first.id, CONFIRMED, "Other", None)
    assert [entry.what for entry in queries.history(again)] == ["signed up", "cancelled", "signed up"]


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"opens_at": datetime(2100, 1, 1, tzinfo=UTC)}, "not opened"),
        ({"closes_at": datetime(2020, 1, 1, tzinfo=UTC)}, "closed"),
        ({"state": EventState.CANCELLED}, "cancelled"),
        ({"state": EventState.DRAFT}, "not been published"),
    ],
)
def test_registration_must_be_open(app: Flask, facts: dict[str, object], sentence: str) -> None:
    event = makers.event(makers.organiser(), **facts)
    with pytest.raises(Refusal, match=sentence):
        sign_up(event)


def test_an_organiser_adds_after_closing_but_never_beyond_the_places(app: Flask) -> None:
    organiser = makers.organiser()
    editor = makers.member(organiser)
    event = makers.event(organiser, places=1, closes_at=datetime(2020, 1, 1, tzinfo=UTC))
    first = sign_up(event, person(1), by=editor)
    assert first == Outcome(CONFIRMED, None, registered(event, person(1)).id)
    assert sign_up(event, person(2), by=editor).state == WAITING
    assert registered(event, person(1)).added_by_account_id == editor.id
    with pytest.raises(Refusal, match="already registered") as refused:
        sign_up(event, person(1), by=editor)
    assert refused.value.field == "email"


def test_an_organiser_may_add_without_an_email(event: Event) -> None:
    editor = makers.account()
    chosen = choice(event)
    with transaction():
        actions.add_by_hand(event, ANNA, chosen, Facts(), by=editor, tell=False)
    assert letters() == []


def test_a_full_extra_is_refused_beside_its_field_and_nothing_is_written(app: Flask) -> None:
    extra = Extra(name={"en": "Site visit"}, places=1)
    event = makers.event(makers.organiser(), extras=[extra])
    sign_up(event, person(1), choice(event, extras=(0,)))
    with pytest.raises(Refusal, match="Site visit") as refused:
        sign_up(event, person(2), choice(event, extras=(0,)))
    assert refused.value.field == "extras"
    assert event.admissions[0].places_taken == 1
    assert event.extras[0].places_taken == 1


def test_extras_of_somebody_who_waits_hold_no_place(app: Flask) -> None:
    event = makers.event(makers.organiser(), places=1, extras=[Extra(name={"en": "Visit"}, places=5)])
    sign_up(event, person(1))
    waiting = signed_up(event, person(2), choice(event, extras=(0,)))
    assert [extra.id for extra in waiting.extras] == [event.extras[0].id]
    assert event.extras[0].places_taken == 0


def test_what_belongs_to_another_event_is_refused(event: Event) -> None:
    other = makers.event(makers.organiser("kainuu"), slug="other", extras=[Extra(name={"en": "Visit"})])
    foreign = Choice(other.admissions[0].id)
    with pytest.raises(Refusal, match="how you attend"):
        sign_up(event, ANNA, foreign)
    extra = Choice(event.admissions[0].id, frozenset({other.extras[0].id}))
    with pytest.raises(Refusal, match="no longer offered"):
        sign_up(event, ANNA, extra)


def test_regions_and_types_must_exist(event: Event) -> None:
    with pytest.raises(Refusal) as refused:
        sign_up(event, ANNA, region_code="99")
    assert refused.value.field == "region"
    with pytest.raises(Refusal) as refused:
        sign_up(event, ANNA, organisation_type_id=999)
    assert refused.value.field == "organisation_type"
    assert signed_up(event, ANNA, region_code="19").region_code == "19"


def test_parts_are_chosen_only_where_the_event_asks(app: Flask) -> None:
    start = datetime(2100, 3, 1, 7, tzinfo=UTC)
    days = [start + timedelta(days=number) for number in range(3)]
    parts = [Part(starts_at=day, ends_at=day + timedelta(hours=3)) for day in days]
    event = makers.event(
        makers.organiser(), starts_at=start, ends_at=days[2] + timedelta(hours=3), parts=parts, choose_parts=True
    )
    with pytest.raises(Refusal) as refused:
        sign_up(event)
    assert refused.value.field == "parts"
    chosen = signed_up(event, ANNA, choice(event, parts=(0, 2)))
    assert [part.starts_at for part in chosen.parts] == [days[0], days[2]]


def test_needs_are_encrypted_and_a_diet_is_kept_only_with_catering(app: Flask) -> None:
    admissions = [
        Admission(name={"en": "On site"}, mode=Mode.ON_SITE, has_catering=True, position=0),
        Admission(name={"en": "Online"}, mode=Mode.ONLINE, position=1),
    ]
    event = makers.event(makers.organiser(), admissions=admissions)
    eats = signed_up(event, person(1), choice(event, 0), diet="Gluteeniton", accessibility="Induktiosilmukka")
    not_there = signed_up(event, person(2), choice(event, 1), diet="Vegaani")
    assert queries.needs(eats) == {"diet": "Gluteeniton", "accessibility": "Induktiosilmukka"}
    assert queries.needs(not_there) == {}
    kept = " ".join(need.encrypted for need in db.session.query(SpecialNeed))
    assert "Gluteeniton" not in kept
    assert "Induktio" not in kept


def test_what_lists_sort_and_search_by(event: Event) -> None:
    asa = signed_up(event, Person("Åsa", "Öberg", "asa@example.org"), organisation="Kivi & Metalli Demo Oy")
    assert asa.sort_key > signed_up(event, Person("Žofie", "Šťastná", "zofie@example.org")).sort_key
    assert asa.search_text == "åsa öberg asa@example.org kivi & metalli demo oy"
    assert asa.organisation_sort_key.startswith("kivi")


def test_participants_are_listed_only_when_they_agreed_and_are_in(event: Event) -> None:
    sign_up(event, Person("Åsa", "Öberg", "a@example.org"), may_be_listed=True)
    sign_up(event, Person("Eva", "Aho", "e@example.org"))
    sign_up(event, Person("Olli", "Aho", "o@example.org"), may_be_listed=True)  # waits
    assert [listed.name for listed in queries.participants_listed(event)] == ["Åsa Öberg"]
