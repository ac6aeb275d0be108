"""What meetings keep about somebody, for them to take along: their own words and doings, not those of others.

Whom they dealt with is named only as far as they may see each other now: a download must not tell what a page hides.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select

from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Feedback, Label, Meeting, MeetingRequest, Participation, Seat, Suggestion
from elmo_events.matchmaking.queries.meetings import is_of
from elmo_events.matchmaking.queries.requests import concerns
from elmo_events.matchmaking.queries.visible import others
from elmo_events.profiles.models import Profile
from elmo_events.profiles.queries.own import tells
from elmo_events.profiles.queries.visible import visible_to
from elmo_events.timetable.models import Slot, Unavailability

Names = Mapping[int, str]  # of those whom they may see, by participation


@tells("meetings")
def meetings_told(profile: Profile) -> list[dict[str, Any]]:
    """One entry for each event whose meetings they take part in, or did."""
    taken = db.session.scalars(
        select(Participation).where(Participation.profile_id == profile.id).order_by(Participation.id)
    ).all()
    return [_told(participation) for participation in taken]


@tells("opinions_on_recommendations")
def labels_told(profile: Profile) -> list[dict[str, Any]]:
    given = db.session.scalars(select(Label).where(Label.profile_id == profile.id).order_by(Label.id)).all()
    seen = visible_to(profile.account).where(Profile.id.in_([label.other_profile_id for label in given]))
    names = {other.id: other.name for other in db.session.scalars(seen)}
    return [
        {"about": names.get(label.other_profile_id), "kind": label.kind, "at": label.created_at.isoformat()}
        for label in given
    ]


def _told(participation: Participation) -> dict[str, Any]:
    names = {other.id: other.name for other in db.session.scalars(others(participation))}
    return {
        "event": participation.event.title,
        "joined_at": participation.joined_at.isoformat(),
        "left_at": _moment(participation.left_at),
        "arrived_at": _moment(participation.arrived_at),
        "can_not_meet_at": _unavailable(participation),
        "requests": [_request(one, participation, names) for one in _requests(participation)],
        "meetings": [_meeting(one, participation, names) for one in _meetings(participation)],
        "recommended_to_you": _recommended(participation, names),
    }


def _unavailable(participation: Participation) -> list[str]:
    starts = select(Slot.starts_at).join(Unavailability, Unavailability.slot_id == Slot.id)
    own = starts.where(Unavailability.registration_id == participation.registration_id).order_by(Slot.starts_at)
    return [moment.isoformat() for moment in db.session.scalars(own)]


def _requests(participation: Participation) -> list[MeetingRequest]:
    return list(db.session.scalars(select(MeetingRequest).where(concerns(participation)).order_by(MeetingRequest.id)))


def _meetings(participation: Participation) -> list[Meeting]:
    return list(db.session.scalars(select(Meeting).where(is_of(participation)).order_by(Meeting.id)))


def _recommended(participation: Participation, names: Names) -> list[str]:
    own = select(Suggestion.other_id).where(Suggestion.participation_id == participation.id)
    return [names[number] for number in db.session.scalars(own.order_by(Suggestion.position)) if number in names]


def _request(request: MeetingRequest, participation: Participation, names: Names) -> dict[str, Any]:
    sent = request.sender_id == participation.id
    own_words = (
        {"message": request.message, "what_they_may_want": request.what_you_gain}
        if sent
        else {"reason": request.reason}
    )
    return {
        "direction": "sent" if sent else "received",
        "with": names.get(request.recipient_id if sent else request.sender_id),
        "state": request.state,
        **own_words,
        "created_at": request.created_at.isoformat(),
        "answered_at": _moment(request.answered_at),
    }


def _meeting(meeting: Meeting, participation: Participation, names: Names) -> dict[str, Any]:
    """What people have been told, not the organiser's draft."""
    other_id = meeting.second_id if meeting.first_id == participation.id else meeting.first_id
    seat = db.session.get(Seat, (meeting.id, participation.id))
    slot, table = meeting.published_slot, meeting.published_table
    return {
        "with": names.get(other_id),
        "state": meeting.state,
        "starts_at": _moment(slot.starts_at if slot else None),
        "table": table.name if table else None,
        "arrived_at": _moment(seat.arrived_at if seat else None),
        "absent_at": _moment(seat.absent_at if seat else None),
        "feedback": _feedback(meeting, participation),
    }


def _feedback(meeting: Meeting, participation: Participation) -> dict[str, Any] | None:
    given = db.session.get(Feedback, (meeting.id, participation.id))
    plain = ("took_place", "useful", "next_step", "may_ask_later", "result")
    return None if given is None else {name: getattr(given, name) for name in plain}


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
