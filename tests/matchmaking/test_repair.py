"""When a published meeting falls out: waiting meetings fill its place, others move only when all of them agree."""

from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import pytest
from flask import Flask
from sqlalchemy import select

from elmo_events.events.models import Event
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.jobs import run_queued
from elmo_events.foundation.refusals import Refusal
from elmo_events.mail.models import Message
from elmo_events.matchmaking.actions import repair as actions
from elmo_events.matchmaking.actions.arrive import arrive, miss
from elmo_events.matchmaking.actions.meetings import take_off
from elmo_events.matchmaking.actions.seats import lock_meetings
from elmo_events.matchmaking.jobs.repair import end_overdue_repairs
from elmo_events.matchmaking.models import Consent, Matchmaking, Meeting, Participation, Repair, Seat, Suggestion
from elmo_events.matchmaking.queries import repair as queries
from elmo_events.matchmaking.rules import MeetingState, RepairState
from elmo_events.profiles.models import Avoidance
from elmo_events.registration.rules import RegistrationState
from elmo_events.timetable.models import MeetingTable, Slot, Unavailability
from elmo_events.timetable.queries import slots as slots_of
from elmo_events.timetable.queries import tables as tables_of
from tests import makers, meeting_makers


class Day:
    """An event of tomorrow with a published timetable: people by name, slots and tables by number from 0."""

    def __init__(self, slots: int, tables: int, names: str, **facts: object) -> None:
        start = datetime.now(UTC).replace(minute=0, second=0, microsecond=0) + timedelta(hours=30)
        self.event: Event = makers.event(makers.organiser(), starts_at=start)
        self.matchmaking = meeting_makers.matchmaking(
            self.event, slots=slots, tables=tables, published_at=datetime.now(UTC), **facts
        )
        self.people = {name: meeting_makers.participation(self.event, name) for name in names.split()}
        self.slots: list[Slot] = list(slots_of(self.event))
        self.tables: list[MeetingTable] = list(tables_of(self.event))

    def __getitem__(self, name: str) -> Participation:
        return self.people[name]

    def meeting(self, first: str, second: str, slot: int | None = None, table: int = 0) -> Meeting:
        if slot is None:
            return meeting_makers.meeting(self[first], self[second])
        return meeting_makers.meeting(self[first], self[second], self.slots[slot], self.tables[table])

    def cancel(self, meeting: Meeting, by: str) -> Repair:
        with transaction():
            lock_meetings(self.matchmaking)
            take_off(meeting, self[by])
        run_queued()
        db.session.rollback()
        return db.session.scalars(select(Repair).where(Repair.cause_id == meeting.id)).one()

    def can_use(self, name: str, *slots: int) -> None:
        with transaction():
            db.session.add_all(
                Unavailability(registration_id=self[name].registration_id, slot_id=slot.id)
                for number, slot in enumerate(self.slots)
                if number not in slots
            )

    def suggest(self, first: str, second: str, score: float) -> None:
        makers.saved(
            Suggestion(event_id=self.event.id, participation_id=self[first].id, other_id=self[second].id, position=1,
                       score=score)
        )  # fmt: skip


def answer(repair: Repair, person: Participation, agrees: bool) -> None:
    with transaction():
        actions.answer(repair.id, person.id, agrees)


def place(meeting: Meeting) -> tuple[int | None, int | None]:
    found = makers.afresh(meeting)
    assert (found.slot_id, found.table_id) == (found.published_slot_id, found.published_table_id)
    return found.published_slot_id, found.published_table_id


def letters(kind: str) -> set[str]:
    db.session.rollback()
    return {message.to_name.split()[0] for message in db.session.scalars(select(Message).where(Message.kind == kind))}


def chain() -> tuple[Day, Meeting, Meeting, Meeting]:
    """One table: when Aino's meeting with Bo falls out, Aino can meet Cecilia only if Daniel and Elli move."""
    day = Day(2, 1, "Aino Bo Cecilia Daniel Elli")
    fallen, moving = day.meeting("Aino", "Bo", 0), day.meeting("Daniel", "Elli", 1)
    day.can_use("Cecilia", 1)
    waiting = day.meeting("Aino", "Cecilia")
    return day, fallen, moving, waiting


