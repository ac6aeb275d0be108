"""One viewer, and others whom each of the rules hides from her; one whom she may see is the control.

Whatever tells of one of them holds a word that stands nowhere else, or a number of theirs in an address.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from elmo_events.accounts.models import Account
from elmo_events.agenda.actions.feeds import make_address
from elmo_events.agenda.models import AgendaFeed
from elmo_events.events.models import Event
from elmo_events.foundation import search
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.matchmaking.actions.meetings import take_off
from elmo_events.matchmaking.actions.seats import lock_meetings
from elmo_events.matchmaking.models import Matchmaking, Meeting, MeetingRequest, Participation, Suggestion
from elmo_events.matchmaking.rules import RequestState
from elmo_events.network.actions import organisation_for
from elmo_events.network.models import Organisation, OrganisationType
from elmo_events.profiles.actions.pictures import put_picture
from elmo_events.profiles.models import Avoidance, Profile, Statement
from elmo_events.profiles.queries.pictures import picture_mark
from elmo_events.profiles.rules import Direction, Visibility
from elmo_events.registration.rules import RegistrationState
from elmo_events.timetable.queries import slots, tables
from tests import makers, meeting_makers

SEEN = "seen"
PARTS = ("first", "last", "job", "firm", "expert", "title", "text", "message")


@dataclass(frozen=True)
class Somebody:
    """What there is of one person, and the words that only they have."""

    key: str
    organisation: Organisation
    person: Participation
    statement: Statement
    past_request: MeetingRequest  # to the viewer, never answered
    open_request: MeetingRequest  # to somebody else
    meeting: Meeting  # with somebody else
    mark: str | None  # of their picture

    def word(self, part: str) -> str:
        return f"{self.key}{part}"

    def is_told_of(self, text: str) -> bool:
        person, profile = self.person.id, self.person.profile_id
        addresses = rf"/people/{person}\b|/recommended/{person}\b|/hidden/{profile}\b|/directory/{profile}\b|/profiles/{profile}\b"
        return any(self.word(part) in text for part in PARTS) or re.search(addresses, text) is not None

    @property
    def values(self) -> dict[str, object]:
        """What addresses ask for."""
        return {
            "organisation_slug": self.organisation.slug, "participation_id": self.person.id,
            "profile_id": self.person.profile_id, "statement_id": self.statement.id, "meeting_id": self.meeting.id,
            "request_id": self.past_request.id, "mark": self.mark,
        }  # fmt: skip


@dataclass(frozen=True)
class Scene:
    event: Event
    viewer: Participation
    cancelled: Meeting  # of the viewer, whose slot is free now
    feed: AgendaFeed
    people: list[Somebody]


def scene() -> Scene:
    makers.taxonomy()
    event = makers.event(makers.organiser(), places=100)
    meeting_makers.matchmaking(event, slots=12, tables=2, published_at=now())
    viewer = meeting_makers.participation(event, "Aino", organisation="Lapin AMK", organisation_id=_employer("Own").id)
    partner, gone = (meeting_makers.participation(event, name) for name in ("Bo", "Cecilia"))
    meeting_makers.meeting(viewer, partner, slots(event)[11], tables(event)[1])
    cancelled = meeting_makers.meeting(viewer, gone, slots(event)[0], tables(event)[1])
    people = [_somebody(event, viewer, partner, key, number) for number, key in enumerate((SEEN, *HIDING))]
    with transaction():
        feed = make_address(viewer.registration)
        lock_meetings(db.session.get_one(Matchmaking, event.id))
        take_off(cancelled, gone)
    for one in people[1:]:
        HIDING[one.key](viewer, one.person)
    search.rebuild()
    db.session.rollback()
    return Scene(event, viewer, cancelled, feed, people)


def _employer(name: str) -> Organisation:
    with transaction():
        made = organisation_for(name, None, None)
        made.has_page = True
    return made


def _somebody(event: Event, viewer: Participation, partner: Participation, key: str, number: int) -> Somebody:
    word = {part: f"{key}{part}" for part in PARTS}
    employer = _employer(f"Employer {number}")
    profile = meeting_makers.profile(
        f"{key}@example.org", word["first"], word["last"], job_title=word["job"], organisation=word["firm"],
        organisation_id=employer.id, expertise={"en": word["expert"]}, visibility=Visibility.NETWORK, languages=["sv"],
    )  # fmt: skip
    stated = meeting_makers.statement(profile, Direction.OFFER, word["title"], text={"en": word["text"]})
    with transaction():
        put_picture(profile, key.encode())
    person = meeting_makers.taking_part(event, profile)
    meeting = meeting_makers.meeting(person, partner, slots(event)[1 + number], tables(event)[0])
    past = _request(person, viewer, word["message"], RequestState.EXPIRED)
    pending = _request(person, partner, word["message"], RequestState.PENDING)
    reasons = [
        {
            "kind": "they-offer",
            "points": 9,
            "need": stated.id,
            "offer": stated.id,
            "mine": [],
            "theirs": [word["title"]],
        }
    ]
    pair = {"event_id": event.id, "participation_id": viewer.id, "other_id": person.id}
    makers.saved(Suggestion(**pair, position=number + 1, score=0.9, reasons=reasons))
    return Somebody(key, employer, person, stated, past, pending, meeting, picture_mark(profile))


def _request(sender: Participation, recipient: Participation, message: str, state: RequestState) -> MeetingRequest:
    low, high = sorted((sender.id, recipient.id))
    return makers.saved(
        MeetingRequest(
            event_id=sender.event_id, sender_id=sender.id, recipient_id=recipient.id, low_id=low, high_id=high,
            state=state, message=message, expires_at=now() + timedelta(days=1), answered_at=now(),
        )
    )  # fmt: skip


def _set(other: Participation, **facts: object) -> None:
    with transaction():
        profile = db.session.get_one(Profile, other.profile_id)
        for name, value in facts.items():
            setattr(profile, name, value)


def hide(viewer: Participation, other: Participation) -> None:
    _set(other, visibility=Visibility.HIDDEN)


def avoid(viewer: Participation, other: Participation) -> None:
    makers.saved(Avoidance(profile_id=viewer.profile_id, avoided_profile_id=other.profile_id))


def be_avoided(viewer: Participation, other: Participation) -> None:
    avoid(other, viewer)


def avoid_the_organisation(viewer: Participation, other: Participation) -> None:
    makers.saved(Avoidance(profile_id=viewer.profile_id, avoided_organisation_id=other.profile.organisation_id))


def be_avoided_with_the_organisation(viewer: Participation, other: Participation) -> None:
    avoid_the_organisation(other, viewer)


def forbid_by_matrix(viewer: Participation, other: Participation) -> None:
    kinds = [makers.saved(OrganisationType(slug=slug, name={"en": slug})) for slug in ("seller", "buyer")]
    _set(viewer, organisation_type_id=kinds[0].id)
    _set(other, organisation_type_id=kinds[1].id, visibility=Visibility.EVENTS)
    with transaction():
        db.session.get_one(Matchmaking, viewer.event_id).forbidden_types = [["buyer", "seller"]]


def leave(viewer: Participation, other: Participation) -> None:
    _set(other, visibility=Visibility.EVENTS)
    with transaction():
        db.session.get_one(Participation, other.id).left_at = now()


def cancel(viewer: Participation, other: Participation) -> None:
    _set(other, visibility=Visibility.EVENTS)
    with transaction():
        db.session.get_one(Participation, other.id).registration.state = RegistrationState.CANCELLED


def close_the_account(viewer: Participation, other: Participation) -> None:
    with transaction():
        db.session.get_one(Account, other.profile.account_id).closed_at = now()


HIDING: dict[str, Callable[[Participation, Participation], None]] = {
    "hid": hide,
    "avo": avoid,
    "shy": be_avoided,
    "org": avoid_the_organisation,
    "foe": be_avoided_with_the_organisation,
    "mat": forbid_by_matrix,
    "lef": leave,
    "can": cancel,
    "clo": close_the_account,
}
