"""How somebody attends, as (term, words) pairs for pages."""

from collections.abc import Collection

from flask_babel import gettext as _
from markupsafe import Markup

from elmo_events.events.models import Event
from elmo_events.foundation import dates
from elmo_events.foundation.languages import current_language

Facts = list[tuple[str, str, str]]


def chosen_facts(event: Event, admission_id: int, extra_ids: Collection[int], part_ids: Collection[int]) -> Facts:
    """When, where, which way, with what. Each with the name of its drawing."""
    language = current_language()
    parts = [part for part in event.parts if part.id in part_ids] or list(event.parts)
    when = dates.lines([(part.starts_at, part.ends_at) for part in parts], language, event.time_zone)
    ways = [each.name_in(language).text for each in event.admissions if each.id == admission_id]
    extras = [each.name_in(language).text for each in event.extras if each.id in extra_ids]
    return [
        (_("When"), Markup("<br>").join(when), "calendar"),
        (_("Where"), ", ".join(filter(None, (event.venue, event.address, event.city))), "place"),
        (_("How you attend"), ", ".join(ways), "ticket"),
        (_("Additions"), ", ".join(extras), "plus"),
    ]
