"""The organiser's rules of an event's meetings: requests and limits, who may meet whom, weights of recommendations."""

import dataclasses
from typing import Any

import pytest

from elmo_events.accounts.models import AuditEntry
from elmo_events.events.models import Event
from elmo_events.foundation.database import db, transaction
from elmo_events.matchmaking.forms.weights import WeightsForm
from elmo_events.matchmaking.models import Matchmaking
from elmo_events.matchmaking.rules import MatchmakingMode
from elmo_events.matchmaking.score.weights import PARTS, Weights
from elmo_events.network.models import OrganisationType
from elmo_events.timetable.queries import slots, tables
from tests import makers, meeting_makers
from tests.client import CheckingClient

TERMS = {
    "mode": "planned", "request_lasts_days": "5", "most_requests": "10", "most_meetings": "", "most_in_a_row": "4",
    "opens_at": "2026-11-02T09:00", "closes_at": "2026-11-20T16:00",
    "video_address": "https://meet.example.org/elmo-{meeting}",
}  # fmt: skip


@pytest.fixture
def matchmaking(client: CheckingClient) -> Matchmaking:
    """Of a published event, whose editor is signed in; there are companies, universities, and a closed type."""
    for position, (slug, closed) in enumerate((("company", False), ("university", False), ("guild", True))):
        makers.saved(OrganisationType(slug=slug, name={"en": slug.title()}, position=position, closed=closed))
    organiser = makers.organiser()
    client.sign_in(makers.member(organiser))
    return meeting_makers.matchmaking(makers.event(organiser))


def address(event: Event, page: str) -> str:
    return f"/en/organiser/events/{event.id}/meetings/{page}"


def test_terms_are_saved_in_the_zone_of_the_event(client: CheckingClient, matchmaking: Matchmaking) -> None:
    answer = client.post(address(matchmaking.event, "rules"), data=TERMS)
    assert answer.status_code == 302
    makers.afresh(matchmaking)
    assert matchmaking.opens_at
    assert matchmaking.opens_at.isoformat() == "2026-11-02T07:00:00+00:00"
    assert (matchmaking.most_requests, matchmaking.most_meetings, matchmaking.most_in_a_row) == (10, None, 4)
    assert 'value="2026-11-02T09:00"' in client.get(address(matchmaking.event, "rules")).text
    assert db.session.query(AuditEntry).filter_by(action="matchmaking rules changed").count() == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"closes_at": "2026-11-01T09:00"}, "Requests must end after they begin."),
        ({"video_address": "https://meet.example.org/room"}, "Write {meeting} where"),
        ({"video_address": "http://meet.example.org/{meeting}"}, "A link begins with https://"),
        ({"request_lasts_days": "0"}, "Number must be between 1 and 90."),
        ({"most_meetings": "-1"}, "Number must be between 1 and 1000."),
    ],
)
def test_terms_that_make_no_sense(
    client: CheckingClient, matchmaking: Matchmaking, wrong: dict[str, str], sentence: str
) -> None:
    answer = client.post(address(matchmaking.event, "rules"), data=TERMS | wrong)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert makers.afresh(matchmaking).most_requests is None


def test_the_mode_stays_once_people_know_of_meetings(client: CheckingClient, matchmaking: Matchmaking) -> None:
    event = matchmaking.event
    assert client.post(address(event, "rules"), data=TERMS | {"mode": "first-come"}).status_code == 302
    assert makers.afresh(matchmaking).mode == MatchmakingMode.FIRST_COME
    first, second = (meeting_makers.participation(event, name) for name in ("Aino", "Bo"))
    meeting_makers.meeting(first, second, slots(event)[0], tables(event)[0])
    answer = client.post(address(event, "rules"), data=TERMS)
    assert answer.status_code == 422
    assert "can&#39;t be changed any more" in answer.text