def test_a_waiting_meeting_takes_the_freed_place_and_both_are_told(app: Flask) -> None:
    day = Day(1, 1, "Aino Bo Cecilia")
    fallen, waiting = day.meeting("Aino", "Bo", 0), day.meeting("Aino", "Cecilia")
    repair = day.cancel(fallen, "Bo")
    assert repair.state == RepairState.DONE
    assert place(waiting) == (day.slots[0].id, day.tables[0].id)
    assert letters("matchmaking.repair_done") == {"Aino", "Cecilia"}


def test_two_others_who_wait_may_have_the_freed_table(app: Flask) -> None:
    day = Day(1, 1, "Aino Bo Cecilia Daniel")
    fallen, waiting = day.meeting("Aino", "Bo", 0), day.meeting("Cecilia", "Daniel")
    day.cancel(fallen, "Bo")
    assert place(waiting) == (day.slots[0].id, day.tables[0].id)


def test_nothing_is_mended_before_a_timetable_is_published(app: Flask) -> None:
    day = Day(1, 1, "Aino Bo Cecilia")
    with transaction():
        db.session.get_one(Matchmaking, day.event.id).published_at = None
    fallen = day.meeting("Aino", "Bo", 0)
    with transaction():
        lock_meetings(day.matchmaking)
        take_off(fallen, day["Bo"])
    assert not db.session.scalars(select(Repair)).all()


def test_who_would_move_is_asked_and_nothing_moves_before_all_agree(app: Flask) -> None:
    day, fallen, moving, waiting = chain()
    repair = day.cancel(fallen, "Bo")
    assert repair.state == RepairState.ASKING
    assert letters("matchmaking.repair_asked") == {"Daniel", "Elli"}
    answer(repair, day["Daniel"], True)
    assert place(moving) == (day.slots[1].id, day.tables[0].id)
    assert place(waiting) == (None, None)
    answer(repair, day["Elli"], True)
    assert makers.afresh(repair).state == RepairState.DONE
    assert place(moving) == (day.slots[0].id, day.tables[0].id)
    assert place(waiting) == (day.slots[1].id, day.tables[0].id)
    assert letters("matchmaking.repair_done") == {"Aino", "Cecilia", "Daniel", "Elli"}


def test_one_no_leaves_everything_as_it_was(app: Flask) -> None:
    day, fallen, moving, waiting = chain()
    repair = day.cancel(fallen, "Bo")
    answer(repair, day["Daniel"], True)
    answer(repair, day["Elli"], False)
    assert makers.afresh(repair).state == RepairState.REFUSED
    assert place(moving) == (day.slots[1].id, day.tables[0].id)
    assert place(waiting) == (None, None)
    assert letters("matchmaking.repair_off") == {"Daniel"}
    with pytest.raises(Refusal):
        answer(repair, day["Daniel"], False)


def test_without_answers_a_proposal_ends_and_nothing_moves(app: Flask) -> None:
    day, fallen, moving, _ = chain()
    repair = day.cancel(fallen, "Bo")
    answer(repair, day["Daniel"], True)
    with transaction():
        db.session.get_one(Repair, repair.id).expires_at = datetime.now(UTC) - timedelta(seconds=1)
    with pytest.raises(Refusal):
        answer(repair, day["Elli"], True)
    end_overdue_repairs()
    assert makers.afresh(repair).state == RepairState.EXPIRED
    assert place(moving) == (day.slots[1].id, day.tables[0].id)
    assert letters("matchmaking.repair_off") == {"Daniel"}


def test_a_place_that_was_taken_meanwhile_stays_with_whoever_has_it(app: Flask) -> None:
    day, fallen, moving, waiting = chain()
    repair = day.cancel(fallen, "Bo")
    day.people |= {name: meeting_makers.participation(day.event, name) for name in ("Filip", "Greta")}
    taker = day.meeting("Filip", "Greta", 0)
    answer(repair, day["Daniel"], True)
    answer(repair, day["Elli"], True)
    assert makers.afresh(repair).state == RepairState.EXPIRED
    assert place(taker) == (day.slots[0].id, day.tables[0].id)
    assert place(moving) == (day.slots[1].id, day.tables[0].id)
    assert place(waiting) == (None, None)


