"""What can be done with what the network is made of."""

from datetime import date

from flask_babel import gettext as _
from sqlalchemy import select

from elmo_events.foundation.database import db
from elmo_events.foundation.refusals import Refusal
from elmo_events.network import queries, reference
from elmo_events.network.models import OrganisationType, Project, Region, Theme
from elmo_events.network.queries import Term
from elmo_events.network.rules import slug_of


def fill_in_reference() -> int:
    """Write the regions, themes and organisation types that are missing; what is there stays as it is.

    Writes: regions, themes, organisation types. Returns how many.
    """
    rows: list[Term] = []
    known = set(db.session.scalars(select(Region.code)))
    regions = [(kind, entry) for kind, entries in reference.REGIONS.items() for entry in entries]
    for position, (kind, entry) in enumerate(regions):
        if entry.key not in known:
            rows.append(Region(code=entry.key, kind=kind, name=entry.name, position=position))
    for model, entries in ((Theme, reference.THEMES), (OrganisationType, reference.ORGANISATION_TYPES)):
        known = set(db.session.scalars(select(model.slug)))
        rows += [
            model(slug=entry.key, name=entry.name, position=position)
            for position, entry in enumerate(entries)
            if entry.key not in known
        ]
    db.session.add_all(rows)
    return len(rows)


def add_term(kind: str, name: dict[str, str]) -> Term:
    """Add a theme or an organisation type at the end. Refuses: a region. Writes: the term."""
    if kind == "regions":
        raise Refusal(_("The regions are fixed; their names can be changed."))
    model = Theme if kind == "themes" else OrganisationType
    others = queries.terms(kind)
    term = model(
        slug=_free_slug(kind, name), name=name, position=max((other.position for other in others), default=-1) + 1
    )
    db.session.add(term)
    db.session.flush()
    return term


def rename_term(term: Term, name: dict[str, str]) -> None:
    """Writes: the term's name in languages."""
    term.name = name


def move_term(kind: str, term: Term, up: bool) -> None:
    """Let a term and its neighbour change places; nothing happens at the end of the list. Writes: positions of the list."""
    ordered = list(queries.terms(kind))
    place = ordered.index(term)
    neighbour = place - 1 if up else place + 1
    if 0 <= neighbour < len(ordered):
        ordered[place], ordered[neighbour] = ordered[neighbour], ordered[place]
    for position, one in enumerate(ordered):
        one.position = position


def close_term(term: Term, closed: bool) -> None:
    """Closed ones can't be chosen any more, and stay where they were chosen. Refuses: a region. Writes: the term."""
    if isinstance(term, Region):
        raise Refusal(_("A region can't be closed."))
    term.closed = closed


def save_project(
    project: Project | None,
    *,
    code: str,
    name: dict[str, str],
    funder_text: dict[str, str],
    has_eu_emblem: bool,
    starts_on: date | None,
    ends_on: date | None,
) -> Project:
    """Add a project, or change one. Refuses: another project has this code; it ends before it begins. Writes: the project."""
    other = queries.project_by_code(code)
    if other is not None and other is not project:
        raise Refusal(_("Another project has this code."), field="code")
    if starts_on and ends_on and ends_on < starts_on:
        raise Refusal(_("The project ends before it begins."), field="ends_on")
    project = project or Project()
    project.code, project.name, project.funder_text = code, name, funder_text
    project.has_eu_emblem, project.starts_on, project.ends_on = has_eu_emblem, starts_on, ends_on
    db.session.add(project)
    db.session.flush()
    return project


def _free_slug(kind: str, name: dict[str, str]) -> str:
    wished = name.get("en") or name.get("fi") or next(iter(name.values()), "")
    plain = slug_of(wished, "term")[:34]
    slug, number = plain, 2
    while queries.term(kind, slug) is not None:
        slug, number = f"{plain}-{number}", number + 1
    return slug
