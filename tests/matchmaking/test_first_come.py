"""Where people choose their slots: who accepts first has the slot and a table, at once and for both."""

import re
from datetime import timedelta
from io import StringIO

import pytest
import vobject
from flask import Flask
from icalendar import Calendar

from elmo_events.events.models import Admission, Event
from elmo_events.events.rules import Mode
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.matchmaking.actions.answer import accept
from elmo_events.matchmaking.actions.ask import ask
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation
from elmo_events.matchmaking.queries.free_places import free_places
from elmo_events.matchmaking.rules import MatchmakingMode
from elmo_events.timetable.models import Block, MeetingTable, Slot, Unavailability
from elmo_events.timetable.queries import slots, tables
from elmo_events.timetable.rules import TableKind
from tests import makers, meeting_makers
from tests.client import CheckingClient
from tests.matchmaking.letters import newest_to
from tests.matchmaking.people_who_meet import START, asked, refusal, terms

ONLINE = {"name": {"en": "Online"}, "mode": Mode.ONLINE, "position": 1}


@pytest.fixture
def event(app: Flask) -> Event:
    on_site = Admission(name={"en": "On site"}, mode=Mode.ON_SITE, places=50)
    made = makers.event(makers.organiser(), admissions=[on_site, Admission(**ONLINE)])
    meeting_makers.matchmaking(made, slots=3, tables=1, mode=MatchmakingMode.FIRST_COME)
    return made


@pytest.fixture
def aino(event: Event) -> Participation:
    return meeting_makers.participation(event, "Aino")


@pytest.fixture
def bo(event: Event) -> Participation:
    return meeting_makers.participation(event, "Bo")


def free(first: Participation, second: Participation) -> list[tuple[Slot, MeetingTable | None]]:
    db.session.rollback()
    matchmaking = db.session.get_one(Matchmaking, first.event_id)
    return [tuple(place) for place in free_places(matchmaking, first, second, now())]  # type: ignore[misc]


def goes_online(person: Participation) -> None:
    with transaction():
        person.registration.admission_id = person.event.admissions[1].id


def add_table(event: Event, name: str, kind: TableKind, **facts: object) -> MeetingTable:
    return makers.saved(MeetingTable(event_id=event.id, name=name, kind=kind, position=9, **facts))


def test_who_accepts_has_the_slot_and_a_table_at_once(event: Event, aino: Participation, bo: Participation) -> None:
    chosen = slots(event)[1]
    request = asked(aino, bo, slot=chosen)
    with transaction():
        meeting = accept(request)
    table = tables(event)[0]
    assert (meeting.slot_id, meeting.table_id) == (chosen.id, table.id)
    assert (meeting.published_slot_id, meeting.published_table_id) == (chosen.id, table.id)
    assert {seat.published_slot_id for seat in meeting.seats} == {chosen.id}


def test_both_get_it_for_their_calendars(event: Event, aino: Participation, bo: Participation) -> None:
    request = asked(aino, bo, slot=slots(event)[0])
    with transaction():
        accept(request)
    for person, other in ((aino, "Bo Mäki"), (bo, "Aino Mäki")):
        letter = newest_to(person)
        assert letter.kind == "matchmaking.meeting_settled"
        assert f"You will meet {other}" in (letter.subject or "")
        assert "Table 1" in (letter.text or "")
        written = letter.attachments[0].content
        entry = Calendar.from_ical(written).walk("VEVENT")[0]
        assert entry.decoded("dtstart") == slots(event)[0].starts_at
        assert other in str(entry["summary"])
        assert vobject.readOne(StringIO(written)).vevent.status.value == "CONFIRMED"


def test_only_slots_that_both_can_use_are_free(event: Event, aino: Participation, bo: Participation) -> None:
    first, second, third = slots(event)
    assert [slot for slot, _ in free(aino, bo)] == [first, second, third]
    makers.saved(Unavailability(registration_id=aino.registration_id, slot_id=first.id))
    cecilia = meeting_makers.participation(event, "Cecilia")
    meeting_makers.meeting(bo, cecilia, second, tables(event)[0])
    assert [slot for slot, _ in free(aino, bo)] == [third]
    daniel, eeva = meeting_makers.participation(event, "Daniel"), meeting_makers.participation(event, "Eeva")
    meeting_makers.meeting(daniel, eeva, third, tables(event)[0], published=False)
    assert free(aino, bo) == []
    add_table(event, "2", TableKind.TABLE)
    assert [(slot, table.name) for slot, table in free(aino, bo) if table] == [(third, "2")]


