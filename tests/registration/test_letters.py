"""The letters, read back from a real SMTP server, and their calendar files, read by two parsers."""

import re
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from io import StringIO

import pytest
from dateutil import rrule, tz
from flask import Flask
from icalendar import Calendar
from icalendar import Event as Entry

from elmo_events.events import signals
from elmo_events.events.models import Admission, Event, Extra, Part
from elmo_events.events.rules import EventState, Mode
from elmo_events.foundation import jobs
from elmo_events.foundation.database import transaction
from elmo_events.network.models import Project
from elmo_events.registration import actions
from elmo_events.registration.rules import Facts, Person
from tests import makers
from tests.registration.people import ANNA, choice, person, sign_up, signed_up
from tests.servers.smtp import Mailroom

START = datetime(2100, 3, 15, 7, tzinfo=UTC)  # 9.00 in Helsinki


def an_event(**facts: object) -> Event:
    project = makers.saved(
        Project(code="A75728", name={"fi": "ELMO"}, funder_text={"fi": "Lapin liitto rahoittaa."}, has_eu_emblem=True)
    )
    usual = {
        "starts_at": START,
        "ends_at": START + timedelta(hours=3),
        "project": project,
        "accessibility": {"fi": "Esteetön."},
    }
    return makers.event(makers.organiser(), **usual | facts)


def sent(mailroom: Mailroom, address: str = ANNA.email) -> list[EmailMessage]:
    jobs.run_queued()
    return mailroom.to(address)


def text(letter: EmailMessage) -> str:
    part = letter.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def html(letter: EmailMessage) -> str:
    part = letter.get_body(("html",))
    assert part is not None
    return str(part.get_content())


def calendars(letter: EmailMessage) -> list[Calendar]:
    files = [part for part in letter.walk() if part.get_content_type() == "text/calendar"]
    return [Calendar.from_ical(part.get_payload(decode=True)) for part in files]  # type: ignore[arg-type]


def entries(letter: EmailMessage) -> list[Entry]:
    return [entry for calendar in calendars(letter) for entry in calendar.walk("VEVENT")]


def test_the_confirmation_says_all_that_matters_but_the_diet(sending_app: Flask, mailroom: Mailroom) -> None:
    food = [Admission(name={"fi": "Paikan päällä"}, mode=Mode.ON_SITE, has_catering=True)]
    event = an_event(
        admissions=food, extras=[Extra(name={"fi": "Tehdasvierailu"})], last_cancellation_at=START - timedelta(days=7)
    )
    sign_up(event, ANNA, choice(event, extras=(0,)), diet="Salainen vegaani")
    letter = sent(mailroom)[0]
    for body in (text(letter), html(letter)):
        for words in (
            "Anna", "Teollisen kiertotalouden työpaja", "15.3.2100 klo 9.00–12.00", "Kulttuurikeskus, Kemi", "Paikan päällä",
            "Tehdasvierailu", "8.3.2100 klo 9.00", "/fi/registrations/", "aino@example.org", "Esteetön.", "Lapin liitto rahoittaa.",
        ):  # fmt: skip
            assert words in body, words
        assert "Salainen" not in body
    assert "15.3.2100" in letter["Subject"]
    assert "Demo-liitto Lappi" in letter["From"]
    assert letter["Reply-To"] == "aino@example.org"
    assert letter["Auto-Submitted"] == "auto-generated"
    assert "eu-emblem.png" in html(letter)


def test_the_personal_link_in_the_letter_works(sending_app: Flask, mailroom: Mailroom) -> None:
    sign_up(an_event())
    link = re.search(r"http://localhost(/fi/registrations/\S+)", text(sent(mailroom)[0]))
    assert link
    assert sending_app.test_client().get(link[1]).status_code == 200


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_letters_are_in_the_language_of_the_participant(sending_app: Flask, mailroom: Mailroom, language: str) -> None:
    sign_up(an_event(), language=language)
    letter = sent(mailroom)[0]
    title = {"fi": "Teollisen kiertotalouden", "sv": "Verkstad om", "en": "Circular economy"}[language]
    assert title in letter["Subject"]
    assert f'<html lang="{language}">' in html(letter)
    assert f"/{language}/registrations/" in text(letter)


