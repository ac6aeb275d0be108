"""How good and how fast is the matching score? `python -m tests.benchmarks.matching [population labelled speed]`

Everything stands beside chance, popularity, common themes and TF-IDF of the same run. Two kinds of truth: a population with
planted needs (matching_population.py says how it is made) and pairs that were graded by hand (labelled.py).
"""

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import fmean

from elmo_events.matchmaking.score.background import GROUPS
from elmo_events.matchmaking.score.concepts import Concepts
from elmo_events.matchmaking.score.index import Index
from elmo_events.matchmaking.score.lists import lists
from elmo_events.matchmaking.score.people import Person, Statement
from tests.benchmarks import labelled
from tests.benchmarks import matching_baselines as baselines
from tests.benchmarks.matching_measures import evenness, ndcg, precision, quality
from tests.benchmarks.matching_population import Population, population
from tests.benchmarks.report import Report

Rankings = Mapping[int, Sequence[int]]
SEED, SIZES, READERS = 2027, (200, 1000), 200
GROUP_NAMES = sorted(set(GROUPS.values()))


def main(report: Report, wanted: Sequence[str] = ()) -> None:
    parts: dict[str, Callable[[Report], None]] = {"population": planted, "labelled": by_hand, "speed": speed}
    for name in wanted or parts:
        parts[name](report)


def planted(report: Report) -> None:
    for number in SIZES:
        made = population(number, SEED)
        report.title(f"Recommendations among {number} people with planted needs (seed {SEED})")
        methods = _methods(made)
        found = {name: quality(rankings, made.gain, range(number)) for name, rankings in methods.items()}
        _table(report, found)
        _against(report, found)
        _by_group(report, made, methods)
        _whole_lists(report, made, methods["ours"])


def _methods(made: Population) -> dict[str, Rankings]:
    people, readers = made.people, range(min(READERS, len(made.people)))
    index = Index(people, made.taxonomy)
    without_concepts = Index(people, made.taxonomy, concepts=Concepts())
    worths = {
        "chance": baselines.by_chance(people),
        "popularity": baselines.by_popularity(people),
        "themes (Jaccard)": baselines.by_themes(people),
        "TF-IDF of profiles": baselines.by_words(people),
        "TF-IDF of needs and offers": baselines.by_needs_and_offers(people),
        "best possible": lambda reader, other: made.gain(reader, other) + made.gain(other, reader) / 10,
    }
    return {
        "ours": {reader: [match.other for match in index.matches(reader)] for reader in readers},
        "ours, one direction only": {reader: _forward(index, reader) for reader in readers},
        "ours, without the concepts": {
            reader: [match.other for match in without_concepts.matches(reader)] for reader in readers
        },
    } | {name: {reader: baselines.ranking(worth, reader, people) for reader in readers}
         for name, worth in worths.items()}  # fmt: skip


def _forward(index: Index, reader: int) -> list[int]:
    scored = index.comparison(reader).scored(index)
    return [match.other for match in sorted(scored, key=lambda match: (-match.forward, match.other))[:10]]


def _table(report: Report, found: Mapping[str, Mapping[str, float]]) -> None:
    for name, figures in found.items():
        report.note(name, "   ".join(f"{measure} {figure:.2f}" for measure, figure in figures.items()))


def _against(report: Report, found: Mapping[str, Mapping[str, float]]) -> None:
    for measure, ours in found["ours"].items():
        rivals = {name: figures[measure] for name, figures in found.items() if name not in {"best possible"}}
        rivals = {name: figure for name, figure in rivals.items() if not name.startswith("ours")}
        strongest = max(rivals, key=lambda name: rivals[name])
        ratio = ours / rivals[strongest] if rivals[strongest] else float("inf")
        report.at_least(f"{measure} against the best of them ({strongest})", ratio, 1, "times")


def _by_group(report: Report, made: Population, methods: Mapping[str, Rankings]) -> None:
    everybody = range(len(made.people))
    groups = {f"profiles in {language}": {key for key in everybody if made.languages[key] == language}
              for language in ("fi", "sv", "en")}  # fmt: skip
    for group in GROUP_NAMES:
        groups[group] = {key for key in everybody if GROUPS.get(made.people[key].kind or "") == group}
    for name, members in groups.items():
        shown = {}
        for method in ("ours", "themes (Jaccard)", "TF-IDF of needs and offers"):
            own = {reader: ranking for reader, ranking in methods[method].items() if reader in members}
            shown[method] = quality(own, made.gain, everybody)["precision@5"] if own else 0.0
        if any(reader in members for reader in methods["ours"]):
            report.note(
                f"precision@5, {name}", "   ".join(f"{method} {figure:.2f}" for method, figure in shown.items())
            )


