"""Nobody sees whom the matrix, visibility or a block list forbids: in both directions, in every place."""

import pytest
from flask import Flask
from sqlalchemy import select

from elmo_events.events.models import Event
from elmo_events.foundation.database import db, transaction
from elmo_events.matchmaking.models import Matchmaking, Participation
from elmo_events.matchmaking.queries.visible import may_see, others, shares_event, visible_participation
from elmo_events.network.models import Organisation, OrganisationType
from elmo_events.profiles.models import Avoidance, Profile
from elmo_events.profiles.rules import Visibility
from elmo_events.registration.rules import RegistrationState
from tests import makers, meeting_makers


@pytest.fixture
def event(app: Flask) -> Event:
    made = makers.event(makers.organiser())
    meeting_makers.matchmaking(made)
    return made


def seen_by(viewer: Participation) -> set[str]:
    return {other.profile.first_name for other in db.session.scalars(others(viewer))}


def sharing_with(profile: Profile) -> set[int]:
    return set(db.session.scalars(select(Profile.id).where(shares_event(profile))))


def kind(slug: str) -> OrganisationType:
    return makers.saved(OrganisationType(slug=slug, name={"en": slug.title()}))


def organisation(slug: str) -> Organisation:
    return makers.saved(Organisation(slug=slug, name={"en": slug}, sort_key=slug))


def test_people_of_an_event_see_each_other_and_nobody_of_another_event(event: Event) -> None:
    aino, bo = meeting_makers.participation(event, "Aino"), meeting_makers.participation(event, "Bo")
    other_event = makers.event(event.organiser, slug="muu")
    meeting_makers.matchmaking(other_event)
    cecilia = meeting_makers.participation(other_event, "Cecilia")
    assert seen_by(aino) == {"Bo"}
    assert visible_participation(aino, bo.id) is bo
    assert visible_participation(aino, cecilia.id) is None
    assert sharing_with(aino.profile) == {bo.profile_id}


def test_hidden_people_see_nobody_and_are_seen_by_nobody(event: Event) -> None:
    aino = meeting_makers.participation(event, "Aino")
    hidden = meeting_makers.participation(event, "Helmi", visibility=Visibility.HIDDEN)
    assert seen_by(aino) == set()
    assert seen_by(hidden) == set()
    assert sharing_with(hidden.profile) == set()


def test_the_matrix_forbids_in_both_directions_and_leaves_those_without_a_type_alone(event: Event) -> None:
    company, public = kind("company"), kind("municipality")
    with transaction():
        db.session.get_one(Matchmaking, event.id).forbidden_types = [["municipality", "company"], ["company"]]
    seller = meeting_makers.participation(event, "Seller", organisation_type_id=company.id)
    rival = meeting_makers.participation(event, "Rival", organisation_type_id=company.id)
    town = meeting_makers.participation(event, "Town", organisation_type_id=public.id)
    other_town = meeting_makers.participation(event, "Village", organisation_type_id=public.id)
    free = meeting_makers.participation(event, "Free")
    assert seen_by(seller) == seen_by(rival) == {"Free"}
    assert seen_by(town) == {"Village", "Free"}
    assert seen_by(free) == {"Seller", "Rival", "Town", "Village"}
    assert not may_see(town, seller)
    assert seller.profile_id not in sharing_with(town.profile)
    assert may_see(other_town, town)
    elsewhere = makers.event(event.organiser, slug="muu")
    meeting_makers.matchmaking(elsewhere)
    for profile in (seller.profile, town.profile):
        meeting_makers.taking_part(elsewhere, profile)
    assert sharing_with(town.profile) == {other_town.profile_id, free.profile_id, seller.profile_id}


def test_who_avoids_a_person_and_who_is_avoided_do_not_exist_for_each_other(event: Event) -> None:
    aino, bo = meeting_makers.participation(event, "Aino"), meeting_makers.participation(event, "Bo")
    meeting_makers.participation(event, "Cecilia")
    makers.saved(Avoidance(profile_id=aino.profile_id, avoided_profile_id=bo.profile_id))
    assert seen_by(aino) == seen_by(bo) == {"Cecilia"}


def test_who_avoids_an_organisation_and_its_people_do_not_exist_for_each_other(event: Event) -> None:
    rival = organisation("rival")
    aino = meeting_makers.participation(event, "Aino")
    bo = meeting_makers.participation(event, "Bo", organisation_id=rival.id)
    cecilia = meeting_makers.participation(event, "Cecilia", organisation_id=organisation("friend").id)
    makers.saved(Avoidance(profile_id=aino.profile_id, avoided_organisation_id=rival.id))
    assert seen_by(aino) == {"Cecilia"}
    assert seen_by(bo) == {"Cecilia"}
    assert seen_by(cecilia) == {"Aino", "Bo"}


def test_a_registration_that_has_ended_takes_its_person_out(event: Event) -> None:
    aino, bo = meeting_makers.participation(event, "Aino"), meeting_makers.participation(event, "Bo")
    with transaction():
        bo.registration.state = RegistrationState.CANCELLED
    assert seen_by(aino) == set()
    assert seen_by(bo) == set()
    assert bo.profile_id not in sharing_with(aino.profile)
    assert sharing_with(bo.profile) == set()


def test_where_matchmaking_is_switched_off_nobody_sees_anybody(event: Event) -> None:
    aino = meeting_makers.participation(event, "Aino")
    meeting_makers.participation(event, "Bo")
    with transaction():
        db.session.get_one(Matchmaking, event.id).is_on = False
    assert seen_by(aino) == set()
    assert sharing_with(aino.profile) == set()