def test_the_calendar_file_is_read_by_two_parsers(sending_app: Flask, mailroom: Mailroom) -> None:
    sign_up(an_event())
    letter = sent(mailroom)[0]
    attached = next(part for part in letter.walk() if part.get_content_type() == "text/calendar")
    assert attached.get_param("method") == "REQUEST"
    calendar = calendars(letter)[0]
    entry = calendar.walk("VEVENT")[0]
    assert calendar["METHOD"] == "REQUEST"
    assert entry.decoded("dtstart") == START
    assert entry["DTSTART"].params["TZID"] == "Europe/Helsinki"
    assert entry["ATTENDEE"].params["CN"] == "Anna Alatalo"
    written = attached.get_payload(decode=True).decode()  # type: ignore[union-attr]
    zones = tz.tzical(StringIO(written))
    local = re.search(r"DTSTART;TZID=Europe/Helsinki:(\d{8}T\d{6})", written)
    assert local
    start = rrule.rrulestr(f"DTSTART;TZID=Europe/Helsinki:{local[1]}\nRRULE:FREQ=DAILY;COUNT=1", tzids=zones.get)[0]
    assert start.astimezone(UTC) == START


def test_changes_and_cancellation_replace_the_entry(sending_app: Flask, mailroom: Mailroom) -> None:
    event = an_event()
    anna = signed_up(event)
    first = entries(sent(mailroom)[0])[0]
    chosen = choice(event)
    with transaction():
        actions.change(anna, ANNA, chosen, Facts(organisation="Other"))
    second = entries(sent(mailroom)[1])[0]
    with transaction():
        actions.cancel(anna)
    last = sent(mailroom)[2]
    assert calendars(last)[0]["METHOD"] == "CANCEL"
    third = entries(last)[0]
    assert third["STATUS"] == "CANCELLED"
    assert first["UID"] == second["UID"] == third["UID"]
    assert first["SEQUENCE"] < second["SEQUENCE"] < third["SEQUENCE"]


def test_dropped_parts_leave_the_calendar(sending_app: Flask, mailroom: Mailroom) -> None:
    days = [START + timedelta(days=number) for number in range(3)]
    parts = [Part(starts_at=day, ends_at=day + timedelta(hours=3)) for day in days]
    event = an_event(parts=parts, choose_parts=True, ends_at=days[2] + timedelta(hours=3))
    anna = signed_up(event, ANNA, choice(event, parts=(0, 1)))
    chosen = choice(event, parts=(1, 2))
    with transaction():
        actions.change(anna, ANNA, chosen, Facts(organisation="Malli-AMK"))
    letter = sent(mailroom)[1]
    assert "16.3.2100" in letter["Subject"]  # the first date that is still hers, not the event's
    kept, dropped = calendars(letter)
    assert [entry.decoded("dtstart") for entry in kept.walk("VEVENT")] == days[1:]
    assert dropped["METHOD"] == "CANCEL"
    assert [entry.decoded("dtstart") for entry in dropped.walk("VEVENT")] == days[:1]


def test_waiting_and_promotion(sending_app: Flask, mailroom: Mailroom) -> None:
    event = an_event(places=1, extras=[Extra(name={"fi": "Vierailu"}, places=0)])
    first = signed_up(event, person(1))
    waiting = signed_up(event, ANNA)
    with transaction():
        waiting.extras = list(event.extras)  # wished for while there were places
    letter = sent(mailroom)[0]
    assert "1" in text(letter)
    assert entries(letter) == []
    with transaction():
        actions.cancel(first)
    promoted = sent(mailroom)[1]
    assert "Vierailu" in text(promoted)
    assert calendars(promoted)[0]["METHOD"] == "REQUEST"


def test_the_link_again_tells_that_nothing_changed(sending_app: Flask, mailroom: Mailroom) -> None:
    event = an_event()
    sign_up(event)
    sign_up(event)
    letters = sent(mailroom)
    assert len(letters) == 2
    assert "/fi/registrations/" in text(letters[1])


def test_what_is_not_true_any_more_is_not_sent(sending_app: Flask, mailroom: Mailroom) -> None:
    event = an_event()
    anna = signed_up(event)
    with transaction():
        actions.cancel(anna)
    letters = sent(mailroom)
    assert len(letters) == 1  # no confirmation of what is cancelled
    assert calendars(letters[0])[0]["METHOD"] == "CANCEL"


