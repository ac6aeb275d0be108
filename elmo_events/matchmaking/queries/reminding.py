"""Whom can an organiser remind of something today?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from elmo_events.events.models import Event
from elmo_events.foundation import dates
from elmo_events.matchmaking.queries.roster import RosterRow, roster, selected
from elmo_events.matchmaking.rules import Gap
from elmo_events.registration.models import Registration
from elmo_events.registration.queries.reminding import written_once


@dataclass(frozen=True)
class Reminding:
    """Rows of those who would get an e-mail now, and how many have got it today already."""

    due: Sequence[RosterRow]
    done_today: int


def reminding(event: Event, gap: Gap, moment: datetime) -> Reminding:
    rows = selected(roster(event), gap)
    keys = {row.registration.id: reminder_key(event, gap, row.registration, moment) for row in rows}
    written = written_once(keys.values())
    due = [row for row in rows if keys[row.registration.id] not in written]
    return Reminding(due, len(rows) - len(due))


def reminder_key(event: Event, gap: Gap, registration: Registration, moment: datetime) -> str:
    """Nobody gets two reminders of the same on one day."""
    day = dates.local(moment, event.time_zone).date().isoformat()
    return f"meetings {gap} {registration.id} {day}"
