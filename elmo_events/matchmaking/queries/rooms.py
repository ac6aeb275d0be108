"""Where is a meeting held, as each of the two should know it: which table, which video link?"""

import hashlib
from typing import NamedTuple

from elmo_events.events.rules import Mode
from elmo_events.foundation.links import sign
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation
from elmo_events.timetable.models import MeetingTable
from elmo_events.timetable.rules import TableKind

ROOM = "video room"
NAME_LENGTH = 20


class Room(NamedTuple):
    """A table has a name, a video room a link; a meeting of somebody on site with somebody online has both."""

    table: MeetingTable | None
    link: str


def room_of(meeting: Meeting, matchmaking: Matchmaking) -> Room:
    """As published."""
    table = meeting.published_table
    if table and table.link:
        return Room(table, table.link)
    return Room(table, video_link(meeting, matchmaking) if is_online(meeting) else "")


def is_online(meeting: Meeting) -> bool:
    """Whether one of the two, or both, attend online."""
    if meeting.published_table and meeting.published_table.kind == TableKind.VIDEO:
        return True
    return any(_attends_online(person) for person in (meeting.first, meeting.second))


def video_link(meeting: Meeting, matchmaking: Matchmaking) -> str:
    """The organiser's pattern with a name that nobody guesses in it; empty without a pattern."""
    name = hashlib.sha256(sign(ROOM, meeting.id).encode()).hexdigest()[:NAME_LENGTH]
    return matchmaking.video_address.replace("{meeting}", name)


def other_of(meeting: Meeting, person: Participation) -> Participation:
    return meeting.second if meeting.first_id == person.id else meeting.first


def _attends_online(person: Participation) -> bool:
    return person.registration.admission.mode == Mode.ONLINE
