"""Blocks: time kept for meetings, and what a change of it does to slots and meetings."""

from datetime import datetime, timedelta
from typing import Any

from elmo_events.accounts.models import AuditEntry
from elmo_events.events.models import Event
from elmo_events.foundation import dates
from elmo_events.foundation.database import db, transaction
from elmo_events.timetable import queries
from elmo_events.timetable.models import Block, Unavailability
from tests import makers, meeting_makers
from tests.client import CheckingClient


def address(event: Event, end: str = "") -> str:
    return f"/en/organiser/events/{event.id}/meetings/blocks{end}"


def typed(event: Event, first: int = 0, last: int = 120, slot: int = 15, pause: int = 5) -> dict[str, Any]:
    """A block from and to so many minutes after the event's start, as an organiser types it."""
    starts, ends = (
        dates.local(event.starts_at + timedelta(minutes=minutes), event.time_zone) for minutes in (first, last)
    )
    return {
        "day": starts.date().isoformat(), "starts": f"{starts:%H.%M}", "ends": f"{ends:%H.%M}",
        "slot_minutes": slot, "pause_minutes": pause,
    }  # fmt: skip


def starts_of(event: Event) -> list[int]:
    """Minutes after the event's start at which its slots begin."""
    db.session.rollback()
    return [int((slot.starts_at - event.starts_at).total_seconds() // 60) for slot in queries.slots(event)]


def the_block(event: Event) -> Block:
    db.session.rollback()
    return queries.blocks(event)[0]


def test_a_block_falls_into_slots(client: CheckingClient, event: Event) -> None:
    page = client.get(address(event)).text
    assert f'value="{dates.local(event.starts_at, event.time_zone):%Y-%m-%d}"' in page
    answer = client.post(address(event), data=typed(event, last=60), follow_redirects=True)
    assert "The block is added." in answer.text
    assert starts_of(event) == [0, 20, 40]
    assert db.session.query(AuditEntry).filter_by(action="block added").count() == 1


def test_a_new_block_is_offered_where_there_is_time_left(client: CheckingClient, event: Event) -> None:
    client.post(address(event), data=typed(event, last=60, slot=10))
    page = client.get(address(event)).text
    free = dates.local(event.starts_at + timedelta(minutes=60), event.time_zone)
    assert f'value="{free.hour}:{free.minute:02d}"' in page
    assert 'value="10"' in page


def test_a_block_of_a_late_event_may_go_on_past_midnight(client: CheckingClient, event: Event) -> None:
    late = event.starts_at.replace(hour=20)  # in Finland 22 or 23; the event's three hours end on the next day
    with transaction():
        event.parts[0].starts_at = event.starts_at = late
        event.parts[0].ends_at = event.ends_at = late + timedelta(hours=3)
    client.post(address(event), data=typed(event, first=60, last=180))
    assert starts_of(event) == [60, 80, 100, 120, 140, 160]
    assert "It must end after it starts." in client.post(address(event), data=typed(event, first=-60, last=-90)).text
    block = the_block(event)
    client.post(address(event, f"/{block.id}"), data=typed(event, first=120, last=180))
    assert starts_of(event) == [120, 140, 160]


def test_blocks_lie_within_the_event_and_not_over_each_other(client: CheckingClient, event: Event) -> None:
    client.post(address(event), data=typed(event, last=60))
    for wrong, sentence in (
        (typed(event, first=-30, last=30), "A block lies within the event"),
        (typed(event, first=120, last=200), "A block lies within the event"),
        (typed(event, first=40, last=100), "Another block is at that time"),
        (typed(event, first=100, last=90), "It must end after it starts."),
        (typed(event, first=100, last=110), "The block is shorter than one slot."),
        (typed(event, first=100, last=160, slot=0), "Number must be between 1 and 240."),
    ):
        answer = client.post(address(event), data=wrong)
        assert answer.status_code == 422
        assert sentence in answer.text, sentence
    assert client.post(address(event), data=typed(event, first=60, last=100)).status_code == 302


def test_slots_whose_times_stay_keep_their_meetings(client: CheckingClient, event: Event) -> None:
    meeting_makers.matchmaking(event, slots=6, tables=1)
    first, second = (meeting_makers.participation(event, name) for name in ("Aino", "Bo"))
    slots, tables = queries.slots(event), queries.tables(event)
    meeting = meeting_makers.meeting(first, second, slots[1], tables[0])
    kept, block_id = slots[1].id, slots[1].block_id
    client.post(address(event, f"/{block_id}"), data=typed(event, first=20, last=80))
    assert starts_of(event) == [20, 40, 60]
    assert makers.afresh(meeting).published_slot_id == kept


def test_slots_of_which_people_know_are_not_removed(client: CheckingClient, event: Event) -> None:
    meeting_makers.matchmaking(event, slots=6, tables=1)
    people = [meeting_makers.participation(event, name) for name in ("Aino", "Bo", "Carl", "Dag")]
    slots, tables = queries.slots(event), queries.tables(event)
    for first, slot in ((0, 4), (2, 5)):
        meeting_makers.meeting(people[first], people[first + 1], slots[slot], tables[0])
    answer = client.post(address(event, f"/{slots[0].block_id}"), data=typed(event, last=60))
    assert answer.status_code == 422
    assert "People have been told of 2 meetings there." in answer.text
    answer = client.post(address(event, f"/{slots[0].block_id}/removal"), follow_redirects=True)
    assert "People have been told of 2 meetings there." in answer.text
    assert starts_of(event) == [0, 20, 40, 60, 80, 100]


def test_meetings_in_the_draft_wait_when_their_slot_goes(client: CheckingClient, event: Event) -> None:
    meeting_makers.matchmaking(event, slots=6, tables=1)
    first, second = (meeting_makers.participation(event, name) for name in ("Aino", "Bo"))
    slots, tables = queries.slots(event), queries.tables(event)
    meeting = meeting_makers.meeting(first, second, slots[5], tables[0], published=False)
    with transaction():
        meeting.is_pinned = True
    client.post(address(event, f"/{slots[0].block_id}"), data=typed(event, last=60))
    makers.afresh(meeting)
    assert (meeting.slot_id, meeting.table_id, meeting.is_pinned) == (None, None, False)
    assert [seat.slot_id for seat in meeting.seats] == [None, None]
    client.post(address(event, f"/{the_block(event).id}/removal"))
    assert starts_of(event) == []


def test_who_could_not_use_a_slot_cannot_use_what_comes_in_its_place(client: CheckingClient, event: Event) -> None:
    meeting_makers.matchmaking(event, slots=3, tables=1)
    registration = meeting_makers.registration(event, "aino@example.org")
    closed = queries.slots(event)[1]  # 20 to 35 minutes after the start
    makers.saved(Unavailability(registration_id=registration.id, slot_id=closed.id))
    client.post(address(event, f"/{closed.block_id}"), data=typed(event, last=60, slot=10, pause=0))
    db.session.rollback()
    unusable = queries.unusable_slots(event, [registration])[registration.id]
    times = [_minutes(event, slot.starts_at) for slot in queries.slots(event) if slot.id in unusable]
    assert times == [20, 30]


def test_blocks_of_another_event_do_not_exist_here(client: CheckingClient, event: Event) -> None:
    other = makers.event(event.organiser, "toinen")
    meeting_makers.matchmaking(other)
    number = the_block(other).id
    assert client.get(address(event, f"/{number}")).status_code == 404
    assert client.post(address(event, f"/{number}/removal")).status_code == 404
    assert client.get(address(other, f"/{number}")).status_code == 200


def test_a_block_outside_the_event_is_marked_after_a_move(client: CheckingClient, event: Event) -> None:
    meeting_makers.matchmaking(event)
    with transaction():
        event.parts[0].starts_at += timedelta(hours=1)
        event.parts[0].ends_at += timedelta(hours=1)
    assert "1 block lies outside the event" in client.get(address(event)).text
    assert "1 block lies outside the event" in client.get(f"/en/organiser/events/{event.id}/meetings").text


def _minutes(event: Event, moment: datetime) -> int:
    return int((moment - event.starts_at).total_seconds() // 60)
