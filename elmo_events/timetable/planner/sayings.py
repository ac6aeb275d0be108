"""What the planner has to say about a timetable: a code and the facts, so that each reader gets it in their language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Code(StrEnum):
    """First what is proven, then why a demand cannot be met, then why a meeting found no slot."""

    ALL_HELD = "all-held"  # weight
    MOST_HELD = "most-held"  # weight; no timetable holds more
    HELD_WITHIN = "held-within"  # weight, bound, tenths (of a percent below it)
    BREAKS_UNPROVEN = "breaks-unproven"  # breaks
    BREAKS_BEST = "breaks-best"  # breaks
    BREAKS_ABOVE_ZERO = "breaks-above-zero"  # breaks; the bound is 0
    BREAKS_WITHIN = "breaks-within"  # breaks, bound, tenths
    BEST_IN_ALL = "best-in-all"
    IMPOSSIBLE = "impossible"
    NOTHING_FOUND = "nothing-found"

    MAY_NOT_MEET = "may-not-meet"  # pair
    NO_COMMON_SLOT = "no-common-slot"  # pair
    TOO_MANY_MEETINGS = "too-many-meetings"  # person, count, room
    PINNED_TWICE = "pinned-twice"  # person, slot
    TOO_FEW_PLACES = "too-few-places"  # slots, count, places
    TOO_FEW_REQUESTS = "too-few-requests"  # person, least, possible
    CIRCLE = "circle"  # meetings
    TOO_UNEVEN = "too-uneven"  # difference
    CLASH = "clash"  # pairs, slots
    LEAST_OUT_OF_REACH = "least-out-of-reach"
    ALL_RULES_AT_ONCE = "all-rules-at-once"

    ENOUGH_MEETINGS = "enough-meetings"  # pair, person who has as many as allowed, most
    ALWAYS_BUSY = "always-busy"  # pair, person with a meeting in each slot that both can use
    TABLES_TAKEN = "tables-taken"  # pair, slots in which both are free and no place is left
    NEVER_FREE_TOGETHER = "never-free-together"  # pair, slots that both could use
    IN_A_ROW = "in-a-row"  # pair, slots: somebody would have too many meetings without a pause


@dataclass(frozen=True, slots=True)
class Saying:
    """`people`, `pairs`, `slots` and `meetings` are positions in the problem; `numbers` by name, as at the codes above."""

    code: Code
    people: tuple[int, ...] = ()
    pairs: tuple[tuple[int, int], ...] = ()
    slots: tuple[int, ...] = ()
    meetings: tuple[int, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)


def tenths(part: int, whole: int) -> int:
    """Tenths of a percent, rounded up, so that they never promise too much."""
    return -(-1000 * part // whole)