def test_what_has_begun_and_closed_tables_are_not_free(event: Event, aino: Participation, bo: Participation) -> None:
    with transaction():
        slots(event)[0].starts_at = now() - timedelta(minutes=1)
    assert len(free(aino, bo)) == 2
    with transaction():
        tables(event)[0].is_open = False
    assert free(aino, bo) == []


def test_hosts_meet_at_their_booth_and_others_do_not(event: Event, aino: Participation, bo: Participation) -> None:
    booth = add_table(event, "Booth", TableKind.BOOTH, host_registration_id=bo.registration_id)
    assert {table for _, table in free(aino, bo)} == {booth}
    assert {table for _, table in free(aino, meeting_makers.participation(event, "Cecilia"))} == {tables(event)[0]}


def test_two_online_need_a_video_room_where_there_are_such(
    event: Event, aino: Participation, bo: Participation
) -> None:
    goes_online(aino)
    assert {table for _, table in free(aino, bo)} == {tables(event)[0]}  # one sits at the table
    goes_online(bo)
    assert {table for _, table in free(aino, bo)} == {None}
    room = add_table(event, "Room", TableKind.VIDEO, link="https://video.example.org/1")
    assert {table for _, table in free(aino, bo)} == {room}


def test_a_meeting_of_one_online_takes_a_video_room_too(event: Event, aino: Participation, bo: Participation) -> None:
    add_table(event, "Room", TableKind.VIDEO, link="https://video.example.org/1")
    add_table(event, "2", TableKind.TABLE)
    goes_online(aino)
    cecilia, daniel = meeting_makers.participation(event, "Cecilia"), meeting_makers.participation(event, "Daniel")
    goes_online(cecilia)
    meeting_makers.meeting(cecilia, daniel, slots(event)[0], tables(event)[0])
    assert [slot for slot, _ in free(aino, bo)] == slots(event)[1:]


def test_a_slot_is_to_be_chosen_and_must_be_free(event: Event, aino: Participation, bo: Participation) -> None:
    assert refusal(lambda: ask(aino, bo)) == "Choose a time."
    makers.saved(Unavailability(registration_id=bo.registration_id, slot_id=slots(event)[0].id))
    assert refusal(lambda: ask(aino, bo, slot=slots(event)[0])).startswith("This time has been taken meanwhile.")


def test_a_slot_that_went_meanwhile_is_refused_with_others_to_choose(
    event: Event, aino: Participation, bo: Participation
) -> None:
    first, second, _third = slots(event)
    request = asked(aino, bo, slot=first)
    meeting_makers.meeting(aino, meeting_makers.participation(event, "Cecilia"), first, tables(event)[0])
    sentence = refusal(lambda: accept(request))
    assert sentence.startswith("This time has been taken meanwhile. Free times:")
    assert sentence.count(";") == 1
    with transaction():
        meeting = accept(request, slot=second)
    assert meeting.published_slot_id == second.id


def test_when_nothing_is_free_it_says_so(event: Event, aino: Participation, bo: Participation) -> None:
    request = asked(aino, bo, slot=slots(event)[0])
    with transaction():
        tables(event)[0].is_open = False
    assert "no free time in common" in refusal(lambda: accept(request))


def test_nobody_has_more_meetings_than_may_be(event: Event, aino: Participation, bo: Participation) -> None:
    terms(event, most_meetings=1)
    request = asked(aino, bo, slot=slots(event)[0])
    meeting_makers.meeting(aino, meeting_makers.participation(event, "Cecilia"), slots(event)[1], tables(event)[0])
    assert "as many as one may have" in refusal(lambda: accept(request))


def test_nobody_has_more_in_a_row_than_may_be(event: Event, aino: Participation, bo: Participation) -> None:
    first, second, third = slots(event)
    request = asked(bo, aino, slot=third)
    terms(event, most_in_a_row=1)
    meeting_makers.meeting(aino, meeting_makers.participation(event, "Cecilia"), second, tables(event)[0])
    assert free(aino, bo) == []  # before it and after it is a pause
    assert "no free time in common" in refusal(lambda: accept(request))
    terms(event, most_in_a_row=2)
    assert [slot for slot, _ in free(aino, bo)] == [first, third]
    with transaction():
        accept(request)
    daniel = meeting_makers.participation(event, "Daniel")
    assert "no free time in common" in refusal(lambda: ask(aino, daniel, slot=first))
    terms(event, most_in_a_row=None)
    assert [slot for slot, _ in free(aino, daniel)] == [first]


