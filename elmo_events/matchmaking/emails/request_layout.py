"""What all letters about requests and meetings share: greeting, what it is about, buttons, calendar file, contact, funder."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps

from flask import url_for
from flask_babel import gettext as _

from elmo_events.accounts.queries import entry_url
from elmo_events.events.models import Event
from elmo_events.events.rules import EventState
from elmo_events.foundation import dates
from elmo_events.foundation.database import db
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.links import external_url
from elmo_events.mail.letters import File, Letter, letter, render
from elmo_events.mail.models import Message
from elmo_events.matchmaking.calendar import meetings_calendar, place_text
from elmo_events.matchmaking.models import Matchmaking, Meeting, MeetingRequest, Participation
from elmo_events.matchmaking.queries.participations import is_in_force
from elmo_events.matchmaking.queries.request_links import ACCEPT, DECLINE, answer_token
from elmo_events.matchmaking.queries.rooms import other_of, room_of
from elmo_events.registration.queries.letters import around_words


@dataclass(frozen=True)
class Button:
    url: str
    label: str
    kind: str = "secondary"


@dataclass(frozen=True)
class Item:
    """One request or meeting in a letter: who it is with, facts, what they wrote, and what can be done."""

    title: str = ""
    facts: Sequence[tuple[str, str]] = ()
    quotes: Sequence[tuple[str, str]] = ()
    buttons: Sequence[Button] = ()


@dataclass(frozen=True)
class Words:
    subject: str
    heading: str
    paragraphs: Sequence[str]
    items: Sequence[Item] = ()
    buttons: Sequence[Button] = ()
    note: str = ""
    calendar: str = ""  # the method of the calendar file, of these meetings
    meetings: Sequence[Meeting] = field(default=())


Composer = Callable[[Message, Participation], Words | None]


def true_for(kind: str) -> Callable[[Composer], Composer]:
    """Register a letter that is only true while its receiver takes part, at this address, in an event that takes place."""

    def remember(compose: Composer) -> Composer:
        @letter(kind)
        @wraps(compose)
        def compose_if_true(message: Message) -> Letter | None:
            to = db.session.get(Participation, message.about_id)
            if to is None or not is_in_force(to) or to.profile.account.email != message.to_address:
                return None
            words = compose(message, to) if to.event.state == EventState.PUBLISHED else None
            return laid_out(to, words) if words else None

        return compose

    return remember


def laid_out(to: Participation, words: Words) -> Letter:
    around = around_words(to.registration)
    first_name = to.profile.first_name
    text, html = render("matchmaking/emails/request", words.subject, words=words, first_name=first_name, **around)
    return Letter(
        words.subject,
        text,
        html,
        files=_files(to, words),
        sender_name=around["organiser"],
        reply_to=to.event.contact_address,
    )


def who_text(person: Participation) -> str:
    """Name and organisation; nobody's, once they were forgotten."""
    return ", ".join(filter(None, (person.name, person.organisation_name))) or str(_("Somebody who has left"))


def title_and_date(to: Participation) -> str:
    event, language = to.event, current_language()
    when = dates.date_text(event.starts_at, language, event.time_zone)
    return f"{event.title_in(language).text} {when}"


def entry(to: Participation, endpoint: str, **values: object) -> str:
    """One of their own pages, with signing in on the way."""
    language = current_language()
    path = url_for(endpoint, slug=to.event.slug, language=language, _external=False, **values)  # type: ignore[arg-type]
    return entry_url(to.profile.account.email, language, path)


def request_item(request: MeetingRequest, to: Participation, with_answers: bool = False) -> Item:
    """A request as its recipient, or its sender, reads it."""
    other = request.recipient if to.id == request.sender_id else request.sender
    statement, slot = request.statement, request.slot
    facts = [
        (_("Job title"), other.profile.job_title if other.profile else ""),
        (_("About"), statement.title_in(current_language()).text if statement else ""),
        (_("Proposed time"), span_text(to.event, slot.starts_at, slot.ends_at) if slot else ""),
        (_("Answer by"), moment_text(to.event, request.expires_at) if with_answers else ""),
    ]
    quotes = [(_("Message"), request.message), (_("What you may want from them"), request.what_you_gain)]
    return Item(
        title=who_text(other),
        facts=facts,
        quotes=[(label, text) for label, text in quotes if text],
        buttons=answer_buttons(request, to) if with_answers else (),
    )


def answer_buttons(request: MeetingRequest, to: Participation) -> list[Button]:
    return [
        Button(_answer_url(request, ACCEPT), _("Accept"), "primary"),
        Button(_answer_url(request, DECLINE), _("Decline")),
        Button(entry(to, "matchmaking.person", participation_id=request.sender_id), _("See their profile")),
    ]


def meeting_item(meeting: Meeting, to: Participation) -> Item:
    """When and where it is held, as published; or when it was to be held."""
    matchmaking = db.session.get_one(Matchmaking, meeting.event_id)
    where = place_text(to.event, room_of(meeting, matchmaking)) if meeting.published_slot_id else ""
    return Item(title=who_text(other_of(meeting, to)), facts=[(_("When"), when_text(meeting)), (_("Where"), where)])


def when_text(meeting: Meeting) -> str:
    """The time that people know; empty before they were told one."""
    if meeting.told_starts_at is None or meeting.told_ends_at is None:
        return ""
    return span_text(meeting.event, meeting.told_starts_at, meeting.told_ends_at)


def span_text(event: Event, starts_at: datetime, ends_at: datetime) -> str:
    language, zone = current_language(), event.time_zone
    return dates.with_zone(dates.span_text(starts_at, ends_at, language, zone), starts_at, language, zone)


def moment_text(event: Event, moment: datetime) -> str:
    language, zone = current_language(), event.time_zone
    return dates.with_zone(dates.date_time_text(moment, language, zone), moment, language, zone)


def _answer_url(request: MeetingRequest, answer: str) -> str:
    return external_url("matchmaking.answer_by_link", token=answer_token(request, answer))


def _files(to: Participation, words: Words) -> list[File]:
    if not words.calendar or not any(meeting.told_starts_at for meeting in words.meetings):
        return []
    matchmaking = db.session.get_one(Matchmaking, to.event_id)
    url = external_url("agenda.own_agenda", slug=to.event.slug)
    written = meetings_calendar(words.meetings, to, matchmaking, method=words.calendar, url=url)
    return [File("meeting.ics", f"text/calendar; method={words.calendar}; charset=UTF-8", written)]
