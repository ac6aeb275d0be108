"""What the score is compared with: chance, popularity, common themes (as most products do), and plain TF-IDF."""

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from random import Random

from elmo_events.matchmaking.score.people import Person

Worth = Callable[[int, int], float]
_WORD = re.compile(r"\w+")


def ranking(worth: Worth, reader: int, people: Sequence[Person], most: int = 10) -> list[int]:
    """The best by some worth; colleagues are left out, as everywhere."""
    mine = people[reader].organisation
    others = [one.key for one in people if one.key != reader and one.organisation != mine]
    return sorted(others, key=lambda other: (-worth(reader, other), other))[:most]


def by_chance(people: Sequence[Person], seed: int = 0) -> Worth:
    random = Random(seed)
    return lambda reader, other: random.random()


def by_popularity(people: Sequence[Person]) -> Worth:
    """Those whose themes most others have chosen too."""
    chosen = Counter(theme for one in people for theme in one.themes)
    popularity = {one.key: sum(chosen[theme] for theme in one.themes) for one in people}
    return lambda reader, other: popularity[other]


def by_themes(people: Sequence[Person]) -> Worth:
    """Jaccard index of all themes, of profiles and statements."""
    themes = [one.themes | {stated.theme for stated in one.statements if stated.theme} for one in people]

    def worth(reader: int, other: int) -> float:
        union = themes[reader] | themes[other]
        return len(themes[reader] & themes[other]) / len(union) if union else 0.0

    return worth


def by_words(people: Sequence[Person]) -> Worth:
    """TF-IDF of the whole profile: words as they are written."""
    vectors = tf_idf([" ".join(_texts(one)) for one in people])
    return lambda reader, other: product(vectors[reader], vectors[other])


def by_needs_and_offers(people: Sequence[Person]) -> Worth:
    """TF-IDF again, but of what one seeks against what the other offers."""
    needs = [" ".join(text for stated in one.needs for text in stated.texts.values()) for one in people]
    offers = [" ".join(text for stated in one.offers for text in stated.texts.values()) for one in people]
    vectors = tf_idf(needs + offers)
    return lambda reader, other: product(vectors[reader], vectors[len(people) + other])


def tf_idf(texts: Sequence[str]) -> list[dict[str, float]]:
    counts = [Counter(_WORD.findall(text.lower())) for text in texts]
    holders = Counter(word for own in counts for word in own)
    return [
        _of_length_one({word: count * math.log(len(texts) / holders[word]) for word, count in own.items()})
        for own in counts
    ]


def product(first: dict[str, float], second: dict[str, float]) -> float:
    return sum(weight * second.get(word, 0.0) for word, weight in first.items())


def _of_length_one(vector: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight**2 for weight in vector.values()))
    return {word: weight / length for word, weight in vector.items()} if length else {}


def _texts(person: Person) -> list[str]:
    return [text for stated in person.statements for text in stated.texts.values()] + list(person.expertise.values())
