"""Whom one may not see is nowhere in the directory: no list, search, number, filter, page or picture tells of them."""

from collections.abc import Callable

import pytest
from flask import Flask

from elmo_events.accounts.models import Account
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.network.models import Organisation
from elmo_events.profiles.models import Avoidance, Profile
from elmo_events.profiles.rules import Visibility
from elmo_events.registration.rules import RegistrationState
from tests import makers, meeting_makers
from tests.client import CheckingClient
from tests.profiles.directory_people import LIST, STATED, employer, places_that_show, shown_person

EVERYWHERE = {
    "list", "search by name", "search by the start of a name", "search by expertise", "search by what they offer", "filter",
    "offers", "search of offers", "organisation", "countries to choose", "page", "picture", "page to avoid them",
    "number of people", "number found", "number of offers",
}  # fmt: skip


@pytest.fixture
def own(app: Flask) -> Organisation:
    return employer("Lapin AMK")


@pytest.fixture
def rival(app: Flask) -> Organisation:
    return employer("Kilpailija Oy")


@pytest.fixture
def viewer(own: Organisation) -> Profile:
    makers.taxonomy()
    return meeting_makers.profile("aino@example.org", organisation="Lapin AMK", organisation_id=own.id)


@pytest.fixture
def otso(rival: Organisation, viewer: Profile) -> Profile:
    return shown_person(rival)


@pytest.fixture
def as_viewer(client: CheckingClient, viewer: Profile) -> CheckingClient:
    client.sign_in(viewer.account)
    return client


def hide(viewer: Profile, other: Profile) -> None:
    with transaction():
        other.visibility = Visibility.HIDDEN


def show_at_events_only(viewer: Profile, other: Profile) -> None:
    with transaction():
        other.visibility = Visibility.EVENTS


def avoid(viewer: Profile, other: Profile) -> None:
    makers.saved(Avoidance(profile_id=viewer.id, avoided_profile_id=other.id))


def be_avoided(viewer: Profile, other: Profile) -> None:
    avoid(other, viewer)


def avoid_the_organisation(viewer: Profile, other: Profile) -> None:
    makers.saved(Avoidance(profile_id=viewer.id, avoided_organisation_id=other.organisation_id))


def be_avoided_with_the_organisation(viewer: Profile, other: Profile) -> None:
    avoid_the_organisation(other, viewer)


def close_the_account(viewer: Profile, other: Profile) -> None:
    with transaction():
        db.session.get_one(Account, other.account_id).closed_at = now()


FORBIDDING = [
    hide, show_at_events_only, avoid, be_avoided, avoid_the_organisation, be_avoided_with_the_organisation,
    close_the_account,
]  # fmt: skip


def test_who_may_be_seen_is_in_every_place(as_viewer: CheckingClient, otso: Profile, rival: Organisation) -> None:
    assert places_that_show(as_viewer, otso, rival) == EVERYWHERE


@pytest.mark.parametrize("forbid", FORBIDDING)
def test_who_may_not_be_seen_is_in_none(
    as_viewer: CheckingClient,
    viewer: Profile,
    otso: Profile,
    rival: Organisation,
    forbid: Callable[[Profile, Profile], None],
) -> None:
    forbid(viewer, otso)
    assert places_that_show(as_viewer, otso, rival) == set()


def test_people_for_events_are_seen_by_those_who_meet_at_the_same_one(
    as_viewer: CheckingClient, viewer: Profile, otso: Profile, rival: Organisation
) -> None:
    event = makers.event(makers.organiser())
    meeting_makers.matchmaking(event)
    show_at_events_only(viewer, otso)
    parts = [meeting_makers.taking_part(event, profile) for profile in (viewer, otso)]
    assert places_that_show(as_viewer, otso, rival) == EVERYWHERE
    with transaction():
        parts[0].registration.state = RegistrationState.CANCELLED
    assert places_that_show(as_viewer, otso, rival) == set()


def test_who_sees_one_by_a_meeting_does_not_when_one_avoids_them(
    as_viewer: CheckingClient, viewer: Profile, otso: Profile, rival: Organisation
) -> None:
    event = makers.event(makers.organiser())
    meeting_makers.matchmaking(event)
    show_at_events_only(viewer, otso)
    for profile in (viewer, otso):
        meeting_makers.taking_part(event, profile)
    be_avoided(viewer, otso)
    assert places_that_show(as_viewer, otso, rival) == set()


def test_one_sees_oneself_however_hidden(as_viewer: CheckingClient, viewer: Profile) -> None:
    hide(viewer, viewer)
    assert as_viewer.get(f"{LIST}/{viewer.id}").status_code == 200
    assert "1 person" in as_viewer.get(LIST).text


def test_without_a_profile_one_sees_nobody(client: CheckingClient, otso: Profile, rival: Organisation) -> None:
    client.sign_in(makers.account("new@example.org", language="en"))
    for page in (LIST, STATED, f"{LIST}?words=otso", f"/en/organisations/{rival.slug}"):
        assert "Virtanen" not in client.get(page).text
    assert client.get(f"{LIST}/{otso.id}").status_code == 404


def test_visitors_see_organisations_and_nobody_in_them(
    client: CheckingClient, otso: Profile, rival: Organisation
) -> None:
    page = client.get(f"/en/organisations/{rival.slug}").text
    assert "Kilpailija Oy" in page
    assert "Virtanen" not in page
    for address in (LIST, STATED, f"{LIST}/{otso.id}"):
        assert "/sign-in" in client.get(address).headers["Location"]


@pytest.mark.parametrize("mark", ["", "0", "0123456789abcdef"])
def test_a_guessed_picture_is_not_there(as_viewer: CheckingClient, otso: Profile, mark: str) -> None:
    assert as_viewer.get(f"/profiles/{otso.id}/picture-{mark}.webp").status_code == 404
    assert as_viewer.get(f"/profiles/999/picture-{mark}.webp").status_code == 404