def test_who_would_have_no_pause_is_told_of_other_times(event: Event, aino: Participation, bo: Participation) -> None:
    first, second, third = slots(event)
    request = asked(aino, bo, slot=second)
    terms(event, most_in_a_row=1)
    meeting_makers.meeting(bo, meeting_makers.participation(event, "Cecilia"), first, tables(event)[0])
    sentence = refusal(lambda: accept(request))
    assert sentence.startswith("At this time one of you would have too many meetings without a pause. Free times:")
    with transaction():
        assert accept(request, slot=third).published_slot_id == third.id


def test_rows_that_are_too_long_already_close_only_what_makes_them_longer(
    event: Event, aino: Participation, bo: Participation
) -> None:
    first, second, third = slots(event)
    for name, slot in (("Cecilia", first), ("Daniel", second)):
        meeting_makers.meeting(aino, meeting_makers.participation(event, name), slot, tables(event)[0])
    terms(event, most_in_a_row=1)
    assert free(aino, bo) == []
    with transaction():
        third.block = Block(event_id=event.id, starts_at=third.starts_at, ends_at=third.ends_at)
    assert [slot for slot, _ in free(aino, bo)] == [third]


def test_choose_a_time_on_the_page(
    client: CheckingClient, event: Event, aino: Participation, bo: Participation
) -> None:
    client.sign_in(meeting_makers.account_of(aino))
    page = client.get(f"{START}/people/{bo.id}/request").get_data(as_text=True)
    assert page.count('name="slot"') == 3
    chosen = slots(event)[2]
    client.post(f"{START}/people/{bo.id}/request", data={"message": "Hello", "slot": chosen.id})
    client.sign_in(meeting_makers.account_of(bo))
    page = client.get(f"{START}/requests").get_data(as_text=True)
    assert f'name="slot" value="{chosen.id}"' in page
    path = page.split('action="', 1)[1].split('"', 1)[0]
    client.post(path, data={"slot": chosen.id})
    db.session.rollback()
    assert db.session.query(Meeting).one().published_slot_id == chosen.id


def test_a_time_asked_of_somebody_else_is_marked_and_another_proposed(
    client: CheckingClient, event: Event, aino: Participation, bo: Participation
) -> None:
    first, second, _third = slots(event)
    asked(aino, bo, slot=first)
    cecilia = meeting_makers.participation(event, "Cecilia")
    client.sign_in(meeting_makers.account_of(aino))
    page = client.get(f"{START}/people/{cecilia.id}/request").get_data(as_text=True)
    assert page.count("you have asked Bo Mäki for this time") == 1
    (preselected,) = re.findall(r"<input[^>]*checked[^>]*>", page)
    assert f'value="{second.id}"' in preselected


def test_who_is_asked_reads_that_the_proposed_time_went(
    client: CheckingClient, event: Event, aino: Participation, bo: Participation
) -> None:
    request = asked(aino, bo, slot=slots(event)[0])
    client.sign_in(meeting_makers.account_of(bo))
    sentence = "The proposed time is no longer free."
    assert sentence not in client.get(f"{START}/requests/{request.id}").get_data(as_text=True)
    makers.saved(Unavailability(registration_id=aino.registration_id, slot_id=request.slot_id))
    assert sentence in client.get(f"{START}/requests/{request.id}").get_data(as_text=True)


def test_the_page_offers_other_times_when_this_one_went(
    client: CheckingClient, event: Event, aino: Participation, bo: Participation
) -> None:
    request = asked(aino, bo, slot=slots(event)[0])
    client.sign_in(meeting_makers.account_of(bo))
    meeting_makers.meeting(aino, meeting_makers.participation(event, "Cecilia"), slots(event)[0], tables(event)[0])
    answer = client.post(f"{START}/requests/{request.id}", data={"slot": request.slot_id})
    assert answer.status_code == 422
    page = answer.get_data(as_text=True)
    assert "This time has been taken meanwhile." in page
    assert page.count('name="slot"') == 2
    with transaction():
        tables(event)[0].is_open = False
    page = client.post(f"{START}/requests/{request.id}").get_data(as_text=True)
    assert "no free time in common" in page
    page = client.get(f"{START}/people/{meeting_makers.participation(event, 'Daniel').id}/request").get_data(
        as_text=True
    )
    assert "You two have no free time in common." in page
