"""What comes from outside, before anything relies on it: numbers that no database holds, characters that no text needs."""

import re
from collections.abc import Callable
from typing import Any, TypeVar

from flask import Flask, abort, current_app, request
from werkzeug.routing import IntegerConverter, Map

View = TypeVar("View", bound=Callable[..., Any])
LARGEST_NUMBER = 2**31 - 1  # PostgreSQL's integer; SQLite's is larger, but not without end
LAST_PAGE = 100_000
# Control characters break XML and PostgreSQL; those that turn the direction make a name read as another one.
UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


class NumberConverter(IntegerConverter):
    """`<int:…>` in addresses; a number that can't be anybody's is no address at all (404)."""

    def __init__(self, url_map: Map, **options: Any) -> None:
        super().__init__(url_map, **{"max": LARGEST_NUMBER, **options})


def whole_number(written: object) -> int:
    """Raises ValueError for what is no number, or one that no row can have."""
    found = int(str(written))
    if abs(found) > LARGEST_NUMBER:
        raise ValueError("too large")
    return found


def page_asked() -> int:
    """Which page of a list the address asks for; the first when it makes no sense."""
    return min(max(request.args.get("page", 1, type=int), 1), LAST_PAGE)


def without_unwanted(text: str) -> str:
    return UNWANTED.sub("", text)


def takes_files(most_bytes: int) -> Callable[[View], View]:
    """Let a page be sent more than others are: a mark above its route."""

    def mark(view: View) -> View:
        view.most_bytes = most_bytes  # type: ignore[attr-defined]
        return view

    return mark


def register(app: Flask) -> None:
    app.url_map.converters["int"] = NumberConverter
    app.before_request(_let_files_in)
    app.before_request(_refuse_null_characters)


def _let_files_in() -> None:
    """Before anything reads the form: Flask refuses what is too large at the first look."""
    view = current_app.view_functions.get(request.endpoint or "")
    if most := getattr(view, "most_bytes", None):
        request.max_content_length = most


def _refuse_null_characters() -> None:
    """PostgreSQL keeps none, and no browser sends one by itself."""
    fields = [*request.args.items(multi=True), *request.form.items(multi=True)]
    if "\0" in request.path or any("\0" in name or "\0" in value for name, value in fields):
        abort(400)
