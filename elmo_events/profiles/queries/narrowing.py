"""What lists of people, and of their offers and needs, can be narrowed to."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, String, cast, exists, or_, select

from elmo_events.network.models import OrganisationType, Theme
from elmo_events.profiles.models import Profile, Statement, profile_theme

STATEMENT = "statement"  # what search calls an offer or need


@dataclass(frozen=True)
class Wanted:
    """Empty: not narrowed. `theme` and `kind` (of organisation) are slugs, `statement_kind` is a kind of offer or need."""

    words: str = ""
    theme: str = ""
    kind: str = ""
    region: str = ""
    country: str = ""
    direction: str = ""
    statement_kind: str = ""
    language: str = ""


def person_conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    """Conditions on `Profile`, of all but words; who offers or seeks something of a kind does so openly."""
    found = owner_conditions(wanted)
    if wanted.theme:
        found.append(_has_theme(wanted.theme))
    if wanted.direction or wanted.statement_kind:
        found.append(exists().where(Statement.profile_id == Profile.id, *_kind_conditions(wanted)))
    return found


def owner_conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    """Conditions on `Profile` that concern the person and not what they state."""
    found: list[ColumnElement[bool]] = []
    if wanted.kind:
        kinds = select(OrganisationType.id).where(OrganisationType.slug == wanted.kind)
        found.append(Profile.organisation_type_id.in_(kinds))
    if wanted.region:
        found.append(Profile.region_code == wanted.region)
    if wanted.country:
        found.append(Profile.country == wanted.country)
    if wanted.language:
        found.append(cast(Profile.languages, String).contains(f'"{wanted.language}"', autoescape=True))
    return found


def statement_conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    """Conditions on `Statement`, of all but words."""
    found = _kind_conditions(wanted)
    if wanted.theme:
        found.append(Statement.theme_id.in_(themes_under(wanted.theme)))
    return found


def themes_under(slug: str) -> Select[Any]:
    """Ids of a theme with its topics, or of one topic."""
    top = select(Theme.id).where(Theme.slug == slug).scalar_subquery()
    return select(Theme.id).where(or_(Theme.slug == slug, Theme.parent_id == top))


def _kind_conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = [Statement.closed_at.is_(None)]
    if wanted.direction:
        found.append(Statement.direction == wanted.direction)
    if wanted.statement_kind:
        found.append(Statement.kind == wanted.statement_kind)
    return found


def _has_theme(slug: str) -> ColumnElement[bool]:
    """In the profile, or in an open offer or need of it."""
    chosen = select(profile_theme.c.profile_id).where(profile_theme.c.theme_id.in_(themes_under(slug)))
    stated = select(Statement.profile_id).where(
        Statement.closed_at.is_(None), Statement.theme_id.in_(themes_under(slug))
    )
    return or_(Profile.id.in_(chosen), Profile.id.in_(stated))
