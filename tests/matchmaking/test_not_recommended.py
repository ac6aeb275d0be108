"""Whom nobody may see, whom one has asked or meets already, and who has left, stand in no list of recommended people."""

import pytest
from flask import Flask

from elmo_events.events.models import Event
from elmo_events.foundation.database import db, transaction
from elmo_events.matchmaking.jobs.suggestions import make_lists
from elmo_events.matchmaking.models import Matchmaking, MeetingRequest, Participation
from elmo_events.matchmaking.queries.indexes import MOST_PEOPLE, index_of
from elmo_events.matchmaking.queries.people import relations
from elmo_events.matchmaking.queries.scoring import kept_apart, scored_people
from elmo_events.matchmaking.queries.visible import others
from elmo_events.matchmaking.rules import RequestState
from elmo_events.network.models import Organisation, OrganisationType
from elmo_events.profiles.models import Avoidance, Profile
from elmo_events.profiles.rules import Visibility
from elmo_events.registration.rules import RegistrationState
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


def request(sender: Participation, recipient: Participation, state: RequestState = RequestState.PENDING) -> None:
    low, high = sorted((sender.id, recipient.id))
    makers.saved(
        MeetingRequest(
            event_id=sender.event_id, sender_id=sender.id, recipient_id=recipient.id, low_id=low, high_id=high,
            state=state, expires_at=sender.event.starts_at,
        )
    )  # fmt: skip


def avoid(viewer: Participation, other: Participation) -> None:
    makers.saved(Avoidance(profile_id=viewer.profile_id, avoided_profile_id=other.profile_id))


def be_avoided(viewer: Participation, other: Participation) -> None:
    makers.saved(Avoidance(profile_id=other.profile_id, avoided_profile_id=viewer.profile_id))


def avoid_organisation(viewer: Participation, other: Participation) -> None:
    rival = makers.saved(Organisation(slug="rival", name={"en": "Rival"}, sort_key="rival"))
    with transaction():
        db.session.get_one(Profile, other.profile_id).organisation_id = rival.id
    makers.saved(Avoidance(profile_id=viewer.profile_id, avoided_organisation_id=rival.id))


def forbid_by_matrix(viewer: Participation, other: Participation) -> None:
    kinds = [makers.saved(OrganisationType(slug=slug, name={"en": slug})) for slug in ("seller", "buyer")]
    with transaction():
        for one, kind in zip((viewer, other), kinds, strict=True):
            db.session.get_one(Profile, one.profile_id).organisation_type_id = kind.id
        db.session.get_one(Matchmaking, viewer.event_id).forbidden_types = [["buyer", "seller"]]


def hide(viewer: Participation, other: Participation) -> None:
    with transaction():
        db.session.get_one(Profile, other.profile_id).visibility = Visibility.HIDDEN


def cancel(viewer: Participation, other: Participation) -> None:
    with transaction():
        db.session.get_one(Participation, other.id).registration.state = RegistrationState.CANCELLED


FORBIDDING = [forbid_by_matrix, hide, avoid, be_avoided, avoid_organisation, cancel]


@pytest.mark.parametrize("forbid", FORBIDDING)
def test_whom_the_matrix_visibility_or_a_block_forbids_is_not_recommended(
    forbid: object, event: Event, seeker: Participation, finder: Participation, client: CheckingClient
) -> None:
    """At once, from lists that were made before; and no list made after it holds them."""
    make(event)
    client.sign_in(meeting_makers.account_of(seeker))
    assert "Bo Mäki" in client.get(LIST).text
    forbid(seeker, finder)  # type: ignore[operator]
    assert "Bo Mäki" not in client.get(LIST).text
    for page in (f"{LIST}/{finder.id}/wrong", f"{START}/people/{finder.id}"):
        assert client.get(page).status_code == 404
    assert client.post(f"{LIST}/{finder.id}/hide").status_code == 404
    make(event)
    assert rows_of(seeker) == rows_of(finder) == []


def test_whom_one_has_asked_meets_or_was_declined_by_is_not_recommended(
    event: Event, seeker: Participation, finder: Participation
) -> None:
    make(event)
    request(seeker, finder)
    assert list_of(seeker) == list_of(finder) == []
    make(event)
    assert rows_of(seeker) == []
    assert relations(seeker, [finder.id]) == {finder.id: "asked"}
    with transaction():
        db.session.query(MeetingRequest).update({"state": RequestState.DECLINED})
    make(event)
    assert rows_of(seeker) == []
    with transaction():
        db.session.query(MeetingRequest).delete()
    meeting_makers.meeting(seeker, finder)
    make(event)
    assert rows_of(seeker) == []


def test_lists_and_pages_keep_the_same_people_apart(event: Event) -> None:
    """What the lists are made by agrees with what every page asks, for all pairs."""
    kinds = [makers.saved(OrganisationType(slug=slug, name={"en": slug})) for slug in ("a", "b", "c")]
    houses = [makers.saved(Organisation(slug=slug, name={"en": slug}, sort_key=slug)) for slug in ("x", "y", "z")]
    people = [
        meeting_makers.participation(
            event,
            f"P{number}",
            organisation_type_id=[*kinds, None][number % 4].id if number % 4 < 3 else None,
            organisation_id=houses[number % 3].id if number % 5 else None,
        )
        for number in range(14)
    ]
    with transaction():
        db.session.get_one(Matchmaking, event.id).forbidden_types = [["a", "b"], ["c"]]
        for number in range(0, 12, 3):
            one, other = people[number].profile_id, people[number + 2].profile_id
            db.session.add(Avoidance(profile_id=one, avoided_profile_id=other))
            db.session.add(Avoidance(profile_id=other, avoided_organisation_id=houses[number % 3].id))
    matchmaking = db.session.get_one(Matchmaking, event.id)
    scored = scored_people(matchmaking)
    everybody = {one.id for one in scored}
    for viewer in scored:
        seen = {other.id for other in db.session.scalars(others(db.session.get_one(Participation, viewer.id)))}
        for apart in (kept_apart(matchmaking, scored), kept_apart(matchmaking, scored, viewer)):
            assert seen == set(apart.leaves(viewer.id, everybody - {viewer.id}))


def test_only_so_many_people_are_kept_warm(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("elmo_events.matchmaking.queries.indexes.MOST_PEOPLE", 3)
    organiser = makers.organiser()
    kept = []
    for slug in ("one", "two"):
        event = makers.event(organiser, slug=slug)
        matchmaking = meeting_makers.matchmaking(event)
        for name in ("Aino", "Bo"):
            meeting_makers.participation(event, f"{name}{slug}")
        with index_of(matchmaking) as (index, people):
            assert len(index) == len(people) == 2
            kept.append(index)
    from elmo_events.matchmaking.queries.indexes import _kept

    assert [warm.index for warm in _kept().values()] == [kept[1]]
    assert MOST_PEOPLE > 5_000


def test_lists_of_an_event_that_is_gone_are_not_made(app: Flask) -> None:
    make_lists(12345)
