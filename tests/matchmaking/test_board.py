"""The board: meetings set, pinned, moved, added and removed by hand, with what is in the way said in words."""

import html
import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from flask import Flask

from elmo_events.accounts.models import Account
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.refusals import Refusal
from elmo_events.mail.models import Message
from elmo_events.matchmaking.actions import board as actions
from elmo_events.matchmaking.actions.board import Wish
from elmo_events.matchmaking.models import Matchmaking, Meeting, MeetingRequest
from elmo_events.matchmaking.rules import MeetingState
from elmo_events.profiles.models import Avoidance
from elmo_events.timetable.models import Block, Slot, Unavailability
from tests import makers, meeting_makers
from tests.client import CheckingClient
from tests.matchmaking.planned import Day, agreed, day, planned


def place(of: Day, meeting: Meeting, slot: int, table: int | None = None, confirmed: bool = False) -> None:
    where = None if table is None else of.tables[table].id
    with transaction():
        actions.place_meeting(meeting, Wish(of.slots[slot].id, where, confirmed=confirmed), of.organiser)


def address(of: Day, path: str = "") -> str:
    return f"/en/organiser/events/{of.event.id}/meetings/board{path}"


def letters() -> list[str]:
    db.session.rollback()
    return sorted(message.to_address for message in db.session.query(Message).filter_by(kind="matchmaking.timetable"))


def test_a_meeting_is_put_into_a_slot_and_pinned(app: Flask) -> None:
    today = day()
    (meeting,) = agreed(today, (0, 1))
    place(today, meeting, 2)
    assert (meeting.slot_id, meeting.table_id, meeting.is_pinned) == (today.slots[2].id, today.tables[0].id, True)
    assert letters() == []
    planned(today)
    assert meeting.slot_id == today.slots[2].id


@pytest.mark.parametrize(
    ("pair", "slot", "table", "words"),
    [
        ((0, 2), 0, None, "Aino Mäki meets Bo Mäki then."),
        ((2, 3), 0, 0, "The table is taken by Aino Mäki – Bo Mäki."),
        ((2, 3), 1, None, "Cilla Mäki can't use this slot."),
        ((4, 5), 2, None, "These two may not meet."),
    ],
)
def test_what_is_in_the_way_is_said(
    app: Flask, pair: tuple[int, int], slot: int, table: int | None, words: str
) -> None:
    today = day(people=6)
    makers.saved(Unavailability(registration_id=today.people[2].registration_id, slot_id=today.slots[1].id))
    makers.saved(Avoidance(profile_id=today.people[4].profile_id, avoided_profile_id=today.people[5].profile_id))
    first, meeting = agreed(today, (0, 1), pair)
    place(today, first, 0, 0)
    with pytest.raises(Refusal, match=words):
        place(today, meeting, slot, table)
    assert makers.afresh(meeting).slot_id is None


def test_nobody_meets_without_a_pause_longer_than_allowed(app: Flask) -> None:
    today = day(most_in_a_row=2)
    meetings = agreed(today, (0, 1), (0, 2), (0, 3))
    place(today, meetings[0], 0)
    place(today, meetings[1], 1)
    with pytest.raises(Refusal, match="too many meetings without a pause"):
        place(today, meetings[2], 2)
    place(today, meetings[2], 3)


def test_moving_what_people_know_must_be_confirmed_and_is_told(app: Flask) -> None:
    today = day()
    meeting = meeting_makers.meeting(*today.people[:2], today.slots[0], today.tables[0])
    with pytest.raises(Refusal) as refused:
        place(today, meeting, 1)
    assert refused.value.field == "confirmed"
    place(today, meeting, 1, confirmed=True)
    assert meeting.published_slot_id == today.slots[1].id
    assert letters() == ["aino@example.org", "bo@example.org"]


