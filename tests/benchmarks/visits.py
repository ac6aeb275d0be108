"""Pages and sign-ups, each in CPU of the product's processes, against the one-line view."""

import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import event as events

from elmo_events import create_app
from elmo_events.foundation.database import Base, db
from tests import makers
from tests.benchmarks.report import Report
from tests.benchmarks.yardsticks import commits_per_second, cpu_of, fetch
from tests.conftest import settings_in
from tests.journeys import test_two_hundred_people as crowd
from tests.servers import smtp, web
from tests.servers.visitor import Visitor, form_in

SLUG = "kiertotalous"
EVENT, FORM = f"/en/events/{SLUG}", f"/en/events/{SLUG}/registration"
PAGES, SIGN_UPS, AT_ONCE = 400, 100, 16
ROUNDS, SECONDS = 4, 2.0


@contextmanager
def instance(places: int | None = None, **more: Any) -> Iterator[dict[str, Any]]:
    """A fresh instance on this disk, as safe as in production, with one event; without a limit unless `places` says so."""
    with tempfile.TemporaryDirectory(prefix="elmo-bench-", dir=Path.cwd()) as folder:
        settings = web.settings_for(settings_in(Path(folder) / "instance"), ELMO_SQLITE_SYNCHRONOUS="FULL", **more)
        app = create_app(**settings)
        with app.app_context():
            Base.metadata.create_all(db.engine)
            makers.taxonomy()
            makers.event(makers.organiser(), slug=SLUG, places=places)
            db.session.remove()
            db.engine.dispose()
        yield settings


def event_page(report: Report, hello: float) -> None:
    report.title("The event page")
    with instance() as settings, web.serving(settings) as product:
        port = settings["PORT"]
        assert Visitor(product.address).get(EVENT).status == 200
        for _ in range(20):
            fetch(port, EVENT)
        spent = cpu_of(product.process.pid, lambda: [fetch(port, EVENT) for _ in range(PAGES)]) / PAGES
        report.at_most("CPU of one request", spent / hello, 12, "hello", f"({spent * 1000:.2f} ms)")
        report.at_most("SQL statements", statements(settings), 4, "")


def statements(settings: dict[str, Any]) -> int:
    app = create_app(**settings)
    seen: list[str] = []
    with app.app_context():
        engine = db.engine

        def note(connection: Any, cursor: Any, statement: str, *rest: Any) -> None:
            seen.append(statement)

        app.test_client().get(EVENT)
        events.listen(engine, "before_cursor_execute", note)
        app.test_client().get(EVENT)
        engine.dispose()
    return len([statement for statement in seen if not statement.startswith("BEGIN")])


def person(number: int) -> dict[str, str]:
    return {"first_name": "Etunimi", "last_name": f"Sukunimi{number}", "email": f"person{number}@example.org",
            "organisation": "Malli Oy"}  # fmt: skip


def whole_sign_up(report: Report, hello: float) -> None:
    """With a limit both pages are rendered for each, since the places left on them have changed; without one they are kept."""
    report.title("A whole sign-up: event page, form, sending it, the page after it, and the e-mail")
    for places, words in ((None, "no limit on places"), (1000, "places are counted")):
        spent = cpu_of_sign_up(report, places)
        report.at_most(f"CPU of web server and worker, {words}", spent / hello, 60, "hello", f"({spent * 1000:.1f} ms)")


def cpu_of_sign_up(report: Report, places: int | None) -> float:
    with (
        smtp.running() as mailroom,
        instance(places, **smtp.settings(mailroom)) as settings,
        web.running(settings) as product,
    ):

        def sign_up(number: int) -> None:
            visitor = Visitor(product.address)
            visitor.get(EVENT)
            answer = visitor.fill_in(FORM, person(number))
            assert answer.title.startswith("You are in"), answer.title

        def sign_up_many(numbers: range) -> None:
            for number in numbers:
                sign_up(number)
            end = time.monotonic() + 60
            while len(mailroom.received) < numbers.stop and time.monotonic() < end:
                time.sleep(0.05)

        sign_up_many(range(10))
        spent = cpu_of(product.process.pid, lambda: sign_up_many(range(10, 10 + SIGN_UPS))) / SIGN_UPS
        report.note("confirmations that arrived", f"{len(mailroom.received)} of {10 + SIGN_UPS}")
    return spent


def sign_ups_per_second(report: Report, hello: float) -> None:
    """The limit is the disk or the CPU, whichever is reached first; both are measured in turns with the sign-ups."""
    report.title(f"Sign-ups sent per second, {AT_ONCE} at once, on SQLite with synchronous=FULL")
    raw, sent, spent = 0.0, 0, 0.0
    with instance(ELMO_WEB_WORKERS=2) as settings, web.serving(settings) as product:
        first = Visitor(product.address)
        form = form_in(first.get(FORM).text)
        numbers = iter(range(10**6))

        def send(end: float) -> int:
            count = 0
            while time.perf_counter() < end:
                visitor = Visitor(product.address, follows=False, cookies=dict(first.cookies))
                assert visitor.post(FORM, form | person(next(numbers))).status == 302
                count += 1
            return count

        for _ in range(ROUNDS):
            raw += commits_per_second(Path(settings["ELMO_INSTANCE"]), SECONDS) / ROUNDS
            end = time.perf_counter() + SECONDS

            def load(end: float = end) -> None:
                nonlocal sent
                with ThreadPoolExecutor(AT_ONCE) as pool:
                    sent += sum(pool.map(send, [end] * AT_ONCE))

            spent += cpu_of(product.process.pid, load)
    rate, each = sent / (ROUNDS * SECONDS), spent / sent
    report.note("sign-ups per second", f"{rate:8.0f}")
    report.note("raw commits per second on this disk", f"{raw:8.0f}")
    if rate >= 0.8 * raw:
        report.at_least("share of what the disk can do", rate / raw, 0.8, "")
    else:
        report.at_most("CPU of one (the CPU is the limit)", each / hello, 12, "hello", f"({each * 1000:.2f} ms)")


def two_hundred_at_once(report: Report) -> None:
    report.title("200 people at once for 20 places")
    with tempfile.TemporaryDirectory(prefix="elmo-bench-", dir=Path.cwd()) as folder:
        settings = settings_in(Path(folder) / "instance") | {"ELMO_SQLITE_SYNCHRONOUS": "FULL"}
        with create_app(**settings).app_context():
            Base.metadata.create_all(db.engine)
            db.engine.dispose()
        came, rows = crowd.crowd_at(settings, "elmo_events:create_app", workers=2)
    report.note("in disorder", ", ".join(crowd.disorder(came, rows)) or "nothing")
    report.at_most("until the last one was answered", came.seconds, 3, "s")
