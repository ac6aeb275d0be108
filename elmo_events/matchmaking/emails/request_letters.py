"""How each letter about requests reads. Composed when it is sent; nothing goes out that isn't true any more."""

from flask_babel import gettext as _
from flask_babel import ngettext

from elmo_events.mail.models import Message
from elmo_events.matchmaking.emails import requests as emails
from elmo_events.matchmaking.emails.request_layout import (
    Button,
    Item,
    Words,
    entry,
    request_item,
    title_and_date,
    true_for,
    who_text,
)
from elmo_events.matchmaking.models import MeetingRequest, Participation
from elmo_events.matchmaking.queries.requests import request as request_with
from elmo_events.matchmaking.rules import RequestState

PENDING = RequestState.PENDING


@true_for(emails.ASKED)
def asked(message: Message, to: Participation) -> Words | None:
    request = _request(message, PENDING)
    if request is None:
        return None
    name = request.sender.name
    opening = (
        _("The organiser asks for %(name)s: would you meet them at the event?", name=name)
        if message.parameters.get("by_organiser")
        else _("%(name)s would like to meet you at the event.", name=name)
    )
    return Words(
        subject=_("%(name)s asks you for a meeting: %(event)s", name=name, event=title_and_date(to)),
        heading=_("Would you like to meet?"),
        paragraphs=[opening],
        items=[request_item(request, to, with_answers=True)],
        note=_("The buttons answer for you without signing in: please don't pass this email on."),
    )


@true_for(emails.REMINDER)
def reminder(message: Message, to: Participation) -> Words | None:
    waiting = [request for request in _requests(message) if request.state == PENDING]
    if not waiting:
        return None
    number, event = len(waiting), title_and_date(to)
    return Words(
        subject=_("%(name)s waits for your answer: %(event)s", name=waiting[0].sender.name, event=event)
        if number == 1
        else _("Somebody waits for your answer: %(event)s", event=event),
        heading=ngettext("%(num)s person would like to meet you", "%(num)s people would like to meet you", number),
        paragraphs=[
            ngettext(
                "This person has not heard from you yet. A short no is welcome too: then they can ask somebody else.",
                "They have not heard from you yet. A short no is welcome too: then they can ask somebody else.",
                number,
            )
        ],
        items=[request_item(request, to, with_answers=True) for request in waiting],
        note=_("The buttons answer for you without signing in: please don't pass this email on."),
    )


@true_for(emails.ACCEPTED)
def accepted(message: Message, to: Participation) -> Words | None:
    request = _request(message, RequestState.ACCEPTED)
    if request is None:
        return None
    name = request.recipient.name
    return Words(
        subject=_("%(name)s accepts your request: %(event)s", name=name, event=title_and_date(to)),
        heading=_("You will meet"),
        paragraphs=[
            _("%(name)s has accepted your request.", name=name),
            *_by_organiser(message, request.recipient),
            _("When and where comes with the timetable. We will write to you."),
        ],
        items=[request_item(request, to)],
        buttons=[Button(entry(to, "matchmaking.requests"), _("See your requests"), "primary")],
    )


@true_for(emails.DECLINED)
def declined(message: Message, to: Participation) -> Words | None:
    request = _request(message, RequestState.DECLINED)
    if request is None:
        return None
    name, reason = request.recipient.name, [(_("Their reason"), request.reason)] if request.reason else []
    return Words(
        subject=_("%(name)s can't meet you: %(event)s", name=name, event=title_and_date(to)),
        heading=_("No meeting this time"),
        paragraphs=[
            _("%(name)s has declined your request.", name=name),
            *_by_organiser(message, request.recipient),
            _("There are others whom you could meet."),
        ],
        items=[Item(who_text(request.recipient), quotes=reason)],
        buttons=[Button(entry(to, "matchmaking.recommended"), _("See whom we recommend"), "primary")],
    )


@true_for(emails.UNANSWERED)
def unanswered(message: Message, to: Participation) -> Words | None:
    over = [request for request in _requests(message) if request.state == RequestState.EXPIRED]
    if not over:
        return None
    return Words(
        subject=_("No answer to your request: %(event)s", event=title_and_date(to)),
        heading=ngettext("A request was not answered", "%(num)s requests were not answered", len(over)),
        paragraphs=[
            _("The time to answer is over. You can ask again, or ask somebody else."),
        ],
        items=[Item(who_text(request.recipient)) for request in over],
        buttons=[Button(entry(to, "matchmaking.recommended"), _("See whom we recommend"), "primary")],
    )


@true_for(emails.DONE_FOR_YOU)
def done_for_you(message: Message, to: Participation) -> Words | None:
    request = _request(message)
    if request is None:
        return None
    other = request.recipient if request.sender_id == to.id else request.sender
    sentences = {
        "asked": _("The organiser has asked %(name)s for a meeting with you.", name=other.name),
        "accepted": _("The organiser has accepted the request from %(name)s for you.", name=other.name),
        "declined": _("The organiser has declined the request from %(name)s for you.", name=other.name),
        "withdrawn": _("The organiser has withdrawn your request to %(name)s.", name=other.name),
    }
    sentence = sentences[message.parameters["what"]]
    return Words(
        subject=f"{sentence.rstrip('.')}: {title_and_date(to)}",
        heading=_("The organiser did this for you"),
        paragraphs=[sentence],
        items=[Item(who_text(other))],
        buttons=[Button(entry(to, "matchmaking.requests"), _("See your requests"), "primary")],
    )


def _by_organiser(message: Message, person: Participation) -> list[str]:
    if not message.parameters.get("by_organiser"):
        return []
    return [_("The organiser did this for %(name)s.", name=person.name)]


def _request(message: Message, state: RequestState | None = None) -> MeetingRequest | None:
    found = request_with(message.parameters["request"])
    return found if found is not None and state in {None, found.state} else None


def _requests(message: Message) -> list[MeetingRequest]:
    found = [request_with(number) for number in message.parameters["requests"]]
    return [request for request in found if request is not None]
