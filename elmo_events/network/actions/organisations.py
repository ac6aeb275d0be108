"""What can be done with organisations: found or made by a name, described, known by more names, merged."""

from dataclasses import dataclass, field
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from elmo_events.accounts.actions import record
from elmo_events.accounts.models import Account
from elmo_events.foundation import search
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, lock
from elmo_events.foundation.languages import in_language
from elmo_events.foundation.refusals import Refusal
from elmo_events.foundation.slugs import free_slug, slug_of
from elmo_events.foundation.sorting import sort_key
from elmo_events.network import queries, signals
from elmo_events.network.models import Organisation, OrganisationName, Theme
from elmo_events.network.queries.organisations import SEARCHED_AS
from elmo_events.network.rules import LONGEST_NAME, folded

LONGEST_SLUG = 70
FINLAND = "FI"


@dataclass(frozen=True)
class OrganisationFacts:
    """What a page of an organisation says. The plain facts are columns of the same name."""

    name: dict[str, str]
    theme_ids: tuple[int, ...] = ()
    plain: dict[str, Any] = field(default_factory=dict)


def organisation_for(
    name: str, organisation_type_id: int | None, region_code: str | None, country: str = FINLAND
) -> Organisation:
    """The organisation known by this name; a new one when nobody has named it before.

    Refuses: an empty name. Writes: the organisation and its name, when it is new.
    """
    name = " ".join(name.split())[:LONGEST_NAME]
    if not name:
        raise Refusal(_("Write the name of your organisation."), field="organisation")
    if known := queries.organisation_named(name):
        return known
    made = Organisation(
        slug=_free_slug(name),
        name={"fi" if country == FINLAND else "en": name},
        sort_key=sort_key(name),
        organisation_type_id=organisation_type_id,
        region_code=region_code,
        country=country,
        names=[OrganisationName(name=name, folded=folded(name))],
    )
    try:
        with db.session.begin_nested():
            db.session.add(made)
            db.session.flush()
    except IntegrityError:  # somebody named it in the same moment
        known = queries.organisation_named(name)
        if known is None:
            raise
        return known
    index_for_search(made)
    return made


def change_organisation(organisation: Organisation, facts: OrganisationFacts, by: Account) -> None:
    """Say what an organisation's page says.

    Refuses: no name; a name by which another organisation is known.
    Writes: the organisation, the names it is known by, an audit entry; sends `organisation_renamed`.
    """
    lock(organisation)
    if not any(facts.name.values()):
        raise Refusal(_("Write the name in at least one language."), field="name-fi")
    for language, name in facts.name.items():
        _know_by(organisation, name, f"name-{language}")
    organisation.name = dict(facts.name)
    organisation.sort_key = sort_key(in_language(facts.name, "fi").text)
    for column, value in facts.plain.items():
        setattr(organisation, column, value)
    organisation.themes = list(db.session.scalars(select(Theme).where(Theme.id.in_(facts.theme_ids))))
    organisation.changed_at = now()
    _note_names(organisation)
    record(by, "organisation changed", ("organisation", organisation.id))


def add_name(organisation: Organisation, name: str, by: Account) -> None:
    """Know an organisation by one more name, such as a short form.

    Refuses: an empty name; a name by which another organisation is known. Writes: the name, an audit entry.
    """
    lock(organisation)
    name = " ".join(name.split())
    if not name:
        raise Refusal(_("Fill in this field."), field="alias")
    _know_by(organisation, name, "alias")
    _note_names(organisation)
    record(by, "organisation's name added", ("organisation", organisation.id))


def remove_name(organisation: Organisation, name_id: int, by: Account) -> None:
    """Know an organisation by one name fewer.

    Refuses: it is one of the names that its page shows. Writes: removes the name, an audit entry.
    """
    lock(organisation)
    found = next((name for name in organisation.names if name.id == name_id), None)
    if found is None:
        return
    if found.folded in {folded(shown) for shown in organisation.name.values()}:
        raise Refusal(_("This is the organisation's own name. Change the name first."))
    organisation.names.remove(found)
    _note_names(organisation)
    record(by, "organisation's name removed", ("organisation", organisation.id))


def merge(kept: Organisation, merged: Organisation, by: Account) -> None:
    """Make one organisation of two: people, names and what only the merged one says go to the one that is kept.

    Refuses: both are the same one.
    Writes: the kept organisation, its names, an audit entry; sends `organisations_merged`; removes the merged one.
    """
    if kept.id == merged.id:
        raise Refusal(_("Choose two different organisations."))
    for organisation in sorted((kept, merged), key=lambda one: one.id):
        lock(organisation)
    _take_over(kept, merged)
    names = update(OrganisationName).where(OrganisationName.organisation_id == merged.id)
    db.session.execute(names.values(organisation_id=kept.id))
    db.session.flush()
    db.session.expire(kept, ["names"])
    db.session.expire(merged, ["names"])
    signals.organisations_merged.send(kept, merged=merged)
    number = merged.id
    search.forget(SEARCHED_AS, number)
    db.session.delete(merged)
    db.session.flush()
    index_for_search(kept)
    record(by, "organisations merged", ("organisation", kept.id), merged=number)


def index_for_search(organisation: Organisation) -> None:
    """Let it be found by all its names and by what its page says. Writes: its search document."""
    texts: list[search.Wording] = [name.name for name in organisation.names]
    texts += [organisation.name, organisation.city, organisation.description, organisation.activities]
    terms = (*organisation.themes, organisation.organisation_type, organisation.region)
    search.index(SEARCHED_AS, organisation.id, *texts, *(term.name for term in terms if term))


@search.finds(SEARCHED_AS, queries.organisation_ids)
def index_again(number: int) -> None:
    """Writes: the search document of the organisation with this id."""
    if found := queries.organisation(number):
        index_for_search(found)


def _note_names(organisation: Organisation) -> None:
    db.session.flush()
    index_for_search(organisation)
    signals.organisation_renamed.send(organisation)


def _know_by(organisation: Organisation, name: str, field: str) -> None:
    known = queries.organisation_named(name)
    if known is None:
        organisation.names.append(OrganisationName(name=name[:LONGEST_NAME], folded=folded(name)))
        db.session.flush()
    elif known.id != organisation.id:
        raise Refusal(_("Another organisation is known by this name. The two can be merged."), field=field)


def _take_over(kept: Organisation, merged: Organisation) -> None:
    """What the kept one leaves unsaid it takes from the other."""
    for column in ("organisation_type_id", "region_code", "city", "website"):
        if not getattr(kept, column):
            setattr(kept, column, getattr(merged, column))
    kept.name = merged.name | kept.name
    kept.description = merged.description | kept.description
    kept.has_page = kept.has_page or merged.has_page
    if merged.is_cluster and not kept.is_cluster:
        for column in (
            "is_cluster", "has_half_time_employee", "has_english_website", "member_count", "names_members_openly",
            "most_members_are_companies", "actor_kinds", "activities",
        ):  # fmt: skip
            setattr(kept, column, getattr(merged, column))
    kept.themes = list({theme.id: theme for theme in (*kept.themes, *merged.themes)}.values())
    kept.changed_at = now()


def _free_slug(name: str) -> str:
    wished = slug_of(name, LONGEST_SLUG) or "organisation"
    return free_slug(wished, lambda slug: queries.organisation_by_slug(slug) is not None)
