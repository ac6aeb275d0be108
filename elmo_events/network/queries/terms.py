"""What is the network made of?"""

from collections.abc import Sequence
from typing import TypeAlias

from sqlalchemy import func, select

from elmo_events.foundation.database import db
from elmo_events.network.models import OrganisationType, Project, Region, Theme
from elmo_events.network.rules import RegionKind

Term: TypeAlias = Region | Theme | OrganisationType


def regions() -> Sequence[Region]:
    """Those of the network, then elsewhere in Finland, then abroad."""
    return db.session.scalars(select(Region).order_by(Region.position, Region.code)).all()


def network_regions() -> Sequence[Region]:
    return [region for region in regions() if region.kind == RegionKind.NETWORK]


def themes() -> Sequence[Theme]:
    return db.session.scalars(select(Theme).order_by(Theme.position, Theme.id)).all()


def open_themes() -> Sequence[Theme]:
    return [theme for theme in themes() if not theme.closed]


def organisation_types() -> Sequence[OrganisationType]:
    """Those that can be chosen."""
    return [kind for kind in all_organisation_types() if not kind.closed]


def all_organisation_types() -> Sequence[OrganisationType]:
    return db.session.scalars(select(OrganisationType).order_by(OrganisationType.position, OrganisationType.id)).all()


def projects() -> Sequence[Project]:
    """Newest first."""
    return db.session.scalars(select(Project).order_by(Project.starts_on.desc().nulls_last(), Project.code)).all()


def project(number: int) -> Project | None:
    return db.session.get(Project, number)


def project_by_code(code: str) -> Project | None:
    return db.session.scalar(select(Project).where(func.lower(Project.code) == code.lower()))


def term(kind: str, key: str) -> Term | None:
    """A region by its code, a theme or organisation type by its slug."""
    match kind:
        case "themes":
            return db.session.scalar(select(Theme).where(Theme.slug == key))
        case "regions":
            return db.session.get(Region, key)
        case "organisation-types":
            return db.session.scalar(select(OrganisationType).where(OrganisationType.slug == key))
    return None


def terms(kind: str) -> Sequence[Term]:
    match kind:
        case "themes":
            return themes()
        case "regions":
            return regions()
    return all_organisation_types()
