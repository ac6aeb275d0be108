"""What can be done with what the network is made of."""

from datetime import date

from flask_babel import gettext as _
from sqlalchemy import select

from elmo_events.foundation.database import db, lock_table
from elmo_events.foundation.languages import in_language
from elmo_events.foundation.refusals import Refusal
from elmo_events.foundation.slugs import free_slug, slug_of
from elmo_events.network import queries, reference
from elmo_events.network.models import OrganisationType, Project, Region, StrategyPeriod, Theme
from elmo_events.network.queries import Term
from elmo_events.network.strategies import STRATEGIES, Strategy

LONGEST_SLUG = 34


def fill_in_reference() -> int:
    """Write the regions, periods, themes, topics and organisation types that are missing; what is there stays as it is.

    Writes: regions, strategy periods, themes, organisation types; the period of a theme that has none. Returns how many.
    """
    for table in (Region, OrganisationType, StrategyPeriod, Theme):
        lock_table(table)
    rows: list[Region | OrganisationType] = []
    known = set(db.session.scalars(select(Region.code)))
    regions = [(kind, entry) for kind, entries in reference.REGIONS.items() for entry in entries]
    for position, (kind, entry) in enumerate(regions):
        if entry.key not in known:
            rows.append(Region(code=entry.key, kind=kind, name=entry.name, position=position))
    known = set(db.session.scalars(select(OrganisationType.slug)))
    rows += [
        OrganisationType(slug=entry.key, name=entry.name, position=position)
        for position, entry in enumerate(reference.ORGANISATION_TYPES)
        if entry.key not in known
    ]
    db.session.add_all(rows)
    return len(rows) + sum(_fill_in_strategy(strategy) for strategy in STRATEGIES)


def _fill_in_strategy(strategy: Strategy) -> int:
    written = 0
    period = db.session.scalar(select(StrategyPeriod).where(StrategyPeriod.slug == strategy.period.key))
    if period is None:
        period = StrategyPeriod(
            slug=strategy.period.key,
            name=strategy.period.name,
            starts_on=strategy.starts_on,
            ends_on=strategy.ends_on,
            sorts_events=strategy.sorts_events,
        )
        db.session.add(period)
        db.session.flush()
        written = 1
    themes = {theme.slug: theme for theme in queries.all_themes()}
    for position, entry in enumerate(strategy.themes):
        written += _fill_in_theme(themes, entry, position, period, None)
        for place, topic in enumerate(strategy.topics[entry.key]):
            written += _fill_in_theme(themes, topic, place, period, themes[entry.key])
    return written


def _fill_in_theme(
    themes: dict[str, Theme], entry: reference.Entry, position: int, period: StrategyPeriod, parent: Theme | None
) -> int:
    known = themes.get(entry.key)
    if known is None:
        themes[entry.key] = Theme(
            slug=entry.key,
            name=entry.name,
            position=position,
            period_id=period.id,
            parent_id=parent.id if parent else None,
        )
        db.session.add(themes[entry.key])
        db.session.flush()
        return 1
    if known.period_id is None and known.parent_id is None and parent is None:
        known.period_id = period.id
    return 0


def add_term(kind: str, name: dict[str, str], period_id: int | None = None, parent_id: int | None = None) -> Term:
    """Add a theme, topic or organisation type at the end. Refuses: a region; more than two levels. Writes: the term."""
    if kind == "regions":
        raise Refusal(_("The regions are fixed; their names can be changed."))
    lock_table(Theme if kind == "themes" else OrganisationType)
    others = queries.terms(kind)
    position = max((other.position for other in others), default=-1) + 1
    term = (Theme if kind == "themes" else OrganisationType)(slug=_free_slug(kind, name), name=name, position=position)
    if isinstance(term, Theme):
        _place(term, period_id, parent_id)
    db.session.add(term)
    db.session.flush()
    return term


def place_theme(theme: Theme, period_id: int | None, parent_id: int | None) -> None:
    """Say which period a theme belongs to, or which theme a topic stands below; topics go with their theme.

    Refuses: more than two levels. Writes: the theme and its topics.
    """
    lock_table(Theme)
    _place(theme, period_id, parent_id)
    for topic in queries.topics_of(theme):
        topic.period_id = theme.period_id


def _place(theme: Theme, period_id: int | None, parent_id: int | None) -> None:
    parent = db.session.get(Theme, parent_id) if parent_id else None
    if parent is not None and (parent.parent_id or parent is theme or (theme.id and queries.topics_of(theme))):
        raise Refusal(
            _("There are two levels: a topic stands below a theme, and has no topics itself."), field="parent_id"
        )
    theme.parent_id = parent.id if parent else None
    theme.period_id = parent.period_id if parent else period_id


def save_period(
    period: StrategyPeriod | None,
    *,
    name: dict[str, str],
    starts_on: date,
    ends_on: date | None,
    sorts_events: bool,
) -> StrategyPeriod:
    """Add a period of the strategy, or change one. Refuses: it ends before it begins. Writes: the period."""
    if ends_on and ends_on < starts_on:
        raise Refusal(_("The period ends before it begins."), field="ends_on")
    lock_table(StrategyPeriod)
    period = period or StrategyPeriod(slug=_free_period_slug(starts_on, ends_on))
    period.name, period.starts_on, period.ends_on, period.sorts_events = name, starts_on, ends_on, sorts_events
    db.session.add(period)
    db.session.flush()
    return period


def rename_term(term: Term, name: dict[str, str]) -> None:
    """Writes: the term's name in languages."""
    term.name = name


def move_term(kind: str, term: Term, up: bool) -> None:
    """Let a term and its neighbour change places; nothing happens at the end of the list. Writes: positions of the list."""
    lock_table(type(term))
    ordered = list(queries.siblings(term) if isinstance(term, Theme) else queries.terms(kind))
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
    lock_table(Project)
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
    wished = slug_of(in_language(name, "en").text, LONGEST_SLUG) or "term"
    return free_slug(wished, lambda slug: queries.term(kind, slug) is not None)


def _free_period_slug(starts_on: date, ends_on: date | None) -> str:
    years = f"{starts_on.year}-{ends_on.year}" if ends_on else f"{starts_on.year}"
    taken = {period.slug for period in queries.periods()}
    return free_slug(years, taken.__contains__)
