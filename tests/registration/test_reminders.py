"""Reminders: a week and a day before, the joining link an hour before; each once, to those whom they concern."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from time_machine import travel

from elmo_events.events.models import Admission, Event, Part
from elmo_events.events.rules import EventState, Mode
from elmo_events.foundation import jobs
from elmo_events.foundation.database import db, transaction
from elmo_events.mail.models import Message
from elmo_events.registration import actions
from elmo_events.registration.jobs import send_due_reminders
from elmo_events.registration.rules import Facts
from tests import makers
from tests.registration.people import ANNA, choice, person, sign_up, signed_up
from tests.servers.smtp import Mailroom

START = datetime(2026, 12, 9, 7, tzinfo=UTC)
LONG_BEFORE = START - timedelta(days=30)
WEEK, DAY, HOUR = "registration.week_reminder", "registration.day_reminder", "registration.joining_link"


def an_event(days: tuple[int, ...] = (0,), **facts: object) -> Event:
    starts = [START + timedelta(days=day) for day in days]
    parts = [Part(starts_at=start, ends_at=start + timedelta(hours=3)) for start in starts]
    admissions = [
        Admission(name={"fi": "Paikan päällä"}, mode=Mode.ON_SITE, position=0),
        Admission(name={"fi": "Etänä"}, mode=Mode.ONLINE, position=1),
    ]
    usual = {"starts_at": START, "ends_at": parts[-1].ends_at, "parts": parts, "admissions": admissions}
    return makers.event(makers.organiser(), **usual | {"joining_link": "https://video.example.org/abc"} | facts)


def run(before: timedelta, start: datetime = START) -> list[str]:
    """All reminders that have been written by a moment."""
    with travel(start - before, tick=False):
        send_due_reminders()
    db.session.rollback()
    kinds = (WEEK, DAY, HOUR)
    return [message.kind for message in db.session.query(Message).order_by(Message.id) if message.kind in kinds]


def test_each_reminder_in_its_time_and_once(app: Flask) -> None:
    with travel(LONG_BEFORE):
        event = an_event()
        sign_up(event, person(1))
        sign_up(event, person(2), choice(event, admission=1))
    assert run(timedelta(days=7, minutes=1)) == []
    assert run(timedelta(days=7)) == [WEEK, WEEK]
    assert run(timedelta(days=6)) == [WEEK, WEEK]
    assert run(timedelta(days=1)) == [WEEK, WEEK, DAY, DAY]
    assert run(timedelta(hours=20)) == [WEEK, WEEK, DAY, DAY]
    assert run(timedelta(hours=1)) == [WEEK, WEEK, DAY, DAY, HOUR]  # only to whoever attends online
    assert run(timedelta(minutes=5)) == [WEEK, WEEK, DAY, DAY, HOUR]


def test_who_signs_up_two_days_before_is_not_told_that_it_is_in_a_week(app: Flask) -> None:
    with travel(START - timedelta(days=3)):
        event = an_event()
        sign_up(event)
    assert run(timedelta(days=2, hours=23)) == []
    assert run(timedelta(days=1)) == [DAY]


def test_only_confirmed_people_are_reminded(app: Flask) -> None:
    with travel(LONG_BEFORE):
        event = an_event()
        with transaction():
            event.admissions[0].places = 1
        cancelled = signed_up(event, ANNA, choice(event, admission=1))
        sign_up(event, person(1))
        sign_up(event, person(2))
        with transaction():
            actions.cancel(cancelled)
    assert run(timedelta(days=1)) == [DAY]


def test_a_cancelled_event_reminds_nobody(app: Flask) -> None:
    with travel(LONG_BEFORE):
        event = an_event()
        sign_up(event)
        with transaction():
            event.state = EventState.CANCELLED
    assert run(timedelta(days=1)) == []


def move(event: Event, by: timedelta) -> None:
    with transaction():
        event.starts_at += by
        event.parts[0].starts_at += by
        event.parts[0].ends_at += by
        event.ends_at += by


def test_another_hour_of_the_same_day_reminds_nobody_twice(app: Flask) -> None:
    with travel(LONG_BEFORE):
        event = an_event()
        sign_up(event)
    assert run(timedelta(days=1)) == [DAY]
    move(event, timedelta(hours=2))
    assert run(timedelta(hours=22)) == [DAY]


def test_another_day_is_reminded_of_anew(app: Flask) -> None:
    with travel(LONG_BEFORE):
        event = an_event()
        sign_up(event)
    assert run(timedelta(days=1)) == [DAY]
    move(event, timedelta(days=60))
    assert run(timedelta(days=7), START + timedelta(days=60)) == [DAY, WEEK]


def test_a_series_reminds_of_each_part_that_somebody_attends(app: Flask) -> None:
    with travel(LONG_BEFORE):
        event = an_event(days=(0, 35, 63), choose_parts=True)
        sign_up(event, ANNA, choice(event, parts=(0, 2)))
    assert run(timedelta(days=1)) == [DAY]
    assert run(timedelta(days=1), START + timedelta(days=35)) == [DAY]
    assert run(timedelta(days=7), START + timedelta(days=63)) == [DAY, WEEK]


def test_the_second_day_in_a_row_needs_no_reminder_but_its_joining_link(app: Flask) -> None:
    with travel(LONG_BEFORE):
        event = an_event(days=(0, 1))
        sign_up(event, ANNA, choice(event, admission=1))
    assert run(timedelta(days=1)) == [DAY]
    second = START + timedelta(days=1)
    assert run(timedelta(hours=23), second) == [DAY]
    assert run(timedelta(hours=1), second) == [DAY, HOUR]


def test_a_worker_that_was_down_catches_up_but_never_too_late(app: Flask) -> None:
    with travel(LONG_BEFORE):
        event = an_event()
        sign_up(event, ANNA, choice(event, admission=1))
    assert run(timedelta(days=3)) == [WEEK]
    assert run(timedelta(hours=1, minutes=30)) == [WEEK]
    assert run(-timedelta(minutes=30)) == [WEEK]


def test_the_joining_link_is_still_sent_when_the_event_has_just_begun(app: Flask) -> None:
    with travel(LONG_BEFORE):
        event = an_event()
        sign_up(event, person(1))
        sign_up(event, person(2), choice(event, admission=1))
    assert run(-timedelta(minutes=29)) == [HOUR]


def test_the_letters_hold_the_link_for_those_online(sending_app: Flask, mailroom: Mailroom) -> None:
    with travel(LONG_BEFORE):
        event = an_event()
        sign_up(event, person(1))
        sign_up(event, person(2), choice(event, admission=1))
    for before in (timedelta(days=7), timedelta(days=1), timedelta(hours=1)):
        with travel(START - before, tick=False):
            send_due_reminders()
            jobs.run_queued()
    on_site = [_text(letter) for letter in mailroom.to("person1@")]
    online = [_text(letter) for letter in mailroom.to("person2@")]
    assert ["video.example.org" in text for text in on_site] == [False] * len(on_site)
    assert ["video.example.org" in text for text in online[-3:]] == [False, True, True]
    assert all(re.search(r"9\.12\.2026 klo 9\.00–12\.00", text) for text in online)


WINDOW = timedelta(hours=1)
LATER = "The joining link comes by email before the event."


def letters_after(moment: timedelta, mailroom: Mailroom, address: str) -> list[str]:
    """What has reached an address by a moment before the start, reminders and all."""
    with travel(START - moment, tick=False):
        send_due_reminders()
        jobs.run_queued()
    return [_text(letter) for letter in mailroom.to(address)]


@pytest.mark.parametrize("minutes", [25 * 60, 24 * 60, 23 * 60, 61, 60, 59, 1, 0, -30])
def test_nobody_who_attends_online_is_without_the_link(sending_app: Flask, mailroom: Mailroom, minutes: int) -> None:
    """However late somebody signs up: an e-mail holds the link before the event is half over."""
    signed_up_at = timedelta(minutes=minutes)
    with travel(LONG_BEFORE):
        event = an_event(closes_at=START + timedelta(hours=3))
    with travel(START - signed_up_at, tick=False):
        sign_up(event, ANNA, choice(event, admission=1), language="en")
        jobs.run_queued()
    first = letters_after(signed_up_at, mailroom, "anna@")[0]
    is_late = signed_up_at <= WINDOW
    assert ("video.example.org" in first, LATER in first) == (is_late, not is_late)
    for before in (24 * 60, 60, 55):
        if before < minutes:
            letters_after(timedelta(minutes=before), mailroom, "anna@")
    assert any("video.example.org" in text for text in letters_after(-timedelta(hours=1), mailroom, "anna@"))


def test_who_is_promoted_or_moved_online_late_gets_the_link_at_once(sending_app: Flask, mailroom: Mailroom) -> None:
    with travel(LONG_BEFORE):
        event = an_event()
        with transaction():
            event.admissions[1].places = 1
        first = signed_up(event, person(1), choice(event, admission=1), language="en")
        sign_up(event, person(2), choice(event, admission=1), language="en")
        moved = signed_up(event, person(3), language="en")
    with travel(START - timedelta(minutes=40), tick=False):
        with transaction():
            actions.cancel(first)
        letter = letters_after(timedelta(minutes=40), mailroom, "person2@")[-1]
        assert "You have a place" in letter
        assert "video.example.org" in letter
        assert LATER not in letter
        with transaction():
            event.admissions[1].places = 2
            chosen = choice(event, admission=1)
            actions.change(moved, person(3), chosen, Facts(organisation="Malli-AMK", language="en"))
        assert "video.example.org" in letters_after(timedelta(minutes=40), mailroom, "person3@")[-1]
    on_site = [text for text in letters_after(timedelta(minutes=40), mailroom, "person3@") if "How you attend" in text]
    assert "video.example.org" not in on_site[0]


def test_whoever_attends_on_site_never_gets_the_link(sending_app: Flask, mailroom: Mailroom) -> None:
    with travel(LONG_BEFORE):
        event = an_event()
    with travel(START - timedelta(minutes=30), tick=False):
        sign_up(event, ANNA, language="en")
    letter = letters_after(timedelta(minutes=30), mailroom, "anna@")[0]
    assert "video.example.org" not in letter
    assert LATER not in letter


def test_the_link_that_is_sent_late_says_that_the_event_has_begun(sending_app: Flask, mailroom: Mailroom) -> None:
    with travel(LONG_BEFORE):
        event = an_event()
        sign_up(event, ANNA, choice(event, admission=1), language="en")
    letter = letters_after(-timedelta(minutes=10), mailroom, "anna@")[-1]
    assert "The event has begun" in letter
    assert "video.example.org" in letter


def _text(letter: object) -> str:
    return str(letter.get_body(("plain",)).get_content())  # type: ignore[attr-defined]
