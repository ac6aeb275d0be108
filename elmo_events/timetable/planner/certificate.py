"""What is proven about a timetable."""

from elmo_events.timetable.planner.answers import Certificate, Figures, Status
from elmo_events.timetable.planner.sayings import Code, Saying, tenths


def certificate(
    status: Status, figures: Figures, breaks_bound: int | None, weight_bound: int | None, asked: int
) -> Certificate:
    """What an organiser wants to know of the meetings held (of a weight of `asked`) and of the breaks."""
    sayings = []
    if weight_bound is not None:
        sayings.append(_of_weight(figures.weight, weight_bound, asked))
    sayings.append(_of_breaks(figures.breaks, breaks_bound))
    if status is Status.OPTIMAL:
        sayings.append(Saying(Code.BEST_IN_ALL))
    return Certificate(breaks_bound, weight_bound, tuple(sayings))


def _of_weight(weight: int, bound: int, asked: int) -> Saying:
    if weight >= asked:
        return Saying(Code.ALL_HELD, numbers={"weight": weight})
    if weight >= bound:
        return Saying(Code.MOST_HELD, numbers={"weight": weight})
    return Saying(Code.HELD_WITHIN, numbers={"weight": weight, "bound": bound, "tenths": tenths(bound - weight, bound)})


def _of_breaks(breaks: int, bound: int | None) -> Saying:
    if bound is None:
        return Saying(Code.BREAKS_UNPROVEN, numbers={"breaks": breaks})
    if breaks <= bound:
        return Saying(Code.BREAKS_BEST, numbers={"breaks": breaks})
    if bound == 0:
        return Saying(Code.BREAKS_ABOVE_ZERO, numbers={"breaks": breaks})
    within = {"breaks": breaks, "bound": bound, "tenths": tenths(breaks - bound, bound)}
    return Saying(Code.BREAKS_WITHIN, numbers=within)