def test_nobody_moves_when_the_meeting_they_would_move_for_is_cancelled(app: Flask) -> None:
    day, fallen, moving, waiting = chain()
    repair = day.cancel(fallen, "Bo")
    answer(repair, day["Daniel"], True)
    with transaction():
        lock_meetings(day.matchmaking)
        take_off(waiting, None)
    answer(repair, day["Elli"], True)
    assert makers.afresh(repair).state == RepairState.EXPIRED
    assert place(moving) == (day.slots[1].id, day.tables[0].id)


def test_a_pinned_meeting_does_not_move(app: Flask) -> None:
    day, fallen, moving, _ = chain()
    with transaction():
        db.session.get_one(Meeting, moving.id).is_pinned = True
    assert day.cancel(fallen, "Bo").state == RepairState.NOTHING


def test_what_the_draft_holds_counts_as_taken(app: Flask) -> None:
    day = Day(1, 1, "Aino Bo Cecilia Daniel Elli")
    fallen, waiting = day.meeting("Aino", "Bo", 0), day.meeting("Aino", "Cecilia")
    with transaction():
        lock_meetings(day.matchmaking)
        take_off(fallen, day["Bo"])
    meeting_makers.meeting(day["Daniel"], day["Elli"], day.slots[0], day.tables[0], published=False)
    run_queued()
    assert place(waiting) == (None, None)