def _whole_lists(report: Report, made: Population, ranked: Rankings) -> None:
    everybody = range(len(made.people))
    index = Index(made.people, made.taxonomy)
    begun = time.perf_counter()
    whole = {reader: [match.other for match in own] for reader, own in lists(index).items()}
    seconds = time.perf_counter() - begun
    best = {reader: [match.other for match in index.matches(reader)] for reader in everybody}
    _table(report, {"everybody's best ten": evenness(best, everybody, made.gain),
                    "lists with caps": evenness(whole, everybody, made.gain),
                    "lists with caps, quality": quality(whole, made.gain, everybody)})  # fmt: skip
    report.at_least("lists with caps: in three lists or more", evenness(whole, everybody, made.gain)["coverage"], 1, "")
    report.at_most(f"lists of {len(everybody)} people", seconds, 10, "s")


def by_hand(report: Report) -> None:
    written = labelled.statements()
    offers = [one for one in written.values() if one.direction == "offer"]
    for part in (labelled.TUNING, labelled.HELD_OUT):
        grades = labelled.pairs(part)
        count = sum(map(len, grades.values()))
        report.title(f"Graded by hand, by one author: {count} pairs of {len(grades)} needs ({part})")
        needs = [written[key] for key in grades]
        for name, worth in _readers_of(needs, offers).items():
            within, among_all = [], []
            for need in needs:
                own = grades[need.key]
                order = sorted(offers, key=lambda offer, need=need: (-worth(need.key, offer.key), offer.key))
                within.append(ndcg([own[offer.key] for offer in order if offer.key in own], list(own.values())))
                useful = sum(grade >= 2 for grade in own.values())
                among_all.append(precision([own.get(offer.key, 0) for offer in order], useful))
            report.note(name, f"nDCG of the labelled {fmean(within):.2f}   "
                              f"useful ones first, among all {len(offers)} offers {fmean(among_all):.2f}")  # fmt: skip


def _readers_of(
    needs: Sequence[labelled.Written], offers: Sequence[labelled.Written]
) -> dict[str, Callable[[str, str], float]]:
    """How each method weighs a need against an offer, by their keys."""
    every = [*needs, *offers]
    vectors = dict(zip([one.key for one in every], baselines.tf_idf([one.text for one in every]), strict=True))
    return {
        "ours": _ours(every, None),
        "ours, without the concepts": _ours(every, Concepts()),
        "TF-IDF": lambda need, offer: baselines.product(vectors[need], vectors[offer]),
        "chance": baselines.by_chance([]),  # type: ignore[dict-item]
    }


def _ours(every: Sequence[labelled.Written], concepts: Concepts | None) -> Callable[[str, str], float]:
    index = Index(
        [
            Person(number, statements=(Statement(0, one.direction, "technology", None, {one.language: one.text}),))
            for number, one in enumerate(every)
        ],
        concepts=concepts,
    )
    numbers = {one.key: number for number, one in enumerate(every)}
    for postings in (index.needs, index.offers):
        postings.weigh_anew()

    def worth(need: str, offer: str) -> float:
        return index.needs.vectors((numbers[need], 0)).likeness(index.offers.vectors((numbers[offer], 0)))

    return worth


def speed(report: Report) -> None:
    report.title("How fast are recommendations?")
    made = population(5000, SEED)
    begun = time.perf_counter()
    index = Index(made.people, made.taxonomy)
    index.matches(0)
    report.note("reading 5,000 profiles", f"{time.perf_counter() - begun:.1f} s")
    tries = []
    for reader in range(1, 21):
        begun = time.perf_counter()
        index.matches(reader)
        tries.append(1000 * (time.perf_counter() - begun))
    report.at_most("recommendations for one among 5,000 (median of 20)", sorted(tries)[10], 100, "ms")


if __name__ == "__main__":
    main(Report(), sys.argv[1:])
