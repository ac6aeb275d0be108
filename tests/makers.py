"""Makers of rows for tests: sensible by default, every fact can be given. They add to the session; tests commit with `saved`."""

from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from elmo_events.accounts.models import Account
from elmo_events.events.models import Admission, Event, Part
from elmo_events.events.rules import EventFormat, EventKind, EventState, Mode
from elmo_events.foundation.database import Base, db, transaction
from elmo_events.network.models import OrganisationType, Region, Theme
from elmo_events.network.rules import RegionKind
from elmo_events.organisers.models import Membership, Organiser
from elmo_events.organisers.rules import Role

Row = TypeVar("Row", bound=Base)
SOON = timedelta(days=30)


def soon() -> datetime:
    """In about 30 days, before noon: no event of the tests goes on past midnight because they run late."""
    return (datetime.now(UTC) + SOON).replace(hour=9, minute=0, second=0, microsecond=0)


def saved(row: Row) -> Row:
    with transaction():
        db.session.add(row)
    return row


def afresh(row: Row) -> Row:
    """The row as others have left it: ends the open transaction, which sees what was there when it began."""
    db.session.rollback()
    db.session.refresh(row)
    return row


def organiser(slug: str = "lappi", **facts: Any) -> Organiser:
    names = {"fi": "Demo-liitto Lappi", "sv": "Demoförbundet Lappland", "en": "Demo Council of Lapland"}
    return saved(Organiser(**{"slug": slug, "name": names, "email": f"{slug}@example.org"} | facts))


def account(email: str = "editor@example.org", **facts: Any) -> Account:
    return saved(Account(**{"email": email, "name": "Aino Editori"} | facts))


def member(organiser: Organiser, email: str = "editor@example.org", role: Role = Role.EDITOR, **facts: Any) -> Account:
    made = account(email, **facts)
    saved(Membership(organiser_id=organiser.id, account_id=made.id, role=role))
    return made


def taxonomy() -> None:
    """One region, theme and organisation type of each sort that tests need."""
    saved(Region(code="19", kind=RegionKind.NETWORK, name={"fi": "Lappi", "sv": "Lappland", "en": "Lapland"}))
    saved(
        Region(
            code="16",
            kind=RegionKind.NETWORK,
            name={"fi": "Keski-Pohjanmaa", "sv": "Mellersta Österbotten", "en": "Central Ostrobothnia"},
        )
    )
    saved(Theme(slug="clean", name={"fi": "Puhtaat teknologiat", "sv": "Ren teknik", "en": "Clean technologies"}))
    saved(OrganisationType(slug="company", name={"fi": "Yritys", "sv": "Företag", "en": "Company"}))


def event(organiser: Organiser, slug: str = "kiertotalous", places: int | None = 20, **facts: Any) -> Event:
    """A published event on site in 30 days, with one admission of `places`."""
    start = facts.pop("starts_at", soon())
    end = facts.pop("ends_at", start + timedelta(hours=3))
    admissions = facts.pop("admissions", None) or [
        Admission(name={"fi": "Paikan päällä", "sv": "På plats", "en": "On site"}, mode=Mode.ON_SITE, places=places)
    ]
    defaults = {
        "slug": slug,
        "kind": EventKind.SEMINAR,
        "format": EventFormat.ON_SITE,
        "state": EventState.PUBLISHED,
        "title": {
            "fi": "Teollisen kiertotalouden työpaja",
            "sv": "Verkstad om cirkulär ekonomi",
            "en": "Circular economy workshop",
        },
        "summary": {
            "fi": "Ratkomme sivuvirtapulmia.",
            "sv": "Vi löser problem.",
            "en": "We solve side-stream problems.",
        },
        "venue": "Kulttuurikeskus",
        "city": "Kemi",
        "contact_name": "Aino Editori",
        "contact_email": "aino@example.org",
        "published_at": start - SOON - timedelta(days=1),
        "parts": [Part(starts_at=start, ends_at=end)],
    }
    return saved(
        Event(organiser_id=organiser.id, starts_at=start, ends_at=end, admissions=admissions, **defaults | facts)
    )
