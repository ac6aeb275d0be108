"""What is the network made of?"""

from collections.abc import Sequence
from typing import TypeAlias

from sqlalchemy import func, or_, select

from elmo_events.foundation.database import db
from elmo_events.network.models import OrganisationType, Project, Region, StrategyPeriod, Theme
from elmo_events.network.rules import RegionKind

Term: TypeAlias = Region | Theme | OrganisationType


def regions() -> Sequence[Region]:
    """Those of the network, then elsewhere in Finland, then abroad."""
    return db.session.scalars(select(Region).order_by(Region.position, Region.code)).all()


def network_regions() -> Sequence[Region]:
    return [region for region in regions() if region.kind == RegionKind.NETWORK]


def themes() -> Sequence[Theme]:
    """Those that events are sorted by: of the periods that say so, and of none. Their topics are for profiles."""
    return db.session.scalars(
        select(Theme)
        .outerjoin(StrategyPeriod)
        .where(Theme.parent_id.is_(None), or_(Theme.period_id.is_(None), StrategyPeriod.sorts_events))
        .order_by(Theme.position, Theme.id)
    ).all()


def open_themes() -> Sequence[Theme]:
    return [theme for theme in themes() if not theme.closed]


def all_themes() -> Sequence[Theme]:
    """Themes and topics of every period."""
    return db.session.scalars(select(Theme).order_by(Theme.position, Theme.id)).all()


def siblings(theme: Theme) -> Sequence[Theme]:
    """The themes of a period, or the topics of a theme, that this one stands among."""
    among = (
        Theme.period_id.is_not_distinct_from(theme.period_id),
        Theme.parent_id.is_not_distinct_from(theme.parent_id),
    )
    return db.session.scalars(select(Theme).where(*among).order_by(Theme.position, Theme.id)).all()


def topics_of(theme: Theme) -> Sequence[Theme]:
    return db.session.scalars(select(Theme).where(Theme.parent_id == theme.id).order_by(Theme.position, Theme.id)).all()


def periods() -> Sequence[StrategyPeriod]:
    """The newest first."""
    return db.session.scalars(select(StrategyPeriod).order_by(StrategyPeriod.starts_on.desc(), StrategyPeriod.id)).all()


def period(number: int) -> StrategyPeriod | None:
    return db.session.get(StrategyPeriod, number)


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
            return all_themes()
        case "regions":
            return regions()
    return all_organisation_types()
