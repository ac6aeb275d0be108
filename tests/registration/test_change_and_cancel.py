"""Changing and cancelling, at the level of the actions: places move, and the line moves up."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from elmo_events.accounts.models import Account
from elmo_events.events.models import Admission, Event, Extra
from elmo_events.events.rules import EventState, Mode
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.refusals import Refusal
from elmo_events.mail.models import Message
from elmo_events.registration import actions, queries
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import Choice, Facts, Person, RegistrationState
from tests import makers
from tests.registration.people import ANNA, choice, person, registered, sign_up, signed_up

CONFIRMED, WAITING, CANCELLED = RegistrationState.CONFIRMED, RegistrationState.WAITING, RegistrationState.CANCELLED
FACTS = Facts(organisation="Malli-AMK")
PAST = datetime(2020, 1, 1, tzinfo=UTC)


def hybrid(places: int | None = 1, online: int | None = 1, **facts: object) -> Event:
    admissions = [
        Admission(name={"en": "On site"}, mode=Mode.ON_SITE, places=places, has_catering=True, position=0),
        Admission(name={"en": "Online"}, mode=Mode.ONLINE, places=online, position=1),
    ]
    extras = [Extra(name={"en": "Site visit"}, places=1), Extra(name={"en": "Dinner"}, places=1)]
    return makers.event(makers.organiser(), admissions=admissions, extras=extras, **facts)


def cancel(registration: Registration, by: Account | None = None, tell: bool = True) -> None:
    with transaction():
        actions.cancel(registration, by=by, tell=tell)


def change(
    registration: Registration, chosen: Choice | None = None, who: Person | None = None, by: Account | None = None,
    facts: Facts = FACTS,
) -> list[str]:  # fmt: skip
    wanted = chosen or choice(registration.event)
    who = who or registration.person
    with transaction():
        return actions.change(registration, who, wanted, facts, by=by)


def kinds(registration: Registration) -> list[str]:
    found = db.session.query(Message).filter_by(about_id=registration.id).order_by(Message.id)
    return [message.kind.removeprefix("registration.") for message in found]


def test_a_freed_place_goes_to_the_first_in_line_in_the_same_transaction(app: Flask) -> None:
    event = hybrid()
    first, second, third = (signed_up(event, person(number)) for number in range(3))
    cancel(first)
    assert [each.state for each in (first, second, third)] == [CANCELLED, CONFIRMED, WAITING]
    assert queries.queue_position(third) == 1
    assert event.admissions[0].places_taken == 1
    assert kinds(first)[-1] == "cancelled"
    assert kinds(second) == ["waiting", "promoted"]


def test_after_the_last_day_a_freed_place_stays_free_and_nobody_passes_the_line(app: Flask) -> None:
    event = hybrid(last_cancellation_at=PAST)
    editor = makers.account()
    first, second = (signed_up(event, person(number)) for number in range(2))
    cancel(first, by=editor)
    assert second.state == WAITING
    assert signed_up(event, person(3)).state == WAITING
    with transaction():
        actions.promote(registered(event, person(3)), editor)  # the organiser decides
    assert registered(event, person(3)).state == CONFIRMED
    with pytest.raises(Refusal, match="no free place"), transaction():
        actions.promote(second, editor)


def test_cancelling_twice_changes_nothing(app: Flask) -> None:
    event = hybrid()
    anna = signed_up(event)
    cancel(anna)
    cancel(anna)
    assert event.admissions[0].places_taken == 0
    assert [entry.what for entry in queries.history(anna)] == ["signed up", "cancelled"]


def test_after_the_last_day_only_organisers_cancel(app: Flask) -> None:
    event = hybrid(last_cancellation_at=PAST)
    anna, bertta = signed_up(event), signed_up(event, person(2))
    with pytest.raises(Refusal, match="until 1 January 2020"):
        cancel(anna)
    cancel(bertta)  # who only waits may always leave
    cancel(anna, by=makers.account(), tell=False)
    assert (anna.state, bertta.state) == (CANCELLED, CANCELLED)
    assert kinds(anna) == ["confirmation"]


def test_extras_are_given_at_promotion_as_far_as_they_have_places(app: Flask) -> None:
    event = hybrid()
    first = signed_up(event, person(1))
    waiting = signed_up(event, person(2), choice(event, extras=(0, 1)))
    sign_up(event, person(3), choice(event, admission=1, extras=(0,)))
    cancel(first)
    db.session.refresh(waiting)
    assert [extra.name["en"] for extra in waiting.extras] == ["Dinner"]
    promoted = db.session.query(Message).filter_by(kind="registration.promoted").one()
    assert promoted.parameters["extras_missed"] == [event.extras[0].id]


def test_another_admission_frees_and_takes_at_once(app: Flask) -> None:
    event = hybrid()
    anna = signed_up(event)
    bertta = signed_up(event, person(2))
    assert change(anna, choice(event, admission=1)) == ["admission"]
    assert (anna.admission_id, bertta.state) == (event.admissions[1].id, CONFIRMED)
    assert [admission.places_taken for admission in event.admissions] == [1, 1]


def test_a_full_admission_is_refused_and_the_old_place_is_kept(app: Flask) -> None:
    event = hybrid()
    anna = signed_up(event)
    sign_up(event, person(2), choice(event, admission=1))
    with pytest.raises(Refusal, match="keep the place") as refused:
        change(anna, choice(event, admission=1), facts=replace(FACTS, organisation="Other"))
    assert refused.value.field == "admission"
    assert (registered(event).state, registered(event).organisation) == (CONFIRMED, "Malli-AMK")
    assert [admission.places_taken for admission in event.admissions] == [1, 1]


def test_who_waits_moves_to_another_line_or_straight_in(app: Flask) -> None:
    event = hybrid(online=1)
    sign_up(event, person(1))
    waiting, later = signed_up(event, person(2)), signed_up(event, person(3))
    change(waiting, choice(event, admission=1))
    assert waiting.state == CONFIRMED
    assert kinds(waiting) == ["waiting", "promoted"]
    change(later, choice(event, admission=1))
    assert (later.state, queries.queue_position(later)) == (WAITING, 1)
    assert [admission.places_taken for admission in event.admissions] == [1, 1]


def test_extras_change_with_their_places(app: Flask) -> None:
    event = hybrid(places=None)
    anna = signed_up(event, ANNA, choice(event, extras=(0,)))
    change(anna, choice(event, extras=(1,)))
    assert [extra.places_taken for extra in event.extras] == [0, 1]
    bertta = signed_up(event, person(2))
    with pytest.raises(Refusal, match="Dinner"):
        change(bertta, choice(event, extras=(1,)))
    change(anna, choice(event, extras=(1,)), facts=replace(FACTS, job_title="Johtaja"))  # one's own extra isn't full
    assert anna.job_title == "Johtaja"


def test_saving_what_is_there_changes_nothing(app: Flask) -> None:
    event = hybrid()
    anna = signed_up(event)
    assert change(anna) == []
    assert (anna.sequence, kinds(anna)) == (0, ["confirmation"])


def test_facts_and_needs_change_and_history_names_only_fields(app: Flask) -> None:
    event = hybrid()
    anna = signed_up(event, ANNA, diet="Vegaani")
    told = replace(FACTS, organisation="Kivi Oy", diet="Gluteeniton", may_be_listed=True, language="sv")
    assert change(anna, facts=told) == ["organisation", "may_be_listed", "language", "diet"]
    assert queries.needs(anna) == {"diet": "Gluteeniton"}
    assert anna.search_text.endswith("kivi oy")
    assert queries.history(anna)[-1].details == {"fields": ["organisation", "may_be_listed", "language", "diet"]}
    assert change(anna, choice(event, admission=1), facts=told) == ["admission", "diet"]
    assert queries.needs(anna) == {}  # no food online


def test_only_an_organiser_changes_the_address_and_old_links_end(app: Flask) -> None:
    event = hybrid()
    anna = signed_up(event)
    other = replace(ANNA, email="other@example.org")
    with pytest.raises(Refusal) as refused:
        change(anna, who=other)
    assert refused.value.field == "email"
    assert change(anna, who=other, by=makers.account()) == ["email"]
    assert (anna.email, anna.link_version) == ("other@example.org", 2)


def test_nobody_becomes_somebody_who_is_there_already(app: Flask) -> None:
    event = hybrid(places=None)
    bertta = signed_up(event, replace(ANNA, first_name="Bertta"))
    sign_up(event, ANNA)
    with pytest.raises(Refusal, match="already registered"):
        change(bertta, who=ANNA)


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [({"state": EventState.CANCELLED}, "cancelled"), ({"ends_at": PAST + timedelta(days=1)}, "over")],
)
def test_nothing_changes_once_it_is_over(app: Flask, facts: dict[str, object], sentence: str) -> None:
    event = hybrid()
    anna = signed_up(event)
    with transaction():
        for name, value in ({"starts_at": PAST} | facts).items():
            setattr(event, name, value)
    with pytest.raises(Refusal, match=sentence):
        change(anna, facts=replace(FACTS, job_title="x"))


def test_after_the_last_day_the_way_to_attend_stays_but_facts_may_change(app: Flask) -> None:
    event = hybrid(last_cancellation_at=PAST)
    anna = signed_up(event)
    with pytest.raises(Refusal, match="too late"):
        change(anna, choice(event, admission=1))
    assert change(anna, facts=replace(FACTS, phone="+358 40 123 4567")) == ["phone"]
    assert change(anna, choice(event, admission=1), by=makers.account())[0] == "admission"
