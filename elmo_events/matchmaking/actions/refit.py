"""Meetings of somebody who attends the event in another way now: on site or online, or other parts of it."""

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.matchmaking.actions import seats
from elmo_events.matchmaking.actions.meetings import take_off
from elmo_events.matchmaking.actions.seats import NOWHERE, Place
from elmo_events.matchmaking.emails import requests as emails
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation
from elmo_events.matchmaking.queries.free_places import other_table, suits
from elmo_events.matchmaking.queries.meetings import meetings_of
from elmo_events.matchmaking.rules import MatchmakingMode
from elmo_events.timetable.models import MeetingTable, Slot


def refit(participation: Participation) -> None:
    """Hold each meeting where both can be: at another table in its slot, else nowhere until it is planned anew. Where people
    choose their slots nobody plans, so that a meeting without a table is cancelled.

    Writes: meetings and seats, in the draft and as published, and an e-mail to both when what was published changes.
    """
    matchmaking = db.session.get_one(Matchmaking, participation.event_id)
    seats.lock_meetings(matchmaking)
    for meeting in meetings_of(participation):
        if meeting.published_slot is not None and meeting.published_slot.starts_at <= now():
            continue
        draft = _place(matchmaking, meeting, seats.place_of(meeting))
        published = _place(matchmaking, meeting, seats.published_place_of(meeting))
        if published == NOWHERE and matchmaking.mode == MatchmakingMode.FIRST_COME:
            take_off(meeting, participation)
            emails.called_off(meeting)
        else:
            _move(meeting, draft, published, participation)


def _move(meeting: Meeting, draft: Place, published: Place, because_of: Participation) -> None:
    if draft == NOWHERE:
        meeting.is_pinned = False
    if published != seats.published_place_of(meeting):
        seats.draft({meeting: published})
        seats.publish([meeting])
        emails.moved(meeting, because_of)
    seats.draft({meeting: draft})


def _place(matchmaking: Matchmaking, meeting: Meeting, place: Place) -> Place:
    """This place, if it suits the two; else another table at the same time; else none."""
    if place.slot_id is None:
        return place
    slot = db.session.get_one(Slot, place.slot_id)
    table = db.session.get(MeetingTable, place.table_id) if place.table_id else None
    if suits(matchmaking, meeting, slot, table):
        return place
    found = other_table(matchmaking, meeting, slot)
    return Place(slot.id, found.table.id if found.table else None) if found else NOWHERE
