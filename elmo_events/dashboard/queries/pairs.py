"""Which meetings were there, between whom, and did they take place? Regions, types and organisations; never names."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased

from elmo_events.dashboard.rules import NOBODY, Took, took_place
from elmo_events.events.models import Event
from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Feedback, Meeting, Participation, Seat
from elmo_events.matchmaking.rules import MeetingState
from elmo_events.network.models import OrganisationType
from elmo_events.profiles.models import Profile


class Side(NamedTuple):
    """One of the two: region code, slug of the organisation type, id of the organisation; empty where not known."""

    region: str
    kind: str
    organisation: int | None


class Pair(NamedTuple):
    meeting_id: int
    event_id: int
    sides: tuple[Side, Side]
    took: Took


def pairs_of(event: Event) -> list[Pair]:
    """The meetings of an event that people were told of."""
    return _pairs(_arranged().where(Meeting.event_id == event.id))


def pairs_between(since: datetime, until: datetime) -> list[Pair]:
    """The meetings of all events that began in this time."""
    return _pairs(
        _arranged().join(Event, Event.id == Meeting.event_id).where(Event.starts_at >= since, Event.starts_at < until)
    )


def sides_of(event: Event) -> list[Side]:
    """Everybody who took part in the event's matchmaking and has not left."""
    rows = db.session.execute(_people().where(Participation.event_id == event.id, Participation.left_at.is_(None)))
    return [_side(*row[1:]) for row in rows]


def _arranged() -> Select[int, int, int, int]:
    return select(Meeting.id, Meeting.event_id, Meeting.first_id, Meeting.second_id).where(
        Meeting.state == MeetingState.ACTIVE, Meeting.published_slot_id.is_not(None)
    )


def _pairs(wanted: Select[int, int, int, int]) -> list[Pair]:
    meetings = db.session.execute(wanted.order_by(Meeting.id)).all()
    if not meetings:
        return []
    chosen = wanted.with_only_columns(Meeting.id)
    inside = wanted.with_only_columns(Meeting.event_id)
    people = {
        row[0]: _side(*row[1:]) for row in db.session.execute(_people().where(Participation.event_id.in_(inside)))
    }
    took = _took(chosen)
    return [
        Pair(number, event_id, (people[first], people[second]), took.get(number, Took.UNKNOWN))
        for number, event_id, first, second in meetings
    ]


def _people() -> Select[int, str | None, str | None, str | None, str | None, int | None, int | None]:
    """What the profile says; what was kept of it once it is gone."""
    own, kept = aliased(OrganisationType), aliased(OrganisationType)
    return (
        select(
            Participation.id,
            Profile.region_code,
            Participation.kept_region_code,
            own.slug,
            kept.slug,
            Profile.organisation_id,
            Participation.kept_organisation_id,
        )
        .outerjoin(Profile, Profile.id == Participation.profile_id)
        .outerjoin(own, own.id == Profile.organisation_type_id)
        .outerjoin(kept, kept.id == Participation.kept_organisation_type_id)
    )


def _side(  # noqa: PLR0917  the columns of a row
    region: str | None,
    kept_region: str | None,
    kind: str | None,
    kept_kind: str | None,
    organisation: int | None,
    kept_organisation: int | None,
) -> Side:
    return Side(region or kept_region or NOBODY, kind or kept_kind or NOBODY, organisation or kept_organisation)


def _took(chosen: Select[int]) -> dict[int, Took]:
    said: dict[int, list[bool]] = defaultdict(list)
    for number, answer in db.session.execute(
        select(Feedback.meeting_id, Feedback.took_place).where(Feedback.meeting_id.in_(chosen))
    ):
        said[number].append(answer)
    seats: Sequence[tuple[int, int, int]] = db.session.execute(
        select(Seat.meeting_id, func.count(Seat.arrived_at), func.count(Seat.absent_at))
        .where(Seat.meeting_id.in_(chosen))
        .group_by(Seat.meeting_id)
    ).all()
    return {number: took_place(said[number], arrived, absent) for number, arrived, absent in seats}
