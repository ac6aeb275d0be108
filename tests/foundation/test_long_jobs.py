"""Jobs that take minutes run in a process of their own: e-mails go out meanwhile, and the worker's end ends them."""

import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from elmo_events import create_app
from elmo_events.foundation.database import db, transaction
from elmo_events.mail.models import Message
from elmo_events.mail.rules import MessageState
from elmo_events.matchmaking.actions import plan as plans
from elmo_events.matchmaking.models import Meeting, Plan
from elmo_events.matchmaking.rules import PlanState
from elmo_events.registration import emails
from elmo_events.registration.models import Registration
from tests import makers, meeting_makers
from tests.conftest import settings_in
from tests.foundation.test_supervisor import wait_for
from tests.servers import processes, web

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
PEOPLE, MEETINGS, SLOTS, TABLES = 30, 92, 12, 9  # what takes the planner minutes to prove


@pytest.fixture
def product(sqlite_template: Path, tmp_path: Path) -> Iterator[web.Product]:
    """The product's processes, and in this one the application on their database."""
    instance = tmp_path / "instance"
    instance.mkdir()
    (instance / "elmo.db").write_bytes((sqlite_template / "elmo.db").read_bytes())
    settings: dict[str, Any] = web.settings_for(settings_in(instance))
    app = create_app(**settings)
    with app.app_context(), web.running(settings) as running:
        yield running
        db.session.remove()
        db.engine.dispose()


def a_plan_under_way() -> Plan:
    random = Random(1)
    council = makers.organiser()
    event = makers.event(council, places=PEOPLE)
    matchmaking = meeting_makers.matchmaking(event, slots=SLOTS, tables=TABLES)
    crowd = [meeting_makers.participation(event, f"Person{number}") for number in range(PEOPLE)]
    pairs = {frozenset(random.sample(range(PEOPLE), 2)) for _ in range(2 * MEETINGS)}
    for pair in sorted(map(sorted, pairs))[:MEETINGS]:
        meeting_makers.meeting(crowd[pair[0]], crowd[pair[1]], published=False)
    editor = makers.member(council)
    with transaction():
        plan = plans.order_plan(matchmaking, 120, editor)
    wait_for(lambda: makers.afresh(plan).state == PlanState.RUNNING, seconds=60)
    return plan


@LINUX
def test_e_mails_go_out_while_a_plan_is_made(product: web.Product) -> None:
    plan = a_plan_under_way()
    registration = db.session.query(Registration).first()
    assert registration
    with transaction():
        emails.link_again(registration)
    message = db.session.query(Message).one()
    wait_for(lambda: makers.afresh(message).state == MessageState.SENT)
    assert makers.afresh(plan).state == PlanState.RUNNING
    wait_for(lambda: bool(makers.afresh(plan).progress), seconds=60)
    with transaction():
        plans.stop(plan)
    wait_for(lambda: makers.afresh(plan).state == PlanState.STOPPED, seconds=60)
    held = db.session.query(Meeting).filter(Meeting.slot_id.is_not(None)).count()
    assert held == plan.result["held"] > 0


@LINUX
def test_a_plan_ends_with_the_product(product: web.Product) -> None:
    a_plan_under_way()
    family = processes.children_of(product.process.pid)
    assert any("run-job" in processes.command_of(number) for number in family)
    product.stop()
    wait_for(lambda: not any(map(processes.is_alive, family)))
