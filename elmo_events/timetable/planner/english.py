"""The planner's sayings as English sentences, for the command line."""

from collections.abc import Callable, Mapping, Sequence

from elmo_events.timetable.planner.problem import Problem
from elmo_events.timetable.planner.sayings import Code, Saying

MOST_NAMED = 12


def english(problem: Problem, saying: Saying) -> str:
    return _SENTENCES[saying.code](_Words(problem, saying))


class _Words:
    """The facts of one saying as words."""

    def __init__(self, problem: Problem, saying: Saying) -> None:
        self.problem, self.saying = problem, saying

    def __getitem__(self, number: str) -> int:
        return self.saying.numbers[number]

    @property
    def person(self) -> str:
        return self.problem.people[self.saying.people[0]].name

    @property
    def pair(self) -> str:
        return self._pair(self.saying.pairs[0])

    @property
    def pairs(self) -> str:
        pairs = self.saying.pairs
        more = f"; and {len(pairs) - MOST_NAMED} more" if len(pairs) > MOST_NAMED else ""
        return "; ".join(map(self._pair, pairs[:MOST_NAMED])) + more

    @property
    def slots(self) -> str:
        return slots_text(self.saying.slots)

    @property
    def breaks(self) -> str:
        return "1 break" if self["breaks"] == 1 else f"{self['breaks']} breaks"

    @property
    def percent(self) -> str:
        return f"{self['tenths'] / 10:g} %"

    def _pair(self, pair: tuple[int, int]) -> str:
        return " and ".join(self.problem.people[person].name for person in pair)


def slots_text(slots: Sequence[int]) -> str:
    numbers = [slot + 1 for slot in slots]
    if len(numbers) == 1:
        return f"slot {numbers[0]}"
    if numbers[-1] - numbers[0] + 1 == len(numbers):
        return f"slots {numbers[0]}–{numbers[-1]}"
    return "slots " + ", ".join(map(str, numbers))


def _clash(words: _Words) -> str:
    alone = len(words.saying.pairs) == 1
    subject = "This meeting cannot be held" if alone else "These meetings cannot all be held"
    return f"{subject} in {words.slots}: {words.pairs}."


def _circle(words: _Words) -> str:
    names = ", ".join(str(meeting + 1) for meeting in words.saying.meetings[:MOST_NAMED])
    return f"The order asked of meetings {names} runs in a circle."


_SENTENCES: Mapping[Code, Callable[[_Words], str]] = {
    Code.ALL_HELD: lambda w: f"Meetings of weight {w['weight']}: all that were asked for.",
    Code.MOST_HELD: lambda w: f"Meetings of weight {w['weight']}: proven the most that can be held.",
    Code.HELD_WITHIN: lambda w: (
        f"Meetings of weight {w['weight']}: at most {w.percent} below the bound of {w['bound']}."
    ),
    Code.BREAKS_UNPROVEN: lambda w: f"{w.breaks}: nothing is proven yet.",
    Code.BREAKS_BEST: lambda w: f"{w.breaks}: proven best possible.",
    Code.BREAKS_ABOVE_ZERO: lambda w: f"{w.breaks}: the proven bound is 0.",
    Code.BREAKS_WITHIN: lambda w: f"{w.breaks}: at most {w.percent} from the bound of {w['bound']}.",
    Code.BEST_IN_ALL: lambda w: "No other timetable is better in the goals asked for.",
    Code.IMPOSSIBLE: lambda w: "Proven: the demand cannot be met.",
    Code.NOTHING_FOUND: lambda w: "Stopped before a timetable was found.",
    Code.MAY_NOT_MEET: lambda w: f"{w.pair} may not meet.",
    Code.NO_COMMON_SLOT: lambda w: f"{w.pair} have no slot in which both can meet.",
    Code.TOO_MANY_MEETINGS: lambda w: f"{w.person} must have {w['count']} meetings and has {w['room']} slots for them.",
    Code.PINNED_TWICE: lambda w: f"{w.person} has two meetings pinned to {w.slots}.",
    Code.TOO_FEW_PLACES: lambda w: f"{w['count']} meetings must be held in {w.slots}, which have {w['places']} places.",
    Code.TOO_FEW_REQUESTS: lambda w: (
        f"{w.person} should have {w['least']} meetings and can have {w['possible']} at most."
    ),
    Code.CIRCLE: _circle,
    Code.TOO_UNEVEN: lambda w: f"The meetings fit, but not so that breaks differ by {w['difference']} at most.",
    Code.CLASH: _clash,
    Code.LEAST_OUT_OF_REACH: lambda w: "People's smallest numbers of meetings cannot be reached.",
    Code.ALL_RULES_AT_ONCE: lambda w: "No timetable keeps all the rules at once.",
    Code.ENOUGH_MEETINGS: lambda w: f"{w.pair}: {w.person} has as many meetings as allowed ({w['most']}).",
    Code.ALWAYS_BUSY: lambda w: f"{w.pair}: {w.person} has a meeting in each slot that both can use.",
    Code.TABLES_TAKEN: lambda w: f"{w.pair}: both are free in {w.slots}, and no place is left.",
    Code.NEVER_FREE_TOGETHER: lambda w: f"{w.pair}: in {w.slots}, one of the two has another meeting.",
    Code.IN_A_ROW: lambda w: f"{w.pair}: in {w.slots}, somebody would have too many meetings in a row.",
}