def test_what_is_published_for_another_meeting_is_not_taken(app: Flask) -> None:
    """Its draft has moved on, but people have been told of it there."""
    today = day(table_count=1)
    first = meeting_makers.meeting(*today.people[:2], today.slots[0], today.tables[0])
    second = meeting_makers.meeting(*today.people[2:4], today.slots[1], today.tables[0])
    with transaction():
        actions.seats.draft({first: actions.seats.Place(today.slots[2].id, today.tables[0].id)})
    with pytest.raises(Refusal, match="Publish the whole timetable first"):
        place(today, second, 0, confirmed=True)
    assert makers.afresh(second).slot_id == today.slots[1].id


def test_a_meeting_is_taken_off_and_waits(app: Flask) -> None:
    today = day()
    meeting = meeting_makers.meeting(*today.people[:2], today.slots[0], today.tables[0])
    with pytest.raises(Refusal), transaction():
        actions.unplace_meeting(meeting, False, today.organiser)
    with transaction():
        actions.unplace_meeting(meeting, True, today.organiser)
    assert (meeting.slot_id, meeting.published_slot_id) == (None, None)
    assert letters() == ["aino@example.org", "bo@example.org"]


def test_two_people_are_brought_together(app: Flask) -> None:
    today = day()
    with transaction():
        made = actions.add_meeting(today.people[0], today.people[1], today.organiser)
    assert made.request_id is None
    for first, second, words in ((0, 0, "two people"), (0, 1, "have a meeting already")):
        with pytest.raises(Refusal, match=words), transaction():
            actions.add_meeting(today.people[first], today.people[second], today.organiser)


def test_who_may_not_meet_or_has_asked_is_not_brought_together(app: Flask) -> None:
    today = day()
    makers.saved(Avoidance(profile_id=today.people[0].profile_id, avoided_profile_id=today.people[1].profile_id))
    ids = sorted(person.id for person in today.people[2:4])
    makers.saved(
        MeetingRequest(
            event_id=today.event.id, sender_id=ids[0], recipient_id=ids[1], low_id=ids[0], high_id=ids[1],
            expires_at=today.event.starts_at,
        )
    )  # fmt: skip
    for first, second, words in ((0, 1, "may not meet"), (2, 3, "has not answered yet")):
        with pytest.raises(Refusal, match=words), transaction():
            actions.add_meeting(today.people[first], today.people[second], today.organiser)


def test_what_was_proven_of_the_draft_is_not_said_of_what_was_changed_by_hand(app: Flask) -> None:
    today = day()
    meeting, _ = agreed(today, (0, 1), (2, 3))
    planned(today)
    assert db.session.get_one(Matchmaking, today.event.id).draft_plan_id is not None
    place(today, meeting, 3)
    assert db.session.get_one(Matchmaking, today.event.id).draft_plan_id is None


def test_the_board_shows_cards_where_they_stand(app: Flask, client: CheckingClient) -> None:
    today = day(people=6)
    placed, waiting, pinned = agreed(today, (0, 1), (2, 3), (4, 5))
    place(today, pinned, 1, 1)
    with transaction():
        actions.seats.draft({placed: actions.seats.Place(today.slots[0].id, today.tables[0].id)})
    client.sign_in(today.organiser)
    page = client.get(address(today)).text
    cell = re.search(rf'data-slot="{today.slots[1].id}" data-table="{today.tables[1].id}".*?</td>', page, re.DOTALL)
    assert cell
    assert "Eeva Mäki" in cell[0]
    assert "Pinned" in cell[0]
    assert f'data-meeting="{waiting.id}"' in page.split("Waiting for a slot")[1]
    free = " ".join(str(slot.id) for slot in today.slots)
    assert f'data-slots="{free}"' in page.split("Waiting for a slot")[1]
    by_people = client.get(address(today, "?by=people")).text
    assert "Eeva Mäki" in by_people


