"""A signed link is ours, for its purpose, and as fresh as asked."""

from datetime import timedelta

import time_machine
from flask import Flask

from elmo_events.foundation import links
from elmo_events.foundation.clock import now


def test_a_link_carries_its_value(app: Flask) -> None:
    assert links.read("registration", links.sign("registration", [12, 1])) == [12, 1]


def test_a_link_for_another_purpose_or_a_changed_one_carries_nothing(app: Flask) -> None:
    token = links.sign("registration", [12, 1])
    assert links.read("password", token) is None
    assert links.read("registration", token[:-1] + ("a" if token[-1] != "a" else "b")) is None
    assert links.read("registration", "") is None


def test_a_fresh_link_grows_old(app: Flask) -> None:
    token = links.sign_for_a_while("password", 12)
    assert links.read_if_fresh("password", token, 3600) == 12
    with time_machine.travel(now() + timedelta(seconds=3700), tick=False):
        assert links.read_if_fresh("password", token, 3600) is None
