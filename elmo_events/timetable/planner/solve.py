"""The whole pipeline: an answer at once, then better ones, then the proof, then locations and the check."""

from collections.abc import Callable
from random import Random

from elmo_events.timetable.planner.alone import least_breaks_alone
from elmo_events.timetable.planner.answers import Certificate, Outcome, Status, Timetable
from elmo_events.timetable.planner.board import UNPLACED, Board
from elmo_events.timetable.planner.certificate import certificate
from elmo_events.timetable.planner.deadline import Deadline, Progress, no_news
from elmo_events.timetable.planner.exact import Exact, Proof
from elmo_events.timetable.planner.explain import must_be_held, plain_reasons, searched_reasons
from elmo_events.timetable.planner.greedy import fill, unplaced
from elmo_events.timetable.planner.grid import Grid, compile_grid
from elmo_events.timetable.planner.incumbent import Incumbent
from elmo_events.timetable.planner.local_search import anneal
from elmo_events.timetable.planner.measures import figures
from elmo_events.timetable.planner.model import whole
from elmo_events.timetable.planner.neighbourhood import improve
from elmo_events.timetable.planner.problem import Goal, Problem
from elmo_events.timetable.planner.race import Race
from elmo_events.timetable.planner.sayings import Code, Saying
from elmo_events.timetable.planner.selection import Selection, select
from elmo_events.timetable.planner.tables import with_locations
from elmo_events.timetable.planner.validator import violations
from elmo_events.timetable.planner.waiting import waiting_reasons

MOVES_PER_MEETING = 400
MOVES_BEFORE_EXACT = 150  # per meeting, where the exact search does the rest
MOVES_IN_LONG_ANNEALING = 4500
SECONDS_TO_EXPLAIN = 10.0
LARGEST_FOR_PROOF = 26_000  # meetings × slots; a model of 80,000 takes 2 GB, and one of 30,000 had no use for its time
EASY_TO_PROVE = 400  # meetings; up to it the exact search needs no long start
LARGEST_FOR_EXACT_ALONE = 1300  # meetings; above it the neighbourhood search shares the time
SHARE_FOR_ANNEALING = 0.25
SHARE_FOR_LONG_ANNEALING = 0.75  # 1,000 people × 20 slots need slow cooling more than anything
SHARE_FOR_NEIGHBOURHOODS = 0.5
SHARE_FOR_RACE = 0.85  # what is left then goes to an answer that is not proven


class InvalidTimetableError(Exception):
    """The validator rejected what the planner made: a defect of the planner, never of the problem."""


def solve(
    problem: Problem,
    deadline: Deadline,
    seed: int = 0,
    listen: Callable[[Progress], None] = no_news,
) -> Outcome:
    """The best timetable that the time allows, with its certificate.

    The same seed gives the same answer whenever the work is finished before the deadline.
    Raises InvalidTimetableError when the independent validator finds fault with the result.
    """
    return _Run(problem, deadline, seed, listen).outcome()


def sketch(problem: Problem, deadline: Deadline, seed: int = 0) -> Outcome:
    """A good timetable in seconds, without a proof: what-if questions are answered so."""
    return _Run(problem, deadline, seed, no_news).sketched()