def test_the_place_page_lists_slots_with_what_is_in_the_way(app: Flask, client: CheckingClient) -> None:
    today = day()
    first, meeting = agreed(today, (0, 1), (0, 2))
    place(today, first, 0)
    client.sign_in(today.organiser)
    page = html.unescape(client.get(address(today, f"/{meeting.id}")).text)
    assert "Aino Mäki meets Bo Mäki then." in page
    refused = client.post(address(today, f"/{meeting.id}"), data={"slot": today.slots[0].id, "table": 0})
    assert refused.status_code == 422
    moved = client.post(
        address(today, f"/{meeting.id}"), data={"slot": today.slots[1].id, "table": 0, "is_pinned": "y"}
    )
    assert moved.status_code == 302
    assert makers.afresh(meeting).slot_id == today.slots[1].id


def test_pinning_and_removing_from_the_pages(app: Flask, client: CheckingClient) -> None:
    today = day()
    (meeting,) = agreed(today, (0, 1))
    place(today, meeting, 0)
    client.sign_in(today.organiser)
    client.post(address(today, f"/{meeting.id}/pin"), data={"pinned": "0"})
    assert not makers.afresh(meeting).is_pinned
    assert client.post(address(today, f"/{meeting.id}/off")).status_code == 302
    assert makers.afresh(meeting).slot_id is None
    assert client.get(address(today, f"/{meeting.id}/removal")).status_code == 200
    assert client.post(address(today, f"/{meeting.id}/removal")).status_code == 302
    assert makers.afresh(meeting).state == MeetingState.CANCELLED
    assert client.get(address(today, f"/{meeting.id}")).status_code == 404


def test_adding_from_the_page(app: Flask, client: CheckingClient) -> None:
    today = day()
    client.sign_in(today.organiser)
    assert client.get(address(today, "/new")).status_code == 200
    refused = client.post(address(today, "/new"), data={"first": today.people[0].id, "second": 0})
    assert refused.status_code == 422
    nobody = client.post(address(today, "/new"), data={"first": "9" * 30, "second": today.people[1].id})
    assert nobody.status_code == 422
    added = client.post(address(today, "/new"), data={"first": today.people[0].id, "second": today.people[1].id})
    assert added.status_code == 302
    assert client.get(added.headers["Location"]).status_code == 200


def test_a_meeting_that_can_no_longer_be_held_is_marked(app: Flask, client: CheckingClient) -> None:
    today = day()
    (meeting,) = agreed(today, (0, 1))
    place(today, meeting, 0)
    makers.saved(Unavailability(registration_id=today.people[0].registration_id, slot_id=today.slots[0].id))
    client.sign_in(today.organiser)
    assert "Aino Mäki can't use this slot." in html.unescape(client.get(address(today)).text)


def test_several_blocks_can_be_seen_one_at_a_time(app: Flask, client: CheckingClient) -> None:
    today = day()
    later = today.slots[-1].ends_at + timedelta(hours=1)
    block = Block(event_id=today.event.id, starts_at=later, ends_at=later + timedelta(minutes=20))
    block.slots = [Slot(event_id=today.event.id, starts_at=later, ends_at=later + timedelta(minutes=15))]
    makers.saved(block)
    agreed(today, (0, 1))
    client.sign_in(today.organiser)
    page = client.get(address(today, f"?block={block.id}")).text
    assert page.count("<tr") == 2


def test_of_organisers_who_want_the_same_table_at_once_one_gets_it(app: Flask) -> None:
    today = day(people=6)
    numbers = [meeting.id for meeting in agreed(today, (0, 1), (2, 3), (4, 5))]
    wish, editor = Wish(today.slots[0].id, today.tables[0].id), today.organiser.id
    db.session.rollback()
    start = Barrier(len(numbers))

    def put(number: int) -> str:
        with app.app_context():
            start.wait()
            try:
                with transaction():
                    actions.place_meeting(
                        db.session.get_one(Meeting, number), wish, db.session.get_one(Account, editor)
                    )
            except Refusal as refusal:
                return str(refusal)
            return "done"

    with ThreadPoolExecutor(len(numbers)) as pool:
        answers = sorted(pool.map(put, numbers))
    assert answers.count("done") == 1
    assert all("The table is taken" in answer for answer in answers if answer != "done")
