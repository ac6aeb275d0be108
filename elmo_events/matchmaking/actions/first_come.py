"""Slots and tables for those who choose them: whoever accepts first has them. The caller holds the lock of the meetings."""

from collections.abc import Sequence
from datetime import datetime

from flask_babel import gettext as _

from elmo_events.foundation import dates
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.refusals import Refusal
from elmo_events.matchmaking.models import Matchmaking, Participation
from elmo_events.matchmaking.queries.free_places import FreePlace, free_places
from elmo_events.matchmaking.queries.meetings import number_of_meetings
from elmo_events.matchmaking.queries.rows import slots_without_pause
from elmo_events.timetable.models import Slot

SHOWN = 3  # free times that a refusal names


def place_for(
    matchmaking: Matchmaking, first: Participation, second: Participation, slot: Slot | None, moment: datetime
) -> FreePlace:
    """The chosen slot, or the first that both can use, with a table for them.

    Refuses: the slot has gone, or one of the two would have no pause, and says which are free; there is none; one of the
    two has as many meetings as may be.
    """
    refuse_more_meetings(matchmaking, first, second)
    free = free_places(matchmaking, first, second, moment)
    if not free:
        raise Refusal(_("You two have no free time in common any more, or all tables are taken."), field="slot")
    if slot is None:
        return free[0]
    for place in free:
        if place.slot.id == slot.id:
            return place
    times = _times(matchmaking, free)
    if slot.id in slots_without_pause(matchmaking, (first, second)):
        raise Refusal(
            _(
                "At this time one of you would have too many meetings without a pause. Free times: %(times)s.",
                times=times,
            ),
            field="slot",
        )
    raise Refusal(_("This time has been taken meanwhile. Free times: %(times)s.", times=times), field="slot")


def refuse_taken(
    matchmaking: Matchmaking, first: Participation, second: Participation, slot: Slot, moment: datetime
) -> None:
    """Refuses: these two can't meet in this slot, or at all."""
    place_for(matchmaking, first, second, slot, moment)


def refuse_more_meetings(matchmaking: Matchmaking, first: Participation, second: Participation) -> None:
    """Refuses: one of the two has as many meetings as the organiser lets anybody have."""
    most = matchmaking.most_meetings
    if most is not None and any(number_of_meetings(person) >= most for person in (first, second)):
        raise Refusal(_("One of you has %(number)s meetings already, which is as many as one may have.", number=most))


def _times(matchmaking: Matchmaking, free: Sequence[FreePlace]) -> str:
    zone, language = matchmaking.event.time_zone, current_language()
    return "; ".join(
        dates.span_text(place.slot.starts_at, place.slot.ends_at, language, zone) for place in free[:SHOWN]
    )
