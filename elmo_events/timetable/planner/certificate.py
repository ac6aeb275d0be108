"""What is proven about a timetable, in numbers and in words."""

from elmo_events.timetable.planner.answers import Certificate, Figures, Status


def certificate(status: Status, figures: Figures, breaks_bound: int | None, weight_bound: int | None) -> Certificate:
    """Two sentences an organiser can read: one on the meetings held, one on the breaks."""
    sentences = []
    if weight_bound is not None:
        sentences.append(_weight_sentence(figures.weight, weight_bound))
    sentences.append(_breaks_sentence(figures.breaks, breaks_bound))
    if status is Status.OPTIMAL:
        sentences.append("No other timetable is better in the goals asked for.")
    return Certificate(breaks_bound, weight_bound, tuple(sentences))


def _weight_sentence(weight: int, bound: int) -> str:
    if weight >= bound:
        return f"Meetings of weight {weight}: proven the most that can be held."
    return f"Meetings of weight {weight}: at most {_percent(bound - weight, bound)} below the bound of {bound}."


def _breaks_sentence(breaks: int, bound: int | None) -> str:
    noun = "break" if breaks == 1 else "breaks"
    if bound is None:
        return f"{breaks} {noun}: nothing is proven yet."
    if breaks <= bound:
        return f"{breaks} {noun}: proven best possible."
    if bound == 0:
        return f"{breaks} {noun}: the proven bound is 0."
    return f"{breaks} {noun}: at most {_percent(breaks - bound, bound)} from the bound of {bound}."


def _percent(part: int, whole: int) -> str:
    """Rounded up to a tenth, so that it never promises too much."""
    tenths = -(-1000 * part // whole)
    return f"{tenths / 10:g} %"
