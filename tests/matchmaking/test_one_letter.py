"""Who is left alone gets one letter: the meeting is cancelled, and these people are free then."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import select, update

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.jobs import run_now, run_queued
from elmo_events.mail.jobs import sweep
from elmo_events.mail.models import Message
from elmo_events.matchmaking.actions import meetings
from elmo_events.matchmaking.actions import repair as actions
from elmo_events.matchmaking.actions.leave import leave
from elmo_events.matchmaking.models import Repair
from elmo_events.matchmaking.queries.meetings import meetings_of
from tests.matchmaking.letters import kinds_to, link_after, newest_to
from tests.matchmaking.published_day import Day


def lonely() -> Day:
    """When Bo's meeting with Aino falls out, Cecilia is free."""
    day = Day(1, 2, "Aino Bo Cecilia")
    day.meeting("Aino", "Bo", 0)
    day.suggest("Aino", "Cecilia", 0.5)
    return day


def bo_cancels(day: Day) -> None:
    with transaction():
        meetings.cancel_by(day["Bo"], meetings_of(day["Bo"])[0])


def a_minute_passes() -> None:
    with transaction():
        db.session.execute(update(Message).values(due_at=now() - timedelta(seconds=1)))


def test_the_letter_of_the_cancellation_says_whom_to_meet_instead(app: Flask) -> None:
    day = lonely()
    bo_cancels(day)
    assert kinds_to(day["Aino"]) == ["meeting_cancelled"]
    letter = newest_to(day["Aino"])
    assert "Bo Mäki has cancelled the meeting with you." in (letter.text or "")
    assert "You could meet somebody else\nCecilia Mäki: " in (letter.text or "")
    assert link_after(letter, "Choose whom to ask").startswith("/en/enter/")
    assert "METHOD:CANCEL" in letter.attachments[0].content


def test_who_leaves_is_told_of_in_one_letter_too(app: Flask) -> None:
    day = lonely()
    with transaction():
        leave(day["Bo"])
    assert kinds_to(day["Aino"]) == ["person_left"]
    assert "Cecilia Mäki" in (newest_to(day["Aino"]).text or "")


def test_who_gets_another_meeting_at_once_is_not_called_free(app: Flask) -> None:
    day = lonely()
    day.meeting("Aino", "Cecilia")
    bo_cancels(day)
    assert sorted(kinds_to(day["Aino"])) == ["meeting_cancelled", "repair_done"]
    told = db.session.scalars(select(Message).where(Message.kind == "matchmaking.meeting_cancelled")).one()
    assert "You are free then" not in (told.text or "")


def test_when_the_worker_is_killed_before_it_has_looked_both_letters_come(app: Flask) -> None:
    day = lonely()
    bo_cancels(day)
    app.extensions["huey"].flush()
    sweep()
    assert db.session.scalars(select(Message)).one().sent_at is None  # it waits for what the worker finds
    a_minute_passes()
    sweep()
    assert kinds_to(day["Aino"]) == ["meeting_cancelled"]
    assert "Cecilia" not in (newest_to(day["Aino"]).text or "")
    run_now(actions.JOB, db.session.scalars(select(Repair.id)).one())
    assert kinds_to(day["Aino"]) == ["meeting_cancelled", "free_slot"]


def test_when_the_worker_is_killed_after_it_has_looked_the_letter_comes(app: Flask) -> None:
    day = lonely()
    bo_cancels(day)
    run_now(actions.JOB, db.session.scalars(select(Repair.id)).one())
    app.extensions["huey"].flush()
    sweep()
    run_queued()
    assert kinds_to(day["Aino"]) == ["meeting_cancelled"]
    assert "Cecilia Mäki" in (newest_to(day["Aino"]).text or "")
