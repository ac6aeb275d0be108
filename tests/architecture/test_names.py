"""One name runs through: endpoint, template and test file belong together (rule 4)."""

import re
from pathlib import Path

from flask import Flask

from tests.architecture.source import ROOT

TEMPLATES = ROOT / "templates"
SHARED = {"layout", "components", "errors"}  # used by the pages of all features
# Pages of two endpoints (new and edit), and what a form answers when it is done.
OTHERS = {
    "network/project",
    "network/term",
    "network/period",
    "accounts/password_link_sent",
    "accounts/password_link_used",
    "accounts/sign_in_link_sent",
    "accounts/sign_in_link_used",
    "matchmaking/dead_link",
    "matchmaking/overview",
    "matchmaking/switched_off",
}
NAMED = re.compile(r"""{%-?\s*(?:include|extends|from|import)\s+["']([^"']+)["']""")


def pages() -> set[str]:
    """Templates of features that no other template uses: whole pages, as `events/event_page`. Those of organisers may stand in a
    folder of their own.
    """
    files = [path for path in TEMPLATES.rglob("*.html") if path.relative_to(TEMPLATES).parts[0] not in SHARED]
    used = {name for path in TEMPLATES.rglob("*.html") for name in NAMED.findall(path.read_text(encoding="utf-8"))}
    names = {str(path.relative_to(TEMPLATES)) for path in files if "emails" not in path.parts}
    return {name.removesuffix(".html").replace("/organiser/", "/") for name in names - used}


def test_every_page_has_the_name_of_its_endpoint(app: Flask) -> None:
    endpoints = {endpoint.replace(".", "/") for endpoint in app.view_functions}
    assert pages() - endpoints - OTHERS == set()


def test_every_feature_has_its_folder_of_tests() -> None:
    features = {path.name for path in (ROOT / "elmo_events").iterdir() if (path / "__init__.py").exists()}
    assert features - {path.name for path in Path(ROOT / "tests").iterdir()} == set()
