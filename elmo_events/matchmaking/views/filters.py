"""The filters over the lists of people, and of what they offer and need."""

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import pgettext

from elmo_events.foundation.filters import Choice, Filter, words_asked
from elmo_events.foundation.languages import current_language
from elmo_events.network.queries import organisation_types, regions
from elmo_events.profiles.labels import DIRECTION_TITLES, KIND_LABELS, spoken_languages
from elmo_events.profiles.queries.narrowing import Wanted
from elmo_events.profiles.queries.themes import themes_by_period


def filters_of_people() -> list[Filter]:
    language = current_language()
    statement_kinds = [(kind.value, label) for kind, label in KIND_LABELS.items()]
    directions = [(direction.value, label) for direction, label in DIRECTION_TITLES.items()]
    kinds = [(kind.slug, kind.name_in(language)) for kind in organisation_types()]
    places = [(region.code, region.name_in(language)) for region in regions()]
    spoken = list(spoken_languages(language).items())
    return [
        Filter("direction", _("Offers or needs"), _("Offers and needs"), [("", directions)]),
        Filter("statement_kind", pgettext("offer or need", "Kind"), _("All kinds"), [("", statement_kinds)]),
        Filter("theme", _("Theme or topic"), _("All themes"), _themes(language)),
        Filter("kind", _("Type of organisation"), _("All types"), [("", kinds)]),
        Filter("region", _("Region"), _("All regions"), [("", places)]),
        Filter("language", _("Language"), _("All languages"), [("", spoken)]),
    ]


def wanted_by(filters: Sequence[Filter]) -> Wanted:
    return Wanted(words=words_asked(), **{one.name: one.chosen for one in filters})


def _themes(language: str) -> list[tuple[str, list[Choice]]]:
    """Each theme with its topics below it, under the period of the strategy; the newest period first."""
    groups = []
    for period, themes in themes_by_period():
        choices: list[Choice] = []
        for theme, topics in themes:
            choices.append((theme.slug, theme.name_in(language)))
            choices += [(topic.slug, f"– {topic.name_in(language)}") for topic in topics]
        groups.append((period.name_in(language) if period else "", choices))
    return groups
