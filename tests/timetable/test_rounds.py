"""Speed networking: everybody meets new and useful others; compared with trying everything on small crowds."""

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, product
from random import Random

import pytest

from elmo_events.timetable.planner.rounds import Crowd, Round, faults, rounds, worth


def random_score(seed: int) -> dict[tuple[int, int], float]:
    random = Random(seed)
    return {pair: random.random() for pair in combinations(range(60), 2)}


def crowd(people: int, seed: int = 0, **facts: object) -> Crowd:
    scores = random_score(seed)
    return Crowd(people, lambda one, other: scores[one, other], **facts)  # type: ignore[arg-type]


def matchings(people: list[int]) -> Iterator[Round]:
    """All ways to seat these people in pairs; somebody may sit out."""
    if len(people) < 2:
        yield ()
        return
    first, rest = people[0], people[1:]
    for partner in rest:
        left = [person for person in rest if person != partner]
        yield from (((first, partner), *others) for others in matchings(left))
    yield from matchings(rest)


def best_by_trying(asked: Crowd, number: int) -> float:
    ways = list(matchings(list(range(asked.people))))
    return max(worth(asked, plan) for plan in product(ways, repeat=number) if not faults(asked, plan))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    "asked",
    [
        {"people": 4},
        {"people": 5},
        {"people": 6},
        {"people": 6, "places": 2},
        {"people": 6, "forbidden": frozenset({frozenset({0, 1}), frozenset({0, 2})})},
        {"people": 6, "away": frozenset({(0, 0), (1, 0), (2, 1)})},
        {"people": 6, "met": frozenset({frozenset({0, 1}), frozenset({2, 3}), frozenset({4, 5})})},
    ],
)
def test_equals_trying_everything(asked: dict[str, object], seed: int) -> None:
    small = crowd(seed=seed, **asked)  # type: ignore[arg-type]
    plan = rounds(small, 2, seed)
    assert faults(small, plan) == []
    assert worth(small, plan) == pytest.approx(best_by_trying(small, 2))


def test_nobody_meets_the_same_person_twice_while_there_are_others() -> None:
    plan = rounds(crowd(20), 10)
    assert max(Counter(pair for one in plan for pair in one).values()) == 1
    assert [len(one) for one in plan] == [10] * 10


def test_good_matches_are_found() -> None:
    asked = crowd(40)
    plan = rounds(asked, 5)
    mean = sum(asked.score(*pair) for one in plan for pair in one) / 100
    assert mean > 0.85


def test_with_few_places_all_sit_out_about_equally_often() -> None:
    asked = crowd(15, places=5)
    plan = rounds(asked, 6)
    assert faults(asked, plan) == []
    present = Counter(person for one in plan for pair in one for person in pair)
    assert {present[person] for person in range(15)} == {4}


def test_same_seed_same_rounds() -> None:
    assert rounds(crowd(20), 4, seed=3) == rounds(crowd(20), 4, seed=3)


def test_corrupted_rounds_are_rejected() -> None:
    asked = crowd(4, forbidden=frozenset({frozenset({0, 3})}), places=2)
    assert faults(asked, [((0, 1), (1, 2))])
    assert faults(asked, [((0, 3),)])
    assert faults(asked, [((0, 7),)])
    assert faults(crowd(6, places=2), [((0, 1), (2, 3), (4, 5))])
    assert faults(crowd(4, away=frozenset({(0, 1)})), [(), ((0, 1),)])
    assert faults(asked, [((0, 1), (2, 3))]) == []


@pytest.mark.parametrize("people", [0, 1])
def test_a_crowd_of_one_has_nobody_to_meet(people: int) -> None:
    assert rounds(crowd(people), 3) == ((), (), ())
