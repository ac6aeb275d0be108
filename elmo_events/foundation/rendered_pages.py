"""Pages that are the same for every visitor, kept in memory as long as nothing on them has changed.

Rendering is most of what a page costs (decision 5). A page is kept for its address under a stamp, which must tell of every
change that visitors should see at once; what the stamp doesn't tell of is seen after 30 seconds at the latest.
"""

from collections.abc import Callable, Hashable
from typing import Any

from flask import Flask, current_app, request

from elmo_events.foundation.clock import now
from elmo_events.foundation.headers import has_session, session_was_used

Page = tuple[str, int]
Marks = tuple[str, ...]
SECONDS = 30
MOST = 500  # pages of about 25 KB


def register(app: Flask) -> None:
    app.extensions["rendered_pages"] = {}


def same_for_everybody(stamp: Hashable, render: Callable[[], Page]) -> Page:
    """The page that the last visitor got, or a new one. Whoever has a session or asks for more than the address gets
    a page of their own.
    """
    if has_session() or request.query_string:
        return render()
    pages: dict[str, tuple[Any, Page]] = current_app.extensions["rendered_pages"]
    mark = (stamp, int(now().timestamp()) // SECONDS)
    known = pages.get(request.path)
    if known is not None and known[0] == mark:
        return known[1]
    page = render()
    if session_was_used():  # such as a form's token: it is this visitor's alone
        return page
    if len(pages) >= MOST:
        pages.clear()
    pages[request.path] = (mark, page)
    return page
