"""An organiser acts for a participant: everything is noted, and the participant is told."""

import pytest

from elmo_events.accounts.models import AuditEntry
from elmo_events.events.models import Event
from elmo_events.foundation.database import db, transaction
from elmo_events.matchmaking.actions.ask import ask
from elmo_events.matchmaking.models import Meeting, MeetingRequest, Participation
from elmo_events.matchmaking.rules import MatchmakingMode, MeetingState, RequestState
from elmo_events.profiles.models import Avoidance
from elmo_events.timetable.models import Unavailability
from elmo_events.timetable.queries import slots, tables
from tests import makers, meeting_makers
from tests.client import CheckingClient
from tests.matchmaking.letters import kinds_to, newest_to


@pytest.fixture
def event(client: CheckingClient) -> Event:
    """A published event with meetings, whose editor is signed in."""
    organiser = makers.organiser()
    client.sign_in(makers.member(organiser))
    made = makers.event(organiser)
    meeting_makers.matchmaking(made)
    return made


@pytest.fixture
def aino(event: Event) -> Participation:
    return meeting_makers.participation(event, "Aino")


@pytest.fixture
def bo(event: Event) -> Participation:
    return meeting_makers.participation(event, "Bo")


def address(person: Participation, page: str = "") -> str:
    return f"/en/organiser/events/{person.event_id}/meetings/people/{person.id}{page}"


def pending(sender: Participation, recipient: Participation) -> MeetingRequest:
    with transaction():
        return ask(sender, recipient, message="Secret words")


def the_request() -> MeetingRequest:
    db.session.rollback()
    return db.session.query(MeetingRequest).one()


def text_to(person: Participation) -> str:
    """The newest letter."""
    return newest_to(person).text or ""


def done() -> list[str]:
    db.session.rollback()
    entries = db.session.query(AuditEntry).filter_by(action="done for a participant").order_by(AuditEntry.id)
    return [entry.details["what"] for entry in entries]


def test_the_page_shows_requests_but_not_what_people_wrote(
    client: CheckingClient, aino: Participation, bo: Participation
) -> None:
    pending(aino, bo)
    page = client.get(address(bo)).text
    assert "From Aino Mäki" in page
    assert "Secret words" not in page
    assert "To Bo Mäki" in client.get(address(aino)).text


def test_asking_for_somebody(client: CheckingClient, aino: Participation, bo: Participation) -> None:
    assert "Bo Mäki" in client.get(address(aino, "/request")).text
    assert client.get(address(aino, f"/request?whom={bo.id}")).status_code == 200
    answer = client.post(address(aino, f"/request?whom={bo.id}"), data={"message": "Hello"}, follow_redirects=True)
    assert "The request is on its way." in answer.text
    request = the_request()
    assert (request.sender_id, request.recipient_id) == (aino.id, bo.id)
    assert done() == ["asked"]
    assert "The organiser asks for Aino Mäki" in text_to(bo)
    assert "The organiser did this for you" in text_to(aino)
    assert "There is nobody to ask" in client.get(address(aino, "/request")).text


def test_nobody_is_asked_whom_they_may_not_see(client: CheckingClient, aino: Participation, bo: Participation) -> None:
    makers.saved(Avoidance(profile_id=bo.profile_id, avoided_profile_id=aino.profile_id))
    client.post(address(aino, f"/request?whom={bo.id}"), data={"message": "Hello"})
    assert client.get(address(aino, f"/request?whom={'9' * 30}")).status_code == 200
    assert db.session.query(MeetingRequest).count() == 0


def test_where_people_choose_slots_the_organiser_does_too(
    client: CheckingClient, event: Event, aino: Participation, bo: Participation
) -> None:
    client.post(
        f"/en/organiser/events/{event.id}/meetings/rules",
        data={"mode": str(MatchmakingMode.FIRST_COME), "request_lasts_days": 7},
    )
    slot = slots(event)[1]
    client.post(address(aino, f"/request?whom={bo.id}"), data={"slot": slot.id})
    assert the_request().slot_id == slot.id
    client.post(address(bo, f"/requests/{the_request().id}"), data={"what": "accept"})
    assert done() == ["asked", "accepted"]
    assert db.session.query(Meeting).one().published_slot_id == slot.id


