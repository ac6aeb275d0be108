"""The worker's part of planning: long jobs that hold no transaction while they think."""

import threading
from types import TracebackType
from typing import Any

import structlog
from flask import current_app

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.jobs import every, job
from elmo_events.matchmaking.actions import plan as actions
from elmo_events.matchmaking.actions import rounds as actions_of_rounds
from elmo_events.matchmaking.models import Matchmaking, Plan
from elmo_events.matchmaking.queries.plan_results import figures_of, numbers_of, points_of, result_of
from elmo_events.matchmaking.queries.plans import forgotten_plans
from elmo_events.matchmaking.queries.problem import asked
from elmo_events.matchmaking.queries.rounds import halls
from elmo_events.matchmaking.queries.what_if import Alternative, problem_with
from elmo_events.matchmaking.rules import PlanKind
from elmo_events.timetable.planner.deadline import Deadline, Progress
from elmo_events.timetable.planner.rounds import rounds
from elmo_events.timetable.queries import blocks

TELL_EVERY = 1.0  # seconds
SECONDS_FOR_AN_ALTERNATIVE = 2.0
log = structlog.get_logger()


@job(actions.JOB, long=True)
def plan(number: int) -> None:
    with transaction():
        is_ours = actions.begin(number)
    if not is_ours:
        return
    kind = PlanKind(db.session.get_one(Plan, number).kind)
    try:
        _WAYS[kind](number)
    except Exception:
        log.exception("plan failed", plan=number)
        with transaction():
            actions.fail(number)


@every(minutes=1)
def start_forgotten_plans() -> None:
    forgotten = forgotten_plans(now())
    db.session.rollback()
    for number in forgotten:
        with transaction():
            actions.start_again(number)


def _plan(number: int) -> None:
    from elmo_events.timetable.planner.solve import solve  # loads the solver, which only this process needs

    row = db.session.get_one(Plan, number)
    seed, seconds = row.seed, row.seconds
    question = asked(db.session.get_one(Matchmaking, row.event_id), now())
    problem, numbers = question.problem, numbers_of(question)
    db.session.rollback()  # no transaction stays open while we think
    with Watch(number) as watch:
        outcome = solve(problem, Deadline(seconds, watch.stopped), seed, watch.listen)
    result = result_of(problem, numbers, outcome)
    with transaction():
        actions.keep_plan(number, result)


def _compare(number: int) -> None:
    from elmo_events.timetable.planner.solve import sketch  # loads the solver

    row = db.session.get_one(Plan, number)
    seed, alternatives = row.seed, [Alternative.read(written) for written in row.options["alternatives"]]
    matchmaking = db.session.get_one(Matchmaking, row.event_id)
    question, day = asked(matchmaking, now()), blocks(matchmaking.event)
    problems = [problem_with(question, day, each) for each in (Alternative(), *alternatives)]
    db.session.rollback()
    rows: list[dict[str, Any]] = []
    with Watch(number) as watch:
        for problem in problems:
            outcome = sketch(problem, Deadline(SECONDS_FOR_AN_ALTERNATIVE, watch.stopped), seed)
            rows.append(figures_of(problem, outcome))
    with transaction():
        actions.end(db.session.get_one(Plan, number), {"rows": rows})


def _rounds(number: int) -> None:
    row = db.session.get_one(Plan, number)
    seed, seconds, count = row.seed, row.seconds, len(row.options["slots"])
    question = asked(db.session.get_one(Matchmaking, row.event_id), now())
    slots = [slot for slot in question.slots if slot.id in row.options["slots"]]
    rooms, people = halls(question, slots), [person.id for person in question.people]
    db.session.rollback()
    seated: list[list[tuple[int, int, int | None]]] = [[] for _ in range(count)]
    new = 0
    with Watch(number) as watch:
        for room in rooms:
            plan = rounds(room.crowd, count, seed, Deadline(seconds, watch.stopped))
            held = {frozenset(pair) for one in plan for pair in one}
            new += len(held - set(room.crowd.met))
            for at, pairs in enumerate(room.seated(plan)):
                seated[at] += [(people[first], people[second], table) for first, second, table in pairs]
    figures = {"rounds": count, "people": len(people), "pairs": sum(map(len, seated)), "new": new}
    with transaction():
        actions_of_rounds.keep_rounds(number, seated, figures)


_WAYS = {PlanKind.PLAN: _plan, PlanKind.WHAT_IF: _compare, PlanKind.ROUNDS: _rounds}


class Watch:
    """Tells once a second how a run gets on, and hears whether it should stop, on a thread and connection of its own."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._app = current_app._get_current_object()  # type: ignore[attr-defined]
        self._news: list[Progress] = []
        self._over = threading.Event()
        self._stopped = False
        self._thread = threading.Thread(target=self._work, name=f"plan {number}", daemon=True)

    def listen(self, news: Progress) -> None:
        self._news.append(news)

    def stopped(self) -> bool:
        return self._stopped

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()

    def _work(self) -> None:
        with self._app.app_context():
            is_over = False
            while not is_over:
                is_over = self._over.wait(TELL_EVERY)
                try:
                    self._tell()
                except Exception as error:  # the next second may be better
                    log.warning("progress not kept", plan=self._number, error=type(error).__name__)

    def _tell(self) -> None:
        points = points_of(self._news.copy())
        with transaction():
            self._stopped = actions.note_progress(self._number, points) or self._stopped
