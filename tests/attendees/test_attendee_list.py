"""The list: every filter, alone and together, every order, its pages and columns, and who may see it."""

import re
from datetime import timedelta
from typing import Any

import pytest

from elmo_events.accounts.models import Account
from elmo_events.events.models import Admission
from elmo_events.foundation.database import db, transaction
from elmo_events.mail.models import Message
from elmo_events.mail.rules import MessageState
from elmo_events.network.models import OrganisationType
from elmo_events.registration import actions
from elmo_events.registration.models import Registration
from tests import makers
from tests.attendees.conftest import Place
from tests.client import CheckingClient


def url_of(place: Place) -> str:
    return f"/en/organiser/events/{place.event.id}/attendees"


def names(client: CheckingClient, place: Place, **asked: Any) -> list[str]:
    """The names in the table, in their order."""
    page = client.get(url_of(place), query_string=asked)
    assert page.status_code == 200
    return re.findall(r'class="row-link"[^>]*>([^<]+)</a>', page.get_data(as_text=True))


@pytest.fixture
def people(place: Place, editor: Account) -> dict[str, Registration]:
    company = db.session.query(OrganisationType).one().id
    return {
        "Zäpfel": place.sign_up("Zäpfel", organisation="Öljy Oy", region_code="19", language="en"),
        "Öberg": place.sign_up("Öberg", "Åsa", organisation="Malli-AMK", language="sv", extras=[place.visit]),
        "Äijälä": place.sign_up("Äijälä", organisation="Ääni Oy", way=place.online, parts=place.parts[:1]),
        "Åkesson": place.sign_up("Åkesson", organisation="Zeta Ab", organisation_type_id=company),
        "Adams": place.sign_up("Adams", organisation="Alfa Oy", email="a.adams@amk.example.org", by=editor),
    }


def test_by_name_the_swedish_letters_are_last(client: CheckingClient, place: Place, people: Any) -> None:
    ordered = ["Adams Aino", "Zäpfel Aino", "Åkesson Aino", "Äijälä Aino", "Öberg Åsa"]
    assert names(client, place) == ordered
    assert names(client, place, sort="-name") == ordered[::-1]


def test_by_organisation_the_swedish_letters_are_last(client: CheckingClient, place: Place, people: Any) -> None:
    assert names(client, place, sort="organisation") == [
        "Adams Aino", "Öberg Åsa", "Åkesson Aino", "Äijälä Aino", "Zäpfel Aino",
    ]  # fmt: skip


def test_by_time_of_sign_up_and_by_state(client: CheckingClient, place: Place, people: Any) -> None:
    with transaction():
        for hours, name in enumerate(["Öberg", "Adams", "Åkesson", "Zäpfel", "Äijälä"]):
            db.session.get_one(Registration, people[name].id).created_at += timedelta(hours=hours)
    assert names(client, place, sort="-created")[0] == "Äijälä Aino"
    assert names(client, place, sort="created")[0] == "Öberg Åsa"
    cancel(people["Zäpfel"])
    assert names(client, place, sort="state")[0] == "Zäpfel Aino"
    assert names(client, place, sort="-state")[-1] == "Zäpfel Aino"


def test_an_unknown_sort_is_by_name(client: CheckingClient, place: Place, people: Any) -> None:
    assert names(client, place, sort="'; DROP TABLE registration") == names(client, place)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "öberg"}, ["Öberg Åsa"]),
        ({"q": "  ÅSA   öberg "}, ["Öberg Åsa"]),
        ({"q": "malli-amk"}, ["Öberg Åsa"]),
        ({"q": "amk.example"}, ["Adams Aino"]),
        ({"q": "aino oy"}, ["Adams Aino", "Zäpfel Aino", "Äijälä Aino"]),
        ({"q": "100%"}, []),
        ({"q": "_"}, []),
        ({"region": "19"}, ["Zäpfel Aino"]),
        ({"speaks": ["sv", "en"]}, ["Zäpfel Aino", "Öberg Åsa"]),
        ({"special": "added_by_hand"}, ["Adams Aino"]),
        ({"speaks": "en", "region": "19", "q": "zäp"}, ["Zäpfel Aino"]),
        ({"speaks": "sv", "region": "19"}, []),
        ({"region": "nowhere", "type": "x", "special": "?"}, None),
    ],
)
def test_search_and_filters(client: CheckingClient, place: Place, people: Any, asked: Any, found: Any) -> None:
    everybody = ["Adams Aino", "Zäpfel Aino", "Åkesson Aino", "Äijälä Aino", "Öberg Åsa"]
    assert names(client, place, **asked) == (everybody if found is None else found)


def test_filters_on_what_was_chosen(client: CheckingClient, place: Place, people: Any) -> None:
    company = db.session.query(OrganisationType).one().id
    assert names(client, place, admission=place.online) == ["Äijälä Aino"]
    assert names(client, place, extra=place.visit) == ["Öberg Åsa"]
    assert "Äijälä Aino" not in names(client, place, part=place.parts[1])
    assert len(names(client, place, part=place.parts[0])) == 5
    assert names(client, place, type=company) == ["Åkesson Aino"]
    assert names(client, place, extra=place.visit, admission=place.online) == []


