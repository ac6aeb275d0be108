"""A growing set of clauses inside an incremental SAT solver, with the counters that a timetable needs."""

from collections.abc import Callable, Sequence
from typing import Any

from pysat.card import CardEnc, EncType, ITotalizer
from pysat.solvers import Solver

from elmo_events.timetable.planner.deadline import Deadline

CONFLICTS_PER_LOOK = 1000  # how long the solver works before it looks at the clock
PAIRWISE_UP_TO = 40


class OutOfTimeError(Exception):
    """The deadline passed before the solver knew."""


class Formula:
    """Literals are non-zero integers, negative when negated (DIMACS).

    `conflicts`: an effort in solver conflicts after which `solve` gives up, whatever the clock says.
    `pace`: called before each stretch of solving; may raise OutOfTimeError.
    """

    solver_name = "glucose421"

    def __init__(self, conflicts: int | None = None, pace: Callable[[], None] = lambda: None) -> None:
        self.conflicts, self.pace = conflicts, pace
        self.solver: Any = Solver(name=self.solver_name)
        self.top = 0
        self.consistent = True

    def close(self) -> None:
        self.solver.delete()

    def variable(self) -> int:
        self.top += 1
        return self.top

    def add(self, *literals: int) -> None:
        if not literals:
            self.consistent = False
        else:
            self.solver.add_clause(literals)

    def any_of(self, literals: Sequence[int]) -> int | None:
        """A literal that is true exactly when one of these is; None for none at all."""
        if len(literals) <= 1:
            return literals[0] if literals else None
        either = self.variable()
        self.add(-either, *literals)
        for literal in literals:
            self.add(either, -literal)
        return either

    def all_of(self, literals: Sequence[int]) -> int:
        """A literal that is true exactly when all of these are."""
        both = self.variable()
        self.add(both, *(-literal for literal in literals))
        for literal in literals:
            self.add(-both, literal)
        return both

    def at_most_one(self, literals: Sequence[int]) -> None:
        if len(literals) > PAIRWISE_UP_TO:
            self._add_card(CardEnc.atmost(list(literals), 1, self.top, encoding=EncType.ladder))
            return
        for at, literal in enumerate(literals):
            for other in literals[:at]:
                self.add(-literal, -other)

    def at_most(self, literals: Sequence[int], most: int) -> None:
        if most <= 0:
            for literal in literals:
                self.add(-literal)
        elif most == 1:
            self.at_most_one(literals)
        elif most < len(literals):
            self._add_card(CardEnc.atmost(list(literals), most, self.top, encoding=EncType.seqcounter))

    def at_least(self, literals: Sequence[int], least: int) -> None:
        if least > len(literals):
            self.consistent = False
        elif least == len(literals):
            for literal in literals:
                self.add(literal)
        elif least == 1:
            self.add(*literals)
        elif least > 1:
            self._add_card(CardEnc.atleast(list(literals), least, self.top, encoding=EncType.seqcounter))

    def counter(self, literals: Sequence[int], up_to: int) -> "Counter":
        return Counter(self, literals, up_to)

    def ordered(self, literals: Sequence[int]) -> list[int]:
        """Literals saying "at least 1, 2, … of these are true", both ways (a sequential counter)."""
        row: list[int] = []
        for literal in literals:
            row = self._one_more(row, literal)
        return row

    def _one_more(self, row: list[int], literal: int) -> list[int]:
        longer = []
        for count in range(len(row) + 1):
            fewer = row[count - 1] if count else None
            reached = literal if fewer is None else self.all_of([fewer, literal])
            either = self.any_of([reached] if count == len(row) else [row[count], reached])
            longer.append(either or reached)
        return longer

    def _add_card(self, encoded: Any) -> None:
        self.solver.append_formula(encoded.clauses)
        self.top = max(self.top, encoded.nv)

    def solve(self, assumptions: Sequence[int], deadline: Deadline) -> bool:
        """Whether all clauses can be true with these assumptions. Raises OutOfTimeError."""
        if not self.consistent:
            return False
        while not deadline.over() and not self._tired():
            self.pace()
            answer = self.solve_briefly(assumptions, CONFLICTS_PER_LOOK)
            if answer is not None:
                return answer
        raise OutOfTimeError

    def solve_briefly(self, assumptions: Sequence[int], conflicts: int) -> bool | None:
        """As `solve`, but None when it is not known after so many conflicts."""
        self.solver.conf_budget(conflicts)
        answer: bool | None = self.solver.solve_limited(assumptions=list(assumptions), expect_interrupt=True)
        return answer

    def _tired(self) -> bool:
        return self.conflicts is not None and self.solver.accum_stats()["conflicts"] >= self.conflicts

    def core(self) -> list[int]:
        """Assumptions that cannot be true together, after `solve` said False."""
        return list(self.solver.get_core() or []) if self.consistent else []

    def model(self) -> list[int]:
        """The values found, `model[variable - 1]` negative when false, after `solve` said True.

        The solver has not heard of variables that no clause speaks of: they are as good false as true.
        """
        known = list(self.solver.get_model())
        return known + [-variable for variable in range(len(known) + 1, self.top + 1)]


class NativeFormula(Formula):
    """The same with counters inside the solver, not in clauses (MiniCARD, Liffiton and Maglalang 2012)."""

    solver_name = "minicard"

    def at_most(self, literals: Sequence[int], most: int) -> None:
        if most <= 1 or most >= len(literals):
            super().at_most(literals, most)
        else:
            self.solver.add_atmost(list(literals), most)

    def at_least(self, literals: Sequence[int], least: int) -> None:
        if least <= 1 or least >= len(literals):
            super().at_least(literals, least)
        else:
            self.solver.add_atmost([-literal for literal in literals], len(literals) - least)


class LearntNativeFormula(NativeFormula):
    """Native counters with Glucose's way of learning (Gluecard): the better one of the three above 400 meetings or so."""

    solver_name = "gluecard3"


class Counter:
    """Counts true literals up to a bound that can be raised (incremental totalizer, Martins et al. 2014)."""

    def __init__(self, formula: Formula, literals: Sequence[int], up_to: int) -> None:
        self.formula = formula
        self.size = len(literals)
        self.totalizer: Any = ITotalizer(lits=list(literals), ubound=up_to, top_id=formula.top)
        formula.solver.append_formula(self.totalizer.cnf.clauses)
        formula.top = self.totalizer.top_id

    def at_most(self, most: int) -> int | None:
        """A literal that, when true, allows at most so many; None when that says nothing."""
        if most >= self.size:
            return None
        if most > self.totalizer.ubound:
            self.totalizer.increase(ubound=most, top_id=self.formula.top)
            self.formula.top = self.totalizer.top_id
            if new := self.totalizer.nof_new:
                self.formula.solver.append_formula(self.totalizer.cnf.clauses[-new:])
        literal: int = -self.totalizer.rhs[most]
        return literal
