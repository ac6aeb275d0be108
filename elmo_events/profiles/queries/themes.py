"""Themes as people choose them: by period of the strategy, each theme with the topics below it."""

from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from elmo_events.foundation.database import db
from elmo_events.network.models import StrategyPeriod, Theme


class ThemeWithTopics(NamedTuple):
    theme: Theme
    topics: list[Theme]


class PeriodWithThemes(NamedTuple):
    """`period` is None for themes that belong to none. A period that has ended is shown last, and folded."""

    period: StrategyPeriod | None
    themes: list[ThemeWithTopics]


def themes_by_period(chosen: Collection[int] = ()) -> list[PeriodWithThemes]:
    """The newest period first. Closed themes only where they are chosen already."""
    asked = select(Theme).options(joinedload(Theme.period)).order_by(Theme.position, Theme.id)
    shown = [theme for theme in db.session.scalars(asked) if not theme.closed or theme.id in chosen]
    tops = [theme for theme in shown if theme.parent_id is None]
    periods = {theme.period_id: theme.period for theme in tops}
    grouped = [
        PeriodWithThemes(
            period,
            [
                ThemeWithTopics(top, [topic for topic in shown if topic.parent_id == top.id])
                for top in tops
                if top.period_id == period_id
            ],
        )
        for period_id, period in periods.items()
    ]
    return sorted(grouped, key=lambda one: str(one.period.starts_on) if one.period else "", reverse=True)
