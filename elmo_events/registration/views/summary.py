"""How somebody attends, as (term, words) pairs for pages."""

from collections.abc import Collection

from flask_babel import gettext as _
from markupsafe import Markup

from elmo_events.events.models import Event
from elmo_events.events.rules import Mode
from elmo_events.foundation import dates
from elmo_events.foundation.languages import LETTER_LANGUAGES, current_language
from elmo_events.registration.labels import FIELD_LABELS
from elmo_events.registration.models import Registration

Facts = list[tuple[str, str, str]]


def chosen_facts(event: Event, admission_id: int, extra_ids: Collection[int], part_ids: Collection[int]) -> Facts:
    """When, where, which way, with what. Each with the name of its drawing."""
    language = current_language()
    parts = [part for part in event.parts if part.id in part_ids] or list(event.parts)
    when = dates.lines([(part.starts_at, part.ends_at) for part in parts], language, event.time_zone)
    ways = [each for each in event.admissions if each.id == admission_id]
    is_online = any(way.mode == Mode.ONLINE for way in ways)
    place = _("Online") if is_online else ", ".join(filter(None, (event.venue, event.address, event.city)))
    extras = [each.name_in(language).text for each in event.extras if each.id in extra_ids]
    return [
        (_("When"), Markup("<br>").join(when), "calendar"),
        (_("Where"), place, "online" if is_online else "place"),
        (_("How you attend"), ", ".join(way.name_in(language).text for way in ways), "ticket"),
        (_("Extras"), ", ".join(extras), "plus"),
    ]


def registration_facts(registration: Registration) -> Facts:
    return chosen_facts(
        registration.event,
        registration.admission_id,
        {extra.id for extra in registration.extras},
        {part.id for part in registration.parts},
    )


def told_facts(registration: Registration, needs: dict[str, str]) -> list[tuple[str, str]]:
    """What somebody told of themselves, to them."""
    language = current_language()
    kind, region = registration.organisation_type, registration.region
    told = {
        "email": registration.email,
        "organisation": registration.organisation,
        "organisation_type_id": kind.name_in(language) if kind else "",
        "region_code": region.name_in(language) if region else "",
        "job_title": registration.job_title,
        "phone": registration.phone,
        **needs,
        "message": registration.message,
        "language": LETTER_LANGUAGES.get(registration.language, registration.language),
    }
    listed = _("May be listed") if registration.may_be_listed else _("Not listed")
    rows = [(str(FIELD_LABELS[name]), text) for name, text in told.items()]
    if registration.event.lists_participants:
        rows.append((str(FIELD_LABELS["may_be_listed"]), listed))
    return [(_("Name"), registration.name), *rows]
