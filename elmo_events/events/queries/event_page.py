"""Everything that the page of one event shows, in four statements.

The page is what visitors open most, so its statements are built once and read the lists of an event side by side: loading
each list by itself would take eight statements, and one wide join would multiply their rows.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import joinedload, lazyload
from sqlalchemy.orm.attributes import set_committed_value

from elmo_events.events.models import Admission, Event, Extra, Part, ProgrammeSession, Speaker
from elmo_events.events.queries.public import PUBLIC
from elmo_events.foundation.database import db
from elmo_events.network.models import Region, Theme

_this = Event.id == bindparam("id")
_offers = (
    select(Event.id, Event.changed_at, Part, Admission, Extra)
    .outerjoin(Event.parts)
    .outerjoin(Event.admissions)
    .outerjoin(Event.extras)
    .where(Event.slug == bindparam("slug"), Event.state.in_(PUBLIC))
    .order_by(Part.starts_at, Admission.position, Extra.position)
)
_event = select(Event).where(_this).options(joinedload(Event.organiser), joinedload(Event.project))

_programme = (
    select(ProgrammeSession, Speaker)
    .outerjoin(Speaker, Speaker.session_id == ProgrammeSession.id)
    .where(ProgrammeSession.event_id == bindparam("id"))
    .order_by(ProgrammeSession.starts_at, ProgrammeSession.id, Speaker.position)
    .options(lazyload(ProgrammeSession.speakers))
)
_themes_and_regions = (
    select(Theme, Region)
    .select_from(Event)
    .outerjoin(Event.themes)
    .outerjoin(Event.regions)
    .where(_this)
    .order_by(Theme.position, Region.position)
)


@dataclass(frozen=True)
class Offers:
    """The first look at an event: which it is, when it last changed, what it offers and how many places are taken."""

    event_id: int
    changed_at: datetime
    parts: list[Part]
    admissions: list[Admission]
    extras: list[Extra]

    @property
    def stamp(self) -> tuple[Any, ...]:
        """Another one means that the page would show something else: who signs up where there is no limit changes nothing."""
        left = [admission.places_left for admission in self.admissions] + [extra.places_left for extra in self.extras]
        return (self.event_id, self.changed_at, *left)


def offers_of(slug: str) -> Offers | None:
    """What an event that anybody may see offers; None for a draft."""
    rows = db.session.execute(_offers, {"slug": slug}).all()
    if not rows:
        return None
    parts, admissions, extras = (_list_of([row[number] for row in rows]) for number in (2, 3, 4))
    return Offers(rows[0][0], rows[0][1], parts, admissions, extras)


def event_for_page(slug: str) -> Event | None:
    """An event that anybody may see; None for a draft."""
    offers = offers_of(slug)
    return whole_event(offers) if offers else None


def whole_event(offers: Offers) -> Event:
    """The event whose offers we know, with all the rest."""
    event = db.session.execute(_event, {"id": offers.event_id}).scalar_one()
    _set_programme(event, db.session.execute(_programme, {"id": event.id}))
    rows = db.session.execute(_themes_and_regions, {"id": event.id}).all()
    set_committed_value(event, "themes", _list_of([theme for theme, _region in rows]))
    set_committed_value(event, "regions", _list_of([region for _theme, region in rows]))
    for name in ("parts", "admissions", "extras"):
        set_committed_value(event, name, getattr(offers, name))
    return event


def _set_programme(event: Event, rows: Iterable[Any]) -> None:
    speakers: dict[ProgrammeSession, list[Speaker]] = {}
    for session, speaker in rows:
        known = speakers.setdefault(session, [])
        if speaker is not None:
            known.append(speaker)
    for session, of_session in speakers.items():
        set_committed_value(session, "speakers", of_session)
    set_committed_value(event, "sessions", list(speakers))


def _list_of(column: Sequence[Any]) -> list[Any]:
    """One list out of a column that repeats it for every row of the others."""
    return [row for row in dict.fromkeys(column) if row is not None]
