"""How meetings are counted: whatever is asked, nobody learns of fewer than five."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from elmo_events.dashboard.rules import LEAST_SHOWN, Took, circle, matrix_of, took_place

KEYS = ("19", "17", "16", "18")
PAIRS = st.lists(st.sampled_from([(a, b) for a in KEYS for b in KEYS]), max_size=60)


def test_small_numbers_are_hidden_and_zero_is_not() -> None:
    matrix = matrix_of([("19", "17")] * 3 + [("17", "16")] * 4 + [("19", "19")] * 6, KEYS)
    assert matrix.cell("17", "19") is None
    assert matrix.cell("16", "17") is None
    assert matrix.cell("19", "19") == 6
    assert matrix.cell("18", "19") == 0
    assert matrix.total == 13


def test_one_hidden_number_cannot_be_worked_out_from_the_total() -> None:
    matrix = matrix_of([("19", "17")] * 3 + [("17", "16")] * 7 + [("19", "19")] * 9, KEYS)
    assert (matrix.cell("17", "19"), matrix.cell("16", "17"), matrix.cell("19", "19")) == (None, None, 9)
    assert matrix.across == 10


def test_few_meetings_across_are_not_counted() -> None:
    assert matrix_of([("19", "17")] * 2, KEYS).across is None
    assert matrix_of([("19", "17")] * 5, KEYS).across == 5


@given(PAIRS)
def test_no_shown_number_is_small_and_hidden_ones_stand_together(pairs: list[tuple[str, str]]) -> None:
    matrix = matrix_of(pairs, KEYS)
    counted = Counter(frozenset(pair) for pair in pairs)
    for pair, number in matrix.cells.items():
        assert number is None or number >= LEAST_SHOWN
        assert number in {None, counted[pair]}
    hidden = [pair for pair, number in matrix.cells.items() if number is None]
    assert len(hidden) != 1 or len(counted) == 1
    assert all(number >= LEAST_SHOWN for _, _, number in matrix.edges)


def test_one_yes_counts_more_than_a_no_and_what_is_said_more_than_who_came() -> None:
    assert took_place([True, False], 0, 0) == Took.HELD
    assert took_place([False], 2, 0) == Took.NOT_HELD
    assert took_place([], 2, 0) == Took.HELD
    assert took_place([], 1, 1) == Took.NOT_HELD
    assert took_place([], 1, 0) == Took.UNKNOWN


def test_dots_stand_around_a_circle() -> None:
    dots = circle(("a", "b", "c", "d"), 100)
    assert [(dot.x, dot.y) for dot in dots] == [(0, -100), (100, 0), (0, 100), (-100, 0)]
    assert [dot.anchor for dot in dots] == ["middle", "start", "middle", "end"]
