"""The chosen filters, each with the list without it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from flask_babel import gettext as _

from elmo_events.attendees.labels import SPECIAL_LABELS
from elmo_events.attendees.queries.names import Names
from elmo_events.attendees.rules import ListView
from elmo_events.foundation import dates
from elmo_events.foundation.languages import LETTER_LANGUAGES, current_language


@dataclass(frozen=True)
class Chosen:
    text: str
    without: ListView


def chosen_filters(view: ListView, names: Names) -> list[Chosen]:
    """States are not among them: they have tabs."""
    return [Chosen(text, replace(view, selection=selection, page=1)) for text, selection in _parts(view, names)]


def _parts(view: ListView, names: Names) -> Iterator[tuple[str, Any]]:
    selection = view.selection
    if selection.text:
        opening = "“" if current_language() == "en" else "”"
        yield f"{opening}{selection.text}”", replace(selection, text="")
    groups: dict[str, Mapping[Any, Any]] = {
        "admission_ids": names.admissions, "extra_ids": names.extras, "part_ids": names.parts,
        "organisation_type_ids": names.organisation_types, "region_codes": names.regions,
        "languages": LETTER_LANGUAGES, "specials": SPECIAL_LABELS,
    }  # fmt: skip
    for group, words in groups.items():
        values = getattr(selection, group)
        for value in values:
            without: dict[str, Any] = {group: tuple(each for each in values if each != value)}
            yield str(words[value]), replace(selection, **without)
    sentences: dict[str, Callable[[date], str]] = {
        "since": lambda day: _("Registered from %(day)s", day=dates.day_text(day, current_language())),
        "until": lambda day: _("Registered until %(day)s", day=dates.day_text(day, current_language())),
    }
    for name, sentence in sentences.items():
        if day := getattr(selection, name):
            no_day: dict[str, Any] = {name: None}
            yield str(sentence(day)), replace(selection, **no_day)
