"""What a page needs to write out why somebody is recommended: the statements, themes, types and regions that reasons name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from elmo_events.foundation.database import db
from elmo_events.foundation.languages import LanguageText, current_language
from elmo_events.matchmaking.models import Suggestion
from elmo_events.matchmaking.score.reasons import Reason
from elmo_events.network.queries import all_organisation_types, regions, themes
from elmo_events.profiles.labels import countries
from elmo_events.profiles.models import Statement


@dataclass(frozen=True)
class Reading:
    """Names in the reader's language, by what reasons hold."""

    titles: Mapping[int, LanguageText]
    themes: Mapping[str, str]
    types: Mapping[str, str]
    regions: Mapping[str, str]  # and countries, of those who come from abroad

    def reasons(self, suggestion: Suggestion) -> list[Reason]:
        """Those that still hold: the statements that they name are there."""
        found = [Reason.from_json(written) for written in suggestion.reasons]
        return [one for one in found if one.need is None or (one.need in self.titles and one.offer in self.titles)]

    def concepts(self, reason: Reason) -> list[str]:
        """What both speak of, in the reader's language."""
        language = current_language()
        return [concept.get(language) or next(iter(concept.values())) for concept in reason.concepts]

    def words(self, reason: Reason) -> list[tuple[str, str]]:
        """The reader's word and the other's, where they differ."""
        pairs = zip(reason.mine, reason.theirs, strict=False)
        return [(mine, theirs) for mine, theirs in pairs if mine.casefold() != theirs.casefold()]

    def theme_names(self, reason: Reason) -> list[str]:
        return [self.themes[slug] for slug in reason.themes if slug in self.themes]


def reading(suggestions: Iterable[Suggestion]) -> Reading:
    numbers = {number for one in suggestions for written in one.reasons for number in _statements_in(written)}
    language = current_language()
    statements = db.session.scalars(select(Statement).where(Statement.id.in_(numbers), Statement.closed_at.is_(None)))
    return Reading(
        titles={one.id: one.title_in(language) for one in statements},
        themes={theme.slug: theme.name_in(language) for theme in themes()},
        types={kind.slug: kind.name_in(language) for kind in all_organisation_types()},
        regions=countries(language) | {region.code: region.name_in(language) for region in regions()},
    )


def _statements_in(written: Mapping[str, Any]) -> Iterable[int]:
    return (written[name] for name in ("need", "offer") if name in written)
