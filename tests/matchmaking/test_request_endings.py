"""What becomes of requests and meetings when somebody leaves, attends otherwise, avoids another, or is forgotten."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from elmo_events.events.models import Event
from elmo_events.events.rules import EventState
from elmo_events.events.signals import event_cancelled
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.mail.models import Message
from elmo_events.matchmaking.actions.leave import leave
from elmo_events.matchmaking.models import Meeting, MeetingRequest, Participation
from elmo_events.matchmaking.queries.participations import own_participation
from elmo_events.matchmaking.rules import MatchmakingMode, MeetingState, RequestState
from elmo_events.matchmaking.signals import meeting_cancelled
from elmo_events.network.models import Organisation
from elmo_events.profiles.models import Avoidance
from elmo_events.profiles.rules import Visibility
from elmo_events.profiles.signals import profile_changed
from elmo_events.registration import actions as registrations
from elmo_events.registration.rules import Choice, Facts
from elmo_events.timetable.models import MeetingTable
from elmo_events.timetable.queries import slots, tables
from elmo_events.timetable.rules import TableKind
from tests import makers, meeting_makers
from tests.matchmaking.leaving import attends_online, cancel, event_of_both_modes, placed, state
from tests.matchmaking.letters import kinds_to, letters_to, newest_to
from tests.matchmaking.people_who_meet import agreed, asked, terms


@pytest.fixture
def event(app: Flask) -> Event:
    return event_of_both_modes()


def test_who_cancels_their_registration_leaves_nobody_waiting(
    event: Event, aino: Participation, bo: Participation, cecilia: Participation
) -> None:
    sent, got = asked(aino, bo), asked(cecilia, aino)
    daniel = meeting_makers.participation(event, "Daniel")
    meeting = placed(aino, daniel)
    cancel(aino)
    assert (state(sent), state(got)) == (RequestState.WITHDRAWN, RequestState.EXPIRED)
    assert state(meeting) == MeetingState.CANCELLED
    assert (meeting.published_slot_id, meeting.cancelled_by_id) == (None, aino.id)
    assert kinds_to(cecilia) == ["person_left"]
    assert kinds_to(daniel) == ["person_left"]
    assert "METHOD:CANCEL" in newest_to(daniel).attachments[0].content
    assert "Aino Mäki no longer takes part" in (newest_to(daniel).text or "")
    assert kinds_to(bo) == ["request_asked", "person_left"]
    assert [kind for kind in kinds_to(aino) if not kind.startswith("registration.")] == ["request_asked"]
    assert aino.left_at is not None
    assert placed(bo, daniel).published_slot_id == slots(event)[0].id


def test_who_signs_up_again_takes_part_only_when_they_join_again(aino: Participation, event: Event) -> None:
    account = meeting_makers.account_of(aino)
    assert own_participation(event, account) is aino
    cancel(aino)
    with transaction():
        registrations.sign_up(event, aino.registration.person, Choice(event.admissions[0].id), Facts(organisation="A"))
    assert own_participation(event, account) is None


def test_everybody_hears_of_it_once(aino: Participation, bo: Participation) -> None:
    with transaction():
        request = asked_inside(aino, bo)
        db.session.add(Meeting(event_id=aino.event_id, first_id=aino.id, second_id=bo.id))
    with transaction():
        leave(aino)
        leave(aino)
    assert kinds_to(bo).count("person_left") == 1
    assert state(request) == RequestState.WITHDRAWN


def asked_inside(sender: Participation, recipient: Participation) -> MeetingRequest:
    low, high = sorted((sender.id, recipient.id))
    request = MeetingRequest(
        event_id=sender.event_id, sender_id=sender.id, recipient_id=recipient.id, low_id=low, high_id=high,
        expires_at=now() + timedelta(days=1),
    )  # fmt: skip
    db.session.add(request)
    return request


def test_repairs_hear_of_each_meeting_that_falls_out(event: Event, aino: Participation, bo: Participation) -> None:
    meeting, heard = placed(aino, bo), []

    def note(sender: Meeting, **facts: object) -> None:
        heard.append((sender.id, facts["by"], facts["slot_id"], facts["table_id"]))

    with meeting_cancelled.connected_to(note):
        cancel(aino)
    assert heard == [(meeting.id, aino, slots(event)[0].id, tables(event)[0].id)]


def test_what_was_held_stays(event: Event, aino: Participation, bo: Participation) -> None:
    held, ahead = placed(aino, bo), placed(aino, meeting_makers.participation(event, "Daniel"), 1)
    with transaction():
        slots(event)[0].starts_at = now() - timedelta(minutes=30)
    with transaction():
        leave(aino)
    assert (state(held), state(ahead)) == (MeetingState.ACTIVE, MeetingState.CANCELLED)


def test_who_attends_online_now_meets_in_a_video_room_at_the_same_time(
    event: Event, aino: Participation, bo: Participation
) -> None:
    meeting = placed(aino, bo)
    attends_online(bo)
    assert makers.afresh(meeting).published_table_id == tables(event)[0].id  # one sits there still
    room = makers.saved(
        MeetingTable(event_id=event.id, name="Room", kind=TableKind.VIDEO, position=9, link="https://v")
    )
    attends_online(aino)
    meeting = makers.afresh(meeting)
    assert (meeting.published_slot_id, meeting.published_table_id) == (slots(event)[0].id, room.id)
    assert (meeting.slot_id, meeting.table_id) == (slots(event)[0].id, room.id)
    assert kinds_to(bo)[-1] == "meeting_place_changed"
    assert "Aino Mäki attends the event in another way now." in (newest_to(bo).text or "")
    assert "You attend the event in another way now." in (newest_to(aino).text or "")
    assert "METHOD:REQUEST" in newest_to(bo).attachments[0].content


def test_without_a_room_the_meeting_waits_to_be_planned_anew(
    event: Event, aino: Participation, bo: Participation
) -> None:
    makers.saved(MeetingTable(event_id=event.id, name="Room", kind=TableKind.VIDEO, position=9, is_open=False))
    meeting = placed(aino, bo)
    with transaction():
        meeting.is_pinned = True
    attends_online(bo)
    attends_online(aino)
    meeting = makers.afresh(meeting)
    assert (meeting.state, meeting.slot_id, meeting.published_slot_id) == (MeetingState.ACTIVE, None, None)
    assert not meeting.is_pinned
    assert "needs a new time and place" in (newest_to(bo).text or "")
    assert "METHOD:CANCEL" in newest_to(bo).attachments[0].content


def test_where_nobody_plans_such_a_meeting_is_cancelled(event: Event, aino: Participation, bo: Participation) -> None:
    terms(event, mode=MatchmakingMode.FIRST_COME)
    makers.saved(MeetingTable(event_id=event.id, name="Room", kind=TableKind.VIDEO, position=9, is_open=False))
    meeting = placed(aino, bo)
    attends_online(bo)
    attends_online(aino)
    assert state(meeting) == MeetingState.CANCELLED
    assert kinds_to(bo)[-1] == kinds_to(aino)[-1] == "meeting_called_off"


def test_a_change_that_touches_no_meeting_writes_nothing(aino: Participation, bo: Participation) -> None:
    placed(aino, bo)
    before = len(letters_to(bo))
    attends_online(bo)
    assert len(letters_to(bo)) == before + 1  # only that the registration changed


def test_who_avoids_somebody_is_parted_from_them_without_a_word_of_why(
    event: Event, aino: Participation, bo: Participation, cecilia: Participation
) -> None:
    request, meeting = asked(aino, bo), placed(aino, cecilia)
    with transaction():
        for other in (bo, cecilia):
            db.session.add(Avoidance(profile_id=other.profile_id, avoided_profile_id=aino.profile_id))
        db.session.flush()
        for other in (bo, cecilia):
            profile_changed.send(other.profile)
    assert (state(request), state(meeting)) == (RequestState.EXPIRED, MeetingState.CANCELLED)
    assert meeting.cancelled_by_id is None
    assert kinds_to(aino) == kinds_to(cecilia) == ["meeting_called_off"]
    assert "This meeting will not take place." in (newest_to(aino).text or "")
    assert kinds_to(bo) == ["request_asked"]


def test_who_avoids_an_organisation_is_parted_from_its_people(aino: Participation, bo: Participation) -> None:
    organisation = makers.saved(Organisation(slug="o", name={"en": "O"}, sort_key="o"))
    request = asked(aino, bo)
    with transaction():
        aino.profile.organisation_id = organisation.id
        db.session.add(Avoidance(profile_id=bo.profile_id, avoided_organisation_id=organisation.id))
        db.session.flush()
        profile_changed.send(bo.profile)
    assert state(request) == RequestState.EXPIRED


def test_who_hides_keeps_what_was_agreed(
    event: Event, aino: Participation, bo: Participation, cecilia: Participation
) -> None:
    request, meeting = asked(aino, bo), agreed(aino, cecilia)
    with transaction():
        aino.profile.visibility = Visibility.HIDDEN
        profile_changed.send(aino.profile)
    assert (state(request), state(meeting)) == (RequestState.WITHDRAWN, MeetingState.ACTIVE)


def test_a_cancelled_event_ends_everything_and_writes_no_second_letter(
    event: Event, aino: Participation, bo: Participation, cecilia: Participation
) -> None:
    request, meeting = asked(aino, bo), placed(aino, cecilia)
    written = db.session.scalar(select(func.count(Message.id)))
    with transaction():
        event.state = EventState.CANCELLED
        event_cancelled.send(event)
    assert (state(request), state(meeting)) == (RequestState.EXPIRED, MeetingState.CANCELLED)
    assert {seat.published_slot_id for seat in meeting.seats} == {None}
    registered = db.session.scalar(select(func.count(Message.id)).where(Message.kind == "registration.event_cancelled"))
    assert db.session.scalar(select(func.count(Message.id))) == (written or 0) + (registered or 0)
