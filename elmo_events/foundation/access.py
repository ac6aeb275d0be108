"""Who may open what: every endpoint carries one rule, and an endpoint without a rule is closed to everybody.

Features tell how a rule is checked (`checks_with`) and which organiser an id in a URL belongs to (`belongs_to`), so that this
file knows no feature. A resource of another organiser does not exist for a stranger (404); a role too low is a 403.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import Flask, abort, current_app, request

View = TypeVar("View", bound=Callable[..., Any])
Check = Callable[[str, int | None], None]


@dataclass(frozen=True)
class Rule:
    """`kind` is open, signed-in, administrator, network staff or organiser; `role` the lowest that an organiser rule lets in."""

    kind: str
    role: str = ""

    def __str__(self) -> str:
        return f"{self.kind} ({self.role})" if self.role else self.kind


OPEN = Rule("open")


def open_to_all(view: View) -> View:
    return _mark(view, OPEN)


def signed_in(view: View) -> View:
    return _mark(view, Rule("signed-in"))


def administrators_only(view: View) -> View:
    return _mark(view, Rule("administrator"))


def organiser_role(role: str) -> Callable[[View], View]:
    """Let in members of the organiser that the URL's `organiser_id`, `event_id`, … belongs to, from this role upwards.

    A URL without such an id is for members of any organiser.
    """
    return lambda view: _mark(view, Rule("organiser", role))


def network_staff(view: View) -> View:
    """Let in network administrators, and managers of any organiser."""
    return _mark(view, Rule("network staff"))


def checks_with(app: Flask, kind: str, check: Check) -> None:
    """`check(role, organiser_id)` aborts or redirects when the visitor may not pass."""
    app.extensions["access_checks"][kind] = check


def belongs_to(app: Flask, argument: str, find_organiser: Callable[[Any], int | None]) -> None:
    """Tell how to find the organiser of an id in a URL; None means that there is no such thing."""
    app.extensions["access_owners"][argument] = find_organiser


def rule_of(app: Flask, endpoint: str) -> Rule | None:
    if endpoint == "static":
        return OPEN
    return getattr(app.view_functions[endpoint], "access_rule", None)


def register(app: Flask) -> None:
    app.extensions["access_checks"] = {}
    app.extensions["access_owners"] = {}
    app.before_request(_guard)


def _mark(view: View, rule: Rule) -> View:
    view.access_rule = rule  # type: ignore[attr-defined]
    return view


def _guard() -> None:
    if request.endpoint is None:
        return
    rule = rule_of(current_app, request.endpoint)
    if rule is None:
        abort(403)
    if rule != OPEN:
        checks = current_app.extensions["access_checks"]
        checks["signed-in"]("", None)  # before we look anything up: who isn't signed in learns no numbers
        checks[rule.kind](rule.role, _organiser_in_url())


def _organiser_in_url() -> int | None:
    """The organiser that every id in the URL belongs to; 404 when one doesn't exist or they disagree."""
    owners = current_app.extensions["access_owners"]
    found = {owners[name](value) for name, value in (request.view_args or {}).items() if name in owners}
    if not found:
        return None
    if len(found) > 1 or None in found:
        abort(404)
    return int(found.pop())
