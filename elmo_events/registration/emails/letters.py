"""How each letter reads. Composed when it is sent, in the participant's language; nothing goes out that isn't true any more."""

from collections.abc import Callable
from functools import wraps

from flask_babel import gettext as _

from elmo_events.events.models import Extra, Part
from elmo_events.events.rules import EventState
from elmo_events.foundation import dates
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.foundation.languages import current_language, in_language
from elmo_events.mail.letters import Letter, letter
from elmo_events.mail.models import Message
from elmo_events.registration import emails, queries
from elmo_events.registration.emails.layout import laid_out
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import ACTIVE, RegistrationState

CONFIRMED, WAITING = RegistrationState.CONFIRMED, RegistrationState.WAITING
Composer = Callable[[Message, Registration], Letter | None]


def _about(
    kind: str, *states: RegistrationState, event_state: EventState | None = EventState.PUBLISHED
) -> Callable[[Composer], Composer]:
    """Register a letter that is only true while the registration and the event are in these states."""

    def remember(compose: Composer) -> Composer:
        @letter(kind)
        @wraps(compose)
        def compose_if_true(message: Message) -> Letter | None:
            registration = queries.registration(message.about_id)
            if registration is None or registration.anonymised_at is not None or registration.state not in states:
                return None
            if message.to_address != registration.email:
                return None  # written before the address was put right: the personal link belongs to the new one only
            if event_state is not None and registration.event.state != event_state:
                return None
            return compose(message, registration)

        return compose

    return remember


@_about(emails.CONFIRMATION, CONFIRMED)
def confirmation(message: Message, registration: Registration) -> Letter:
    by_organiser = message.parameters.get("by_organiser")
    opening = (
        _("The organiser has registered you for this event.")
        if by_organiser
        else _("Thank you for registering. We have kept a place for you.")
    )
    return laid_out(
        registration,
        subject=_("We have received your registration: %(event)s", event=_title_and_date(registration)),
        heading=_("You are in"),
        paragraphs=[opening],
        calendar="REQUEST",
    )


@_about(emails.WAITING, WAITING)
def waiting(message: Message, registration: Registration) -> Letter:
    by_organiser = message.parameters.get("by_organiser")
    thanks = (
        _("The organiser has put you on the waiting list of this event.")
        if by_organiser
        else _("Thank you for registering. There are no places left at the moment.")
    )
    return laid_out(
        registration,
        subject=_("You are on the waiting list: %(event)s", event=_title_and_date(registration)),
        heading=_("You are on the waiting list"),
        paragraphs=[thanks, _in_line(registration)],
    )


@_about(emails.LINK_AGAIN, *ACTIVE)
def link_again(message: Message, registration: Registration) -> Letter:
    is_in = registration.state == CONFIRMED
    state = _("You have a place.") if is_in else _in_line(registration)
    return laid_out(
        registration,
        subject=_("Your registration: %(event)s", event=_title_and_date(registration)),
        heading=_("You have already registered"),
        paragraphs=[
            _(
                "Somebody, probably you, has sent the registration form again with your name and address. Nothing has changed."
            ),
            state,
        ],
        calendar="REQUEST" if is_in else None,
    )


@_about(emails.PROMOTED, CONFIRMED)
def promoted(message: Message, registration: Registration) -> Letter:
    missed = db.session.query(Extra).filter(Extra.id.in_(message.parameters.get("extras_missed", []))).all()
    names = ", ".join(extra.name_in(current_language()).text for extra in missed)
    sorry = [_("There was no place left for this: %(extras)s.", extras=names)] if names else []
    return laid_out(
        registration,
        subject=_("You have a place: %(event)s", event=_title_and_date(registration)),
        heading=_("You have a place"),
        paragraphs=[
            _("A place has become free, and it is yours. You don't need to do anything."),
            *sorry,
            _("If you can't come, please cancel so that the next person on the waiting list gets the place."),
        ],
        calendar="REQUEST",
    )


@_about(emails.CHANGED, *ACTIVE)
def changed(message: Message, registration: Registration) -> Letter:
    is_in = registration.state == CONFIRMED
    return laid_out(
        registration,
        subject=_("Your registration has been changed: %(event)s", event=_title_and_date(registration)),
        heading=_("Your registration has been changed"),
        paragraphs=[_("These are the details now.")] if is_in else [_in_line(registration)],
        calendar="REQUEST" if is_in else None,
        parts_left=message.parameters.get("parts_left", []),
    )


