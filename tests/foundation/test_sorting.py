"""å, ä and ö come last; Sámi letters stand beside their base letters."""

from hypothesis import given
from hypothesis import strategies as st

from elmo_events.foundation.sorting import name_sort_key, sort_key


def test_the_finnish_alphabet_ends_with_its_own_letters() -> None:
    names = [
        "Öberg",
        "Åkerman",
        "Zetterström",
        "Äijö",
        "Aalto",
        "Näkkäläjärvi",
        "Nyman",
        "Šťastná",
        "Stenius",
        "Đorđe",
        "Dahl",
    ]
    assert sorted(names, key=sort_key) == [
        "Aalto", "Dahl", "Đorđe", "Nyman", "Näkkäläjärvi", "Šťastná", "Stenius", "Zetterström", "Åkerman", "Äijö", "Öberg",
    ]  # fmt: skip


def test_names_sort_by_family_name_then_given_name() -> None:
    people = [("Mäki-Petäjä", "Jean-Luc"), ("Mäki", "Žofie"), ("Mäki", "Anna")]
    assert sorted(people, key=lambda person: name_sort_key(*person)) == [
        ("Mäki", "Anna"), ("Mäki", "Žofie"), ("Mäki-Petäjä", "Jean-Luc"),
    ]  # fmt: skip


@given(st.text(max_size=300))
def test_any_text_has_a_key_of_plain_ascii_that_fits_its_column(text: str) -> None:
    assert sort_key(text).isascii()
    assert len(sort_key(text)) <= 200
