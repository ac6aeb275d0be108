"""The score of two people: the same for both, the same every time, across languages, with reasons that stand in their texts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from elmo_events.matchmaking.score.index import Index
from elmo_events.matchmaking.score.people import Person, Statement
from elmo_events.matchmaking.score.reasons import ReasonKind
from elmo_events.matchmaking.score.weights import Weights
from tests.matchmaking.score.people import crowds
from tests.matchmaking.score.texts import STATEMENTS

READER = 1000
TRAINS_A_MODEL = 15  # for energy: to the concept list that is artificial intelligence first, which another one offers
ONLY_OFFERS = Weights(offers=1, themes=0, actors=0, text=0, region=0, wishes=0, freshness=0)
ONLY_REGION = Weights(offers=0, themes=0, actors=0, text=0, region=1, wishes=0, freshness=0)


def says(key: int, direction: str, language: str, text: str, region: str | None = None) -> Person:
    return Person(key, region=region, statements=(Statement(1, direction, "technology", None, {language: text}),))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def english_offers() -> Index:
    return Index(
        (says(key, "offer", "en", english) for key, (_, english) in enumerate(STATEMENTS)), weights=ONLY_OFFERS
    )


@given(crowds())
@settings(max_examples=40, deadline=None)
def test_the_score_of_two_is_the_same_for_both_and_never_out_of_bounds(crowd: list[Person]) -> None:
    index = Index(crowd)
    for reader in index:
        for match in index.matches(reader, most=len(index)):
            back = index.match(match.other, reader)
            assert back
            assert (back.score, back.forward, back.backward) == (match.score, match.backward, match.forward)
            assert 0 <= match.score <= 100
            assert min(match.forward, match.backward) - 0.01 <= match.score <= max(match.forward, match.backward) + 0.01


@given(crowds(), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_it_does_not_depend_on_who_came_first(crowd: list[Person], random: object) -> None:
    shuffled = list(crowd)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = Index(crowd), Index(shuffled)
    for reader in one:
        assert one.matches(reader) == other.matches(reader)


@given(crowds())
@settings(max_examples=30, deadline=None)
def test_colleagues_never_match(crowd: list[Person]) -> None:
    index = Index(crowd)
    for reader in crowd:
        for match in index.matches(reader.key, most=len(crowd)):
            other = index.entries[match.other].person
            assert reader.key != other.key
            assert reader.organisation is None or reader.organisation != other.organisation


@given(crowds())
@settings(max_examples=30, deadline=None)
def test_reasons_name_words_that_stand_in_the_texts(crowd: list[Person]) -> None:
    index = Index(crowd)
    for reader in crowd:
        for match in index.matches(reader.key, most=len(crowd)):
            mine, theirs = (_all_text(person) for person in (reader, index.entries[match.other].person))
            for reason in match.reasons:
                assert all(word in mine for word in reason.mine)
                assert all(word in theirs for word in reason.theirs)


@pytest.mark.parametrize("number", [number for number in range(len(STATEMENTS)) if number != TRAINS_A_MODEL])
def test_who_seeks_it_in_finnish_finds_who_offers_it_in_english(english_offers: Index, number: int) -> None:
    english_offers.add(says(READER, "need", "fi", STATEMENTS[number][0]))
    found = english_offers.matches(READER, most=1)[0]
    english_offers.remove(READER)
    assert found.other == number
    reason = next(one for one in found.reasons if one.kind == ReasonKind.THEY_OFFER)
    assert all(word in STATEMENTS[number][0] for word in reason.mine)
    assert all(word in STATEMENTS[number][1] for word in reason.theirs)


def test_weights_change_the_order() -> None:
    hydrogen, _ = STATEMENTS[0]
    people = [
        says(READER, "need", "fi", hydrogen, region="19"),
        says(1, "offer", "en", STATEMENTS[0][1], region="19"),  # what is sought, from the same region
        says(2, "offer", "en", STATEMENTS[12][1], region="16"),
    ]
    orders = [
        [match.other for match in Index(people, weights=weights).matches(READER)]
        for weights in (ONLY_OFFERS, ONLY_REGION)
    ]
    assert orders == [[1, 2], [2, 1]]


def _all_text(person: Person) -> str:
    return "\n".join([text for one in person.statements for text in one.texts.values()] + [*person.expertise.values()])
