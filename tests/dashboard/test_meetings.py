"""Figures of meetings: right for the event, by region and type, and without a name."""

from io import BytesIO

import openpyxl
import pytest
from flask import Flask
from sqlalchemy import select

from elmo_events.events.models import Event
from elmo_events.foundation.database import db, transaction
from elmo_events.matchmaking.models import Feedback, Meeting, Participation
from elmo_events.network.models import OrganisationType, Region
from elmo_events.network.rules import RegionKind
from elmo_events.timetable.queries import slots, tables
from tests import makers, meeting_makers
from tests.client import CheckingClient


@pytest.fixture
def event(app: Flask) -> Event:
    """Six people of Lapland and six of Central Ostrobothnia; each of the first meets each of the second once."""
    makers.taxonomy()
    event = makers.event(makers.organiser(), places=40)
    meeting_makers.matchmaking(event, slots=6, tables=6)
    here = people(event, "north", "19")
    there = people(event, "west", "16")
    moments, places = slots(event), tables(event)
    for number, first in enumerate(here):
        for turn, slot in enumerate(moments):
            meeting_makers.meeting(first, there[(number + turn) % 6], slot, places[number])
    return event


def people(event: Event, name: str, region: str) -> list[Participation]:
    kind = db.session.scalar(select(OrganisationType.id))
    return [
        meeting_makers.participation(event, f"{name}{number}", region_code=region, organisation_type_id=kind)
        for number in range(6)
    ]


def say(event: Event, number: int, took_place: bool, useful: int) -> None:
    meetings = db.session.scalars(select(Meeting).where(Meeting.event_id == event.id).order_by(Meeting.id)).all()
    with transaction():
        for meeting in meetings[:number]:
            db.session.add(
                Feedback(
                    meeting_id=meeting.id, participation_id=meeting.first_id, took_place=took_place, useful=useful
                )
            )  # fmt: skip


def url(event: Event, ending: str = "") -> str:
    return f"/en/organiser/events/{event.id}/meetings/statistics{ending}"


def test_the_organiser_sees_what_the_meetings_came_to(client: CheckingClient, event: Event) -> None:
    client.sign_in(makers.member(event.organiser))
    say(event, 8, took_place=True, useful=4)
    page = client.get(url(event)).get_data(as_text=True)
    assert "36" in page
    assert "100 % of people have one" in page
    assert "36 meetings crossed the border of a region." in page
    assert "Very useful" in page
    assert "North" not in page.replace("North Ostrobothnia", "")  # nobody's name


def test_few_answers_stay_hidden(client: CheckingClient, event: Event) -> None:
    client.sign_in(makers.member(event.organiser))
    say(event, 4, took_place=True, useful=4)
    page = client.get(url(event)).get_data(as_text=True)
    assert "Fewer than five answers so far." in page
    assert "Very useful" not in page


def test_numbers_survive_the_people(client: CheckingClient, event: Event) -> None:
    """Profiles may be erased; what was kept of them for the counts still counts."""
    with transaction():
        for one in db.session.scalars(select(Participation)):
            one.kept_region_code, one.kept_organisation_type_id = (
                one.profile.region_code,
                one.profile.organisation_type_id,
            )
            one.profile_id = None  # type: ignore[assignment]
    client.sign_in(makers.member(event.organiser))
    assert "36 meetings crossed the border of a region." in client.get(url(event)).get_data(as_text=True)


def test_the_workbook_opens_and_hides_what_the_page_hides(client: CheckingClient, event: Event) -> None:
    client.sign_in(makers.member(event.organiser))
    stray = meeting_makers.participation(event, "stray", region_code="19")
    friend = meeting_makers.participation(event, "friend", region_code="19")
    meeting_makers.meeting(stray, friend, slots(event)[0])
    answer = client.get(url(event, ".xlsx"))
    book = openpyxl.load_workbook(BytesIO(answer.get_data()))
    assert book.sheetnames == ["Figures", "Regions", "Organisation types"]
    cells = {cell.value for row in book["Regions"] for cell in row}
    assert "*" in cells
    assert 36 not in cells  # the only other number would give the hidden one away


def test_strangers_and_other_organisers_see_nothing(client: CheckingClient, event: Event) -> None:
    assert client.get(url(event)).status_code == 302
    client.sign_in(makers.member(makers.organiser("kainuu"), "other@example.org"))
    assert client.get(url(event)).status_code == 404
    assert client.get(url(event, ".xlsx")).status_code == 404
    assert client.get("/en/network/meetings").status_code == 404


def test_the_network_sees_all_events_of_a_year(client: CheckingClient, event: Event) -> None:
    client.sign_in(makers.account("root@example.org", is_network_administrator=True))
    page = client.get(f"/en/network/meetings?year={event.starts_at.year}").get_data(as_text=True)
    assert "Circular economy workshop" in page
    assert "36" in page
    book = client.get(f"/en/network/meetings.xlsx?year={event.starts_at.year}").get_data()
    assert openpyxl.load_workbook(BytesIO(book))["Events"]["B2"].value == 36
    assert "No meetings in 2001" in client.get("/en/network/meetings?year=2001").get_data(as_text=True)


def test_an_event_without_meetings_says_so(client: CheckingClient, app: Flask) -> None:
    makers.saved(Region(code="19", kind=RegionKind.NETWORK, name={"en": "Lapland"}))
    event = makers.event(makers.organiser())
    meeting_makers.matchmaking(event)
    client.sign_in(makers.member(event.organiser))
    assert "No meetings have been published yet" in client.get(url(event)).get_data(as_text=True)
