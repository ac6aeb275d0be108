"""Two clicks that change much at once: accepting a request, and the last consent to a moved meeting."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, select

from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.jobs import run_queued
from elmo_events.mail.models import Message
from elmo_events.matchmaking.actions.ask import ask
from elmo_events.matchmaking.models import Consent, Meeting, MeetingRequest, Participation, Repair, Seat
from elmo_events.matchmaking.queries.repair import consent_token
from elmo_events.matchmaking.queries.request_links import ACCEPT, answer_token
from elmo_events.matchmaking.rules import MatchmakingMode
from elmo_events.timetable.models import Slot
from tests import makers
from tests.matchmaking.published_day import Day, answer


@dataclass(frozen=True)
class Click:
    """A form that is sent once, and the event that it concerns."""

    event_id: int
    path: str
    fields: dict[str, str]


def accepting(number: int) -> Click:
    """Where people choose their slots: the request, the meeting with its seats and place, and two letters."""
    name = f"accepting{number}"
    day = Day(
        2, 1, f"Aino{name} Bo{name}", organiser=makers.organiser(name), slug=name, mode=MatchmakingMode.FIRST_COME
    )
    with transaction():
        request = ask(day[f"Aino{name}"], day[f"Bo{name}"], message="Shall we meet?", slot=day.slots[0])
    run_queued()
    path = f"/en/meeting-requests/{answer_token(request, ACCEPT)}"
    return Click(day.event.id, path, {"slot": str(day.slots[0].id)})


def consenting(number: int) -> Click:
    """One table: Daniel and Elli move so that Aino can meet Cecilia. Four people get letters."""
    name = f"consenting{number}"
    aino, bo, cecilia, daniel, elli = (f"{first}{name}" for first in ("Aino", "Bo", "Cecilia", "Daniel", "Elli"))
    day = Day(2, 1, f"{aino} {bo} {cecilia} {daniel} {elli}", organiser=makers.organiser(name), slug=name)
    fallen = day.meeting(aino, bo, 0)
    day.meeting(daniel, elli, 1)
    day.can_use(cecilia, 1)
    day.meeting(aino, cecilia)
    repair = day.cancel(fallen, bo)
    answer(repair, day[daniel], True)
    run_queued()
    consent = db.session.get_one(Consent, (repair.id, day[elli].id))
    return Click(day.event.id, f"/en/meetings/consent/{consent_token(consent)}", {"answer": "yes"})


STORIES: dict[str, Callable[[int], Click]] = {"accepting a request": accepting, "consenting to a move": consenting}


def written(event_id: int) -> list[list[str]]:
    """Everything that the click changes, without ids: equal for two events in which the same has happened."""
    numbers = {None: "-"} | {
        number: str(place)
        for place, number in enumerate(db.session.scalars(_of(Slot, event_id).order_by(Slot.starts_at)))
    }
    meetings = db.session.scalars(select(Meeting).where(Meeting.event_id == event_id).order_by(Meeting.id)).all()
    seats = db.session.scalars(select(Seat).where(Seat.meeting_id.in_([meeting.id for meeting in meetings]))).all()
    requests = db.session.scalars(select(MeetingRequest.state).where(MeetingRequest.event_id == event_id)).all()
    repairs = db.session.scalars(select(Repair).where(Repair.event_id == event_id)).all()
    return [
        [
            f"{each.state} {numbers[each.slot_id]} {numbers[each.published_slot_id]} {each.published_table_id is None}"
            for each in meetings
        ],
        sorted(f"{numbers[seat.slot_id]} {numbers[seat.published_slot_id]}" for seat in seats),
        [str(state) for state in requests],
        [f"{repair.state} {sorted(str(consent.answer) for consent in repair.consents)}" for repair in repairs],
        sorted(message.kind for message in letters(event_id)),
    ]


def letters(event_id: int) -> Sequence[Message]:
    return db.session.scalars(
        select(Message).where(Message.about_kind == "participation", Message.about_id.in_(_of(Participation, event_id)))
    ).all()


def _of(table: type[Slot] | type[Participation], event_id: int) -> Select[int]:
    return select(table.id).where(table.event_id == event_id)
