"""The filters over the directory: what can be chosen, what is chosen, and the address of each list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import pgettext

from elmo_events.foundation.filters import Filter, words_asked
from elmo_events.foundation.languages import current_language
from elmo_events.network.queries import organisation_types, regions
from elmo_events.profiles.labels import DIRECTION_TITLES, KIND_LABELS, countries, spoken_languages
from elmo_events.profiles.queries.narrowing import Wanted
from elmo_events.profiles.queries.themes import themes_by_period


@dataclass(frozen=True)
class Narrowing:
    """What the visitor has narrowed a list to."""

    endpoint: str
    words: str
    filters: Sequence[Filter]

    @property
    def wanted(self) -> Wanted:
        return Wanted(words=self.words, **{one.name: one.chosen for one in self.filters if one.name != "clusters"})

    @property
    def asked(self) -> dict[str, Any]:
        """Only what is chosen, as it stands in the address."""
        chosen = {"words": self.words} | {one.name: one.chosen for one in self.filters}
        return {name: value for name, value in chosen.items() if value}

    @property
    def url(self) -> str:
        """The whole list."""
        return url_for(self.endpoint)

    def without(self, name: str) -> str:
        return url_for(self.endpoint, **{key: value for key, value in self.asked.items() if key != name})

    def page_url(self, number: int) -> str:
        return url_for(self.endpoint, **self.asked, page=number if number > 1 else None)


def narrowing(endpoint: str, filters: Sequence[Filter]) -> Narrowing:
    return Narrowing(endpoint, words_asked(), filters)


def filters_of_people(country_codes: Sequence[str]) -> list[Filter]:
    """Countries are only those that somebody comes from."""
    language = current_language()
    kinds = [(kind.value, label) for kind, label in KIND_LABELS.items()]
    directions = [(direction.value, label) for direction, label in DIRECTION_TITLES.items()]
    names, spoken = countries(language), spoken_languages(language)
    return [
        Filter("direction", _("Offers or needs"), _("Offers and needs"), [("", directions)]),
        Filter("statement_kind", pgettext("offer or need", "Kind"), _("All kinds"), [("", kinds)]),
        filter_of_themes(),
        filter_of_kinds(),
        filter_of_regions(),
        Filter(
            "country",
            _("Country"),
            _("All countries"),
            [("", [(code, name) for code, name in names.items() if code in country_codes])],
        ),
        Filter("language", _("Language"), _("All languages"), [("", list(spoken.items()))]),
    ]


def filters_of_organisations() -> list[Filter]:
    only = [("yes", _("Clusters only"))]
    return [
        Filter("clusters", _("Clusters"), _("All organisations"), [("", only)]),
        filter_of_themes(),
        filter_of_kinds(),
        filter_of_regions(),
    ]


def filter_of_themes() -> Filter:
    """Each theme with its topics below it, under the period of the strategy; the newest period first."""
    language = current_language()
    groups = []
    for period, themes in themes_by_period():
        choices = []
        for theme, topics in themes:
            choices.append((theme.slug, theme.name_in(language)))
            choices += [(topic.slug, f"– {topic.name_in(language)}") for topic in topics]
        groups.append((period.name_in(language) if period else "", choices))
    return Filter("theme", _("Theme or topic"), _("All themes"), groups)


def filter_of_kinds() -> Filter:
    language = current_language()
    kinds = [(kind.slug, kind.name_in(language)) for kind in organisation_types()]
    return Filter("kind", _("Type of organisation"), _("All types"), [("", kinds)])


def filter_of_regions() -> Filter:
    language = current_language()
    found = [(region.code, region.name_in(language)) for region in regions()]
    return Filter("region", _("Region"), _("All regions"), [("", found)])