def test_the_last_two_consents_at_once_move_everything_once(app: Flask) -> None:
    day, fallen, moving, waiting = chain()
    repair = day.cancel(fallen, "Bo")
    numbers, repair_id, barrier = (day["Daniel"].id, day["Elli"].id), repair.id, Barrier(2)

    def say_yes(number: int) -> None:
        with app.app_context():
            barrier.wait()
            with transaction():
                actions.answer(repair_id, number, True)
            db.session.remove()

    threads = [Thread(target=say_yes, args=(number,)) for number in numbers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert makers.afresh(repair).state == RepairState.DONE
    assert place(moving) == (day.slots[0].id, day.tables[0].id)
    assert place(waiting) == (day.slots[1].id, day.tables[0].id)
    told = db.session.scalars(select(Message).where(Message.kind == "matchmaking.repair_done")).all()
    assert len(told) == len({message.to_address for message in told})


def test_the_best_free_people_are_offered_first_and_nobody_who_may_not(app: Flask) -> None:
    day = Day(2, 2, "Aino Bo Cecilia Daniel Elli Filip Greta Henrik Iida")
    fallen = day.meeting("Aino", "Bo", 0)
    busy = day.meeting("Filip", "Greta", 0, 1)
    for name, score in (("Cecilia", 0.3), ("Daniel", 0.9), ("Filip", 1.0), ("Henrik", 1.0), ("Iida", 1.0)):
        day.suggest("Aino", name, score)
    day.can_use("Henrik", 1)
    makers.saved(Avoidance(profile_id=day["Iida"].profile_id, avoided_profile_id=day["Aino"].profile_id))
    assert busy.published_slot_id == day.slots[0].id
    repair = day.cancel(fallen, "Bo")
    assert repair.state == RepairState.NOTHING
    offered = queries.offers(day["Aino"], day.slots[0])
    assert [offer.other.profile.first_name for offer in offered] == ["Daniel", "Cecilia"]
    assert letters("matchmaking.free_slot") == {"Aino"}


def test_who_is_asked_instead_decides(app: Flask) -> None:
    day = Day(1, 1, "Aino Bo Cecilia")
    fallen = day.meeting("Aino", "Bo", 0)
    day.suggest("Aino", "Cecilia", 0.5)
    day.cancel(fallen, "Bo")
    with transaction():
        repair = actions.ask_instead(day["Aino"], day["Cecilia"], day.slots[0], fallen)
    assert letters("matchmaking.repair_asked") == {"Cecilia"}
    with pytest.raises(Refusal), transaction():
        actions.ask_instead(day["Aino"], day["Cecilia"], day.slots[0], fallen)
    answer(repair, day["Cecilia"], True)
    made = db.session.scalars(select(Meeting).where(Meeting.state == MeetingState.ACTIVE)).one()
    assert {made.first_id, made.second_id} == {day["Aino"].id, day["Cecilia"].id}
    assert place(made) == (day.slots[0].id, day.tables[0].id)


def test_who_says_no_leaves_no_meeting_behind(app: Flask) -> None:
    day = Day(1, 1, "Aino Bo Cecilia")
    fallen = day.meeting("Aino", "Bo", 0)
    day.cancel(fallen, "Bo")
    with transaction():
        repair = actions.ask_instead(day["Aino"], day["Cecilia"], day.slots[0], fallen)
    answer(repair, day["Cecilia"], False)
    assert not db.session.scalars(select(Meeting).where(Meeting.state == MeetingState.ACTIVE)).all()
    assert letters("matchmaking.repair_off") == {"Aino"}


def test_of_two_who_were_asked_only_the_first_gets_the_place(app: Flask) -> None:
    day = Day(1, 2, "Aino Bo Cecilia Daniel")
    fallen = day.meeting("Aino", "Bo", 0)
    day.cancel(fallen, "Bo")
    repairs = []
    for name in ("Cecilia", "Daniel"):
        with transaction():
            repairs.append(actions.ask_instead(day["Aino"], day[name], day.slots[0], fallen))
    answer(repairs[0], day["Cecilia"], True)
    answer(repairs[1], day["Daniel"], True)
    assert [makers.afresh(repair).state for repair in repairs] == [RepairState.DONE, RepairState.EXPIRED]
    assert len(db.session.scalars(select(Seat).where(Seat.published_slot_id == day.slots[0].id)).all()) == 2


def test_who_left_is_neither_offered_nor_moved(app: Flask) -> None:
    day = Day(1, 1, "Aino Bo Cecilia")
    fallen = day.meeting("Aino", "Bo", 0)
    day.suggest("Aino", "Cecilia", 0.5)
    with transaction():
        day["Cecilia"].registration.state = RegistrationState.CANCELLED
    day.cancel(fallen, "Bo")
    assert queries.offers(day["Aino"], day.slots[0]) == []


def test_absent_after_five_minutes_frees_the_partner(app: Flask) -> None:
    day = Day(2, 1, "Aino Bo")
    meeting = day.meeting("Aino", "Bo", 0)
    begun = datetime.now(UTC) - timedelta(minutes=4)
    _begin(day, begun)
    with pytest.raises(Refusal), transaction():
        miss(meeting, day["Bo"])
    _begin(day, begun - timedelta(minutes=2))
    with pytest.raises(Refusal), transaction():
        miss(meeting, day["Bo"])
    with transaction():
        arrive(meeting, day["Aino"])
    with transaction():
        miss(meeting, day["Bo"])
    assert makers.afresh(meeting).state == MeetingState.CANCELLED
    assert meeting.cancelled_by_id == day["Bo"].id
    assert letters("matchmaking.marked_absent") == {"Bo"}
    assert db.session.get_one(Seat, (meeting.id, day["Bo"].id)).absent_at is not None


def test_who_has_come_is_not_absent(app: Flask) -> None:
    day = Day(1, 1, "Aino Bo")
    meeting = day.meeting("Aino", "Bo", 0)
    _begin(day, datetime.now(UTC) - timedelta(minutes=6))
    for name in ("Aino", "Bo"):
        with transaction():
            arrive(meeting, day[name])
    with pytest.raises(Refusal), transaction():
        miss(meeting, day["Bo"])


def test_consents_are_of_those_who_move_alone(app: Flask) -> None:
    day, fallen, _, _ = chain()
    repair = day.cancel(fallen, "Bo")
    asked = db.session.scalars(select(Consent.participation_id).where(Consent.repair_id == repair.id)).all()
    assert set(asked) == {day["Daniel"].id, day["Elli"].id}
    assert queries.proposal(repair.id, day["Aino"].id) is None


def _begin(day: Day, moment: datetime) -> None:
    """As if the first slot had begun at this moment."""
    with transaction():
        for number, known in enumerate(day.slots):
            slot = db.session.get_one(Slot, known.id)
            slot.starts_at = moment + timedelta(minutes=20 * number)
            slot.ends_at = slot.starts_at + timedelta(minutes=15)
