"""Which events does an organiser have, and whose is an event?"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from flask_sqlalchemy.pagination import Pagination
from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import joinedload, selectinload

from elmo_events.events.models import Event
from elmo_events.events.rules import EventState
from elmo_events.foundation.database import db

PER_PAGE = 25


class Shelf(StrEnum):
    """Where an organiser looks for an event."""

    COMING = "coming"
    DRAFTS = "drafts"
    PAST = "past"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Taken:
    """Places taken over all ways to attend; `places` is None when one of them has no limit."""

    taken: int
    places: int | None


def event(number: int) -> Event | None:
    return db.session.get(Event, number)


def organiser_id_of_event(number: int) -> int | None:
    return db.session.scalar(select(Event.organiser_id).where(Event.id == number))


def is_slug_free(slug: str, but_of: int | None = None) -> bool:
    """Whether no event, or only this one, has the address."""
    owner = db.session.scalar(select(Event.id).where(Event.slug == slug))
    return owner is None or owner == but_of


def shelf_counts(organiser_ids: Collection[int], moment: datetime) -> dict[Shelf, int]:
    counts = [
        select(func.count()).select_from(Event).where(*_on(shelf, organiser_ids, moment)).scalar_subquery()
        for shelf in Shelf
    ]
    return dict(zip(Shelf, db.session.execute(select(*counts)).one(), strict=True))


def events_on_shelf(shelf: Shelf, organiser_ids: Collection[int], moment: datetime, page: int) -> Pagination:
    """Coming ones soonest first, past and cancelled ones latest first, drafts by what was touched last."""
    order = {Shelf.COMING: Event.starts_at.asc(), Shelf.DRAFTS: Event.changed_at.desc()}
    chosen: Select[Any] = (
        select(Event)
        .where(*_on(shelf, organiser_ids, moment))
        .order_by(order.get(shelf, Event.starts_at.desc()), Event.id)
        .options(selectinload(Event.admissions), joinedload(Event.organiser), selectinload(Event.themes))
    )
    return db.paginate(chosen, page=page, per_page=PER_PAGE, error_out=False)


def taken(event: Event) -> Taken:
    limits = [admission.places for admission in event.admissions]
    known = [limit for limit in limits if limit is not None]
    places = sum(known) if known and len(known) == len(limits) else None
    return Taken(sum(admission.places_taken for admission in event.admissions), places)


def _on(shelf: Shelf, organiser_ids: Collection[int], moment: datetime) -> list[ColumnElement[bool]]:
    conditions: dict[Shelf, list[ColumnElement[bool]]] = {
        Shelf.COMING: [Event.state == EventState.PUBLISHED, Event.ends_at > moment],
        Shelf.DRAFTS: [Event.state == EventState.DRAFT],
        Shelf.PAST: [Event.state == EventState.PUBLISHED, Event.ends_at <= moment],
        Shelf.CANCELLED: [Event.state == EventState.CANCELLED],
    }
    return [Event.organiser_id.in_(organiser_ids), *conditions[shelf]]
