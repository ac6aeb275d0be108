"""Somebody with everything that the directory can show of a person, and what it shows to others."""

import re

from elmo_events.foundation import search
from elmo_events.foundation.database import db, transaction
from elmo_events.network.actions import organisation_for
from elmo_events.network.models import Organisation
from elmo_events.profiles.actions.pictures import put_picture
from elmo_events.profiles.models import Profile
from elmo_events.profiles.queries.pictures import picture_mark
from elmo_events.profiles.rules import Direction
from tests import meeting_makers
from tests.client import CheckingClient

LIST, STATED = "/en/directory", "/en/directory/offers-and-needs"


def employer(name: str, has_page: bool = True) -> Organisation:
    with transaction():
        made = organisation_for(name, None, None)
        made.has_page = has_page
    return made


def shown_person(organisation: Organisation) -> Profile:
    """Otso Virtanen from Sweden: with a picture, an offer and a page of his organisation; findable."""
    made = meeting_makers.profile(
        "otso@example.org", "Otso", "Virtanen", visibility="network", organisation="Kilpailija Oy",
        organisation_id=organisation.id, country="SE", expertise={"en": "Photonics"}, languages=["sv"],
    )  # fmt: skip
    meeting_makers.statement(made, Direction.OFFER, "Lignin adhesive")
    with transaction():
        put_picture(made, b"a picture")
    search.rebuild()
    return made


def number_shown(client: CheckingClient, address: str) -> int:
    """What the line above a list says."""
    found = re.search(r'role="status">\s*(\d+) ', client.get(address).text)
    assert found
    return int(found[1])


def places_that_show(client: CheckingClient, person: Profile, organisation: Organisation) -> set[str]:
    """Every place of the directory where this visitor meets anything of a person; one that only its address tells too."""
    db.session.rollback()
    mark = picture_mark(person)
    pages = {
        "list": LIST,
        "search by name": f"{LIST}?words=otso",
        "search by the start of a name": f"{LIST}?words=virt",
        "search by expertise": f"{LIST}?words=photonics",
        "search by what they offer": f"{LIST}?words=lignin",
        "filter": f"{LIST}?country=SE",
        "offers": STATED,
        "search of offers": f"{STATED}?words=adhesives",
        "organisation": f"/en/organisations/{organisation.slug}",
    }
    found = {name for name, page in pages.items() if _tells(client.get(page).text, person)}
    if 'value="SE"' in client.get(LIST).text:
        found.add("countries to choose")
    addresses = {
        "page": f"{LIST}/{person.id}",
        "picture": f"/profiles/{person.id}/picture-{mark}.webp",
        "page to avoid them": f"/en/profiles/{person.id}/avoidance",
    }
    for name, address in addresses.items():
        status = client.get(address).status_code
        assert status in {200, 404}
        found |= {name} if status == 200 else set()
    if number_shown(client, LIST) > 1:
        found.add("number of people")
    if number_shown(client, f"{LIST}?words=otso"):
        found.add("number found")
    if number_shown(client, STATED):
        found.add("number of offers")
    return found


def _tells(page: str, person: Profile) -> bool:
    return any(
        word in page for word in (person.last_name, "Lignin", f"/directory/{person.id}", f"/profiles/{person.id}/")
    )
