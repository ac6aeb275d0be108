"""How fast and how small are the attendee list and its exports? Run: python -m tests.benchmarks.attendees [rows …]

Each figure is set against a yardstick of the same run: the same rows written by Python's csv module alone.
"""

import csv
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from flask import Flask

from elmo_events import create_app
from elmo_events.attendees import exports
from elmo_events.attendees.queries import attendee_list as queries
from elmo_events.attendees.rules import FileKind, ListView, Selection, Sort
from elmo_events.events.models import Admission, Event, Extra
from elmo_events.events.rules import Mode
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import Base, db, transaction
from elmo_events.registration.models import Registration, registration_extra
from elmo_events.registration.rules import Person, RegistrationState, keys_of
from tests import makers

NAMES = ("Mäki-Petäjä", "Öberg", "Åkesson", "Virtanen", "Näkkäläjärvi", "Korhonen", "Šťastná", "Lindström")
STATES = (RegistrationState.CONFIRMED, RegistrationState.WAITING, RegistrationState.CANCELLED)
MEGABYTE = 1024


def main(sizes: list[int]) -> None:
    for number in sizes:
        with _app() as app, app.test_request_context("/fi/"):
            event = _event_with(number)
            print(f"{number:,} registrations on {db.engine.dialect.name}")
            _list(event)
            _files(event, number)


@contextmanager
def _app() -> Iterator[Flask]:
    with tempfile.TemporaryDirectory() as folder:
        address = os.environ.get("ELMO_DATABASE_URL", "")
        app = create_app(ELMO_MODE="demo", ELMO_INSTANCE=folder, ELMO_DATABASE_URL=address, ELMO_LOG_LEVEL="ERROR")
        with app.app_context():
            Base.metadata.create_all(db.engine)
            yield app
            db.session.remove()
            Base.metadata.drop_all(db.engine)
            db.engine.dispose()


def _list(event: Event) -> None:
    views = {
        "first page": ListView(),
        "last page": ListView(page=10**6),
        "newest first": ListView(sort=Sort.CREATED, descending=True),
        "by organisation": ListView(sort=Sort.ORGANISATION),
        "by state, last page": ListView(sort=Sort.STATE, page=10**6),
        "waiting": ListView(selection=Selection(states=(RegistrationState.WAITING,)), sort=Sort.QUEUE),
        "one way to attend": ListView(selection=Selection(admission_ids=(event.admissions[1].id,))),
        "one extra": ListView(selection=Selection(extra_ids=(event.extras[0].id,))),
        "search, many found": ListView(selection=Selection(text="virtanen")),
        "search, one found": ListView(selection=Selection(text="person77@")),
    }
    for name, view in views.items():
        tries = [_spent(lambda view=view: queries.page_of(event, view, queries.totals(event))) for _ in range(3)]
        spent = min(tries, key=lambda spent: spent.clock)
        print(f"  list, {name:20} {spent.clock * 1000:7.1f} ms, processor {spent.processor * 1000:7.1f} ms")


def _files(event: Event, number: int) -> None:
    view = ListView()
    raw = _spent(lambda: _write_raw(number))
    print(f"  csv module alone {raw.clock:15.2f} s, processor {raw.processor:6.2f} s")
    for kind in FileKind:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        spent = _spent(lambda kind=kind: exports.write(event, view, kind, "fi")[0].close())
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / MEGABYTE
        ratio = spent.processor / raw.processor
        print(
            f"  {kind.upper():16} {spent.clock:15.2f} s, processor {spent.processor:6.2f} s"
            f" = {ratio:.1f} × csv alone, peak memory +{grown:.0f} MB"
        )


@dataclass(frozen=True)
class Spent:
    """Seconds by the clock, and of the processor: on a busy machine only the second says something."""

    clock: float
    processor: float


def _spent(work: Callable[[], Any]) -> Spent:
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return Spent(time.perf_counter() - clock, time.process_time() - processor)


def _write_raw(number: int) -> None:
    """As many cells of the same kind of text as the default view has."""
    row = ["Virtanen", "Aino", "Esimerkki Kehitys 7 Oy", "Paikan päällä", "Tehdasvierailu", "Vahvistettu"]
    with tempfile.TemporaryFile("w+", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([*row, f"person{each}@example.org", "2026-11-24 09:00"] for each in range(number))


def _event_with(number: int) -> Event:
    makers.taxonomy()
    ways = [
        Admission(name={"fi": "Paikan päällä"}, mode=Mode.ON_SITE, places=None, position=0),
        Admission(name={"fi": "Etänä"}, mode=Mode.ONLINE, places=None, position=1),
    ]
    visit = Extra(name={"fi": "Tehdasvierailu"}, places=None)
    event = makers.event(makers.organiser(), admissions=ways, extras=[visit])
    chance = random.Random(1)
    rows = [_row(each, event, chance) for each in range(1, number + 1)]
    with transaction():
        db.session.execute(Registration.__table__.insert(), rows)  # type: ignore[attr-defined]
        chosen = [{"registration_id": row["id"], "extra_id": event.extras[0].id} for row in rows[::2]]
        db.session.execute(registration_extra.insert(), chosen)
    del rows
    return event


def _row(number: int, event: Event, chance: random.Random) -> dict[str, Any]:
    person = Person("Aino", f"{chance.choice(NAMES)}{number % 997}", f"person{number}@example.org")
    organisation = f"Esimerkki Kehitys {number % 500} Oy"
    state = chance.choices(STATES, (0.9, 0.02, 0.08))[0]
    moment = now() - timedelta(seconds=chance.randrange(10**6))
    keys = keys_of(person, organisation)
    return {
        "id": number, "event_id": event.id, "admission_id": chance.choice(event.admissions).id, "state": state,
        "person_key": person.key, "first_name": person.first_name, "last_name": person.last_name,
        "email": person.email, "organisation": organisation, "organisation_type_id": 1, "region_code": "19",
        "job_title": "asiantuntija", "phone": "+358 40 123 4567", "language": "fi", "message": "",
        "may_be_listed": True, "created_at": moment, "changed_at": moment, "confirmed_at": moment,
        "queue_number": number if state == RegistrationState.WAITING else None, "sort_key": keys.sort_key,
        "organisation_sort_key": keys.organisation_sort_key, "search_text": keys.search_text,
    }  # fmt: skip


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    main([int(size) for size in sys.argv[1:]] or [10_000, 100_000])
