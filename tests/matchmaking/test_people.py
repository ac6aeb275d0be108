"""Browsing the people of an event: filters, offers and needs, one person's page; and that nothing forbidden is found."""

from datetime import UTC, datetime

import pytest
from flask import Flask

from elmo_events.events.models import Event
from elmo_events.foundation.database import db, transaction
from elmo_events.matchmaking.models import Matchmaking, MeetingRequest, Participation
from elmo_events.matchmaking.rules import RequestState
from elmo_events.network.models import OrganisationType, Theme
from elmo_events.profiles.actions.changing import make_findable
from elmo_events.profiles.models import Avoidance, ProfilePicture
from elmo_events.profiles.rules import Direction, StatementKind, Visibility
from elmo_events.registration.rules import RegistrationState
from elmo_events.timetable.queries import slots
from tests import makers, meeting_makers
from tests.client import CheckingClient

PEOPLE = "/en/events/kiertotalous/meetings/people"


@pytest.fixture
def event(app: Flask) -> Event:
    makers.taxonomy()
    made = makers.event(makers.organiser(), places=40)
    meeting_makers.matchmaking(made)
    return made


@pytest.fixture
def viewer(event: Event, client: CheckingClient) -> Participation:
    made = meeting_makers.participation(event, "Aino")
    client.sign_in(meeting_makers.account_of(made))
    return made


def findable(*people: Participation) -> None:
    with transaction():
        for one in people:
            make_findable(one.profile)


def names_on(client: CheckingClient, **asked: str) -> set[str]:
    page = client.get(PEOPLE, query_string=asked).text
    return {name for name in ("Bo", "Cecilia", "Didrik", "Eeva") if f"{name} Mäki" in page}


def topic() -> Theme:
    clean = db.session.query(Theme).filter_by(slug="clean").one()
    return makers.saved(Theme(slug="biochar", name={"en": "Biochar"}, parent_id=clean.id))


def test_people_are_listed_with_what_they_offer_and_need(
    event: Event, viewer: Participation, client: CheckingClient
) -> None:
    bo = meeting_makers.participation(event, "Bo", job_title="Forskare", organisation="Centria", region_code="16")
    meeting_makers.statement(bo.profile, Direction.OFFER, "Pilotanläggning för biokol", "sv")
    closed = meeting_makers.statement(bo.profile, Direction.NEED, "Closed long ago", closed_at=datetime.now(UTC))
    page = client.get(PEOPLE).text
    assert "Forskare, Centria" in page
    assert '<span lang="sv">Pilotanläggning för biokol</span>' in page
    assert "Central Ostrobothnia" in page
    assert closed.title["en"] not in page
    assert "bo@example.org" not in page
    assert "1 person" in page


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, {"Bo", "Cecilia", "Didrik"}),
        ({"theme": "clean"}, {"Bo", "Cecilia"}),
        ({"theme": "biochar"}, {"Cecilia"}),
        ({"kind": "company"}, {"Didrik"}),
        ({"region": "19"}, {"Bo"}),
        ({"direction": "need"}, {"Cecilia"}),
        ({"direction": "offer", "statement_kind": "pilot-site"}, {"Didrik"}),
        ({"statement_kind": "training"}, set()),
        ({"language": "sv"}, {"Cecilia"}),
        ({"words": "pilottia"}, {"Didrik"}),
        ({"words": "biokol", "list": "statements"}, {"Cecilia"}),
        ({"words": "didr"}, {"Didrik"}),
        ({"words": "Closed"}, set()),
        ({"theme": "no-such", "region": "no-such"}, {"Bo", "Cecilia", "Didrik"}),
    ],
)
def test_filters_narrow_the_list(
    asked: dict[str, str], found: set[str], event: Event, viewer: Participation, client: CheckingClient
) -> None:
    biochar, clean = topic(), db.session.query(Theme).filter_by(slug="clean").one()
    company = db.session.query(OrganisationType).filter_by(slug="company").one()
    bo = meeting_makers.participation(event, "Bo", themes=[clean], region_code="19")
    cecilia = meeting_makers.participation(event, "Cecilia", languages=["sv", "en"])
    meeting_makers.statement(cecilia.profile, Direction.NEED, "Biokol", "sv", theme_id=biochar.id)
    didrik = meeting_makers.participation(event, "Didrik", organisation_type_id=company.id)
    pilot = StatementKind.PILOT_SITE
    meeting_makers.statement(didrik.profile, Direction.OFFER, "Pilotti Kemissä", "fi", kind=pilot)
    gone = {"closed_at": datetime.now(UTC)}
    meeting_makers.statement(didrik.profile, Direction.NEED, "Closed long ago", kind=StatementKind.TRAINING, **gone)
    findable(bo, cecilia, didrik)
    assert names_on(client, **asked) == found


def test_offers_and_needs_are_a_list_of_their_own(event: Event, viewer: Participation, client: CheckingClient) -> None:
    bo, cecilia = meeting_makers.participation(event, "Bo"), meeting_makers.participation(event, "Cecilia")
    meeting_makers.statement(bo.profile, Direction.OFFER, "Pyrolysis pilot", text={"en": "In Kokkola."})
    need = meeting_makers.statement(cecilia.profile, Direction.NEED, "Biochar", kind=StatementKind.BUSINESS)
    page = client.get(PEOPLE, query_string={"list": "statements"}).text
    assert "2 offers and needs" in page
    assert "In Kokkola." in page
    assert f"{PEOPLE}/{cecilia.id}#statement-{need.id}" in page
    narrowed = client.get(PEOPLE, query_string={"list": "statements", "direction": "need"}).text
    assert "Pyrolysis pilot" not in narrowed
    assert "1 offer or need" in narrowed