def test_filter_by_day_of_sign_up_in_the_events_own_days(client: CheckingClient, place: Place, people: Any) -> None:
    with transaction():
        late = db.session.get_one(Registration, people["Öberg"].id)
        late.created_at = late.created_at.replace(year=2026, month=1, day=15, hour=22, minute=30)  # 16.1. in Helsinki
    assert names(client, place, since="2026-01-16", until="2026-01-16") == ["Öberg Åsa"]
    assert names(client, place, until="2026-01-15") == []
    assert "Öberg Åsa" not in names(client, place, since="2026-01-17")
    assert len(names(client, place, since="yesterday")) == 5


def test_filter_by_state_shows_the_queue_in_its_order(client: CheckingClient, place: Place, people: Any) -> None:
    with transaction():
        db.session.get_one(Admission, place.on_site).places = 4
    for name in ["Virtanen", "Korhonen"]:
        place.sign_up(name)
    page = client.get(url_of(place)).get_data(as_text=True)
    waiting = re.search(r'href="([^"]+)"[^>]*>On the waiting list <span class="count">2', page)
    assert waiting is not None
    found = client.get(waiting[1].replace("&amp;", "&")).get_data(as_text=True)
    assert re.findall(r'class="row-link"[^>]*>([^<]+)</a>', found) == ["Virtanen Aino", "Korhonen Aino"]
    assert re.findall(r"place (\d)", found) == ["1", "2"]
    cancel(people["Adams"])
    assert names(client, place, state="cancelled") == ["Adams Aino"]
    assert names(client, place, state="waiting") == ["Korhonen Aino"]
    assert len(names(client, place, state=["waiting", "cancelled"])) == 2


def test_filter_by_failed_mail(client: CheckingClient, place: Place, people: Any) -> None:
    with transaction():
        message = db.session.query(Message).filter_by(about_id=people["Öberg"].id).one()
        message.state = MessageState.FAILED
    assert names(client, place, special="mail_failed") == ["Öberg Åsa"]


def test_pages_hold_fifty_and_the_same_row_never_twice(client: CheckingClient, place: Place, editor: Account) -> None:
    with transaction():
        db.session.get_one(Admission, place.on_site).places = None
    for number in range(103):
        place.sign_up("Virtanen", f"Aino{number:03}", email=f"{number}@example.org")
    pages = [names(client, place, page=number) for number in (1, 2, 3)]
    assert [len(page) for page in pages] == [50, 50, 3]
    assert len({name for page in pages for name in page}) == 103
    assert names(client, place, page=99) == pages[2]
    assert names(client, place, page=-1) == pages[0]
    searched = [names(client, place, q="virtanen", page=number) for number in (1, 2, 3)]
    assert searched == pages
    assert names(client, place, q="virtanen", page=99) == pages[2]
    text = client.get(url_of(place), query_string={"q": "aino00"}).get_data(as_text=True)
    assert "10 of 103 registrations" in " ".join(text.split())


def test_columns_are_as_chosen_and_stay_in_the_links(client: CheckingClient, place: Place, people: Any) -> None:
    page = client.get(url_of(place), query_string={"column": ["phone", "name", "region"]}).get_data(as_text=True)
    head = page[page.index("<thead>") : page.index("</thead>")]
    assert [" ".join(re.sub("<[^>]+>", "", cell).split()) for cell in re.findall(r"<th.*?</th>", head, re.S)] == [
        "Name", "Phone number", "Region",
    ]  # fmt: skip
    assert "column=name&amp;column=phone&amp;column=region" in page
    without_names = client.get(url_of(place), query_string={"column": ["email"]}).get_data(as_text=True)
    assert "Öberg" not in without_names[without_names.index("<tbody>") :]


def test_each_chosen_filter_can_be_removed(client: CheckingClient, place: Place, people: Any) -> None:
    asked = {"speaks": ["sv", "en"], "region": "19", "since": "2026-01-02", "state": "confirmed"}
    page = client.get(url_of(place), query_string=asked).get_data(as_text=True)
    tags = dict(
        re.findall(r'href="([^"]+)"><span class="visually-hidden">Remove the filter </span>([^<]+?) <svg', page)
    )
    assert set(tags.values()) == {"svenska", "English", "Lapland", "Registered from 2 January 2026"}
    without_region = next(url for url, text in tags.items() if text == "Lapland").replace("&amp;", "&")
    found = client.get(without_region).get_data(as_text=True)
    assert re.findall(r'class="row-link"[^>]*>([^<]+)</a>', found) == ["Zäpfel Aino", "Öberg Åsa"]
    in_finnish = client.get(url_of(place).replace("/en/", "/fi/"), query_string={"q": "aino"}).get_data(as_text=True)
    assert "”aino”" in in_finnish


def test_an_empty_list_says_so(client: CheckingClient, place: Place, editor: Account) -> None:
    assert "Nobody has registered yet" in client.get(url_of(place)).get_data(as_text=True)


def test_only_own_members_see_it(client: CheckingClient, place: Place) -> None:
    stranger = makers.member(makers.organiser("kainuu"), "stranger@example.org")
    assert client.get(url_of(place)).status_code == 302
    client.sign_in(stranger)
    assert client.get(url_of(place)).status_code == 404
    client.sign_in(makers.account("admin@example.org", is_network_administrator=True))
    assert client.get(url_of(place)).status_code == 404


def test_other_events_stay_apart(client: CheckingClient, place: Place, people: Any) -> None:
    other = makers.event(place.event.organiser, slug="toinen")
    assert "Öberg" not in client.get(f"/en/organiser/events/{other.id}/attendees").get_data(as_text=True)
    assert names(client, place, admission=other.admissions[0].id) == names(client, place)


def cancel(registration: Registration) -> None:
    with transaction():
        actions.cancel(registration)
