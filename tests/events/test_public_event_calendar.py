"""The calendar file of an event: one entry for each part, which later files replace."""

from datetime import UTC, datetime, timedelta

from icalendar import Calendar

from elmo_events.events.calendar import event_calendar
from elmo_events.events.models import Event, Part
from elmo_events.events.rules import EventState
from elmo_events.foundation.database import transaction
from tests import makers
from tests.client import CheckingClient


def mornings() -> Event:
    """Two mornings at 9, before and after the clocks change on 28 March 2027."""
    starts = [datetime(2027, 3, 24, 7, tzinfo=UTC), datetime(2027, 3, 31, 6, tzinfo=UTC)]
    return makers.event(
        makers.organiser(),
        slug="mornings",
        starts_at=starts[0],
        ends_at=starts[1] + timedelta(hours=3),
        parts=[Part(starts_at=start, ends_at=start + timedelta(hours=3)) for start in starts],
        title={"fi": "Neljä askelta; ja, pilkku"},
    )


def test_each_part_is_an_entry_at_nine_on_both_sides_of_the_clock_change(client: CheckingClient) -> None:
    mornings()
    response = client.get("/fi/events/mornings/calendar.ics")
    assert response.content_type == "text/calendar; charset=utf-8"
    calendar = Calendar.from_ical(response.data)
    assert [entry.start.strftime("%d.%m. %H:%M %z") for entry in calendar.events] == [
        "24.03. 09:00 +0200", "31.03. 09:00 +0300",
    ]  # fmt: skip
    assert str(calendar.events[0]["summary"]) == "Neljä askelta; ja, pilkku (1/2)"
    assert str(calendar.events[0]["url"]) == "http://localhost/fi/events/mornings"
    assert [str(zone["tzid"]) for zone in calendar.timezones] == ["Europe/Helsinki"]


def test_a_changed_event_replaces_its_entries(client: CheckingClient) -> None:
    event = mornings()
    before = Calendar.from_ical(client.get("/fi/events/mornings/calendar.ics").data)
    with transaction():
        event.sequence += 1
        event.parts[0].starts_at += timedelta(hours=1)
    after = Calendar.from_ical(client.get("/sv/events/mornings/calendar.ics").data)
    assert [entry["uid"] for entry in before.events] == [entry["uid"] for entry in after.events]
    assert [entry["sequence"] for entry in after.events] == [1, 1]


def test_a_cancelled_event_cancels_its_entries(client: CheckingClient) -> None:
    event = mornings()
    with transaction():
        event.state = EventState.CANCELLED
    calendar = Calendar.from_ical(client.get("/fi/events/mornings/calendar.ics").data)
    assert [str(entry["status"]) for entry in calendar.events] == ["CANCELLED", "CANCELLED"]


def test_a_participant_gets_an_own_entry_with_the_joining_link(client: CheckingClient) -> None:
    event = mornings()
    written = event_calendar(
        event, "fi", parts=event.parts[:1], uid_suffix="-7", method="REQUEST", sequence=4,
        attendee=('Åsa "Ö" Öberg, ekonom', "asa@example.org"), joining_link="https://meet.example.org/a,b;c",
    )  # fmt: skip
    calendar = Calendar.from_ical(written)
    (entry,) = calendar.events
    public = Calendar.from_ical(event_calendar(event, "fi")).events[0]
    assert entry["uid"] != public["uid"]
    assert entry["sequence"] == 4
    assert str(calendar["method"]) == "REQUEST"
    assert str(entry["conference"]) == "https://meet.example.org/a,b;c"
    assert str(entry["attendee"]) == "mailto:asa@example.org"
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
