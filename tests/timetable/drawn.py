"""Small problems with every feature that a problem can have, drawn by hypothesis."""

from typing import TypeVar

from hypothesis import strategies as st

from elmo_events.timetable.planner.problem import (
    ALL_GOALS,
    Goal,
    Location,
    LocationKind,
    Meeting,
    Mode,
    Person,
    Problem,
)

from .problems import slots, tables

Drawn = TypeVar("Drawn")
MOST_MEETINGS = 4
KINDS = ("company", "research")
MIXED = frozenset({frozenset(KINDS)})
BLOCKS = ((3,), (4,), (2, 2))


def seldom(strategy: st.SearchStrategy[Drawn]) -> st.SearchStrategy[Drawn | None]:
    return st.one_of(st.none(), st.none(), st.none(), st.none(), strategy)


@st.composite
def small_problems(draw: st.DrawFn) -> Problem:
    """Three to five people, one to four meetings, three or four slots, and some of all rules."""
    size, blocks = draw(st.integers(3, 5)), draw(st.sampled_from(BLOCKS))
    length = sum(blocks)
    crowd, places = draw(crowds(size, length)), draw(locations(length))
    pairs = draw(pairs_of(size, MOST_MEETINGS))
    order = st.tuples(st.integers(0, len(pairs) - 1), st.integers(0, len(pairs) - 1)).filter(lambda p: p[0] != p[1])
    orders = st.lists(order, max_size=1) if len(pairs) > 1 else st.just([])
    has_team = any(person.team for person in crowd)
    return Problem(
        people=crowd,
        meetings=tuple(draw(meetings(chosen, length, places, has_team)) for chosen in pairs),
        slots=slots(*blocks),
        locations=places,
        precedences=tuple(draw(orders)),
        forbidden_pairs=frozenset(map(frozenset, draw(seldom(pairs_of(size, 1))) or ())),
        may_meet=draw(st.sampled_from([None, None, MIXED, MIXED | {frozenset(KINDS[:1])}])),
        most_uneven_breaks=draw(st.sampled_from([None, None, None, 0, 1])),
        published=draw(st.none() | published(len(pairs), length)),
        goals=draw(goals()),
    )


@st.composite
def waiting_days(draw: st.DrawFn) -> Problem:
    """Days with holes: few rules beside who is away when, so that people must wait, or move, or share what there is."""
    blocks = draw(st.sampled_from([(5,), (4,), (3, 2)]))
    length = sum(blocks)
    away = st.frozensets(st.integers(0, length - 1), max_size=2)
    crowd = tuple(Person(f"Person {number}", unavailable=draw(away)) for number in range(4))
    pairs = draw(pairs_of(len(crowd), 4, least=3))
    return Problem(
        people=crowd,
        meetings=tuple(Meeting(pair, weight=draw(st.integers(1, 2))) for pair in pairs),
        slots=slots(*blocks),
        locations=tables(draw(st.integers(1, 2))),
        published=draw(st.none() | published(len(pairs), length)),
        goals=draw(goals()),
    )


def pairs_of(size: int, most: int, least: int = 1) -> st.SearchStrategy[list[tuple[int, int]]]:
    everybody = [(first, second) for first in range(size) for second in range(size) if first != second]
    return st.lists(st.sampled_from(everybody), min_size=least, max_size=most, unique_by=frozenset)


def published(meetings: int, length: int) -> st.SearchStrategy[tuple[int | None, ...]]:
    return st.tuples(*[st.sampled_from([None, *range(length)])] * meetings)


@st.composite
def crowds(draw: st.DrawFn, size: int, length: int) -> tuple[Person, ...]:
    """The last two may be a team."""
    team = draw(st.sampled_from(["Team", "Team", None]))
    return tuple(
        Person(
            f"Person {number}",
            unavailable=draw(st.frozensets(st.integers(0, length - 1), max_size=1)),
            most_meetings=draw(st.sampled_from([None, None, None, 1, 2])),
            least_meetings=draw(st.sampled_from([0, 0, 0, 0, 0, 1])),
            most_in_a_row=draw(st.sampled_from([None, None, None, 1, 2])),
            team=team if number >= size - 2 else None,
            kind=draw(st.sampled_from([None, *KINDS])),
        )
        for number in range(size)
    )


@st.composite
def meetings(
    draw: st.DrawFn, pair: tuple[int, int], length: int, places: tuple[Location, ...], has_team: bool
) -> Meeting:
    slot = st.integers(0, length - 1)
    modes = list(Mode) if any(place.kind is LocationKind.VIDEO for place in places) else [Mode.ON_SITE]
    mode = draw(st.sampled_from(modes))
    can_be_pinned = mode is not Mode.ONLINE and not any(place.host in pair for place in places)
    return Meeting(
        pair,
        weight=draw(st.integers(0, 3)),
        required=draw(st.sampled_from([False, False, False, True])),
        mode=mode,
        allowed_slots=draw(seldom(st.frozensets(slot, min_size=2))),
        pinned_slot=draw(seldom(slot)),
        pinned_location=draw(seldom(st.just(0))) if can_be_pinned else None,
        team_may_stand_in=has_team and draw(st.sampled_from([True, True, False])),
    )


@st.composite
def locations(draw: st.DrawFn, length: int) -> tuple[Location, ...]:
    """One or two tables, a hall for two meetings, the booth of the first person, a video room; some closed for a while."""
    closed = st.frozensets(st.integers(0, length - 1), max_size=1)
    table = Location("Table 1", closed=draw(closed))
    booth = Location("Booth", LocationKind.BOOTH, host=0, closed=draw(closed))
    room = Location("Link", LocationKind.VIDEO, closed=draw(closed), capacity=draw(st.integers(1, 2)))
    hall = Location("Hall", capacity=2)
    return draw(st.sampled_from([(table,), tables(2), (hall,), (table, booth), (table, room), (hall, booth, room)]))


def goals() -> st.SearchStrategy[tuple[Goal, ...]]:
    some = st.frozensets(st.sampled_from(ALL_GOALS), min_size=1).map(
        lambda chosen: tuple(g for g in ALL_GOALS if g in chosen)
    )
    return st.one_of(st.just(ALL_GOALS), st.just(ALL_GOALS), some)
