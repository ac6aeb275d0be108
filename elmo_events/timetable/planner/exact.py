"""The best timetable and its proof: each goal in turn, each held to its best before the next."""

from collections.abc import Callable
from dataclasses import dataclass, field

from elmo_events.timetable.planner.alone import least_breaks_alone
from elmo_events.timetable.planner.core_guided import CoreGuided
from elmo_events.timetable.planner.deadline import Deadline
from elmo_events.timetable.planner.formula import Formula, OutOfTimeError
from elmo_events.timetable.planner.model import Model, Scope
from elmo_events.timetable.planner.problem import Goal
from elmo_events.timetable.planner.wishes import Wishes

Found = Callable[[dict[int, tuple[int, int]]], None]
BoundRose = Callable[[Goal, int], None]


@dataclass(slots=True)
class Proof:
    """`least[goal]`: a proven lower bound on the weight of broken wishes. `proven`: goals settled, in order.

    `feasible`: True when a timetable exists, False when none does, None when not known.
    """

    feasible: bool | None = None
    least: dict[Goal, int] = field(default_factory=dict)
    proven: list[Goal] = field(default_factory=list)
    finished: bool = False


class Exact:
    """Decides a scope. Hears of nothing but the problem; tells of each better answer as it is found."""

    def __init__(
        self,
        scope: Scope,
        deadline: Deadline,
        found: Found = lambda _: None,
        bound_rose: BoundRose = lambda _goal, _bound: None,
        formula: Formula | None = None,
    ) -> None:
        self.scope, self.deadline = scope, deadline
        self.found, self.bound_rose = found, bound_rose
        self.formula = formula or Formula()
        self.proof = Proof()

    def run(self, enough: dict[Goal, int] | None = None) -> Proof:
        """Work through the goals until proven or out of time.

        `enough`: per goal, a number of broken wishes already reached by an answer
        in hand; when the bound meets it the goal is settled without searching for another answer.
        """
        try:
            self._goals(self.formula, enough or {})
        except OutOfTimeError:
            pass
        finally:
            self.formula.close()
        return self.proof

    def _goals(self, formula: Formula, enough: dict[Goal, int]) -> None:
        model = Model(self.scope, formula)
        wishes = Wishes(model)
        in_hand = enough  # only of use while the answer in hand is best in all goals so far
        for goal in self.scope.grid.problem.goals:
            wanted = wishes.of(goal)
            hints = self._hints(wishes) if goal is Goal.BREAKS else []
            if not self._settle(goal, model, wanted, in_hand.get(goal), hints):
                return
            if wanted and self.proof.least[goal] != in_hand.get(goal):
                in_hand = {}
        self.proof.finished = True

    def _hints(self, wishes: Wishes) -> list[list[int]]:
        """Days that cannot be without a break, whatever others do."""
        if len(self.scope.free) < self.scope.grid.meeting_count:
            return []
        alone = least_breaks_alone(self.scope.grid)
        return [
            [-begun for begun in wishes.days[person].begun]
            for person, least in enumerate(alone)
            if least and person in wishes.days
        ]

    def _settle(
        self, goal: Goal, model: Model, wanted: dict[int, int], enough: int | None, hints: list[list[int]]
    ) -> bool:
        search = CoreGuided(
            model.formula,
            wanted,
            self.deadline,
            bound_rose=lambda bound: self._note(goal, bound),
            found=lambda values: self._tell(model, values),
        )
        self._note(goal, 0)
        if not search.run(enough, hints):
            self.proof.feasible = False
            return False
        self.proof.proven.append(goal)
        search.harden()
        return True

    def _note(self, goal: Goal, bound: int) -> None:
        self.proof.least[goal] = bound
        self.bound_rose(goal, bound)

    def _tell(self, model: Model, values: list[int]) -> None:
        self.proof.feasible = True
        self.found(model.slots_in(values))
