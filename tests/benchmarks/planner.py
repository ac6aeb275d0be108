"""Measures the planner: `python -m tests.benchmarks.planner [--published FOLDER] [--synthetic] [--seeds N]`.

Prints one line per run: wall and processor seconds, breaks, bound. Published instances are read from a folder
with a `best_known.csv` beside them and never copied. Synthetic events come from `event` below.
"""

import argparse
import csv
import resource
from dataclasses import replace
from pathlib import Path
from random import Random
from time import monotonic, process_time

from elmo_events.timetable.commands import read_problem
from elmo_events.timetable.planner.answers import Outcome, Timetable
from elmo_events.timetable.planner.deadline import Deadline
from elmo_events.timetable.planner.problem import Goal, Location, Meeting, Person, Problem, Slot
from elmo_events.timetable.planner.repair import repair
from elmo_events.timetable.planner.solve import solve

ROWS = (  # people, slots, mean meetings, share of slots unavailable, seconds
    (200, 20, 8, 0.1, 60.0),
    (1000, 12, 5, 0.0, 240.0),
    (1000, 20, 8, 0.1, 300.0),
    (5000, 20, 8, 0.0, 30.0),
)
COMMON_SLOTS = 3
SPARE_TABLES = 1.1


def event(people: int, slots: int, mean: int, unavailable: float, seed: int) -> Problem:
    """A random event: log-normal popularity (σ 0.6), at most 90 % of a person's slots asked for, 10 % spare
    tables, every pair with three common slots at least."""
    random = Random(seed)
    popularity = [random.lognormvariate(0, 0.6) for _ in range(people)]
    away = [frozenset(s for s in range(slots) if random.random() < unavailable) for _ in range(people)]
    room = [int(0.9 * (slots - len(lost))) for lost in away]
    pairs: set[tuple[int, int]] = set()
    for _ in range(people * mean * 100):
        if len(pairs) >= people * mean // 2:
            break
        first, second = sorted(random.choices(range(people), popularity, k=2))
        common = slots - len(away[first] | away[second])
        new = first != second and (first, second) not in pairs and common >= COMMON_SLOTS
        if new and room[first] and room[second]:
            pairs.add((first, second))
            room[first] -= 1
            room[second] -= 1
    tables = -int(-len(pairs) * SPARE_TABLES // slots)
    return Problem(
        people=tuple(Person(f"P{number}", lost) for number, lost in enumerate(away)),
        meetings=tuple(map(Meeting, sorted(pairs))),
        slots=tuple(Slot("day") for _ in range(slots)),
        locations=tuple(Location(f"T{number}") for number in range(tables)),
        goals=(Goal.WEIGHT, Goal.BREAKS),
    )


def measure(name: str, problem: Problem, seconds: float) -> Outcome:
    wall, processor = monotonic(), process_time()
    outcome = solve(problem, Deadline(seconds))
    figures, bound = outcome.figures, outcome.certificate.breaks_bound
    held = 0 if outcome.timetable is None else sum(slot is not None for slot in outcome.timetable.slots)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{name:32} {outcome.status:10} held {held}/{len(problem.meetings)} "
        f"breaks {figures.breaks if figures else '-'} bound {bound if bound is not None else '-'} "
        f"wall {monotonic() - wall:.1f} s cpu {process_time() - processor:.1f} s {memory} MB",
        flush=True,
    )
    return outcome


def published(folder: Path, seconds: float) -> None:
    """Every instance of a folder, compared with best_known.csv."""
    with (folder / "best_known.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            outcome = measure(row["instance"], read_problem(folder / f"{row['instance']}.dzn"), seconds)
            breaks = str(outcome.figures.breaks) if outcome.figures else ""
            if (outcome.status.upper(), breaks) != (row["status"], row["breaks"]):
                print(f"  DIFFERS from {row['status']} {row['breaks']}")


def synthetic(seeds: int) -> None:
    for people, slots, mean, unavailable, seconds in ROWS:
        for seed in range(seeds):
            problem = event(people, slots, mean, unavailable, seed)
            outcome = measure(f"{people} × {slots} ({mean}), seed {seed}", problem, seconds)
            if people == 1000 and outcome.timetable is not None:
                _cancel_one(problem, outcome.timetable)


def _cancel_one(problem: Problem, timetable: Timetable) -> None:
    """Somebody cannot use the slot of the first meeting any more."""
    slot, person = timetable.slots[0], problem.meetings[0].people[0]
    people = list(problem.people)
    people[person] = replace(people[person], unavailable=people[person].unavailable | {slot or 0})
    began = monotonic()
    mended = repair(replace(problem, people=tuple(people)), timetable)
    print(f"  repair {monotonic() - began:.2f} s, {len(mended.moved)} moved, {len(mended.dropped)} dropped")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--published", type=Path)
    parser.add_argument("--synthetic", action="store_true")
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=120.0)
    chosen = parser.parse_args()
    if chosen.published:
        published(chosen.published, chosen.seconds)
    if chosen.synthetic:
        synthetic(chosen.seeds)


if __name__ == "__main__":
    main()