def test_a_long_list_has_pages_that_keep_the_filters(
    event: Event, viewer: Participation, client: CheckingClient
) -> None:
    for number in range(26):
        meeting_makers.participation(event, f"Person{number:02}", region_code="19")
    first = client.get(PEOPLE, query_string={"region": "19"}).text
    assert "26 people" in first
    assert "page=2&amp;" in first or "&amp;page=2" in first
    assert "region=19&amp;page=2" in first or "page=2&amp;region=19" in first
    assert "Person25 Mäki" in client.get(PEOPLE, query_string={"region": "19", "page": 2}).text


def test_cards_say_how_far_two_people_are(event: Event, viewer: Participation, client: CheckingClient) -> None:
    bo, cecilia, didrik = (meeting_makers.participation(event, name) for name in ("Bo", "Cecilia", "Didrik"))
    request(viewer, bo)
    request(cecilia, viewer)
    meeting_makers.meeting(viewer, didrik, slots(event)[0])
    page = client.get(PEOPLE).text
    for words in ("You have asked", "Asks to meet you", "You will meet"):
        assert page.count(words) == 1


def request(sender: Participation, recipient: Participation) -> MeetingRequest:
    low, high = sorted((sender.id, recipient.id))
    return makers.saved(
        MeetingRequest(
            event_id=sender.event_id, sender_id=sender.id, recipient_id=recipient.id, low_id=low, high_id=high,
            state=RequestState.PENDING, expires_at=sender.event.starts_at,
        )
    )  # fmt: skip


def test_the_page_of_a_person_shows_all_that_they_let_others_see(
    event: Event, viewer: Participation, client: CheckingClient
) -> None:
    bo = meeting_makers.participation(event, "Bo", expertise={"fi": "Pyrolyysi"}, country="SE", region_code="19")
    meeting_makers.statement(bo.profile, Direction.OFFER, "Pyrolysis pilot", text={"en": "In Kokkola."})
    page = client.get(f"{PEOPLE}/{bo.id}").text
    for words in ("Bo Mäki", "Pyrolyysi", "Sweden", "Lapland", "In Kokkola.", "Finnish, English", "Ask for a meeting"):
        assert words in page
    assert "bo@example.org" not in page


def test_who_does_not_take_part_sees_nobody(event: Event, client: CheckingClient) -> None:
    bo = meeting_makers.participation(event, "Bo")
    for path in (PEOPLE, f"{PEOPLE}/{bo.id}"):
        assert "/sign-in" in client.get(path).headers["Location"]
    client.sign_in(meeting_makers.profile("stranger@example.org").account)
    for path in (PEOPLE, f"{PEOPLE}/{bo.id}"):
        assert client.get(path).headers["Location"].endswith("/meetings")


def forbid_by_matrix(viewer: Participation, other: Participation) -> None:
    kinds = [makers.saved(OrganisationType(slug=slug, name={"en": slug})) for slug in ("seller", "buyer")]
    with transaction():
        viewer.profile.organisation_type, other.profile.organisation_type = kinds
        db.session.get_one(Matchmaking, viewer.event_id).forbidden_types = [["buyer", "seller"]]


def hide(viewer: Participation, other: Participation) -> None:
    with transaction():
        other.profile.visibility = Visibility.HIDDEN


def avoid(viewer: Participation, other: Participation) -> None:
    makers.saved(Avoidance(profile_id=viewer.profile_id, avoided_profile_id=other.profile_id))


def be_avoided(viewer: Participation, other: Participation) -> None:
    makers.saved(Avoidance(profile_id=other.profile_id, avoided_profile_id=viewer.profile_id))


def cancel(viewer: Participation, other: Participation) -> None:
    with transaction():
        other.registration.state = RegistrationState.CANCELLED


@pytest.mark.parametrize("forbid", [forbid_by_matrix, hide, avoid, be_avoided, cancel])
def test_whom_the_matrix_visibility_or_a_block_forbids_does_not_exist(
    forbid: object, event: Event, viewer: Participation, client: CheckingClient
) -> None:
    """In no list, no search, no count, on no page; neither their picture, nor asking them."""
    bo = meeting_makers.participation(event, "Bo")
    meeting_makers.participation(event, "Cecilia")
    meeting_makers.statement(bo.profile, Direction.OFFER, "Secret pilot")
    makers.saved(ProfilePicture(profile_id=bo.profile_id, mark="abc", content=b"RIFF"))
    findable(bo)
    picture = f"/profiles/{bo.profile_id}/picture-abc.webp"
    addresses = (f"{PEOPLE}/{bo.id}", f"{PEOPLE}/{bo.id}/request", picture)
    seen = [client.get(address).status_code for address in addresses]
    assert "Secret pilot" in client.get(PEOPLE, query_string={"list": "statements"}).text
    assert seen == [200, 200, 200]
    forbid(viewer, bo)  # type: ignore[operator]
    assert names_on(client) == {"Cecilia"}
    assert names_on(client, words="Secret") == set()
    assert "1 person" in client.get(PEOPLE).text
    assert "Secret pilot" not in client.get(PEOPLE, query_string={"list": "statements"}).text
    assert [client.get(address).status_code for address in addresses] == [404, 404, 404]
