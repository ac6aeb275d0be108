"""Where else does a registration lead? Higher features tell: registration knows none of them."""

from collections.abc import Callable
from typing import NamedTuple

from elmo_events.registration.models import Registration


class FurtherLink(NamedTuple):
    """`path` is one of our own addresses, for people who have signed in; `action` stands on the button that leads there."""

    label: str
    text: str
    action: str
    path: str


Finder = Callable[[Registration, str], FurtherLink | None]
_finders: list[Finder] = []


def leads_to(finder: Finder) -> Finder:
    """Register what tells where a registration leads, in a language; None when it leads nowhere."""
    _finders.append(finder)
    return finder


def further_links(registration: Registration, language: str) -> list[FurtherLink]:
    """For the confirmation and for one's own page."""
    found = (finder(registration, language) for finder in _finders)
    return [link for link in found if link is not None]
