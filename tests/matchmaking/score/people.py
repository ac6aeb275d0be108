"""People of all kinds, for properties that must hold for anybody."""

from hypothesis import strategies as st

from elmo_events.matchmaking.score.people import Person, Statement
from tests.matchmaking.score.texts import STATEMENTS

KINDS = [None, "university", "small-company", "municipality", "cluster-organisation"]


@st.composite
def statements(draw: st.DrawFn) -> tuple[Statement, ...]:
    found = []
    for key in range(draw(st.integers(0, 3))):
        finnish, english = draw(st.sampled_from(STATEMENTS))
        texts = draw(st.sampled_from([{"fi": finnish}, {"en": english}, {"fi": finnish, "en": english}]))
        kind = draw(st.sampled_from(["business", "technology", "research", "training"]))
        found.append(Statement(key, draw(st.sampled_from(["offer", "need"])), kind, None, texts))
    return tuple(found)


@st.composite
def crowds(draw: st.DrawFn, most: int = 9) -> list[Person]:
    number = draw(st.integers(2, most))
    others = st.frozensets(st.integers(0, number - 1), max_size=2)
    return [
        Person(
            key,
            organisation=draw(st.sampled_from([None, None, 1, 2])),
            kind=draw(st.sampled_from(KINDS)),
            region=draw(st.sampled_from([None, "19", "16"])),
            country=draw(st.sampled_from(["FI", "FI", "SE"])),
            statements=draw(statements()),
            met_before={other: draw(st.floats(0, 5)) for other in sorted(draw(others)) if other != key},
            wants=draw(others) - {key},
        )
        for key in range(number)
    ]
