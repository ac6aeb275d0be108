"""When a published meeting falls out: waiting meetings fill its place, others move only when all of them agree."""

from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import pytest
from flask import Flask
from sqlalchemy import select

from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.jobs import run_queued
from elmo_events.foundation.refusals import Refusal
from elmo_events.mail.models import Message
from elmo_events.matchmaking.actions import repair as actions
from elmo_events.matchmaking.actions.meetings import take_off
from elmo_events.matchmaking.actions.seats import lock_meetings
from elmo_events.matchmaking.jobs.repair import end_overdue_repairs
from elmo_events.matchmaking.models import Consent, Matchmaking, Meeting, Repair, Seat
from elmo_events.matchmaking.queries import repair as queries
from elmo_events.matchmaking.rules import MeetingState, RepairState
from elmo_events.profiles.models import Avoidance
from elmo_events.registration.rules import RegistrationState
from tests import makers, meeting_makers
from tests.matchmaking.letters import newest_to
from tests.matchmaking.published_day import Day, answer, letters, place


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
    asked = newest_to(day["Daniel"]).text or ""
    assert asked.count("(Helsinki time, E") == 3  # until when, the time now, the new time
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


def test_consents_are_of_those_who_move_alone(app: Flask) -> None:
    day, fallen, _, _ = chain()
    repair = day.cancel(fallen, "Bo")
    asked = db.session.scalars(select(Consent.participation_id).where(Consent.repair_id == repair.id)).all()
    assert set(asked) == {day["Daniel"].id, day["Elli"].id}
    assert queries.proposal(repair.id, day["Aino"].id) is None
