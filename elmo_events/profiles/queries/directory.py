"""The directory: people, their offers and needs, and the pages of organisations, as far as somebody may see them."""

from collections.abc import Iterable, Sequence
from typing import Any

from flask_sqlalchemy.pagination import Pagination
from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from elmo_events.accounts.models import Account
from elmo_events.foundation import search
from elmo_events.foundation.database import db
from elmo_events.network.models import Organisation, Theme
from elmo_events.network.queries.organisations import SEARCHED_AS, SHOWN, organisations_with_pages
from elmo_events.profiles.models import Profile, Statement
from elmo_events.profiles.queries.counted import counted_page
from elmo_events.profiles.queries.narrowing import (
    STATEMENT,
    Wanted,
    owner_conditions,
    person_conditions,
    statement_conditions,
    themes_under,
)
from elmo_events.profiles.queries.visible import own_profile_of, visible_to
from elmo_events.profiles.rules import ABOUT

PEOPLE_ON_A_PAGE = 24
STATEMENTS_ON_A_PAGE = 30
ORGANISATIONS_ON_A_PAGE = 24
PEOPLE_OF_AN_ORGANISATION = 50
CARD = (
    joinedload(Profile.organisation_type),
    joinedload(Profile.region),
    selectinload(Profile.themes).joinedload(Theme.parent),
    selectinload(Profile.statements),
)


def people(account: Account, wanted: Wanted, page: int) -> Pagination:
    """Profiles with all that a card shows: by name, or what fits the words best first."""
    found = visible_to(account).where(*person_conditions(wanted))
    by_name = (Profile.sort_key, Profile.id)
    ordered = fitting(found, ABOUT, wanted.words, Profile.id, by_name)
    return counted_page(ordered, Profile.id, select(Profile).options(*CARD), page, PEOPLE_ON_A_PAGE)


def statements(account: Account, wanted: Wanted, page: int) -> Pagination:
    """Open offers and needs: newest first, or what fits the words best first."""
    seen = visible_to(account).where(*owner_conditions(wanted)).with_only_columns(Profile.id)
    found = select(Statement).where(Statement.profile_id.in_(seen), *statement_conditions(wanted))
    newest = (Statement.confirmed_at.desc(), Statement.id.desc())
    ordered = fitting(found, STATEMENT, wanted.words, Statement.id, newest)
    shown = (joinedload(Statement.theme), joinedload(Statement.profile).joinedload(Profile.region))
    return counted_page(ordered, Statement.id, select(Statement).options(*shown), page, STATEMENTS_ON_A_PAGE)


def person(account: Account, profile_id: int) -> Profile | None:
    """The profile with this id and all that its page shows, if the account may see it."""
    shown = (
        *CARD,
        selectinload(Profile.statements).joinedload(Statement.theme),
        joinedload(Profile.known_organisation),
    )
    return db.session.scalar(visible_to(account).where(Profile.id == profile_id).options(*shown))


def people_of(account: Account | None, organisation: Organisation) -> Sequence[Profile]:
    """Who belongs to an organisation, as far as the viewer may see; nobody for a visitor who isn't signed in."""
    if account is None:
        return []
    found = visible_to(account).where(Profile.organisation_id == organisation.id).options(*CARD)
    return db.session.scalars(found.order_by(Profile.sort_key, Profile.id).limit(PEOPLE_OF_AN_ORGANISATION)).all()


def belongs_to(account: Account | None, organisation: Organisation) -> bool:
    """Whether the account's own profile names this organisation."""
    if account is None:
        return False
    own = select(Profile.id).where(Profile.account_id == account.id, Profile.organisation_id == organisation.id)
    return db.session.scalar(own) is not None


def countries_among(account: Account) -> Sequence[str]:
    """Codes of the countries that people whom the account may see come from. Everybody sees themselves, so that most others,
    who are of the same country, need no looking at.
    """
    own = own_profile_of(account)
    if own is None:
        return []
    elsewhere = visible_to(account).where(Profile.country != own.country)
    return [own.country, *db.session.scalars(elsewhere.with_only_columns(Profile.country).distinct())]


def organisations(wanted: Wanted, clusters: bool, page: int) -> Pagination:
    """Organisations that want a page: by name, or what fits the words best first."""
    found = organisations_with_pages()
    if clusters:
        found = found.where(Organisation.is_cluster)
    if wanted.theme:
        found = found.where(Organisation.themes.any(Theme.id.in_(themes_under(wanted.theme))))
    if wanted.kind:
        found = found.where(Organisation.organisation_type.has(slug=wanted.kind))
    if wanted.region:
        found = found.where(Organisation.region_code == wanted.region)
    by_name = (Organisation.sort_key, Organisation.id)
    ordered = fitting(found.order_by(None), SEARCHED_AS, wanted.words, Organisation.id, by_name)
    return db.paginate(ordered.options(*SHOWN), page=page, per_page=ORGANISATIONS_ON_A_PAGE, error_out=False)


def profile_ids() -> Sequence[int]:
    return db.session.scalars(select(Profile.id).order_by(Profile.id)).all()


def open_statement_ids() -> Sequence[int]:
    return db.session.scalars(select(Statement.id).where(Statement.closed_at.is_(None)).order_by(Statement.id)).all()


def search_texts_of(profile: Profile) -> Iterable[search.Wording]:
    """What a person is found by. What they have closed is not among it."""
    known, kind, region = profile.known_organisation, profile.organisation_type, profile.region
    yield from (profile.name, profile.job_title, profile.organisation, profile.expertise)
    yield from (name.name for name in (known.names if known else ()))
    yield from (term.name for term in (kind, region, *profile.themes) if term)
    for statement in profile.statements:
        if statement.closed_at is None:
            yield from search_texts_of_statement(statement)


def search_texts_of_statement(statement: Statement) -> Iterable[search.Wording]:
    yield from (statement.title, statement.text)
    theme = statement.theme
    yield from (term.name for term in (theme, theme.parent if theme else None) if term)


def fitting(found: Select[Any], kind: str, words: str, key: Any, otherwise: tuple[Any, ...]) -> Select[Any]:
    """Only what holds the words, the best first; without words, in the other order."""
    ranked = search.ranked(kind, words)
    if ranked is None:
        return found.order_by(*otherwise)
    fits = ranked.order_by(None).cte("fits").prefix_with("MATERIALIZED")
    return found.join(fits, fits.c.about_id == key).order_by(fits.c.fit.desc(), *otherwise)
