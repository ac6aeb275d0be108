"""Words are found in whatever form they stand, on both databases alike."""

from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text

from elmo_events import create_app
from elmo_events.foundation import search
from elmo_events.foundation.database import db, transaction
from tests.conftest import settings_in

PAIRS = [
    ("vety", "vedyn"), ("kiertotalous", "kiertotaloudessa"), ("koulutus", "koulutuksessa"), ("sivuvirta", "sivuvirtojen"),
    ("klusteri", "klustereiden"), ("yritys", "yrityksille"), ("kaivosvesi", "kaivosvesien"), ("tekoäly", "tekoälyn"),
    ("biojalostus", "biojalostuksen"), ("lämpövarasto", "lämpövarastoa"), ("rikastushiekka", "rikastushiekan"),
    ("tutkimusryhmä", "tutkimusryhmää"), ("akku", "akkujen"), ("kumppani", "kumppaneita"), ("matkailu", "matkailussa"),
    ("klusterutbildning", "klusterutbildningen"), ("lösning", "lösningarna"), ("gruva", "gruvor"), ("vätgas", "vätgasen"),
    ("företag", "företagen"), ("evenemang", "evenemangen"), ("forskare", "forskarna"), ("möte", "möten"),
    ("sidoström", "sidoströmmar"), ("utbildning", "utbildningar"),
    ("battery", "batteries"), ("mine", "mines"), ("training", "trainings"), ("meeting", "meetings"), ("city", "cities"),
]  # fmt: skip


def indexed(*texts: search.Wording, about_id: int = 1, kind: str = "profile") -> None:
    with transaction():
        search.index(kind, about_id, *texts)


def found(words: str, kind: str = "profile") -> list[int]:
    asked = search.matching(kind, words)
    assert asked is not None
    return sorted(db.session.scalars(asked))


@pytest.mark.parametrize("pair", PAIRS, ids="/".join)
def test_each_form_finds_the_other(app: Flask, pair: tuple[str, str]) -> None:
    for number, word in enumerate(pair):
        indexed(f"Etsimme: {word}, och andra.", about_id=number)
    assert found(f"{pair[0]} ") == found(f"{pair[1]} ") == [0, 1]


def test_the_index_of_words_is_asked_once_whatever_number_of_documents(sqlite_template: Path) -> None:
    """SQLite, left to itself, goes through all documents of a kind and asks the index anew for each: seconds among thousands."""
    with create_app(**settings_in(sqlite_template)).app_context():
        ranked = search.ranked("profile", "vety")
        assert ranked is not None
        said = ranked.order_by(None).compile(db.engine, compile_kwargs={"literal_binds": True})
        steps = [row.detail for row in db.session.execute(text(f"EXPLAIN QUERY PLAN {said}"))]
        db.session.remove()
        db.engine.dispose()
    assert steps[0].startswith("SCAN search_fts"), steps
