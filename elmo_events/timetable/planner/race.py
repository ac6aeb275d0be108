"""Two solvers work on the same question in step; the first to finish ends the race.

Clauses with Glucose against native counters with MiniCARD; what is known of their merits is in
docs/decisions/0006-the-solver-of-the-timetable-planner.md. Steps are counted in solver effort, not time, so that the
winner, and with it the answer, is the same on every run. Threads suffice: the solvers work outside Python's lock.
"""

from collections.abc import Callable
from threading import Condition, Thread

from elmo_events.timetable.planner.deadline import Deadline
from elmo_events.timetable.planner.exact import BoundRose, Exact, Found, Proof
from elmo_events.timetable.planner.formula import Formula, LearntNativeFormula, NativeFormula, OutOfTimeError
from elmo_events.timetable.planner.model import Scope
from elmo_events.timetable.planner.problem import Goal

LARGEST_FOR_CLAUSES = 400  # meetings; above it the clauses of the counters are too many
Decided = dict[int, tuple[int, int]]


class Step:
    """Lets runners go on only together; once one has ended, the others stop at their next step."""

    def __init__(self, runners: int) -> None:
        self.condition = Condition()
        self.running, self.waiting, self.round = runners, 0, 0
        self.ended: list[tuple[int, int]] = []  # (round, runner)
        self.over = False

    def take(self) -> None:
        """Wait for the others. Raises OutOfTimeError when the race is over."""
        with self.condition:
            self.waiting += 1
            here = self.round
            if self.waiting == self.running:
                self._advance()
            else:
                self.condition.wait_for(lambda: self.round != here)
            if self.over:
                raise OutOfTimeError

    def leave(self, runner: int, finished: bool) -> None:
        with self.condition:
            self.running -= 1
            if finished:
                self.ended.append((self.round, runner))
            if self.running and self.waiting == self.running:
                self._advance()

    def winner(self) -> int | None:
        return min(self.ended)[1] if self.ended else None

    def _advance(self) -> None:
        self.waiting = 0
        self.round += 1
        self.over = bool(self.ended)
        self.condition.notify_all()


class Race:
    """Runs `Exact` with both kinds of formula.

    `proof`: the winner's, or the best bounds of both. `winner_found`: the winner's last answer.
    """

    def __init__(self, scope: Scope, deadline: Deadline, found: Found, bound_rose: BoundRose) -> None:
        self.step = Step(2)
        self.found, self.bound_rose = found, bound_rose
        self.condition = self.step.condition
        self.last: list[Decided | None] = [None, None]
        is_large = len(scope.free) > LARGEST_FOR_CLAUSES
        learning = LearntNativeFormula if is_large else Formula
        formulas = (learning(pace=self.step.take), NativeFormula(pace=self.step.take))
        self.searches = [
            Exact(scope, deadline, self._found_by(number), self._bound_rose, formula)
            for number, formula in enumerate(formulas)
        ]
        self.failures: list[BaseException] = []

    def run(self, enough: dict[Goal, int]) -> Proof:
        threads = [Thread(target=self._run, args=(n, enough), daemon=True) for n in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if self.failures:
            raise self.failures[0]
        return self.proof

    @property
    def proof(self) -> Proof:
        winner = self.step.winner()
        return self._both() if winner is None else self.searches[winner].proof

    @property
    def winner_found(self) -> Decided | None:
        winner = self.step.winner()
        return None if winner is None else self.last[winner]

    def _run(self, number: int, enough: dict[Goal, int]) -> None:
        search = self.searches[number]
        try:
            search.run(enough)
        except BaseException as failure:  # carried over to the thread that asked
            self.failures.append(failure)
        finally:
            self.step.leave(number, search.proof.finished or search.proof.feasible is False)

    def _found_by(self, number: int) -> Callable[[Decided], None]:
        def found(decided: Decided) -> None:
            with self.condition:
                self.last[number] = decided
                self.found(decided)

        return found

    def _bound_rose(self, goal: Goal, bound: int) -> None:
        with self.condition:
            self.bound_rose(goal, bound)

    def _both(self) -> Proof:
        """The strongest of what either has proven so far."""
        first, second = (search.proof for search in self.searches)
        ahead, behind = (first, second) if len(first.proven) >= len(second.proven) else (second, first)
        least = {goal: max(bound, behind.least.get(goal, 0)) for goal, bound in ahead.least.items()}
        feasible = True if first.feasible or second.feasible else None
        return Proof(feasible, least, list(ahead.proven), False)
