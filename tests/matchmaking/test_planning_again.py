"""A day is planned, published, changed by hand and by people, and planned again: what must stay stays, and few are moved."""

from flask import Flask

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.matchmaking.actions import board
from elmo_events.matchmaking.actions.board import Wish
from elmo_events.matchmaking.actions.publish import publish_timetable
from elmo_events.matchmaking.models import Matchmaking, Meeting
from elmo_events.matchmaking.queries.problem import asked
from elmo_events.matchmaking.queries.publication import mark_of
from elmo_events.profiles.models import Avoidance
from elmo_events.timetable.models import MeetingTable, Unavailability
from elmo_events.timetable.planner.validator import violations
from tests import makers, meeting_makers
from tests.matchmaking.planned import Day, agreed, day, planned

Place = tuple[int | None, int | None]


def test_what_is_pinned_stays_few_are_moved_and_nobody_is_told_before_it_is_published(app: Flask) -> None:
    today = day(people=6, slot_count=5, table_count=3)
    meetings = agreed(today, (0, 1), (2, 3), (4, 5), (0, 2), (1, 3), (0, 4))
    planned(today)
    publish(today)
    told = published(meetings)
    pinned, avoiding = meetings[1], meetings[4]
    pin(today, pinned, pinned.slot_id, pinned.table_id)
    lost_slot = close_their_slot(today, meetings[0], 0)
    lost_table = close_a_table(today, meetings)
    newcomers = [meeting_makers.participation(today.event, name) for name in ("Gita", "Henrik")]
    added = meeting_makers.meeting(newcomers[0], newcomers[1], published=False)
    by_hand = (today.slots[-1].id, pinned.table_id)  # where no plan would put it by itself
    pin(today, added, *by_hand)
    makers.saved(Avoidance(profile_id=avoiding.first.profile_id, avoided_profile_id=avoiding.second.profile_id))

    planned(today)
    drafts = {one.id: (makers.afresh(one).slot_id, one.table_id) for one in [*meetings, added]}
    assert drafts[pinned.id] == told[pinned.id]
    assert drafts[avoiding.id] == (None, None)
    assert drafts[added.id] == by_hand
    assert drafts[meetings[0].id][0] not in {None, lost_slot}
    assert {number for number, place in drafts.items() if number in told and place[0] != told[number][0]} == {
        meetings[0].id,
        avoiding.id,
    }
    assert lost_table not in {table for _slot, table in drafts.values()}
    assert published(meetings) == told
    assert keeps_the_rules(today)

    publish(today)
    assert published([*meetings, added]) == drafts


def publish(of: Day) -> None:
    matchmaking = db.session.get_one(Matchmaking, of.event.id)
    seen = mark_of(asked(matchmaking, now()).meetings)
    with transaction():
        publish_timetable(matchmaking, seen, of.organiser)


def published(meetings: list[Meeting]) -> dict[int, Place]:
    return {one.id: (makers.afresh(one).published_slot_id, one.published_table_id) for one in meetings}


def pin(of: Day, meeting: Meeting, slot_id: int | None, table_id: int | None) -> None:
    assert slot_id is not None
    with transaction():
        board.place_meeting(meeting, Wish(slot_id, table_id, confirmed=True), of.organiser)
    assert makers.afresh(meeting).is_pinned


def close_their_slot(of: Day, meeting: Meeting, person: int) -> int | None:
    """The slot of a meeting, which this person can use no more."""
    slot = makers.afresh(meeting).slot_id
    makers.saved(Unavailability(registration_id=of.people[person].registration_id, slot_id=slot))
    return slot


def close_a_table(of: Day, meetings: list[Meeting]) -> int:
    """One where nothing is pinned."""
    kept = {one.table_id for one in meetings if makers.afresh(one).is_pinned}
    table = next(one for one in of.tables if one.id not in kept)
    with transaction():
        db.session.get_one(MeetingTable, table.id).is_open = False
    return int(table.id)


def keeps_the_rules(of: Day) -> bool:
    question = asked(db.session.get_one(Matchmaking, of.event.id), now())
    return violations(question.problem, question.draft()) == []