def test_the_matrix_begins_with_everybody_and_keeps_pairs_apart(
    client: CheckingClient, matchmaking: Matchmaking
) -> None:
    page = client.get(address(matchmaking.event, "matrix")).text
    assert page.count(" checked") == 3  # company–company, company–university, university–university
    forbid(client, matchmaking, allowed=["company:university"])
    assert matchmaking.forbidden_types == [["company", "company"], ["university", "university"]]
    assert client.get(address(matchmaking.event, "matrix")).text.count(" checked") == 1
    forbid(client, matchmaking, allowed=[], everybody="yes")
    assert matchmaking.forbidden_types == []


def test_the_matrix_keeps_what_it_does_not_show(client: CheckingClient, matchmaking: Matchmaking) -> None:
    with transaction():
        matchmaking.forbidden_types = [["company", "guild"]]
    forbid(client, matchmaking, allowed=["company:company", "company:university"])
    assert matchmaking.forbidden_types == [["company", "guild"], ["university", "university"]]
    answer = client.post(address(matchmaking.event, "matrix"), data={"allowed": ["company:nonsense"]})
    assert answer.status_code == 422


def test_meetings_against_the_matrix_are_told(client: CheckingClient, matchmaking: Matchmaking) -> None:
    kinds = {kind.slug: kind.id for kind in db.session.query(OrganisationType)}
    people = [
        meeting_makers.participation(matchmaking.event, name, organisation_type_id=kinds[slug])
        for name, slug in (("Aino", "company"), ("Bo", "company"), ("Carl", "university"))
    ]
    meeting_makers.meeting(people[0], people[1])
    meeting_makers.meeting(people[0], people[2])
    forbid(client, matchmaking, allowed=["company:university", "university:university"])
    page = client.get(address(matchmaking.event, "matrix")).text
    assert "1 meeting was agreed between people who may not meet" in page


def test_weights_are_changed_and_set_back(client: CheckingClient, matchmaking: Matchmaking) -> None:
    page = client.get(address(matchmaking.event, "weights")).text
    assert "Sum of the points: 100" in page
    points = dict.fromkeys(PARTS, 0) | {"offers": 60, "region": 20}
    client.post(address(matchmaking.event, "weights"), data=points)
    assert Weights.of(makers.afresh(matchmaking).weights).shares()["offers"] == pytest.approx(0.75)
    assert matchmaking.suggestions_asked_at
    assert "75 %" in client.get(address(matchmaking.event, "weights")).text
    client.post(address(matchmaking.event, "weights"), data={"reset": "yes"})
    assert makers.afresh(matchmaking).weights == {}


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [(dict.fromkeys(PARTS, 0), "At least one of them must count."), ({"offers": 101}, "between 0 and 100")],
)
def test_weights_that_make_no_sense(
    client: CheckingClient, matchmaking: Matchmaking, wrong: dict[str, int], sentence: str
) -> None:
    answer = client.post(address(matchmaking.event, "weights"), data=dict.fromkeys(PARTS, 5) | wrong)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert makers.afresh(matchmaking).weights == {}


def test_every_part_of_the_score_has_a_field(client: CheckingClient, matchmaking: Matchmaking) -> None:
    assert {field.short_name for field in WeightsForm()} - {"csrf_token"} == set(PARTS)
    assert tuple(part.name for part in dataclasses.fields(Weights)) == PARTS


@pytest.mark.parametrize("page", ["rules", "matrix", "weights"])
def test_while_meetings_are_off_every_page_leads_to_the_start(client: CheckingClient, page: str) -> None:
    organiser = makers.organiser()
    client.sign_in(makers.member(organiser))
    event = makers.event(organiser)
    assert client.get(address(event, page)).location == f"/en/organiser/events/{event.id}/meetings"


def forbid(client: CheckingClient, matchmaking: Matchmaking, **fields: Any) -> None:
    assert client.post(address(matchmaking.event, "matrix"), data=fields).status_code == 302
    makers.afresh(matchmaking)
