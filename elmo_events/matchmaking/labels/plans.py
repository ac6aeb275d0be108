"""What the planner says, in the reader's language: what is proven, why nothing works, why a meeting waits."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import format_decimal, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from elmo_events.matchmaking.rules import PlanState
from elmo_events.timetable.planner.sayings import Code

MOST_NAMED = 8
STATE_LABELS = {
    PlanState.WAITING: _l("Waiting to begin"),
    PlanState.RUNNING: _l("Planning"),
    PlanState.DONE: _l("Finished"),
    PlanState.STOPPED: _l("Stopped: the best so far was kept"),
    PlanState.FAILED: _l("Failed"),
}
STATE_TONES = {
    PlanState.WAITING: "neutral",
    PlanState.RUNNING: "info",
    PlanState.DONE: "success",
    PlanState.STOPPED: "warning",
    PlanState.FAILED: "danger",
}
STEP_LABELS = {
    "start": _l("Reading the meetings"),
    "greedy": _l("First timetable"),
    "local search": _l("Improving by small changes"),
    "neighbourhood search": _l("Improving part by part"),
    "exact": _l("Looking for the best and its proof"),
}


@dataclass(frozen=True)
class Names:
    """Names of people and times of slots, by id."""

    people: Mapping[int, str]
    slots: Mapping[int, str]


def saying_text(said: Mapping[str, Any], names: Names) -> str:
    """A stored saying (ids, no names) as a sentence."""
    return str(_SENTENCES[Code(said["code"])](_Words(said, names)))


class _Words:
    def __init__(self, said: Mapping[str, Any], names: Names) -> None:
        self.said, self.names = said, names

    def __getitem__(self, number: str) -> int:
        return int(self.said["numbers"][number])

    @property
    def person(self) -> str:
        return self._name(self.said["people"][0])

    @property
    def pair(self) -> str:
        return self._pair(self.said["pairs"][0])

    @property
    def pairs(self) -> str:
        pairs = self.said["pairs"]
        named = "; ".join(map(self._pair, pairs[:MOST_NAMED]))
        left = len(pairs) - MOST_NAMED
        if left <= 0:
            return named
        return str(ngettext("%(pairs)s; and %(num)s more", "%(pairs)s; and %(num)s more", left, pairs=named))

    @property
    def slots(self) -> str:
        return ", ".join(self.names.slots.get(slot, "?") for slot in self.said["slots"])

    @property
    def percent(self) -> str:
        return str(format_decimal(self["tenths"] / 10))

    def count(self, one: str, many: str, name: str, **words: Any) -> str:
        return str(ngettext(one, many, self[name], **words))

    def _name(self, person: int) -> str:
        return self.names.people.get(person, "?")

    def _pair(self, pair: Sequence[int]) -> str:
        return str(_("%(first)s and %(second)s", first=self._name(pair[0]), second=self._name(pair[1])))


_SENTENCES: Mapping[Code, Callable[[_Words], str]] = {
    Code.ALL_HELD: lambda w: ngettext(
        "%(num)s meeting: all that were agreed have a slot.", "%(num)s meetings: all that were agreed have a slot.", w["weight"]
    ),
    Code.MOST_HELD: lambda w: ngettext(
        "%(num)s meeting has a slot: proven the most possible.",
        "%(num)s meetings have a slot: proven the most possible.",
        w["weight"],
    ),
    Code.HELD_WITHIN: lambda w: ngettext(
        "%(num)s meeting has a slot: at most %(percent)s %% below what is possible (%(bound)s).",
        "%(num)s meetings have a slot: at most %(percent)s %% below what is possible (%(bound)s).",
        w["weight"],
        percent=w.percent,
        bound=w["bound"],
    ),
    Code.BREAKS_UNPROVEN: lambda w: ngettext(
        "%(num)s break: nothing is proven yet.", "%(num)s breaks: nothing is proven yet.", w["breaks"]
    ),
    Code.BREAKS_BEST: lambda w: ngettext(
        "%(num)s break: proven best possible.", "%(num)s breaks: proven best possible.", w["breaks"]
    ),
    Code.BREAKS_ABOVE_ZERO: lambda w: ngettext(
        "%(num)s break: whether none is possible is not known.",
        "%(num)s breaks: whether fewer are possible is not known.",
        w["breaks"],
    ),
    Code.BREAKS_WITHIN: lambda w: ngettext(
        "%(num)s break: at most %(percent)s %% from the bound of %(bound)s.",
        "%(num)s breaks: at most %(percent)s %% from the bound of %(bound)s.",
        w["breaks"],
        percent=w.percent,
        bound=w["bound"],
    ),
    Code.BEST_IN_ALL: lambda w: _("Proven: no other timetable is better for these people."),
    Code.IMPOSSIBLE: lambda w: _("Proven: there is no such timetable."),
    Code.NOTHING_FOUND: lambda w: _("It was stopped before there was a timetable."),
    Code.MAY_NOT_MEET: lambda w: _("%(pair)s may not meet.", pair=w.pair),
    Code.NO_COMMON_SLOT: lambda w: _("%(pair)s have no slot in which both can meet.", pair=w.pair),
    Code.TOO_MANY_MEETINGS: lambda w: _(
        "%(person)s has %(count)s meetings that are pinned, and room for %(room)s.",
        person=w.person, count=w["count"], room=w["room"],
    ),
    Code.PINNED_TWICE: lambda w: _("%(person)s has two meetings pinned to %(slots)s.", person=w.person, slots=w.slots),
    Code.TOO_FEW_PLACES: lambda w: _(
        "%(count)s meetings are pinned to %(slots)s, where there is room for %(places)s.",
        count=w["count"], slots=w.slots, places=w["places"],
    ),
    Code.TOO_FEW_REQUESTS: lambda w: _(
        "%(person)s should have %(least)s meetings and can have %(possible)s at most.",
        person=w.person, least=w["least"], possible=w["possible"],
    ),
    Code.CIRCLE: lambda w: _("The order that was asked for runs in a circle."),
    Code.TOO_UNEVEN: lambda w: _("The meetings fit, but the breaks would be too unevenly shared."),
    Code.CLASH: lambda w: _("These meetings can't all be held at %(slots)s: %(pairs)s.", slots=w.slots, pairs=w.pairs),
    Code.LEAST_OUT_OF_REACH: lambda w: _("Not everybody can have as many meetings as they should."),
    Code.ALL_RULES_AT_ONCE: lambda w: _("No timetable keeps all the rules at once."),
    Code.ENOUGH_MEETINGS: lambda w: w.count(
        "%(pair)s: %(person)s has %(num)s meeting already, as many as are allowed.",
        "%(pair)s: %(person)s has %(num)s meetings already, as many as are allowed.",
        "most", pair=w.pair, person=w.person,
    ),
    Code.ALWAYS_BUSY: lambda w: _(
        "%(pair)s: %(person)s has another meeting in each slot that both can use.", pair=w.pair, person=w.person
    ),
    Code.TABLES_TAKEN: lambda w: _(
        "%(pair)s: both are free at %(slots)s, but every table is taken.", pair=w.pair, slots=w.slots
    ),
    Code.NEVER_FREE_TOGETHER: lambda w: _(
        "%(pair)s: at %(slots)s one of the two has another meeting.", pair=w.pair, slots=w.slots
    ),
    Code.IN_A_ROW: lambda w: _(
        "%(pair)s: at %(slots)s one of the two would have too many meetings in a row.", pair=w.pair, slots=w.slots
    ),
}  # fmt: skip


def alternative_text(alternative: Mapping[str, Any]) -> str:
    """What an alternative changes, in few words."""
    words = []
    if tables := alternative.get("tables"):
        more = ngettext("%(num)s table more", "%(num)s tables more", abs(tables))
        fewer = ngettext("%(num)s table fewer", "%(num)s tables fewer", abs(tables))
        words.append(more if tables > 0 else fewer)
    if minutes := alternative.get("slot_minutes"):
        words.append(_("slots of %(minutes)s min", minutes=minutes))
    if extra := alternative.get("extra_minutes"):
        words.append(_("one more block of %(minutes)s min", minutes=extra))
    return ", ".join(str(word) for word in words)
