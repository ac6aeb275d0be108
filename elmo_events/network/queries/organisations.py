"""Which organisations are there, and which one is meant by a name?"""

from collections.abc import Sequence

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import joinedload, selectinload

from elmo_events.foundation import search
from elmo_events.foundation.database import db
from elmo_events.network.models import Organisation, OrganisationName
from elmo_events.network.rules import folded

SEARCHED_AS = "organisation"
SHOWN = (joinedload(Organisation.organisation_type), joinedload(Organisation.region), selectinload(Organisation.themes))


def organisation(number: int) -> Organisation | None:
    return db.session.get(Organisation, number)


def organisation_by_slug(slug: str) -> Organisation | None:
    return db.session.scalar(select(Organisation).where(Organisation.slug == slug).options(*SHOWN))


def organisation_named(text: str) -> Organisation | None:
    """The organisation known by this name, however it is spelt."""
    return db.session.scalar(select(Organisation).join(OrganisationName).where(OrganisationName.folded == folded(text)))


def organisations_like(text: str, most: int = 8) -> Sequence[Organisation]:
    """Those with a name that holds all of these words; first those whose name begins with them."""
    words = [folded(word) for word in text.split()] or [""]
    begins = case((func.min(OrganisationName.folded).startswith(folded(text), autoescape=True), 0), else_=1)
    holding = [OrganisationName.folded.contains(word, autoescape=True) for word in words]
    return db.session.scalars(
        select(Organisation)
        .join(OrganisationName)
        .where(*holding)
        .group_by(Organisation.id)
        .order_by(begins, Organisation.sort_key, Organisation.id)
        .limit(most)
    ).all()


def organisations_with_pages() -> Select[Organisation]:
    """Those that want a page, by name."""
    return select(Organisation).where(Organisation.has_page).order_by(Organisation.sort_key, Organisation.id)


def all_organisations(words: str = "") -> Select[Organisation]:
    """Every organisation that anybody named, by name; for those who tidy the list up."""
    asked = select(Organisation).order_by(Organisation.sort_key, Organisation.id)
    found = search.matching(SEARCHED_AS, words)
    return asked if found is None else asked.where(Organisation.id.in_(found))


def organisation_ids() -> Sequence[int]:
    return db.session.scalars(select(Organisation.id).order_by(Organisation.id)).all()
