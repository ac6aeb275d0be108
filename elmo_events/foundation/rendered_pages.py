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


def same_for_everybody(stamp: Hashable, render: Callable[[], Page], personal: Callable[[], Marks] = lambda: ()) -> Page:
    """The page that the last visitor got, or a new one. Whoever has a session or asks for more than the address gets
    a page of their own.

    `personal` gives what is this visitor's alone and stands in the page word for word, such as a form's token against
    forgery: in the kept page it takes the place of the last visitor's.
    """
    if has_session() or request.query_string:
        return render()
    pages: dict[str, tuple[Any, Page, Marks]] = current_app.extensions["rendered_pages"]
    mark, own = (stamp, int(now().timestamp()) // SECONDS), personal()
    known = pages.get(request.path)
    if known is not None and known[0] == mark:
        return _made_personal(known[1], known[2], own)
    page = render()
    if session_was_used() and not own:  # such as a form's token that nobody told of: it is this visitor's alone
        return page
    if len(pages) >= MOST:
        pages.clear()
    pages[request.path] = (mark, page, own)
    return page


def _made_personal(page: Page, others: Marks, own: Marks) -> Page:
    body, status = page
    for other, mine in zip(others, own, strict=True):
        body = body.replace(other, mine)
    return body, status
