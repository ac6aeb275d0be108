"""Everybody's list at once: never whom one may not meet, never somebody in too many, and the same every time."""

from hypothesis import given, settings
from hypothesis import strategies as st

from elmo_events.matchmaking.score.index import Index
from elmo_events.matchmaking.score.lists import Limits, lists
from elmo_events.matchmaking.score.people import Person
from tests.matchmaking.score.people import crowds

limits = st.builds(Limits, most=st.integers(1, 4), most_lists=st.integers(1, 4), least_lists=st.integers(0, 1))


@given(crowds(), limits)
@settings(max_examples=40, deadline=None)
def test_nobody_is_in_too_many_lists_and_no_list_is_too_long(crowd: list[Person], limits: Limits) -> None:
    found = lists(Index(crowd), limits=limits)
    assert found.keys() == {person.key for person in crowd}
    shown = [match.other for own in found.values() for match in own]
    for key in found:
        assert shown.count(key) <= limits.most_lists
    for reader, own in found.items():
        others = [match.other for match in own]
        assert len(others) == len(set(others)) <= limits.most
        assert reader not in others


@given(crowds(), st.frozensets(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=40))
@settings(max_examples=40, deadline=None)
def test_forbidden_pairs_are_in_no_list(crowd: list[Person], forbidden: frozenset[tuple[int, int]]) -> None:
    found = lists(Index(crowd), lambda reader, other: (reader, other) not in forbidden)
    assert not {(reader, match.other) for reader, own in found.items() for match in own} & forbidden


@given(crowds(), limits)
@settings(max_examples=20, deadline=None)
def test_the_lists_are_the_same_every_time(crowd: list[Person], limits: Limits) -> None:
    assert lists(Index(crowd), limits=limits) == lists(Index(reversed(crowd)), limits=limits)