@_about(emails.CANCELLED, RegistrationState.CANCELLED, event_state=None)
def cancelled(message: Message, registration: Registration) -> Letter:
    by_organiser = message.parameters.get("by_organiser")
    opening = (
        _("The organiser has cancelled your registration.")
        if by_organiser
        else _("You have cancelled your registration.")
    )
    return laid_out(
        registration,
        subject=_("Your registration has been cancelled: %(event)s", event=_title_and_date(registration)),
        heading=_("Your registration has been cancelled"),
        paragraphs=[
            opening,
            _("If this is a mistake, register again on the event's page or write to the organiser."),
        ],
        calendar="CANCEL" if message.parameters.get("had_place", True) else None,
        can_cancel=False,
    )


@_about(emails.EVENT_CANCELLED, *ACTIVE, event_state=EventState.CANCELLED)
def event_cancelled(message: Message, registration: Registration) -> Letter:
    reason = in_language(registration.event.cancellation_reason, current_language()).text
    return laid_out(
        registration,
        subject=_("The event is cancelled: %(event)s", event=_title_and_date(registration)),
        heading=_("The event is cancelled"),
        paragraphs=[
            _("Unfortunately, the event you registered for will not take place."),
            *([reason] if reason else []),
        ],
        calendar="CANCEL" if registration.state == CONFIRMED else None,
        can_cancel=False,
    )


@_about(emails.EVENT_MOVED, *ACTIVE)
def event_moved(message: Message, registration: Registration) -> Letter:
    words = {
        "time": _("The time has changed."),
        "place": _("The place has changed."),
        "joining_link": _("The joining link has changed."),
    }
    is_in = registration.state == CONFIRMED
    return laid_out(
        registration,
        subject=_("The event details have changed: %(event)s", event=_title_and_date(registration)),
        heading=_("The event details have changed"),
        paragraphs=[
            " ".join(words[name] for name in message.parameters.get("what", []) if name in words)
            or _("Please check the details below."),
            *([] if is_in else [_in_line(registration)]),
            _("If this doesn't suit you, please cancel your registration.") if is_in else "",
        ],
        calendar="REQUEST" if is_in else None,
        shows_joining_link="joining_link" in message.parameters.get("what", []),
    )


@_about(emails.WEEK_REMINDER, CONFIRMED)
def week_reminder(message: Message, registration: Registration) -> Letter | None:
    part = _part_ahead(message)
    if part is None:
        return None
    return laid_out(
        registration,
        subject=_("In a week: %(event)s", event=_title_and_date(registration, part)),
        heading=_("See you in a week"),
        paragraphs=[
            _("You have registered for this event."),
            _("If you can't come, please cancel so that somebody else gets the place."),
        ],
        only_part=part,
    )


@_about(emails.DAY_REMINDER, CONFIRMED)
def day_reminder(message: Message, registration: Registration) -> Letter | None:
    part = _part_ahead(message)
    if part is None:
        return None
    return laid_out(
        registration,
        subject=_("Starting soon: %(event)s", event=_title_and_date(registration, part)),
        heading=_("Welcome to the event"),
        paragraphs=[_("The event begins soon.")],
        only_part=part,
        shows_joining_link=True,
    )


@_about(emails.JOINING_LINK, CONFIRMED)
def joining_link(message: Message, registration: Registration) -> Letter | None:
    part = _part(message)
    if part is None or part.ends_at <= now() or not registration.joining_link:
        return None
    return laid_out(
        registration,
        subject=_("Your joining link: %(event)s", event=_title_and_date(registration, part)),
        heading=_("The event begins soon") if part.starts_at > now() else _("The event has begun"),
        paragraphs=[_("Join with the link below. It is meant for you only: please don't pass it on.")],
        only_part=part,
        shows_joining_link=True,
    )


def _title_and_date(registration: Registration, part: Part | None = None) -> str:
    """With the first date on which this person comes, which may be a later one than the event's."""
    event, language = registration.event, current_language()
    first = part or registration.parts_attended[0]
    return f"{event.title_in(language).text} {dates.date_text(first.starts_at, language, event.time_zone)}"


def _in_line(registration: Registration) -> str:
    position = queries.queue_position(registration)
    if position is None:
        return str(_("We will write to you as soon as it has been decided."))
    return str(
        _(
            "You are number %(number)s on the waiting list. We will write to you at once if a place becomes free.",
            number=position,
        )
    )


def _part_ahead(message: Message) -> Part | None:
    """The date that a reminder is about; None when it has begun or is gone."""
    part = _part(message)
    return part if part and part.starts_at > now() else None


def _part(message: Message) -> Part | None:
    return db.session.get(Part, message.parameters.get("part"))
