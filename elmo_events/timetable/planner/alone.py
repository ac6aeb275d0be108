"""A bound on breaks that needs no search: how few each person could have if everybody else did as they please.

Somebody who can't use a slot in the middle of their day, or may not have so many meetings in a row, has a break whatever the
timetable. The sum over all people is below every timetable in which all meetings are held.
"""

from elmo_events.timetable.planner.grid import Grid, bits_of


def least_breaks_alone(grid: Grid) -> list[int]:
    """For each person. Counts meetings that nobody may stand in for; others only ever add to a person's day."""
    reach, load = [0] * grid.people_count, [0] * grid.people_count
    for options in grid.options:
        for option in options:
            for person in option.pair:
                reach[person] |= option.slots
        if len(options) == 1:
            for person in options[0].pair:
                load[person] += 1
    return [
        _least(tuple(reach[person] & block for block in grid.blocks), load[person], grid.row[person])
        for person in range(grid.people_count)
    ]


def _least(blocks: tuple[int, ...], meetings: int, row: int) -> int:
    """The fewest breaks of a day with so many meetings, at most `row` of them without a pause."""
    best = {0: 0}  # meetings held so far → breaks
    for block in blocks:
        most = _most_by_groups(block, row)
        reached = dict(best)
        for held, breaks in best.items():
            for groups, count in enumerate(most, 1):
                total = min(meetings, held + count)
                reached[total] = min(reached.get(total, breaks + groups), breaks + groups - 1)
        best = _no_worse_for_more(reached)
    return best.get(meetings, 0)


def _most_by_groups(block: int, row: int) -> list[int]:
    """The most meetings that 1, 2, … groups of neighbouring slots can hold, with an idle slot between groups."""
    gains = []
    for length in _stretches(block):
        held = 0
        for groups in range(1, length + 1):
            now = min(length - groups + 1, groups * row)
            if now <= held:
                break
            gains.append(now - held)
            held = now
    total, most = 0, []
    for gain in sorted(gains, reverse=True):
        total += gain
        most.append(total)
    return most


def _stretches(block: int) -> list[int]:
    """Lengths of the runs of slots that a person can use."""
    lengths: list[int] = []
    last = -2
    for slot in bits_of(block):
        if slot == last + 1:
            lengths[-1] += 1
        else:
            lengths.append(1)
        last = slot
    return lengths


def _no_worse_for_more(reached: dict[int, int]) -> dict[int, int]:
    """Fewer meetings never need more breaks: keep what is not beaten."""
    kept: dict[int, int] = {}
    least: int | None = None
    for held in sorted(reached, reverse=True):
        if least is None or reached[held] < least:
            least = reached[held]
            kept[held] = least
    return kept
