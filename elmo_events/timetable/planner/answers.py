"""What comes out: a timetable and how good it is."""

from dataclasses import dataclass, field
from enum import StrEnum

from elmo_events.timetable.planner.sayings import Saying


class Status(StrEnum):
    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    UNKNOWN = "unknown"  # stopped before any timetable was found


@dataclass(frozen=True, slots=True)
class Timetable:
    """Slot, people and location of each meeting; None where a meeting found no slot.

    The three lists are as long as the meetings of the problem. A video meeting of an event that lists no
    video rooms has a slot and no location; a hybrid meeting names its table.
    """

    slots: tuple[int | None, ...]
    pairs: tuple[tuple[int, int] | None, ...]
    locations: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """How good a timetable is. `moved` counts published meetings that are not where they were."""

    moved: int
    weight: int
    without_meeting: int
    smallest_share: float
    breaks: int
    idle_slots: int
    worst_idle: int
    table_changes: int


@dataclass(frozen=True, slots=True)
class Certificate:
    """What is proven about a timetable, in numbers and as sayings.

    `breaks_bound`: no timetable that is as good in all earlier goals has fewer breaks.
    `weight_bound`: no timetable schedules more weight. None: nothing was proven.
    """

    breaks_bound: int | None
    weight_bound: int | None
    sayings: tuple[Saying, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    status: Status
    timetable: Timetable | None
    figures: Figures | None
    certificate: Certificate
    seconds: float
    reasons: tuple[Saying, ...] = field(default=())  # why it cannot be done, or why meetings found no slot
