"""How fast and how small are the attendee list and its exports? Run: python -m tests.benchmarks.attendees [rows …]

Each figure is set against a yardstick of the same run: the same rows written by Python's csv module alone.
"""

import csv
import os
import random
import subprocess
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
from sqlalchemy import select

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
FILE = "--file"


def main(sizes: list[int]) -> None:
    for number in sizes:
        with tempfile.TemporaryDirectory() as folder, _app(folder) as app, app.test_request_context("/fi/"):
            Base.metadata.create_all(db.engine)
            event = _event_with(number)
            print(f"{number:,} registrations on {db.engine.dialect.name}")
            _list(event)
            db.session.rollback()
            _files(number, folder)
            db.session.remove()
            Base.metadata.drop_all(db.engine)


@contextmanager
def _app(folder: str) -> Iterator[Flask]:
    address = os.environ.get("ELMO_DATABASE_URL", "")
    app = create_app(ELMO_MODE="demo", ELMO_INSTANCE=folder, ELMO_DATABASE_URL=address, ELMO_LOG_LEVEL="ERROR")
    with app.app_context():
        yield app
        db.session.remove()
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


def _files(number: int, folder: str) -> None:
    """Each file in a process of its own: what making the rows took is not to hide what writing them takes."""
    raw = _spent(lambda: _write_raw(number))
    print(f"  csv module alone {raw.clock:15.2f} s, processor {raw.processor:6.2f} s")
    for kind in FileKind:
        command = [sys.executable, "-m", "tests.benchmarks.attendees", FILE, str(kind), folder]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        clock, processor, grown = (float(part) for part in done.stdout.split())
        print(
            f"  {kind.upper():16} {clock:15.2f} s, processor {processor:6.2f} s"
            f" = {processor / raw.processor:.1f} × csv alone, peak memory +{grown:.0f} MB"
        )


def _write_file(kind: str, folder: str) -> None:
    with _app(folder) as app, app.test_request_context("/fi/"):
        event = db.session.scalars(select(Event)).one()
        exports.write(event, ListView(selection=Selection(text="nobody")), FileKind(kind), "fi")[0].close()

        def write() -> None:
            exports.write(event, ListView(), FileKind(kind), "fi")[0].close()

        before = _memory("VmRSS", from_here=True)
        spent = _spent(write)
        print(spent.clock, spent.processor, (_memory("VmHWM") - before) / MEGABYTE)


@dataclass(frozen=True)
class Spent:
    """Seconds by the clock, and of the processor: on a busy machine only the second says something."""

    clock: float
    processor: float


def _spent(work: Callable[[], Any]) -> Spent:
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return Spent(time.perf_counter() - clock, time.process_time() - processor)


def _memory(name: str, from_here: bool = False) -> int:
    """Kilobytes that the process holds now (VmRSS) or held at most (VmHWM) since it was asked `from_here`; Linux only."""
    if from_here:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(line for line in lines if line.startswith(name)).split()[1])


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
    if sys.argv[1:2] == [FILE]:
        _write_file(*sys.argv[2:])
    else:
        main([int(size) for size in sys.argv[1:]] or [10_000, 100_000])
