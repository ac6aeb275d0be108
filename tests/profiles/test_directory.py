"""The directory: filters, pages, and search that nothing which anybody types can break."""

import re

import pytest
from flask import Flask

from elmo_events.foundation import search
from elmo_events.foundation.database import db
from elmo_events.network.models import OrganisationType, Theme
from elmo_events.profiles.models import Profile
from elmo_events.profiles.queries.directory import PEOPLE_ON_A_PAGE
from elmo_events.profiles.rules import Direction
from tests import makers, meeting_makers
from tests.client import CheckingClient
from tests.profiles.directory_people import LIST, STATED, number_shown

ODD = [
    '"',
    '"lignin',
    "*",
    "lig*",
    "NEAR",
    "NEAR(a b)",
    "lignin AND",
    "a OR",
    "NOT",
    "-",
    "(",
    "'",
    ":",
    "{x}",
    "%",
    "_",
    "&|!",
    "name:otso",
    "^lig",
    "ja och the",
    "🙂",
    "кластер",
    "\\",
]


@pytest.fixture
def otso(aino: Profile) -> Profile:
    kind, theme = db.session.query(OrganisationType).one(), db.session.query(Theme).one()
    made = meeting_makers.profile(
        "otso@example.org", "Otso", "Virtanen", visibility="network", organisation_type_id=kind.id, region_code="16",
        country="SE", languages=["sv"],
    )  # fmt: skip
    meeting_makers.statement(made, Direction.NEED, "Lignin adhesive", kind="research", theme_id=theme.id)
    search.rebuild()
    return made


@pytest.mark.parametrize(
    ("fits", "does_not"),
    [
        ("direction=need", "direction=offer"), ("statement_kind=research", "statement_kind=training"),
        ("theme=clean", None), ("kind=company", None), ("region=16", "region=19"), ("country=SE", None),
        ("language=sv", "language=de"),
    ],
)  # fmt: skip
def test_narrow_both_lists(as_aino: CheckingClient, otso: Profile, fits: str, does_not: str | None) -> None:
    for page in (LIST, STATED):
        assert number_shown(as_aino, f"{page}?{fits}") == 1
        assert "Virtanen" in as_aino.get(f"{page}?{fits}").text
        if does_not:
            assert number_shown(as_aino, f"{page}?{does_not}") == 0


def test_filters_hold_together_and_what_is_no_choice_counts_for_nothing(as_aino: CheckingClient, otso: Profile) -> None:
    assert number_shown(as_aino, f"{LIST}?region=16&language=fi") == 0
    assert number_shown(as_aino, f"{LIST}?region=16&language=sv&words=otso") == 1
    assert number_shown(as_aino, f"{LIST}?region=nowhere&kind=%27&theme=%25") == 2


def test_people_stand_on_pages_each_of_them_once(app: Flask, as_aino: CheckingClient) -> None:
    for number in range(PEOPLE_ON_A_PAGE + 2):
        meeting_makers.profile(f"p{number}@example.org", f"Person{number}x", "Koski", visibility="network")
    first, second = (as_aino.get(f"{LIST}?page={page}").text for page in (1, 2))
    for address in (LIST, f"{LIST}?page=3"):
        assert number_shown(as_aino, address) == PEOPLE_ON_A_PAGE + 3
    assert (first.count('class="person-card"'), second.count('class="person-card"')) == (PEOPLE_ON_A_PAGE, 3)
    for number in range(PEOPLE_ON_A_PAGE + 2):
        assert (f"Person{number}x" in first) != (f"Person{number}x" in second)
    names = re.findall(r"Person\d+x", first + second)
    assert list(dict.fromkeys(names)) == sorted(set(names))
    for odd in ("0", "-1", "x", "99999999999999999999"):
        assert as_aino.get(f"{LIST}?page={odd}").status_code == 200


@pytest.mark.parametrize("page", [LIST, STATED, "/en/organisations", "/en/events"])
def test_odd_words_are_words(as_aino: CheckingClient, otso: Profile, page: str) -> None:
    for words in (*ODD, "word " * 500, "x" * 5000, "", "   "):
        assert as_aino.get(page, query_string={"words": words}).status_code == 200, words


@pytest.mark.parametrize("words", ["virt", "VIRTANEN", "otso virt", '"otso"', "virtanen*", "lign", "adhesives"])
def test_the_start_of_a_word_is_enough(as_aino: CheckingClient, otso: Profile, words: str) -> None:
    assert number_shown(as_aino, f"{LIST}?words={words}") == 1


def test_events_are_found_by_forms_of_their_words(as_aino: CheckingClient) -> None:
    makers.event(makers.organiser())
    search.rebuild()
    for words, found in (("kiertotaloudessa", True), ("sivuvirtapulma", True), ("circ", True), ("robotics", False)):
        assert ("Circular economy workshop" in as_aino.get(f"/en/events?words={words}").text) == found