@pytest.mark.parametrize(("what", "state"), [("accept", RequestState.ACCEPTED), ("decline", RequestState.DECLINED)])
def test_answering_for_somebody(
    client: CheckingClient, aino: Participation, bo: Participation, what: str, state: RequestState
) -> None:
    request = pending(aino, bo)
    client.post(address(bo, f"/requests/{request.id}"), data={"what": what})
    assert makers.afresh(request).state == state
    assert done() == [{"accept": "accepted", "decline": "declined"}[what]]
    assert "The organiser did this for you" in text_to(bo)
    answer = client.post(address(bo, f"/requests/{request.id}"), data={"what": what}, follow_redirects=True)
    assert "already" in answer.text
    assert len(done()) == 1


def test_withdrawing_for_somebody(client: CheckingClient, aino: Participation, bo: Participation) -> None:
    request = pending(aino, bo)
    assert client.post(address(bo, f"/requests/{request.id}"), data={"what": "withdraw"}).status_code == 404
    assert client.post(address(aino, f"/requests/{request.id}"), data={"what": "accept"}).status_code == 404
    assert makers.afresh(request).state == RequestState.PENDING
    client.post(address(aino, f"/requests/{request.id}"), data={"what": "withdraw"})
    assert makers.afresh(request).state == RequestState.WITHDRAWN
    assert done() == ["withdrawn"]


def test_cancelling_a_meeting_for_somebody(
    client: CheckingClient, event: Event, aino: Participation, bo: Participation
) -> None:
    meeting = meeting_makers.meeting(aino, bo, slots(event)[0], tables(event)[0])
    assert "Table 1" in client.get(address(aino)).text
    client.post(address(aino, f"/meetings/{meeting.id}/cancellation"))
    assert makers.afresh(meeting).state == MeetingState.CANCELLED
    assert done() == ["cancelled"]
    assert "meeting_called_off" in kinds_to(aino)


def test_changing_when_somebody_can_meet(client: CheckingClient, event: Event, aino: Participation) -> None:
    numbers = [slot.id for slot in slots(event)]
    assert client.get(address(aino, "/availability")).text.count(" checked") == len(numbers)
    client.post(address(aino, "/availability"), data={"slots": numbers[1:]})
    db.session.rollback()
    assert [mark.slot_id for mark in db.session.query(Unavailability)] == numbers[:1]
    assert "The organiser has changed when you can meet" in text_to(aino)
    client.post(address(aino, "/availability"), data={"slots": numbers[1:]})
    assert kinds_to(aino) == ["times_changed_for_you"]
    assert db.session.query(AuditEntry).filter_by(action="availability changed").count() == 1


def test_people_and_requests_of_others_do_not_exist_here(
    client: CheckingClient, event: Event, aino: Participation, bo: Participation
) -> None:
    carl = meeting_makers.participation(event, "Carl")
    request = pending(aino, bo)
    meeting = meeting_makers.meeting(aino, carl)
    assert client.post(address(carl, f"/requests/{request.id}"), data={"what": "accept"}).status_code == 404
    assert client.post(address(bo, f"/meetings/{meeting.id}/cancellation")).status_code == 404
    other = makers.event(event.organiser, "toinen")
    meeting_makers.matchmaking(other)
    assert client.get(f"/en/organiser/events/{other.id}/meetings/people/{aino.id}").status_code == 404
    client.sign_in(makers.member(makers.organiser("kainuu"), "other@example.org"))
    for page in ("", "/request", "/availability"):
        assert client.get(address(aino, page)).status_code == 404
