"""An event of a published timetable, as tests of the agenda need it."""

import pytest
from flask import Flask

from tests.matchmaking.published_day import Day


@pytest.fixture
def day(app: Flask) -> Day:
    return Day(4, 2, "Aino Bo Cecilia Daniel")