def test_a_cancelled_event_is_told_to_all_in_their_language(sending_app: Flask, mailroom: Mailroom) -> None:
    event = an_event(places=1, is_photographed=True)
    sign_up(event, ANNA, language="sv")
    waiting = Person("Bertta", "Aho", "bertta@example.org")
    sign_up(event, waiting, language="en")
    jobs.run_queued()
    with transaction():
        event.state, event.cancellation_reason = (
            EventState.CANCELLED,
            {"sv": "Talaren är sjuk.", "en": "The speaker is ill."},
        )
        event.sequence += 1
        signals.event_cancelled.send(event)
    letter = sent(mailroom)[-1]
    assert "Talaren är sjuk." in text(letter)
    assert "fotografier" in text(sent(mailroom)[0])
    assert "fotografier" not in text(letter)
    assert entries(letter)[0]["STATUS"] == "CANCELLED"
    to_waiting = sent(mailroom, waiting.email)[-1]
    assert "The speaker is ill." in text(to_waiting)
    assert entries(to_waiting) == []


def test_a_moved_event_is_told_with_the_new_time(sending_app: Flask, mailroom: Mailroom) -> None:
    event = an_event()
    sign_up(event)
    first = entries(sent(mailroom)[0])[0]
    with transaction():
        event.starts_at = event.parts[0].starts_at = START + timedelta(hours=1)
        event.sequence += 1
        signals.event_moved.send(event, what=frozenset({"time"}))
    letter = sent(mailroom)[-1]
    assert "klo 10.00–12.00" in text(letter)
    moved = entries(letter)[0]
    assert (moved["UID"], moved.decoded("dtstart")) == (first["UID"], START + timedelta(hours=1))
    assert moved["SEQUENCE"] > first["SEQUENCE"]


def test_a_part_that_moves_is_told_to_those_who_attend_it(sending_app: Flask, mailroom: Mailroom) -> None:
    days = [START + timedelta(days=number) for number in range(2)]
    parts = [Part(starts_at=day, ends_at=day + timedelta(hours=3)) for day in days]
    event = an_event(parts=parts, choose_parts=True, ends_at=days[1] + timedelta(hours=3))
    sign_up(event, ANNA, choice(event, parts=(0,)))
    sign_up(event, person(1), choice(event, parts=(1,)))
    with transaction():
        event.parts[1].starts_at += timedelta(hours=1)
        moved = frozenset({event.parts[1].id})
        signals.event_moved.send(event, what=frozenset({"time", "joining_link"}), parts=moved)
    assert len(sent(mailroom)) == 1  # the confirmation
    assert "Aika on muuttunut." in text(sent(mailroom, "person1@example.org")[-1])
    assert "Osallistumislinkki on muuttunut" not in text(sent(mailroom, "person1@example.org")[-1])


def test_a_new_joining_link_goes_only_to_those_who_may_use_it(sending_app: Flask, mailroom: Mailroom) -> None:
    admissions = [
        Admission(name={"fi": "Paikan päällä"}, mode=Mode.ON_SITE, position=0),
        Admission(name={"fi": "Etänä"}, mode=Mode.ONLINE, position=1),
    ]
    event = an_event(admissions=admissions)
    sign_up(event, person(1))
    sign_up(event, ANNA, choice(event, admission=1))
    assert "video.example.org" not in text(sent(mailroom)[0])
    with transaction():
        event.joining_link = "https://video.example.org/abc"
        signals.event_moved.send(event, what=frozenset({"joining_link"}))
    assert "https://video.example.org/abc" in text(sent(mailroom)[-1])
    assert len(mailroom.to("person1@example.org")) == 1


def test_raised_places_go_to_the_line_in_order(sending_app: Flask, mailroom: Mailroom) -> None:
    event = an_event(places=1)
    for number in range(4):
        sign_up(event, person(number))
    jobs.run_queued()
    with transaction():
        event.admissions[0].places = 3
        signals.places_raised.send(event)
    jobs.run_queued()
    assert [len(mailroom.to(person(number).email)) for number in range(4)] == [1, 2, 2, 1]


def test_names_and_addresses_of_any_script(sending_app: Flask, mailroom: Mailroom) -> None:
    sign_up(an_event(), Person("Máret Ánne", "Näkkäläjärvi-Demo", "maret@öljy.example.org"))
    jobs.run_queued()
    assert mailroom.recipients == ["maret@xn--ljy-rna.example.org"]
    assert "Máret Ánne" in text(mailroom.received[0])
