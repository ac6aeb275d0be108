"""Letters when a meeting falls out: may we move you, what is new, whom you could meet instead. Composed when they are sent."""

from collections.abc import Sequence
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import pgettext

from elmo_events.accounts.queries import entry_url
from elmo_events.events.models import Event
from elmo_events.events.rules import EventState
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.links import external_url
from elmo_events.mail.actions import write
from elmo_events.mail.letters import File, Letter, letter, render
from elmo_events.mail.models import Message
from elmo_events.matchmaking.calendar import is_held, meetings_calendar, place_text
from elmo_events.matchmaking.emails.request_layout import moment_text, span_text
from elmo_events.matchmaking.models import Consent, Matchmaking, Meeting, Move, Participation
from elmo_events.matchmaking.queries import repair as queries
from elmo_events.matchmaking.queries.participations import is_in_force
from elmo_events.matchmaking.queries.rooms import other_of, room_of
from elmo_events.matchmaking.rules import RepairState
from elmo_events.registration.queries.letters import around_words
from elmo_events.timetable.models import MeetingTable, Slot

ASKED, CHANGED, UNCHANGED = "matchmaking.repair_asked", "matchmaking.repair_done", "matchmaking.repair_off"
FREE_SLOT, ABSENT = "matchmaking.free_slot", "matchmaking.marked_absent"
Facts = list[tuple[str, str]]


def asked(consent: Consent) -> None:
    _write(ASKED, consent.participation, repair=consent.repair_id)


def changed(person: Participation, meetings: Sequence[Meeting]) -> None:
    """Meetings that have a time now, or another one than before."""
    _write(CHANGED, person, meetings=[meeting.id for meeting in meetings])


def unchanged(person: Participation, repair_id: int) -> None:
    _write(UNCHANGED, person, repair=repair_id)


def free_slot(person: Participation, cause: Meeting) -> None:
    _write(FREE_SLOT, person, meeting=cause.id)


def marked_absent(person: Participation, meeting: Meeting) -> None:
    _write(ABSENT, person, meeting=meeting.id)


def _write(kind: str, person: Participation, **parameters: Any) -> None:
    registration = person.registration
    write(
        kind, to_name=registration.name, to_address=registration.email, language=registration.language,
        about=("participation", person.id), **parameters,
    )  # fmt: skip


@letter(ASKED)
def compose_asked(message: Message) -> Letter | None:
    person = _receiver(message)
    proposal = queries.proposal(message.parameters["repair"], person.id) if person else None
    if person is None or proposal is None or proposal.consent.answer is not None:
        return None
    repair = proposal.repair
    if repair.state != RepairState.ASKING or repair.expires_at <= now():
        return None
    own = [move for move in repair.moves if person in move.pair]
    asker = next((one for one in own[0].pair if one.id == repair.asked_by_id), None)
    until = moment_text(person.event, repair.expires_at)
    return _laid_out(
        person,
        subject=_("%(name)s could meet you: %(event)s", name=asker.name, event=_title(person.event)) if asker
        else _("May we move your meeting? %(event)s", event=_title(person.event)),
        heading=_("Would you meet?") if asker else _("May we move your meeting?"),
        paragraphs=[
            _("A meeting of %(name)s was cancelled, and you are both free then.", name=_who(asker)) if asker
            else _("Somebody had to cancel. With this change, others get the meeting that they would miss."),
            _("Nothing changes unless everybody agrees. Please answer by %(moment)s.", moment=until),
        ],
        facts=[_facts_of_move(move, person) for move in own],
        url=external_url("agenda.consent", token=queries.consent_token(proposal.consent)),
        label=pgettext("button", "Answer"),
    )  # fmt: skip


@letter(CHANGED)
def compose_changed(message: Message) -> Letter | None:
    person = _receiver(message)
    if person is None:
        return None
    found = [db.session.get(Meeting, number) for number in message.parameters["meetings"]]
    meetings = [meeting for meeting in found if meeting is not None and is_held(meeting)]
    if not meetings:
        return None
    matchmaking = db.session.get_one(Matchmaking, person.event_id)
    address = external_url("agenda.own_agenda", slug=person.event.slug)
    return _laid_out(
        person,
        subject=_("Your timetable has changed: %(event)s", event=_title(person.event)),
        heading=_("Your timetable has changed"),
        paragraphs=[_("These meetings are new or at another time. The calendar file brings them into your calendar.")],
        facts=[_facts_of_meeting(meeting, person, matchmaking) for meeting in meetings],
        url=_entry(person, "agenda.own_agenda"),
        label=_("See my agenda"),
        signs_in=True,
        files=[
            File(
                "meetings.ics",
                "text/calendar; method=PUBLISH; charset=UTF-8",
                meetings_calendar(meetings, person, matchmaking, url=address),
            )
        ],
    )


