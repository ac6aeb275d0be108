"""Everything that the page of one event shows, in four statements.

The page is what visitors open most, so its statements are built once and read the lists of an event side by side: loading
each list by itself would take eight statements, and one wide join would multiply their rows.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Executable, bindparam, select
from sqlalchemy.orm import joinedload, lazyload
from sqlalchemy.orm.attributes import set_committed_value

from elmo_events.events.models import Admission, Event, Extra, Part, ProgrammeSession, Speaker
from elmo_events.events.queries.public import PUBLIC
from elmo_events.foundation.database import db
from elmo_events.network.models import Region, Theme

_event = (
    select(Event)
    .where(Event.slug == bindparam("slug"), Event.state.in_(PUBLIC))
    .options(joinedload(Event.organiser), joinedload(Event.project))
)
_this = Event.id == bindparam("id")

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
_parts_and_places = (
    select(Part, Admission, Extra)
    .select_from(Event)
    .outerjoin(Event.parts)
    .outerjoin(Event.admissions)
    .outerjoin(Event.extras)
    .where(_this)
    .order_by(Part.starts_at, Admission.position, Extra.position)
)


def event_for_page(slug: str) -> Event | None:
    """An event that anybody may see; None for a draft."""
    event = db.session.scalar(_event, {"slug": slug})
    if event is None:
        return None
    _set_programme(event, db.session.execute(_programme, {"id": event.id}))
    _set_lists(event, ("themes", "regions"), _themes_and_regions)
    _set_lists(event, ("parts", "admissions", "extras"), _parts_and_places)
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


def _set_lists(event: Event, names: tuple[str, ...], statement: Executable) -> None:
    """Each column of the rows holds one list; its rows repeat for every row of the others."""
    rows = db.session.execute(statement, {"id": event.id}).all()
    for name, column in zip(names, zip(*rows, strict=True), strict=True):
        set_committed_value(event, name, [row for row in dict.fromkeys(column) if row is not None])
