"""Food is counted without names; accessibility needs are shown with them; every look is noted."""

import re

from elmo_events.accounts.models import Account, AuditEntry
from elmo_events.foundation.database import db, transaction
from elmo_events.registration import actions
from tests import makers
from tests.attendees.conftest import Place, afresh
from tests.client import CheckingClient


def text_of(page: str) -> str:
    main = page[page.index("<main") :]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def test_food_is_counted_per_diet_without_names(client: CheckingClient, place: Place, editor: Account) -> None:
    for number, diet in enumerate(["Vegaani", "vegaani ", " VEGAANI.", "gluteeniton", "", ""]):
        place.sign_up("Virtanen", f"Aino{number}", email=f"{number}@example.org", diet=diet)
    place.sign_up("Etänen", way=place.online)
    gone = place.sign_up("Poissa", diet="maidoton")
    with transaction():
        actions.cancel(gone)
    page = client.get(f"/en/organiser/events/{place.event.id}/catering").get_data(as_text=True)
    text = text_of(page)
    assert "On site 6" in text
    assert "Vegaani 3" in text
    assert "gluteeniton 1" in text
    assert "No dietary requirements 2" in text
    assert "maidoton" not in text
    assert "Virtanen" not in page
    afresh()
    entry = db.session.query(AuditEntry).one()
    assert (entry.action, entry.details) == ("special needs seen", {"what": "diets without names"})


def test_an_event_without_catering_has_no_food(client: CheckingClient, place: Place, editor: Account) -> None:
    other = makers.event(place.event.organiser, slug="toinen")
    listed = client.get(f"/en/organiser/events/{other.id}/attendees").get_data(as_text=True)
    assert "/catering" not in listed
    assert "No food is served" in client.get(f"/en/organiser/events/{other.id}/catering").get_data(as_text=True)


def test_accessibility_needs_are_for_those_who_arrange_them(
    client: CheckingClient, place: Place, editor: Account
) -> None:
    place.sign_up("Öberg", accessibility="Induktiosilmukka")
    place.sign_up("Adams", accessibility="Pyörätuoli")
    place.sign_up("Virtanen")
    url = f"/en/organiser/events/{place.event.id}/accessibility-needs"
    text = text_of(client.get(url).get_data(as_text=True))
    assert text.index("Adams Aino Pyörätuoli") < text.index("Öberg Aino Induktiosilmukka")
    assert "Virtanen" not in text
    afresh()
    assert db.session.query(AuditEntry).one().about_id == place.event.id
    client.sign_in(makers.member(makers.organiser("kainuu"), "stranger@example.org"))
    assert client.get(url).status_code == 404
    assert client.get(f"/en/organiser/events/{place.event.id}/catering").status_code == 404
    afresh()
    assert db.session.query(AuditEntry).count() == 1
