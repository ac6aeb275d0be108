"""Recommendations: lists with reasons in the reader's language, what people say of them, and what must not stand in them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from elmo_events.events.models import Event
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.jobs import run_queued
from elmo_events.matchmaking.actions.label import label
from elmo_events.matchmaking.actions.suggest import ask_for_lists
from elmo_events.matchmaking.jobs.suggestions import make_all_lists, make_lists_that_wait
from elmo_events.matchmaking.models import Label, Matchmaking, Participation, Suggestion
from elmo_events.matchmaking.queries.scored import recommended
from elmo_events.matchmaking.rules import LabelKind
from elmo_events.matchmaking.score.concepts import OWN_FILE
from elmo_events.network.models import OrganisationType
from elmo_events.profiles.actions.changing import note_change
from elmo_events.profiles.models import Profile, Statement
from elmo_events.profiles.rules import Direction
from tests import makers, meeting_makers
from tests.client import CheckingClient
from tests.matchmaking.people_who_meet import START
from tests.matchmaking.recommending import LIST, list_of, make, rows_of


@pytest.fixture
def event(app: Flask) -> Event:
    makers.taxonomy()
    made = makers.event(makers.organiser(), places=100)
    meeting_makers.matchmaking(made)
    return made


def test_reasons_stand_in_the_readers_language_with_the_words_that_matched(
    event: Event, seeker: Participation, finder: Participation, client: CheckingClient
) -> None:
    with transaction():
        db.session.get_one(Profile, seeker.profile_id).country = "SE"
    make(event)
    client.sign_in(meeting_makers.account_of(seeker))
    page = client.get(LIST).text
    assert "Bo Mäki" in page
    assert (
        'You seek “<span lang="fi">Biohiilen tuotantoa sahan kuorista</span>”; '
        'they offer “<span lang="sv">Pilotanläggning för biokol</span>”.'
    ) in page
    assert "Same topic: Biochar" in page or "Same topic: biochar" in page
    assert "You come from different regions: Sweden and Central Ostrobothnia." in page
    client.sign_in(meeting_makers.account_of(finder))
    assert "They seek “" in client.get(LIST).text
    person = client.get(f"{START}/people/{seeker.id}").text
    assert "Why we recommend this person" in person


def test_who_joins_gets_a_list_at_once_and_comes_into_those_of_others(
    event: Event, finder: Participation, client: CheckingClient
) -> None:
    make(event)
    meeting_makers.registration(event, "aino@example.org", "Aino")
    profile = meeting_makers.profile("aino@example.org", organisation="Saha Oy")
    meeting_makers.statement(profile, Direction.NEED, "Biohiilen tuotantoa", "fi")
    client.sign_in(profile.account)
    client.post(f"{START}/join")
    awaited = client.get(LIST).text
    assert "We are looking for people who fit" in awaited
    assert "data-live-over" not in awaited  # the page looks again by itself, with a script or without
    assert '<meta http-equiv="refresh"' in awaited
    run_queued()
    db.session.rollback()
    joined = db.session.scalars(select(Participation).where(Participation.profile_id == profile.id)).one()
    assert list_of(joined) == ["Bo"]
    found = client.get(LIST).text
    assert "Ask for a meeting" in found
    assert "data-live-over" in found
    assert '<meta http-equiv="refresh"' not in found
    assert list_of(finder) == []  # the event's lists were made a moment ago: they rest
    with time_machine.travel(datetime.now(UTC) + timedelta(minutes=2)):
        make_lists_that_wait()
    assert list_of(finder) == ["Aino"]
    assert db.session.get_one(Matchmaking, event.id).suggestions_asked_at is None


def test_a_changed_profile_changes_the_lists(event: Event, seeker: Participation, finder: Participation) -> None:
    make(event)
    assert list_of(seeker) == ["Bo"]
    before = db.session.scalars(select(Suggestion.score).where(Suggestion.participation_id == seeker.id)).one()
    with transaction():
        db.session.get_one(Matchmaking, event.id).suggestions_made_at = None
        offer = db.session.scalars(select(Statement).where(Statement.profile_id == finder.profile_id)).one()
        offer.title = {"sv": "Matlagning för turister"}
        note_change(db.session.get_one(Profile, finder.profile_id))
    run_queued()
    db.session.rollback()
    after = db.session.scalars(select(Suggestion.score).where(Suggestion.participation_id == seeker.id)).all()
    assert not after or after[0] < before


def test_asking_many_times_makes_one_job(event: Event, seeker: Participation, finder: Participation) -> None:
    with transaction():
        for _ in range(5):
            ask_for_lists(event.id)
    assert run_queued() == 1
    assert list_of(seeker) == ["Bo"]


def test_a_wish_that_comes_while_lists_are_made_is_not_lost(
    event: Event, seeker: Participation, finder: Participation
) -> None:
    from elmo_events.matchmaking.actions.suggest import keep_lists

    with transaction():
        ask_for_lists(event.id)
    seen = db.session.get_one(Matchmaking, event.id).suggestions_asked_at
    with transaction():
        ask_for_lists(event.id)
    with transaction():
        keep_lists(event.id, {}, seen)
    assert db.session.get_one(Matchmaking, event.id).suggestions_asked_at is not None


def test_every_night_all_lists_are_made_and_those_of_past_events_are_not(
    event: Event, seeker: Participation, finder: Participation
) -> None:
    make_all_lists()
    assert list_of(seeker) == ["Bo"]
    with transaction():
        db.session.query(Suggestion).delete()
    with time_machine.travel(event.ends_at + timedelta(hours=1)):
        make_all_lists()
    assert rows_of(seeker) == []


def test_the_weights_of_the_event_count(event: Event, seeker: Participation, finder: Participation) -> None:
    make(event)
    before = db.session.scalars(select(Suggestion.score).where(Suggestion.participation_id == seeker.id)).one()
    with transaction():
        db.session.get_one(Matchmaking, event.id).weights = {"offers": 0.0, "region": 1.0}
    make(event)
    after = db.session.scalars(select(Suggestion.score).where(Suggestion.participation_id == seeker.id)).one()
    assert after != before


def test_hiding_takes_effect_at_once_is_kept_and_can_be_taken_back(
    event: Event, seeker: Participation, finder: Participation, client: CheckingClient
) -> None:
    make(event)
    client.sign_in(meeting_makers.account_of(seeker))
    assert client.get(f"{LIST}/{finder.id}/hide").status_code == 405
    client.post(f"{LIST}/{finder.id}/hide")
    assert list_of(seeker) == []
    page = client.get(LIST).text
    assert "1 person that you have taken out of the list" in page
    run_queued()
    make(event)
    assert rows_of(seeker) == []
    assert rows_of(finder) == []  # the answer would be no
    client.post(f"{LIST}/hidden/{finder.profile_id}/show")
    run_queued()
    assert list_of(seeker) == ["Bo"]
    assert db.session.scalars(select(Label)).all() == []


def test_wrong_because_keeps_what_was_said_and_why_they_stood_there(
    event: Event, seeker: Participation, finder: Participation, client: CheckingClient
) -> None:
    make(event)
    client.sign_in(meeting_makers.account_of(seeker))
    assert "You seek" in client.get(f"{LIST}/{finder.id}/wrong").text
    assert client.post(f"{LIST}/{finder.id}/wrong").status_code == 422
    assert client.post(f"{LIST}/{finder.id}/wrong", data={"kind": "hidden"}).status_code == 422
    client.post(f"{LIST}/{finder.id}/wrong", data={"kind": "wrong-topic"})
    db.session.rollback()
    said = db.session.scalars(select(Label)).one()
    assert (said.kind, said.event_id) == ("wrong-topic", event.id)
    assert said.reasons[0]["kind"] == "they-offer"
    assert list_of(seeker) == []


def test_a_wrong_topic_counts_less_for_others_too(event: Event, seeker: Participation, finder: Participation) -> None:
    same = meeting_makers.participation(event, "Cecilia", organisation="Kol Ab", region_code="16")
    meeting_makers.statement(same.profile, Direction.OFFER, "Biokol", "sv")
    make(event)
    before = {row.other_id: row.score for row in recommended(seeker)}
    assert set(before) == {finder.id, same.id}
    other = meeting_makers.participation(event, "Didrik", organisation="Annat Ab", region_code="19")
    meeting_makers.statement(seeker.profile, Direction.NEED, "Konenäköä lajitteluun", "fi")
    meeting_makers.statement(other.profile, Direction.OFFER, "Maskinseende", "sv")
    with transaction():
        note_change(db.session.get_one(Profile, seeker.profile_id))
    make(event)
    with transaction():
        label(
            db.session.get_one(Participation, seeker.id),
            db.session.get_one(Participation, finder.id),
            LabelKind.WRONG_TOPIC,
        )
    make(event)
    assert list_of(seeker)[0] == "Didrik"


def test_recommendations_can_be_switched_off_both_ways(
    event: Event, seeker: Participation, finder: Participation, client: CheckingClient
) -> None:
    make(event)
    with transaction():
        db.session.get_one(Profile, seeker.profile_id).may_be_recommended = False
    assert list_of(finder) == []
    client.sign_in(meeting_makers.account_of(seeker))
    page = client.get(LIST).text
    assert "You have switched recommendations off" in page
    assert "Bo Mäki" not in page
    make(event)
    assert rows_of(seeker) == rows_of(finder) == []


def test_who_has_written_nothing_is_told_that_facts_are_few(
    event: Event, finder: Participation, client: CheckingClient
) -> None:
    clean = db.session.scalars(select(OrganisationType)).one()
    newcomer = meeting_makers.participation(event, "Nea", organisation="Uusi Oy", organisation_type_id=clean.id)
    make(event)
    client.sign_in(meeting_makers.account_of(newcomer))
    page = client.get(LIST).text
    assert "We know little about you yet" in page
    if list_of(newcomer):
        assert "Based on few facts" in page


def test_an_organisers_own_concepts_count(
    app: Flask, event: Event, tmp_path: Path, seeker: Participation, finder: Participation
) -> None:
    """ELMO_CONCEPTS names a file with the columns of our own list."""
    head = OWN_FILE.read_text(encoding="utf-8").splitlines()[0]
    added = tmp_path / "concepts.csv"
    added.write_text(f"{head}\nwoolly-thing,circular,,,villakumpu,ullkulle,woolly hill,,,\n", encoding="utf-8")
    meeting_makers.statement(seeker.profile, Direction.NEED, "Etsimme: villakumpu", "fi")
    meeting_makers.statement(finder.profile, Direction.OFFER, "Ullkulle finns", "sv")
    app.config["ELMO_CONCEPTS"] = str(added)
    make(event)
    reasons = db.session.scalars(select(Suggestion.reasons).where(Suggestion.participation_id == seeker.id)).one()
    assert "woolly-thing" in str(reasons) or "villakumpu" in str(reasons)
    app.config["ELMO_CONCEPTS"] = ""
    make(event)
    without = db.session.scalars(select(Suggestion.reasons).where(Suggestion.participation_id == seeker.id)).one()
    assert "woolly-thing" not in str(without)
