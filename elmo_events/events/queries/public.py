"""What do visitors see? Only what is published; a cancelled event stays, so that its link answers."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from flask_sqlalchemy.pagination import Pagination
from sqlalchemy import Select, extract, func, select
from sqlalchemy.orm import joinedload, selectinload

from elmo_events.events.models import Event
from elmo_events.events.queries.filters import Filters
from elmo_events.events.rules import EventState
from elmo_events.foundation import dates
from elmo_events.foundation.database import db
from elmo_events.organisers.models import Organiser

PUBLIC = (EventState.PUBLISHED, EventState.CANCELLED)
PAGE = 20

_as_cards = (
    joinedload(Event.organiser),
    selectinload(Event.themes),
    selectinload(Event.regions),
    selectinload(Event.admissions),
)


def published_event(slug: str) -> Event | None:
    """An event that anybody may see; None for a draft."""
    return db.session.scalar(select(Event).where(Event.slug == slug, Event.state.in_(PUBLIC)))


def upcoming(moment: datetime, filters: Filters, page: int) -> Pagination:
    """Also those that are going on; soonest first."""
    listed = _upcoming(moment, filters).options(*_as_cards).order_by(Event.starts_at, Event.id)
    return db.paginate(listed, page=page, per_page=PAGE, max_per_page=PAGE, error_out=False)


def past(moment: datetime, filters: Filters, page: int) -> Pagination:
    """Those that took place, newest first."""
    listed = _past(moment).where(*filters.conditions()).options(*_as_cards)
    newest_first = listed.order_by(Event.starts_at.desc(), Event.id.desc())
    return db.paginate(newest_first, page=page, per_page=PAGE, max_per_page=PAGE, error_out=False)


def next_events(moment: datetime, number: int, among: Collection[int] | None = None) -> Sequence[Event]:
    """Those that will take place (of these ids, if given), soonest first; without the cancelled ones."""
    listed = _upcoming(moment, Filters()).where(Event.state == EventState.PUBLISHED)
    listed = listed if among is None else listed.where(Event.id.in_(among))
    return db.session.scalars(listed.options(*_as_cards).order_by(Event.starts_at, Event.id).limit(number)).all()


def upcoming_with_parts(moment: datetime, filters: Filters, number: int = 200) -> Sequence[Event]:
    """For calendars and feeds."""
    listed = _upcoming(moment, filters).options(
        joinedload(Event.organiser), selectinload(Event.parts), selectinload(Event.themes)
    )
    return db.session.scalars(listed.order_by(Event.starts_at, Event.id).limit(number)).all()


def public_slugs() -> Sequence[tuple[str, datetime]]:
    """For the site map: which pages there are, and when each was changed."""
    rows = db.session.execute(select(Event.slug, Event.changed_at).where(Event.state.in_(PUBLIC)).order_by(Event.id))
    return [(slug, changed_at) for slug, changed_at in rows]


@dataclass(frozen=True)
class Figures:
    """What has been done so far; zero is not worth saying."""

    upcoming: int
    past: int


def figures(moment: datetime) -> Figures:
    coming = _upcoming(moment, Filters()).with_only_columns(func.count()).scalar_subquery()
    done = _past(moment).with_only_columns(func.count()).scalar_subquery()
    row = db.session.execute(select(coming, done)).one()
    return Figures(upcoming=row[0], past=row[1])


def organisers_with_events() -> Sequence[Organiser]:
    return db.session.scalars(
        select(Organiser)
        .where(Organiser.id.in_(select(Event.organiser_id).where(Event.state.in_(PUBLIC))))
        .order_by(Organiser.id)
    ).all()


def months(moment: datetime, *, past: bool) -> list[date]:
    """The first day of each month in which an upcoming (or a past) event begins; past ones newest first."""
    events = _past(moment) if past else _upcoming(moment, Filters())
    year, month = extract("year", Event.starts_at), extract("month", Event.starts_at)
    found = {date(int(row[0]), int(row[1]), 1) for row in db.session.execute(_columns(events, year, month))}
    this_month = dates.local(moment).date().replace(day=1)
    return sorted(found, reverse=True) if past else sorted(day for day in found if day >= this_month)


def _columns(events: Select[Any], *columns: Any) -> Select[Any]:
    return events.with_only_columns(*columns).distinct()


def _upcoming(moment: datetime, filters: Filters) -> Select[Event]:
    return select(Event).where(Event.state.in_(PUBLIC), Event.ends_at > moment, *filters.conditions())


def _past(moment: datetime) -> Select[Event]:
    return select(Event).where(Event.state == EventState.PUBLISHED, Event.ends_at <= moment)
