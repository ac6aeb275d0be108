"""The download of one's own data holds what meetings keep: one's own words and doings, and nobody who is hidden."""

from typing import Any

import pytest
from flask import Flask

from elmo_events.events.models import Event
from elmo_events.foundation.database import db, transaction
from elmo_events.matchmaking.models import Feedback, Label, Meeting, Participation, Suggestion
from elmo_events.matchmaking.rules import LabelKind
from elmo_events.profiles.models import Avoidance
from elmo_events.timetable.models import Slot, Unavailability
from tests import makers, meeting_makers
from tests.client import CheckingClient
from tests.matchmaking.people_who_meet import asked


@pytest.fixture
def event(app: Flask) -> Event:
    made = makers.event(makers.organiser())
    meeting_makers.matchmaking(made)
    return made


@pytest.fixture
def bo(event: Event, aino: Participation) -> Participation:
    """Has been asked by Aino, is recommended to her, meets her, and she has said what she thinks of it."""
    bo = meeting_makers.participation(event, "Bo")
    slots = db.session.query(Slot).order_by(Slot.starts_at).all()
    asked(aino, bo, what_you_gain="A pilot site")
    meeting = meeting_makers.meeting(aino, bo, slots[0])
    with transaction():
        pair = {"participation_id": aino.id, "event_id": event.id}
        db.session.add_all(
            [
                Suggestion(**pair, other_id=bo.id, position=1, score=0.5),
                Feedback(meeting_id=meeting.id, participation_id=aino.id, took_place=True, useful=4),
                Feedback(meeting_id=meeting.id, participation_id=bo.id, took_place=True, useful=1),
                Unavailability(registration_id=aino.registration_id, slot_id=slots[5].id),
                Label(profile_id=aino.profile_id, other_profile_id=bo.profile_id, kind=LabelKind.KNOWN_ALREADY),
            ]
        )
    return bo


def download(client: CheckingClient, whose: Participation) -> dict[str, Any]:
    client.sign_in(whose.profile.account)
    told = client.get("/en/profile/data.json").json
    assert told is not None
    return dict(told)


def test_it_holds_all_that_somebody_did(
    client: CheckingClient, event: Event, aino: Participation, bo: Participation
) -> None:
    told = download(client, aino)
    (entry,) = told["meetings"]
    assert entry["event"] == event.title
    assert len(entry["can_not_meet_at"]) == 1
    (request,) = entry["requests"]
    assert (request["direction"], request["with"], request["state"]) == ("sent", "Bo Mäki", "pending")
    assert (request["message"], request["what_they_may_want"]) == ("Shall we talk about bark?", "A pilot site")
    (meeting,) = entry["meetings"]
    assert meeting["with"] == "Bo Mäki"
    assert meeting["starts_at"] == db.session.query(Meeting).one().published_slot.starts_at.isoformat()  # type: ignore[union-attr]
    assert (meeting["feedback"]["took_place"], meeting["feedback"]["useful"]) == (True, 4)
    assert entry["recommended_to_you"] == ["Bo Mäki"]
    assert [(one["about"], one["kind"]) for one in told["opinions_on_recommendations"]] == [
        ("Bo Mäki", "known-already")
    ]


def test_it_tells_nothing_of_what_the_other_said(
    client: CheckingClient, aino: Participation, bo: Participation
) -> None:
    (entry,) = download(client, bo)["meetings"]
    assert "message" not in entry["requests"][0]
    assert entry["requests"][0]["direction"] == "received"
    assert entry["meetings"][0]["feedback"]["useful"] == 1
    assert entry["recommended_to_you"] == []


def test_whoever_is_out_of_sight_is_not_named(client: CheckingClient, aino: Participation, bo: Participation) -> None:
    makers.saved(Avoidance(profile_id=bo.profile_id, avoided_profile_id=aino.profile_id))
    told = download(client, aino)
    assert "Bo" not in str(told)
    assert told["meetings"][0]["requests"][0]["message"] == "Shall we talk about bark?"


def test_who_takes_part_nowhere_has_an_empty_section(client: CheckingClient, app: Flask) -> None:
    profile = meeting_makers.profile("otso@example.org")
    client.sign_in(profile.account)
    assert client.get("/en/profile/data.json").json["meetings"] == []  # type: ignore[index]
