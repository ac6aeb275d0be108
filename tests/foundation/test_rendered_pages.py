"""A page that is the same for everybody is rendered once, and anew as soon as its stamp is another."""

from datetime import timedelta

import pytest
import time_machine
from flask import Flask, session

from elmo_events.foundation.clock import now
from elmo_events.foundation.rendered_pages import SECONDS, same_for_everybody

PATH = "/fi/events/kiertotalous"


class Renderer:
    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> tuple[str, int]:
        self.times += 1
        return f"page {self.times}", 200


@pytest.fixture
def render() -> Renderer:
    return Renderer()


def ask(app: Flask, render: Renderer, stamp: object = 1, path: str = PATH, cookie: str = "") -> str:
    headers = {"Cookie": cookie} if cookie else {}
    with app.test_request_context(path, headers=headers):
        return same_for_everybody(stamp, render)[0]


def test_the_next_visitor_gets_the_same(app: Flask, render: Renderer) -> None:
    with time_machine.travel(now(), tick=False):
        assert [ask(app, render), ask(app, render)] == ["page 1", "page 1"]


def test_another_stamp_or_address_is_rendered_anew(app: Flask, render: Renderer) -> None:
    with time_machine.travel(now(), tick=False):
        asked = [ask(app, render), ask(app, render, stamp=2), ask(app, render, path="/sv/events/kiertotalous")]
    assert asked == ["page 1", "page 2", "page 3"]


def test_what_the_stamp_does_not_tell_is_seen_soon(app: Flask, render: Renderer) -> None:
    with time_machine.travel(now(), tick=False) as clock:
        first = ask(app, render)
        clock.shift(timedelta(seconds=SECONDS))
        assert [first, ask(app, render)] == ["page 1", "page 2"]


def test_whoever_has_a_session_gets_a_page_of_their_own(app: Flask, render: Renderer) -> None:
    with time_machine.travel(now(), tick=False):
        ask(app, render)
        assert ask(app, render, cookie="session=anything") == "page 2"
        with app.test_request_context(PATH):
            session["fresh"] = True
            assert same_for_everybody(1, render)[0] == "page 3"
        assert ask(app, render, path=f"{PATH}?preview=1") == "page 4"
        assert ask(app, render) == "page 1"


def test_a_page_that_came_to_use_the_session_is_nobody_elses(app: Flask, render: Renderer) -> None:
    def render_with_token() -> tuple[str, int]:
        session["token"] = "secret"
        return "page with a token", 200

    with time_machine.travel(now(), tick=False):
        with app.test_request_context(PATH):
            assert same_for_everybody(1, render_with_token)[0] == "page with a token"
        assert ask(app, render) == "page 1"


def test_what_is_personal_takes_the_place_of_the_last_visitors(app: Flask) -> None:
    def page_for(token: str) -> str:
        with app.test_request_context(PATH):
            return same_for_everybody(1, lambda: (f"<input value={token}>", 200), lambda: (token,))[0]

    with time_machine.travel(now(), tick=False):
        assert [page_for("annas"), page_for("berttas")] == ["<input value=annas>", "<input value=berttas>"]
