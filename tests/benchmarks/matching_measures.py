"""How good are rankings and lists? Measures of retrieval, and of how evenly people appear."""

import math
from collections.abc import Callable, Mapping, Sequence
from statistics import fmean

USEFUL = 2  # a grade, or a gain, from which somebody is worth meeting
Gain = Callable[[int, int], int]


def precision(gains: Sequence[int], most: int = 5) -> float:
    """The share of the first few that are useful."""
    return sum(gain >= USEFUL for gain in gains[:most]) / most


def ndcg(gains: Sequence[int], best: Sequence[int], most: int = 10) -> float:
    """Gains, discounted by place, against the best order there is (`best`: all gains there are)."""
    ideal = _discounted(sorted(best, reverse=True)[:most])
    return _discounted(gains[:most]) / ideal if ideal else 0.0


def _discounted(gains: Sequence[int]) -> float:
    return sum((2**gain - 1) / math.log2(place + 2) for place, gain in enumerate(gains))


def gini(counts: Sequence[int]) -> float:
    """0: everybody appears equally often; towards 1: a few appear in all lists."""
    ordered, total = sorted(counts), sum(counts)
    if not total:
        return 0.0
    weighted = sum((place + 1) * count for place, count in enumerate(ordered))
    return (2 * weighted) / (len(ordered) * total) - (len(ordered) + 1) / len(ordered)


def quality(rankings: Mapping[int, Sequence[int]], gain: Gain, everybody: Sequence[int]) -> dict[str, float]:
    """Of those readers for whom somebody useful is there at all."""
    precisions, gains_at_ten, reciprocal = [], [], []
    for reader, ranking in rankings.items():
        possible = [gain(reader, other) for other in everybody if other != reader]
        if max(possible) < USEFUL:
            continue
        gains = [gain(reader, other) for other in ranking]
        both = [min(gain(reader, other), gain(other, reader)) for other in ranking]
        precisions.append(precision(gains))
        gains_at_ten.append(ndcg(gains, possible))
        if any(min(gain(reader, other), gain(other, reader)) >= USEFUL for other in everybody if other != reader):
            reciprocal.append(precision(both))
    return {
        "precision@5": fmean(precisions) if precisions else 0.0,
        "nDCG@10": fmean(gains_at_ten) if gains_at_ten else 0.0,
        "reciprocal@5": fmean(reciprocal) if reciprocal else 0.0,
    }


def evenness(rankings: Mapping[int, Sequence[int]], everybody: Sequence[int], gain: Gain) -> dict[str, float]:
    """`coverage`: who is in three lists or more. `no candidate`: whose list holds nobody useful, or is empty."""
    appearances = dict.fromkeys(everybody, 0)
    for ranking in rankings.values():
        for other in ranking:
            appearances[other] += 1
    empty = sum(not any(gain(reader, other) >= USEFUL for other in ranking) for reader, ranking in rankings.items())
    return {
        "coverage": sum(count >= 3 for count in appearances.values()) / len(appearances),
        "Gini": gini(list(appearances.values())),
        "nobody useful": empty / len(rankings),
    }
