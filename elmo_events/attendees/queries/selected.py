"""A selection and an order as SQL."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, case, select

from elmo_events.attendees.rules import Selection, Sort, Special
from elmo_events.events.models import Event
from elmo_events.foundation import dates
from elmo_events.mail.models import Message
from elmo_events.mail.rules import MessageState
from elmo_events.registration.models import Registration, registration_extra, registration_part
from elmo_events.registration.rules import RegistrationState, folded

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2200, 1, 1)


def conditions(event: Event, selection: Selection) -> ColumnElement[bool]:
    return and_(Registration.event_id == event.id, *_wanted(event, selection))


def order(sort: Sort, descending: bool) -> list[ColumnElement[Any]]:
    """Whatever it is sorted by, the same rows come in the same order: the id decides at last."""
    columns: dict[Sort, list[Any]] = {
        Sort.NAME: [Registration.sort_key],
        Sort.ORGANISATION: [Registration.organisation_sort_key, Registration.sort_key],
        Sort.STATE: [Registration.state, Registration.sort_key],
        Sort.QUEUE: [_missing_last(descending), Registration.queue_number],
        Sort.CREATED: [Registration.created_at],
    }
    return [column.desc() if descending else column.asc() for column in [*columns[sort], Registration.id]]


def has_failed_mail() -> ColumnElement[bool]:
    failed = select(Message.about_id).where(Message.about_kind == "registration", Message.state == MessageState.FAILED)
    return Registration.id.in_(failed)


def _wanted(event: Event, selection: Selection) -> Iterator[ColumnElement[bool]]:
    for word in folded(selection.text).split():
        yield Registration.search_text.contains(word, autoescape=True)
    groups: tuple[tuple[Any, tuple[Any, ...]], ...] = (
        (Registration.state, selection.states),
        (Registration.admission_id, selection.admission_ids),
        (Registration.organisation_type_id, selection.organisation_type_ids),
        (Registration.region_code, selection.region_codes),
        (Registration.language, selection.languages),
    )
    for column, values in groups:
        if values:
            yield column.in_(values)
    yield from _chosen(selection)
    yield from _signed_up(event, selection)
    yield from (_special(special) for special in selection.specials)


def _chosen(selection: Selection) -> Iterator[ColumnElement[bool]]:
    for table, column, ids in (
        (registration_extra, registration_extra.c.extra_id, selection.extra_ids),
        (registration_part, registration_part.c.part_id, selection.part_ids),
    ):
        if ids:
            yield Registration.id.in_(select(table.c.registration_id).where(column.in_(ids)))


def _signed_up(event: Event, selection: Selection) -> Iterator[ColumnElement[bool]]:
    if selection.since:
        yield Registration.created_at >= _midnight(selection.since, event)
    if selection.until:
        yield Registration.created_at < _midnight(min(selection.until, LAST_DAY) + timedelta(days=1), event)


def _special(special: Special) -> ColumnElement[bool]:
    if special == Special.MAIL_FAILED:
        return has_failed_mail()
    return Registration.added_by_account_id.is_not(None)


def _midnight(day: date, event: Event) -> datetime:
    """At the ends of the calendar, where no zone can be reckoned with, any day before or after all events does."""
    return datetime.combine(min(max(day, FIRST_DAY), LAST_DAY), time.min, tzinfo=dates.zone(event.time_zone))


def _missing_last(descending: bool) -> ColumnElement[int]:
    """Whoever is not in the queue comes after it, whichever way it is sorted."""
    waits = and_(Registration.state == RegistrationState.WAITING, Registration.queue_number.is_not(None))
    return case((waits, 1 if descending else 0), else_=0 if descending else 1)
