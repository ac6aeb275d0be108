"""One's own day: sessions and meetings, gaps, what was cancelled or moved; nobody sees another's."""

from datetime import UTC, datetime, timedelta

from flask import Flask

from elmo_events.events.models import Part, ProgrammeSession
from elmo_events.foundation.database import db, transaction
from elmo_events.matchmaking.actions.meetings import cancel_by
from elmo_events.matchmaking.actions.seats import Place, draft, lock_meetings, publish
from elmo_events.matchmaking.models import Matchmaking, Meeting
from elmo_events.matchmaking.rules import MeetingState
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import RegistrationState
from tests import makers, meeting_makers
from tests.agenda.pages import address, read
from tests.client import CheckingClient
from tests.matchmaking.published_day import Day


def session(day: Day, title: str, start: datetime, hours: float = 1) -> ProgrammeSession:
    return makers.saved(
        ProgrammeSession(
            event_id=day.event.id, starts_at=start, ends_at=start + timedelta(hours=hours), title={"en": title}
        )
    )


def test_sessions_meetings_and_gaps_stand_in_the_order_of_the_day(day: Day, client: CheckingClient) -> None:
    session(day, "Keynote", day.event.starts_at + timedelta(hours=2))
    day.meeting("Aino", "Bo", 1, table=1)
    page = read(client, day, "Aino")
    assert page.index("Free") < page.index("Meeting: Bo") < page.rindex("Free") < page.index("Keynote")
    assert "Table 2" in page
    assert "Esimerkki Oy" in page
    assert "Helsinki time" in page


def test_other_people_s_meetings_are_not_there(day: Day, client: CheckingClient) -> None:
    meeting = day.meeting("Bo", "Cecilia", 0)
    assert "Cecilia" not in read(client, day, "Aino")
    assert client.get(address(day, f"/meetings/{meeting.id}/cancel")).status_code == 404
    assert client.get(address(day, f"/meetings/{meeting.id}/instead")).status_code == 404
    assert client.get(address(day, f"/meetings/{meeting.id}/feedback")).status_code == 404


def test_a_draft_is_not_shown(day: Day, client: CheckingClient) -> None:
    meeting_makers.meeting(day["Aino"], day["Bo"], day.slots[0], day.tables[0], published=False)
    assert "Meeting: Bo" not in read(client, day, "Aino")


def test_before_publication_no_slot_is_called_free(day: Day, client: CheckingClient) -> None:
    with transaction():
        db.session.get_one(Matchmaking, day.event.id).published_at = None
    page = read(client, day, "Aino")
    assert "The times of the meetings are not published yet." in page
    assert ">Free<" not in page


def test_slots_that_one_marked_are_not_free(day: Day, client: CheckingClient) -> None:
    day.can_use("Aino", 0)
    page = read(client, day, "Aino")
    assert page.count("Not available for meetings") == 1


def test_what_was_moved_says_from_when(day: Day, client: CheckingClient) -> None:
    meeting = day.meeting("Aino", "Bo", 0)
    with transaction():
        lock_meetings(day.matchmaking)
        places = {db.session.get_one(Meeting, meeting.id): Place(day.slots[2].id, day.tables[0].id)}
        draft(places)
        publish(places)
    assert "Moved from" in read(client, day, "Aino")


def test_a_cancelled_meeting_stays_at_its_time_and_leads_to_others(day: Day, client: CheckingClient) -> None:
    meeting = day.meeting("Aino", "Bo", 0)
    with transaction():
        cancel_by(day["Bo"], meeting)
    page = read(client, day, "Aino")
    assert "<s>Meeting: Bo" in page
    assert "Cancelled" in page
    assert "Meet somebody else then" in page
    assert "Meet somebody else then" not in read(client, day, "Bo")


def test_one_s_own_meeting_can_be_cancelled_with_a_button(day: Day, client: CheckingClient) -> None:
    meeting = day.meeting("Aino", "Bo", 0)
    assert "Cancel the meeting" in read(client, day, "Aino")
    path = address(day, f"/meetings/{meeting.id}/cancel")
    assert client.get(path).status_code == 200
    assert makers.afresh(meeting).state == MeetingState.ACTIVE
    assert client.post(path).status_code == 302
    assert makers.afresh(meeting).state == MeetingState.CANCELLED


def test_days_are_chosen_by_tabs_or_shown_at_once(day: Day, client: CheckingClient) -> None:
    later = day.event.starts_at + timedelta(days=1)
    with transaction():
        event = db.session.merge(day.event)
        event.parts.append(Part(starts_at=later, ends_at=later + timedelta(hours=3)))
        event.ends_at = later + timedelta(hours=3)
    session(day, "Second morning", later)
    assert "Second morning" not in read(client, day, "Aino")
    assert "Second morning" in read(client, day, "Aino", "?day=all")
    assert "Second morning" in read(client, day, "Aino", f"?day={later.astimezone(UTC).date()}")


def test_only_the_parts_that_one_attends_are_there(day: Day, client: CheckingClient) -> None:
    later = day.event.starts_at + timedelta(days=1)
    with transaction():
        event = db.session.merge(day.event)
        event.parts.append(Part(starts_at=later, ends_at=later + timedelta(hours=3)))
        event.choose_parts, event.ends_at = True, later + timedelta(hours=3)
        registration = db.session.get_one(Registration, day["Aino"].registration_id)
        registration.parts = [event.parts[0]]
    session(day, "Second morning", later)
    assert "Second morning" not in read(client, day, "Aino", "?day=all")


def test_an_event_without_meetings_has_an_agenda_too(app: Flask, client: CheckingClient) -> None:
    event = makers.event(makers.organiser())
    account = makers.account("aino@example.org")
    meeting_makers.registration(event, "aino@example.org")
    makers.saved(
        ProgrammeSession(event_id=event.id, starts_at=event.starts_at, ends_at=event.ends_at, title={"en": "Keynote"})
    )
    client.sign_in(account)
    assert "Keynote" in client.get(f"/en/events/{event.slug}/agenda").get_data(as_text=True)


def test_who_has_not_registered_is_led_to_the_event(day: Day, client: CheckingClient) -> None:
    with transaction():
        db.session.get_one(Registration, day["Aino"].registration_id).state = RegistrationState.CANCELLED
    client.sign_in(meeting_makers.account_of(day["Aino"]))
    answer = client.get(address(day))
    assert answer.status_code == 302
    assert answer.headers["Location"] == f"/en/events/{day.event.slug}"
