"""What a view of the attendee list is: which registrations, in which order, with which columns. Its URL says it all."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from elmo_events.registration.rules import RegistrationState

ROWS_ON_PAGE = 50
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
_FORMULA = re.compile(r"^(?=[=+\-@\t\r\n])|(?<=[;\t\r\n])(?=[=+\-@])")


class Column(StrEnum):
    NAME = "name"
    EMAIL = "email"
    ORGANISATION = "organisation"
    ORGANISATION_TYPE = "organisation_type"
    JOB_TITLE = "job_title"
    PHONE = "phone"
    REGION = "region"
    ADMISSION = "admission"
    EXTRAS = "extras"
    PARTS = "parts"
    STATE = "state"
    QUEUE = "queue"
    LANGUAGE = "language"
    LISTED = "listed"
    MESSAGE = "message"
    CREATED = "created"
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    NUMBER = "number"


DEFAULT_COLUMNS = (
    Column.NAME, Column.ORGANISATION, Column.ADMISSION, Column.EXTRAS, Column.STATE, Column.EMAIL, Column.CREATED,
)  # fmt: skip


class Sort(StrEnum):
    NAME = "name"
    ORGANISATION = "organisation"
    STATE = "state"
    QUEUE = "queue"
    CREATED = "created"


class Special(StrEnum):
    MAIL_FAILED = "mail_failed"
    ADDED_BY_HAND = "added_by_hand"


class FileKind(StrEnum):
    CSV = "csv"
    XLSX = "xlsx"


@dataclass(frozen=True)
class Selection:
    """Which registrations: all of what is said must hold, and one of each group is enough. Days are the event's own."""

    text: str = ""
    states: tuple[RegistrationState, ...] = ()
    admission_ids: tuple[int, ...] = ()
    extra_ids: tuple[int, ...] = ()
    part_ids: tuple[int, ...] = ()
    organisation_type_ids: tuple[int, ...] = ()
    region_codes: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    specials: tuple[Special, ...] = ()

    @property
    def is_by_state(self) -> bool:
        """Whether the totals of the event already tell how many these are."""
        return replace(self, states=()) == Selection()


# The name of each part of a selection in the URL. The e-mails' language is not "language": that one stands in the path.
ARGUMENTS = {
    "text": "q", "states": "state", "admission_ids": "admission", "extra_ids": "extra", "part_ids": "part",
    "organisation_type_ids": "type", "region_codes": "region", "languages": "speaks", "since": "since",
    "until": "until", "specials": "special",
}  # fmt: skip


@dataclass(frozen=True)
class ListView:
    selection: Selection = field(default_factory=Selection)
    columns: tuple[Column, ...] = DEFAULT_COLUMNS
    sort: Sort = Sort.NAME
    descending: bool = False
    page: int = 1

    def arguments(self) -> dict[str, list[str]]:
        """What stands in the URL of this view; what is as usual is left out."""
        written = {name: _written(getattr(self.selection, part)) for part, name in ARGUMENTS.items()}
        if self.columns != DEFAULT_COLUMNS:
            written["column"] = list(self.columns)
        if (self.sort, self.descending) != (Sort.NAME, False):
            written["sort"] = [f"-{self.sort}" if self.descending else str(self.sort)]
        if self.page > 1:
            written["page"] = [str(self.page)]
        return {name: values for name, values in written.items() if values}

    def sorted_by(self, sort: Sort) -> "ListView":
        """The same list by this column: the other way round if it is by this column already."""
        turned = sort == self.sort and not self.descending
        return replace(self, sort=sort, descending=turned, page=1)

    def in_state(self, state: RegistrationState | None) -> "ListView":
        """Only who is in this state; None: whoever. Who waits stands in the order of the queue."""
        selection = replace(self.selection, states=(state,) if state else ())
        sort = Sort.QUEUE if state == RegistrationState.WAITING else Sort.NAME if self.sort == Sort.QUEUE else self.sort
        return replace(self, selection=selection, sort=sort, descending=self.descending and sort == self.sort, page=1)

    def without_filters(self) -> "ListView":
        return replace(self, selection=Selection(), page=1)

    def on_page(self, page: int) -> "ListView":
        return replace(self, page=page)


def sort_written(written: str | None) -> tuple[Sort, bool]:
    """“-created” is the newest first. What we don't know sorts by name."""
    plain = (written or "").removeprefix("-")
    if plain not in list(Sort):
        return Sort.NAME, False
    return Sort(plain), (written or "").startswith("-")


def defused(text: str) -> str:
    """Text that a spreadsheet program won't take for a formula.

    Finnish and Swedish Excel part cells at semicolons, whatever the file means by them, and know no quotes inside a line.
    """
    if text.startswith(FORMULA_STARTS) or ";" in text or "\n" in text or "\t" in text or "\r" in text:
        return _FORMULA.sub("'", text)
    return text


def _written(value: object) -> list[str]:
    if isinstance(value, tuple):
        return [str(part) for part in value]
    return [str(value)] if value else []


@dataclass(frozen=True)
class Paging:
    """Which page of how many; named as the page macro asks."""

    page: int
    rows: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.rows // ROWS_ON_PAGE))

    @property
    def has_prev(self) -> bool:
        return self.page > 1

    @property
    def has_next(self) -> bool:
        return self.page < self.pages

    def iter_pages(self) -> list[int | None]:
        """The first, the last and those around this one; None stands for a gap."""
        near = range(self.page - 1, self.page + 2)
        shown = sorted({number for number in (1, *near, self.pages) if 1 <= number <= self.pages})
        listed: list[int | None] = []
        for number in shown:
            if listed and listed[-1] is not None and number > listed[-1] + 1:
                listed.append(None)
            listed.append(number)
        return listed