@letter(UNCHANGED)
def compose_unchanged(message: Message) -> Letter | None:
    person = _receiver(message)
    if person is None:
        return None
    return _laid_out(
        person,
        subject=_("Your timetable stays as it was: %(event)s", event=_title(person.event)),
        heading=_("Your timetable stays as it was"),
        paragraphs=[_("Thank you for agreeing to a change. Not everybody could, so nothing has changed.")],
        facts=[],
        url=_entry(person, "agenda.own_agenda"),
        label=_("See my agenda"),
        signs_in=True,
    )


@letter(FREE_SLOT)
def compose_free_slot(message: Message) -> Letter | None:
    person, meeting = _receiver(message), db.session.get(Meeting, message.parameters["meeting"])
    slot = queries.slot_of(meeting) if meeting else None
    if person is None or meeting is None or slot is None or slot.starts_at <= now():
        return None
    offers = queries.offers(person, slot)
    if not offers:
        return None
    return _laid_out(
        person,
        subject=_("You could meet somebody else: %(event)s", event=_title(person.event)),
        heading=_("You could meet somebody else"),
        paragraphs=[
            _(
                "Your meeting on %(time)s was cancelled. These people are free then.",
                time=moment_text(person.event, slot.starts_at),
            )
        ],
        facts=[[(offer.other.name, offer.other.organisation_name or " ") for offer in offers]],
        url=_entry(person, "agenda.free_slot", meeting_id=meeting.id),
        label=_("Choose whom to ask"),
        signs_in=True,
    )


@letter(ABSENT)
def compose_absent(message: Message) -> Letter | None:
    person, meeting = _receiver(message), db.session.get(Meeting, message.parameters["meeting"])
    if person is None or meeting is None or meeting.told_starts_at is None:
        return None
    when = moment_text(person.event, meeting.told_starts_at)
    return _laid_out(
        person,
        subject=_("You were missed at your meeting: %(event)s", event=_title(person.event)),
        heading=_("You were missed at your meeting"),
        paragraphs=[
            _("You were not at your table on %(time)s, so the other person could meet somebody else.", time=when),
            _("If you can't come to your other meetings either, please cancel them now."),
        ],
        facts=[[(_("Meeting"), _who(other_of(meeting, person)))]],
        url=_entry(person, "agenda.own_agenda"),
        label=_("See my agenda"),
        signs_in=True,
    )


def _facts_of_move(move: Move, person: Participation) -> Facts:
    first, second = move.pair
    told = move.meeting.told_starts_at if move.meeting and is_held(move.meeting) else None
    return [
        (_("Meeting"), _who(second if first is person else first)),
        (_("Time now"), moment_text(person.event, told) if told else ""),
        (_("New time") if told else _("When"), _slot_text(move.slot, person.event)),
        (_("Where"), _table(move.table)),
    ]


def _facts_of_meeting(meeting: Meeting, person: Participation, matchmaking: Matchmaking) -> Facts:
    slot = meeting.published_slot
    return [
        (_("Meeting"), _who(other_of(meeting, person))),
        (_("When"), _slot_text(slot, person.event) if slot else ""),
        (_("Where"), place_text(person.event, room_of(meeting, matchmaking))),
    ]


def _slot_text(slot: Slot, event: Event) -> str:
    return span_text(event, slot.starts_at, slot.ends_at)


def _table(table: MeetingTable | None) -> str:
    return table.label if table else str(_("Online"))


def _who(person: Participation | None) -> str:
    return ", ".join(filter(None, (person.name, person.organisation_name))) if person else ""


def _title(event: Event) -> str:
    return event.title_in(current_language()).text


def _receiver(message: Message) -> Participation | None:
    """Somebody who takes part still, at the address that the letter was written to, in an event that is on."""
    person = db.session.get(Participation, message.about_id)
    if person is None or not is_in_force(person) or person.registration.email != message.to_address:
        return None
    return person if person.event.state == EventState.PUBLISHED else None


def _entry(person: Participation, endpoint: str, **values: object) -> str:
    language = current_language()
    path = url_for(endpoint, slug=person.event.slug, language=language, _external=False, **values)  # type: ignore[arg-type]
    return entry_url(person.registration.email, language, path)


def _laid_out(
    person: Participation,
    *,
    subject: str,
    heading: str,
    paragraphs: Sequence[str],
    facts: Sequence[Facts],
    url: str,
    label: str,
    signs_in: bool = False,
    files: Sequence[File] = (),
) -> Letter:
    around = around_words(person.registration)
    text, html = render(
        "matchmaking/emails/change", subject, first_name=person.registration.first_name, heading=heading,
        paragraphs=paragraphs, facts=facts, url=url, label=label, signs_in=signs_in, **around,
    )  # fmt: skip
    reply_to = person.event.contact_address
    return Letter(subject, text, html, files=files, sender_name=around["organiser"], reply_to=reply_to)
