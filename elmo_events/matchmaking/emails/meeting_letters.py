"""How each letter about agreed meetings reads. Composed when it is sent; nothing goes out that isn't true any more."""

from flask_babel import gettext as _

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.mail.models import Message
from elmo_events.matchmaking.emails import requests as emails
from elmo_events.matchmaking.emails.request_layout import (
    Button,
    Item,
    Words,
    entry,
    meeting_item,
    title_and_date,
    true_for,
    when_text,
    who_text,
)
from elmo_events.matchmaking.models import Meeting, Participation
from elmo_events.matchmaking.queries.free_now import busy_people
from elmo_events.matchmaking.queries.repair import offers, slot_of
from elmo_events.matchmaking.queries.rooms import other_of
from elmo_events.matchmaking.rules import MeetingState


@true_for(emails.SETTLED)
def settled(message: Message, to: Participation) -> Words | None:
    meeting = _meeting(message, MeetingState.ACTIVE)
    if meeting is None or meeting.published_slot_id is None:
        return None
    other = other_of(meeting, to)
    return Words(
        subject=_("You will meet %(name)s: %(event)s", name=other.name, event=title_and_date(to)),
        heading=_("You will meet"),
        paragraphs=[
            _("You have agreed to meet. The calendar file brings the meeting into your calendar."),
            *([_("The organiser did this for one of you.")] if message.parameters.get("by_organiser") else []),
        ],
        items=[meeting_item(meeting, to)],
        buttons=[Button(entry(to, "agenda.own_agenda"), _("See my agenda"), "primary")],
        calendar="REQUEST",
        meetings=[meeting],
    )


@true_for(emails.CANCELLED)
def cancelled(message: Message, to: Participation) -> Words | None:
    meeting = _meeting(message, MeetingState.CANCELLED)
    if meeting is None:
        return None
    other = other_of(meeting, to)
    return _off(
        to,
        meeting,
        paragraphs=[
            _("%(name)s has cancelled the meeting with you.", name=other.name),
            *_by_organiser(message, other),
        ],
        instead=_whom_instead(message, to, meeting),
    )


@true_for(emails.CALLED_OFF)
def called_off(message: Message, to: Participation) -> Words | None:
    meeting = _meeting(message, MeetingState.CANCELLED)
    if meeting is None:
        return None
    by_organiser = message.parameters.get("by_organiser")
    return _off(
        to,
        meeting,
        paragraphs=[_("The organiser did this for you.") if by_organiser else _("This meeting will not take place.")],
    )


@true_for(emails.LEFT)
def left(message: Message, to: Participation) -> Words | None:
    gone = db.session.get(Participation, message.parameters["gone"])
    meeting = db.session.get(Meeting, message.parameters["meeting"]) if message.parameters["meeting"] else None
    if gone is None or gone.left_at is None:
        return None
    name = gone.name or _("Somebody with whom you were in contact")
    if meeting is not None:
        sentence = _("%(name)s no longer takes part in the meetings of this event.", name=name)
        return _off(to, meeting, paragraphs=[sentence], instead=_whom_instead(message, to, meeting))
    return Words(
        subject=_("Your request is over: %(event)s", event=title_and_date(to)),
        heading=_("Your request is over"),
        paragraphs=[_("%(name)s no longer takes part in the meetings of this event.", name=name)],
        buttons=[Button(entry(to, "matchmaking.recommended"), _("See whom we recommend"), "primary")],
    )


@true_for(emails.MOVED)
def moved(message: Message, to: Participation) -> Words | None:
    meeting = _meeting(message, MeetingState.ACTIVE)
    if meeting is None:
        return None
    is_held = meeting.published_slot_id is not None
    why = (
        _("You attend the event in another way now.")
        if message.parameters["because_of"] == to.id
        else _("%(name)s attends the event in another way now.", name=other_of(meeting, to).name)
    )
    what = (
        _("So your meeting is held elsewhere, at the same time.")
        if is_held
        else _("So your meeting needs a new time and place. We will write to you.")
    )
    return Words(
        subject=_("A meeting has changed: %(event)s", event=title_and_date(to)),
        heading=_("A meeting has changed"),
        paragraphs=[why, what],
        items=[meeting_item(meeting, to) if is_held else Item(who_text(other_of(meeting, to)))],
        buttons=[Button(entry(to, "agenda.own_agenda"), _("See my agenda"), "primary")],
        calendar="REQUEST" if is_held else "CANCEL",
        meetings=[meeting],
    )


def _off(to: Participation, meeting: Meeting, paragraphs: list[str], instead: Item | None = None) -> Words:
    name, event = other_of(meeting, to).name, title_and_date(to)
    if _is_free_then(to, meeting):
        paragraphs = [*paragraphs, _("You are free then: others can meet you.")]
    button = (
        Button(entry(to, "agenda.free_slot", meeting_id=meeting.id), _("Choose whom to ask"), "primary")
        if instead
        else Button(entry(to, "matchmaking.recommended"), _("See whom we recommend"), "primary")
    )
    return Words(
        subject=_("Meeting with %(name)s cancelled: %(event)s", name=name, event=event)
        if name
        else _("Meeting cancelled: %(event)s", event=event),
        heading=_("Meeting cancelled"),
        paragraphs=paragraphs,
        items=[meeting_item(meeting, to), *([instead] if instead else [])],
        buttons=[button],
        calendar="CANCEL",
        meetings=[meeting],
    )


def _is_free_then(to: Participation, meeting: Meeting) -> bool:
    slot = slot_of(meeting)
    return bool(when_text(meeting)) and (slot is None or to.id not in busy_people(slot))


def _whom_instead(message: Message, to: Participation, meeting: Meeting) -> Item | None:
    slot = slot_of(meeting) if message.parameters.get("has_offers") else None
    found = offers(to, slot) if slot is not None and slot.starts_at > now() else []
    if not found:
        return None
    people = [(offer.other.name, offer.other.organisation_name or " ") for offer in found]
    return Item(_("You could meet somebody else"), people)


def _by_organiser(message: Message, person: Participation) -> list[str]:
    if not message.parameters.get("by_organiser"):
        return []
    return [_("The organiser did this for %(name)s.", name=person.name)]


def _meeting(message: Message, state: MeetingState) -> Meeting | None:
    found = db.session.get(Meeting, message.parameters["meeting"])
    return found if found is not None and found.state == state else None
