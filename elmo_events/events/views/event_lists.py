"""Upcoming and past events, with filters that stand in the address."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_sqlalchemy.pagination import Pagination

from elmo_events.events.blueprint import blueprint
from elmo_events.events.labels import FORMAT_LABELS, KIND_LABELS, LANGUAGE_LABELS
from elmo_events.events.queries import public
from elmo_events.events.queries.filters import Filters
from elmo_events.foundation import dates
from elmo_events.foundation.access import open_to_all
from elmo_events.foundation.clock import now
from elmo_events.foundation.incoming import page_asked
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.foundation.sorting import sort_key
from elmo_events.network import queries as network

Choices = list[tuple[str, str]]
FILTER_LABELS = {
    "kind": (_l("Kind"), _l("All kinds")),
    "theme": (_l("Theme"), _l("All themes")),
    "region": (_l("Region"), _l("All regions")),
    "format": (_l("How to attend"), _l("All ways")),
    "spoken": (_l("Language of the event"), _l("All languages")),
    "organiser": (_l("Organiser"), _l("All organisers")),
    "month": (_l("Month"), _l("All months")),
}


@dataclass(frozen=True)
class Filter:
    """One filter as the page shows it. What is chosen may be no choice any more, such as a month that has passed: it is shown
    all the same, so that it can be removed.
    """

    name: str
    label: str
    all_label: str
    groups: list[tuple[str, Choices]]
    chosen: str

    @property
    def chosen_label(self) -> str:
        return next(
            (label for _name, choices in self.groups for value, label in choices if value == self.chosen), self.chosen
        )


@open_to_all
@blueprint.get("/<language>/events")
def upcoming_events() -> tuple[str, int]:
    filters = Filters.of(request.args)
    moment = now()
    events = public.upcoming(moment, filters, page_asked())
    shown = {"feed_urls": _feed_urls(filters), "title": _("Upcoming events")}
    return page("events/upcoming_events.html", **shown, **_list(events, filters, moment, past=False))


@open_to_all
@blueprint.get("/<language>/events/past")
def past_events() -> tuple[str, int]:
    filters = Filters.of(request.args)
    moment = now()
    events = public.past(moment, filters, page_asked())
    return page("events/past_events.html", title=_("Past events"), **_list(events, filters, moment, past=True))


def _list(events: Pagination, filters: Filters, moment: datetime, *, past: bool) -> dict[str, Any]:
    endpoint = "events.past_events" if past else "events.upcoming_events"
    return {
        "events": events,
        "months": _by_month(events),
        "filters": _filters(filters, moment, past=past),
        "chosen": filters.chosen,
        "words": filters.words,
        "list_without": lambda name: url_for(endpoint, **filters.without(name)),
        "list_url": url_for(endpoint),
        "page_url": lambda number: url_for(endpoint, **filters.chosen, page=number if number > 1 else None),
    }


def _by_month(events: Pagination) -> list[tuple[str, list[Any]]]:
    """The events of this page under the month that they begin in; a long series is not hidden behind its first one."""
    language = current_language()
    months: dict[str, list[Any]] = {}
    for event in events:
        months.setdefault(dates.month_text(event.first_start_local.date(), language), []).append(event)
    return list(months.items())


def _filters(filters: Filters, moment: datetime, *, past: bool) -> list[Filter]:
    chosen = filters.chosen
    return [
        Filter(name, str(label), str(all_label), [("", choices)], chosen.get(name, ""))
        for (name, (label, all_label)), choices in zip(FILTER_LABELS.items(), _choices(moment, past=past), strict=True)
        if choices or chosen.get(name)
    ]


def _choices(moment: datetime, *, past: bool) -> list[Choices]:
    """In the order of FILTER_LABELS."""
    language = current_language()
    organisers = [(organiser.slug, organiser.name_in(language)) for organiser in public.organisers_with_events()]
    return [
        [(kind.value, str(label)) for kind, label in KIND_LABELS.items()],
        [(theme.slug, theme.name_in(language)) for theme in network.themes()],
        [(region.code, region.name_in(language)) for region in network.network_regions()],
        [(kind.value, str(label)) for kind, label in FORMAT_LABELS.items()],
        [(code, str(label)) for code, label in LANGUAGE_LABELS.items()],
        sorted(organisers, key=lambda pair: sort_key(pair[1])),
        [(f"{day:%Y-%m}", dates.month_text(day, language)) for day in public.months(moment, past=past)],
    ]


def _feed_urls(filters: Filters) -> dict[str, str]:
    return {
        "calendar": url_for("events.upcoming_calendar", **filters.chosen),
        "atom": url_for("events.upcoming_feed", **filters.chosen),
    }