class _Run:
    def __init__(self, problem: Problem, deadline: Deadline, seed: int, listen: Callable[[Progress], None]) -> None:
        self.problem, self.deadline, self.listen = problem, deadline, listen
        self.random = Random(seed)
        self.grid: Grid = compile_grid(problem)
        self.best = Incumbent(self.grid)
        self.proof = Proof()
        self.race: Race | None = None
        self.alone = sum(least_breaks_alone(self.grid))
        self.step = "start"

    def outcome(self) -> Outcome:
        if reasons := plain_reasons(self.grid):
            return self._infeasible(reasons)
        selection = select(self.grid)
        board = self._greedy(selection)
        self._anneal(board)
        if len(self.problem.meetings) > LARGEST_FOR_EXACT_ALONE:
            self._neighbourhoods(self.deadline.left() * (SHARE_FOR_NEIGHBOURHOODS if self._is_provable() else 1.0))
        self._exact()
        if self.proof.feasible is False:
            return self._infeasible(searched_reasons(self.problem, Deadline(SECONDS_TO_EXPLAIN)))
        if not self.proof.finished:
            self._neighbourhoods(self.deadline.left())
        return self._finished(selection)

    def sketched(self) -> Outcome:
        if reasons := plain_reasons(self.grid):
            return self._infeasible(reasons)
        selection = select(self.grid)
        self._anneal(self._greedy(selection), share=1.0)
        return self._finished(selection)

    def _tell(self) -> None:
        news = Progress(
            self.deadline.elapsed(), self.step, self.best.breaks(), self._breaks_bound(), self.best.placed()
        )
        self.listen(news)

    def _offer(self, board: Board) -> None:
        if self.best.offer(board):
            self._tell()

    def _greedy(self, selection: Selection) -> Board:
        self.step = "greedy"
        board = Board(self.grid)
        sure = must_be_held(self.problem)
        fill(board, sure, self.random, self.deadline)
        placed_first = set(sure)
        rest = [meeting for meeting in selection.order if meeting not in placed_first]
        for equals in self._by_weight(rest):
            fill(board, equals, self.random, self.deadline)
        self._offer(board)
        return board

    def _by_weight(self, meetings: list[int]) -> list[list[int]]:
        """Heavier meetings first, since not all may find a place."""
        weights = sorted({self.problem.meetings[m].weight for m in meetings}, reverse=True)
        return [[m for m in meetings if self.problem.meetings[m].weight == weight] for weight in weights]

    def _anneal(self, board: Board, share: float | None = None) -> None:
        """Skipped when a meeting that must be held has no slot: then only the exact search can help. Where the exact search
        has little hope, cooling slowly is what the time is best spent on.
        """
        self.step = "local search"
        if not all(board.slot_of[meeting] >= 0 for meeting in must_be_held(self.problem)):
            return
        count = len(self.problem.meetings)
        is_long = count > LARGEST_FOR_EXACT_ALONE
        moves = MOVES_PER_MEETING if count > EASY_TO_PROVE else MOVES_BEFORE_EXACT
        part = share or (SHARE_FOR_LONG_ANNEALING if is_long else SHARE_FOR_ANNEALING)
        allowed = self.deadline.within(self.deadline.left() * part)
        anneal(board, self.random, count * (MOVES_IN_LONG_ANNEALING if is_long else moves), allowed, self._offer)
        fill(board, unplaced(board), self.random, self.deadline)
        self._offer(board)

    def _neighbourhoods(self, seconds: float) -> None:
        if self.best.board is not None and Goal.BREAKS in self.problem.goals:
            self.step = "neighbourhood search"
            improve(self.best.board.copy(), self.random, self.deadline.within(seconds), self._offer)

    def _is_provable(self) -> bool:
        return len(self.problem.meetings) * self.grid.slot_count <= LARGEST_FOR_PROOF

    def _sure(self) -> frozenset[int]:
        """All meetings that have a slot, when no timetable could hold more weight: then they are no longer wished for, but
        required. Not when an earlier goal might still be served better by holding fewer.
        """
        goals = self.problem.goals
        if self.best.board is None or Goal.WEIGHT not in goals:
            return frozenset()
        first = goals[: goals.index(Goal.WEIGHT) + 1]
        if any(self.best.broken(goal, self.best.board) for goal in first):
            return frozenset()
        slots = enumerate(self.best.board.slot_of)
        return frozenset(m for m, slot in slots if slot != UNPLACED and self.problem.meetings[m].weight)

    def _exact(self) -> None:
        self.step = "exact"
        if not self._is_provable():
            return
        if len(self.problem.meetings) > LARGEST_FOR_EXACT_ALONE:
            search = Exact(whole(self.grid, self._sure()), self.deadline, self._found, self._bound_rose)
            self.proof = search.proof
            search.run(self._enough())
        else:
            self._race()

    def _race(self) -> None:
        """Two solvers in step; when one has finished, the answer is the winner's, whatever the other met."""
        start = (self.best.board, self.best.key)
        allowed = self.deadline.within(self.deadline.left() * SHARE_FOR_RACE)
        race = Race(whole(self.grid, self._sure()), allowed, self._found, self._bound_rose)
        self.race = race
        self.proof = race.run(self._enough())
        if self.proof.finished:
            self.best.board, self.best.key = start
            if race.winner_found is not None:
                self.best.offer(self._board(race.winner_found))

    def _enough(self) -> dict[Goal, int]:
        """What the answer in hand misses of each goal, as long as the solver counts it as we do."""
        if self.best.board is None:
            return {}
        counted = (Goal.UNMOVED, Goal.WEIGHT, Goal.NOBODY_WITHOUT, Goal.BREAKS, Goal.IDLE_SLOTS)
        board = self.best.board
        return {goal: int(self.best.broken(goal, board)) for goal in self.problem.goals if goal in counted}

    def _found(self, held: dict[int, tuple[int, int]]) -> None:
        self._offer(self._board(held))

    def _board(self, held: dict[int, tuple[int, int]]) -> Board:
        board = Board(self.grid)
        for meeting, (option, slot) in held.items():
            board.option_of[meeting] = option
            board.place(meeting, slot)
        return board

    def _bound_rose(self, _goal: Goal, _bound: int) -> None:
        self._tell()

    def _infeasible(self, reasons: list[Saying]) -> Outcome:
        why = reasons or [Saying(Code.ALL_RULES_AT_ONCE)]
        nothing = Certificate(None, None, (Saying(Code.IMPOSSIBLE),))
        return Outcome(Status.INFEASIBLE, None, None, nothing, self.deadline.elapsed(), tuple(why))

    def _finished(self, selection: Selection) -> Outcome:
        if self.best.board is None:
            nothing = Certificate(None, None, (Saying(Code.NOTHING_FOUND),))
            return Outcome(Status.UNKNOWN, None, None, nothing, self.deadline.elapsed())
        timetable = self._checked(with_locations(self.problem, self.best.board.timetable()))
        status = Status.OPTIMAL if self.proof.finished else Status.FEASIBLE
        numbers = figures(self.problem, timetable)
        asked = sum(meeting.weight for meeting in self.problem.meetings)
        proven = certificate(status, numbers, self._breaks_bound(), self._weight_bound(selection), asked)
        waiting = waiting_reasons(self.best.board)
        return Outcome(status, timetable, numbers, proven, self.deadline.elapsed(), waiting)

    def _checked(self, timetable: Timetable) -> Timetable:
        if found := violations(self.problem, timetable):
            raise InvalidTimetableError("; ".join(violation.sentence for violation in found[:5]))
        return timetable

    def _breaks_bound(self) -> int | None:
        """A bound on breaks only counts when the goals before it are settled at what we have. Where all meetings are held,
        and no timetable that leaves one out is as good, what each person must have alone is one too.
        """
        proof = self.proof if self.race is None else self.race.proof
        bounds = [proof.least[Goal.BREAKS]] if Goal.BREAKS in proof.least else []
        held = self.best.board is not None and UNPLACED not in self.best.board.slot_of
        counts = Goal.WEIGHT in self.problem.goals
        if held and all(meeting.required or (counts and meeting.weight) for meeting in self.problem.meetings):
            bounds.append(self.alone)
        return max(bounds, default=None)

    def _weight_bound(self, selection: Selection) -> int | None:
        if Goal.WEIGHT not in self.problem.goals:
            return None
        asked = sum(meeting.weight for meeting in self.problem.meetings)
        keeps_published = Goal.UNMOVED in self.problem.goals and self.problem.published is not None
        missed = 0 if keeps_published else self.proof.least.get(Goal.WEIGHT, 0)  # moving more might miss less
        return min(selection.most_weight, asked - missed)
