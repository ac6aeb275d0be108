"""`elmo timetable …`: the planner at the command line, so that anyone can check it against the literature."""

import json
from pathlib import Path

import click

from elmo_events.timetable.planner.answers import Outcome
from elmo_events.timetable.planner.deadline import Deadline, Progress
from elmo_events.timetable.planner.documents import problem_from_json, timetable_to_json
from elmo_events.timetable.planner.dzn import read_dzn
from elmo_events.timetable.planner.english import english
from elmo_events.timetable.planner.problem import Problem


@click.group()
def timetable() -> None:
    """Timetables of meetings."""


@timetable.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--seconds", type=click.FloatRange(min=0), default=120.0, show_default=True, help="Time limit.")
@click.option("--seed", type=int, default=0, show_default=True, help="Start of the random numbers.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the timetable here.")
def solve(file: Path, seconds: float, seed: int, as_json: bool, output: Path | None) -> None:
    """Plan the meetings of FILE (.dzn, or our own JSON) and say how good the plan is."""
    try:
        problem = read_problem(file)
    except (ValueError, KeyError) as fault:
        raise click.ClickException(f"{file.name} cannot be read: {fault}") from fault
    from elmo_events.timetable.planner.solve import solve as plan  # loads the solver, which no other command needs

    outcome = plan(problem, Deadline(seconds), seed, _quiet if as_json else _say)
    if output is not None:
        output.write_text(timetable_to_json(problem, outcome), encoding="utf-8")
    click.echo(json.dumps(summary(outcome)) if as_json else "\n".join(_lines(problem, outcome)))


def read_problem(file: Path) -> Problem:
    """Raises ValueError or KeyError when the file says something else than a problem."""
    text = file.read_text(encoding="utf-8")
    return read_dzn(text) if file.suffix == ".dzn" else problem_from_json(text)


def summary(outcome: Outcome) -> dict[str, object]:
    """What `--json` prints. Slots count from 1; null for a meeting that found none."""
    slots = outcome.timetable.slots if outcome.timetable else ()
    return {
        "status": outcome.status.value,
        "breaks": outcome.figures.breaks if outcome.figures else None,
        "bound": outcome.certificate.breaks_bound,
        "seconds": round(outcome.seconds, 3),
        "slots": [None if slot is None else slot + 1 for slot in slots],
    }


def _quiet(_: Progress) -> None:
    """Say nothing on the way."""


def _say(news: Progress) -> None:
    bound = "?" if news.bound is None else news.bound
    breaks = "no timetable yet" if news.breaks is None else f"{news.breaks} breaks"
    click.echo(f"{news.seconds:7.1f} s  {news.step}: {breaks}, bound {bound}", err=True)


def _lines(problem: Problem, outcome: Outcome) -> list[str]:
    lines = [f"{outcome.status.value} after {outcome.seconds:.1f} s"]
    lines += [english(problem, saying) for saying in (*outcome.certificate.sayings, *outcome.reasons)]
    if outcome.timetable is not None:
        held = sum(slot is not None for slot in outcome.timetable.slots)
        lines.append(f"{held} of {len(problem.meetings)} meetings held.")
        slots = " ".join("-" if slot is None else str(slot + 1) for slot in outcome.timetable.slots)
        lines.append(f"Slot of each meeting: {slots}")
    return lines
