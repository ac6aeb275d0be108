"""Publishing: people get a letter with all their meetings and a calendar file, only when something changes for them."""

from flask import Flask
from icalendar import Calendar

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.jobs import run_queued
from elmo_events.mail.models import Message
from elmo_events.matchmaking.actions import publish as actions
from elmo_events.matchmaking.actions.seats import NOWHERE, Place, draft
from elmo_events.matchmaking.models import Matchmaking, Meeting
from elmo_events.matchmaking.queries.problem import asked
from elmo_events.matchmaking.queries.publication import mark_of
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import RegistrationState
from tests import makers
from tests.matchmaking.planned import Day, agreed, day, planned


def publish(of: Day) -> list[Meeting]:
    matchmaking = db.session.get_one(Matchmaking, of.event.id)
    seen = mark_of(asked(matchmaking, now()).meetings)
    with transaction():
        return list(actions.publish_timetable(matchmaking, seen, of.organiser))


def letters_to(of: Day, position: int) -> list[Message]:
    run_queued()
    db.session.rollback()
    return (
        db.session.query(Message)
        .filter_by(kind="matchmaking.timetable", about_id=of.people[position].id)
        .order_by(Message.id)
        .all()
    )


def move(of: Day, meeting: Meeting, slot: int | None) -> None:
    place = NOWHERE if slot is None else Place(of.slots[slot].id, of.tables[0].id)
    with transaction():
        draft({meeting: place})


def entries(message: Message) -> dict[str, tuple[int, str]]:
    """Sequence and status of each entry, by whom it is with."""
    assert message.attachments[0].filename == "meeting.ics"
    calendar = Calendar.from_ical(message.attachments[0].content)
    assert calendar["method"] == "PUBLISH"
    return {
        str(entry["summary"]).removeprefix("Meeting: ").split(" ")[0]: (int(entry["sequence"]), str(entry["status"]))
        for entry in calendar.walk("VEVENT")
    }


def test_everybody_gets_their_own_meetings_once(app: Flask) -> None:
    today = day()
    agreed(today, (0, 1), (1, 2))
    planned(today)
    assert len(publish(today)) == 2
    (bo,) = letters_to(today, 1)
    assert bo.state == "sent"
    assert "You have 2 meetings." in (bo.text or "")
    assert "Your meetings:" in (bo.subject or "")
    assert set(entries(bo)) == {"Aino", "Cilla"}
    assert letters_to(today, 3) == []


def test_only_those_for_whom_something_changes_hear_of_it(app: Flask) -> None:
    today = day(people=4)
    first, second = agreed(today, (0, 1), (2, 3))
    move(today, first, 0)
    move(today, second, 1)
    publish(today)
    move(today, first, 2)
    publish(today)
    assert [len(letters_to(today, position)) for position in range(4)] == [2, 2, 1, 1]
    again = letters_to(today, 0)[1]
    assert "have changed" in (again.subject or "")
    assert "New time or table" in (again.text or "")
    assert entries(again)["Bo"] == (2, "CONFIRMED")


def test_what_is_taken_off_is_cancelled_in_the_calendar(app: Flask) -> None:
    today = day()
    (meeting,) = agreed(today, (0, 1))
    move(today, meeting, 0)
    publish(today)
    move(today, meeting, None)
    publish(today)
    last = letters_to(today, 0)[1]
    assert "Not held at the time you were told" in (last.text or "")
    assert entries(last)["Bo"] == (2, "CANCELLED")


def test_meetings_that_change_places_are_published_together(app: Flask) -> None:
    """The database lets no two meetings be at one table at once, not even on the way."""
    today = day(table_count=1)
    first, second = agreed(today, (0, 1), (0, 2))
    move(today, first, 0)
    move(today, second, 1)
    publish(today)
    with transaction():
        draft(
            {first: Place(today.slots[1].id, today.tables[0].id), second: Place(today.slots[0].id, today.tables[0].id)}
        )
    assert len(publish(today)) == 2
    assert (first.published_slot_id, second.published_slot_id) == (today.slots[1].id, today.slots[0].id)


def test_a_person_who_has_cancelled_is_not_in_it(app: Flask) -> None:
    today = day()
    (meeting,) = agreed(today, (0, 1))
    move(today, meeting, 0)
    publish(today)
    with transaction():
        db.session.get_one(Registration, today.people[1].registration_id).state = RegistrationState.CANCELLED
    publish(today)
    assert makers.afresh(meeting).published_slot_id is None
    assert len(letters_to(today, 0)) == 2


def test_the_certificate_is_kept_with_what_was_published(app: Flask) -> None:
    today = day()
    agreed(today, (0, 1))
    plan = planned(today)
    publish(today)
    matchmaking = db.session.get_one(Matchmaking, today.event.id)
    assert matchmaking.published_plan_id == plan.id
    assert matchmaking.published_at is not None
