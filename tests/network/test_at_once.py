"""Two administrators change what the network is made of at the same moment: each is done or refused, none meets an error.

The control (tables not locked) fails on PostgreSQL; SQLite lets nobody write beside another anyway.
"""

from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask

from elmo_events.foundation.database import db, transaction
from elmo_events.network import actions, queries
from tests.at_once import TIMES, at_once

NAME = {"fi": "Avaruus", "sv": "Rymd", "en": "Space"}


def theme() -> None:
    actions.add_term("themes", NAME)


def organisation_type() -> None:
    actions.add_term("organisation-types", NAME)


def period() -> None:
    actions.save_period(None, name=NAME, starts_on=date(2030, 1, 1), ends_on=None, sorts_events=False)


def project() -> None:
    actions.save_project(None, code="J1", name=NAME, funder_text={}, has_eu_emblem=True, starts_on=None, ends_on=None)


@pytest.mark.parametrize(("add", "count"), [(theme, TIMES), (organisation_type, TIMES), (period, TIMES), (project, 1)])
def test_what_is_added_many_times_at_once_is_there_or_refused(app: Flask, add: Callable[[], None], count: int) -> None:
    assert sorted(at_once(app, lambda _: _write(add))) == ["done"] * count + ["refused"] * (TIMES - count)
    db.session.rollback()
    found = [*queries.all_themes(), *queries.all_organisation_types(), *queries.periods(), *queries.projects()]
    assert len(found) == count


def test_the_list_keeps_its_order_when_many_move_it(app: Flask) -> None:
    with transaction():
        for _ in range(3):
            theme()
    made = [one.slug for one in queries.all_themes()]
    db.session.rollback()
    assert at_once(app, lambda number: _write(lambda: _move(made[number % 3], up=number % 2 == 0))) == ["done"] * TIMES
    db.session.rollback()
    assert sorted(theme.position for theme in queries.all_themes()) == [0, 1, 2]


def _write(action: Callable[[], None]) -> None:
    with transaction():
        action()


def _move(slug: str, up: bool) -> None:
    if moved := queries.term("themes", slug):
        actions.move_term("themes", moved, up=up)
