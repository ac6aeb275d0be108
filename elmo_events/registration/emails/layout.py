"""What all letters on a registration share: greeting, facts, links, calendar file, contact, funder."""

from collections.abc import Sequence
from datetime import datetime

from flask_babel import gettext as _

from elmo_events.accounts.queries import entry_url
from elmo_events.events.models import Part
from elmo_events.events.rules import EventState, Mode
from elmo_events.foundation import dates
from elmo_events.foundation.clock import now
from elmo_events.foundation.languages import current_language, in_language
from elmo_events.foundation.links import external_url, sign
from elmo_events.mail.letters import File, Letter, render
from elmo_events.registration import queries
from elmo_events.registration.calendars import own_calendar
from elmo_events.registration.models import Registration
from elmo_events.registration.queries.further import further_links
from elmo_events.registration.queries.letters import around_words
from elmo_events.registration.rules import RegistrationState, cut_off, joins_now

Facts = list[tuple[str, str]]


def laid_out(
    registration: Registration,
    *,
    subject: str,
    heading: str,
    paragraphs: Sequence[str],
    calendar: str | None = None,
    parts_left: Sequence[int] = (),
    only_part: Part | None = None,
    shows_joining_link: bool = False,
    can_cancel: bool = True,
) -> Letter:
    """`calendar` is the method of the attached file; `parts_left` are taken out of the calendar by a second one."""
    event, language = registration.event, current_language()
    parts = _parts(registration, only_part)
    joining_link = registration.joining_link if shows_joining_link or joins_now(_spans(parts), now()) else ""
    text, html = render(
        "registration/emails/letter",
        subject,
        registration=registration,
        heading=heading,
        paragraphs=[paragraph for paragraph in paragraphs if paragraph],
        facts=facts_of(registration, only_part),
        joining_link=joining_link,
        link_comes_later=not joining_link and _link_comes_later(registration, parts),
        own_url=_own_url(registration),
        further=[
            link._replace(path=entry_url(registration.email, language, link.path))
            for link in further_links(registration, language)
        ],
        last_day=_last_day(registration) if can_cancel else "",
        accessibility=in_language(event.accessibility, language).text if can_cancel else "",
        terms=" ".join(_terms(registration)) if can_cancel else "",
        **around_words(registration),
    )
    return Letter(
        subject=subject,
        text=text,
        html=html,
        files=_files(registration, calendar, parts_left),
        sender_name=event.organiser.name_in(language),
        reply_to=event.contact_address,
    )


def facts_of(registration: Registration, only_part: Part | None = None) -> Facts:
    event, language = registration.event, current_language()
    when = dates.lines(_spans(_parts(registration, only_part)), language, event.time_zone)
    zone = dates.zone_text(event.starts_at, language, event.time_zone)
    is_online = registration.admission.mode == Mode.ONLINE
    place = _("Online") if is_online else ", ".join(filter(None, (event.venue, event.address, event.city)))
    return [
        (_("Event"), event.title_in(language).text),
        (_("When"), "; ".join(when) + f" ({zone})"),
        (_("Where"), str(place)),
        (_("How you attend"), registration.admission.name_in(language).text),
        (_("Extras"), ", ".join(extra.name_in(language).text for extra in registration.extras)),
    ]


def _terms(registration: Registration) -> list[str]:
    event = registration.event
    photos = [_("Photos are taken at the event.")] if event.is_photographed else []
    return [*photos, _("The event is recorded.")] if event.is_recorded else photos


def _own_url(registration: Registration) -> str:
    token = sign(queries.LINK, [registration.id, registration.link_version])
    return external_url("registration.own_registration", token=token)


def _last_day(registration: Registration) -> str:
    """Empty once it is over."""
    event = registration.event
    last = cut_off(event.last_cancellation_at, event.starts_at)
    return dates.date_time_text(last, current_language(), event.time_zone) if now() < last else ""


def _parts(registration: Registration, only_part: Part | None) -> list[Part]:
    return [only_part] if only_part else registration.parts_attended


def _spans(parts: Sequence[Part]) -> list[tuple[datetime, datetime]]:
    return [(part.starts_at, part.ends_at) for part in parts]


def _link_comes_later(registration: Registration, parts: Sequence[Part]) -> bool:
    is_online = registration.admission.mode == Mode.ONLINE and registration.state == RegistrationState.CONFIRMED
    is_ahead = any(part.starts_at > now() for part in parts)
    return is_online and is_ahead and registration.event.state == EventState.PUBLISHED


def _files(registration: Registration, method: str | None, parts_left: Sequence[int]) -> list[File]:
    if method is None:
        return []
    files = [_file("event.ics", method, own_calendar(registration, current_language(), method))]
    if parts_left:
        files.append(
            _file("removed.ics", "CANCEL", own_calendar(registration, current_language(), "CANCEL", parts_left))
        )
    return files


def _file(name: str, method: str, written: str) -> File:
    return File(name, f"text/calendar; method={method}; charset=UTF-8", written)
