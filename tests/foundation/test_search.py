"""Words are found in whatever form they stand, on both databases alike."""

import pytest
from flask import Flask

from elmo_events.foundation import search
from elmo_events.foundation.database import db, transaction

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
