"""The filters over the lists of people, and of what they offer and need."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import request
from flask_babel import gettext as _
from flask_babel import pgettext

from elmo_events.foundation.languages import current_language
from elmo_events.matchmaking.queries.people import Wanted
from elmo_events.network.queries import open_themes, organisation_types, regions
from elmo_events.profiles.labels import DIRECTION_TITLES, KIND_LABELS, spoken_languages

WORDS = "words"
LONGEST_QUESTION = 200


@dataclass(frozen=True)
class Filter:
    """One list of choices; `chosen` is empty when nothing of it was asked for."""

    name: str
    label: str
    all_label: str
    choices: Sequence[tuple[str, Any]]

    @property
    def chosen(self) -> str:
        asked = request.args.get(self.name, "")
        return asked if asked in dict(self.choices) else ""

    @property
    def chosen_label(self) -> Any:
        return dict(self.choices)[self.chosen]


def filters_of_people() -> list[Filter]:
    language = current_language()
    kinds = [(kind.value, label) for kind, label in KIND_LABELS.items()]
    directions = [(direction.value, label) for direction, label in DIRECTION_TITLES.items()]
    return [
        Filter("direction", _("Offers or needs"), _("Offers and needs"), directions),
        Filter("statement_kind", pgettext("offer or need", "Kind"), _("All kinds"), kinds),
        Filter("theme", _("Theme"), _("All themes"), _themes(language)),
        Filter(
            "kind",
            _("Type of organisation"),
            _("All types"),
            [(kind.slug, kind.name_in(language)) for kind in organisation_types()],
        ),
        Filter(
            "region",
            _("Region"),
            _("All regions"),
            [(region.code, region.name_in(language)) for region in regions()],
        ),
        Filter("language", _("Language"), _("All languages"), _languages(language)),
    ]


def words_asked() -> str:
    return " ".join(request.args.get(WORDS, "").split())[:LONGEST_QUESTION]


def wanted_by(filters: Sequence[Filter]) -> Wanted:
    return Wanted(words=words_asked(), **{one.name: one.chosen for one in filters})


def _themes(language: str) -> list[tuple[str, str]]:
    """Each theme with its topics under it."""
    found = open_themes()
    return [
        (theme.slug, f"– {theme.name_in(language)}" if theme.parent_id else theme.name_in(language))
        for top in found
        if top.parent_id is None
        for theme in (top, *(topic for topic in found if topic.parent_id == top.id))
    ]


def _languages(language: str) -> list[tuple[str, str]]:
    names = spoken_languages(language)
    return [(code, names[code]) for code in ("fi", "sv", "en") if code in names]
