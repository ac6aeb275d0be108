"""Features call down, and reach into each other only by what is meant to be reached (rule 1)."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, imported_modules, module_name, python_files, tree

SHARED = {"rules", "signals", "models", "queries", "actions", "labels", "guards", "calendar"}
LIBRARIES = {"planner", "score"}  # pure: they know no feature
GIVES_MORE = {"foundation", "mail", "config"}  # what every feature stands on
BUILDS_ALL = {"create_app", "register"}  # may import inside the function


def reached_too_deep(name: str, module: ast.Module) -> list[str]:
    """Imports of another feature's forms, views, e-mails, …: `name` is the importing module."""
    feature = name.split(".")[1] if "." in name else ""
    found = []
    for node in ast.walk(module):
        for target in imported_modules(node) if isinstance(node, ast.stmt) else []:
            parts = target.split(".")
            if parts[0] != "elmo_events" or len(parts) < 2 or parts[1] in GIVES_MORE | {feature}:
                continue
            if feature and feature != "cli" and (len(parts) < 3 or parts[2] not in SHARED | LIBRARIES):
                found.append(target)
    return found


def hidden_imports(source: str) -> list[int]:
    """Lines of imports inside functions that neither build the application nor say why."""
    lines = source.splitlines()
    found = []
    for function in ast.walk(ast.parse(source)):
        if isinstance(function, ast.FunctionDef) and function.name not in BUILDS_ALL:
            inner = (node for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom))
            found += [node.lineno for node in inner if "#" not in lines[(node.end_lineno or node.lineno) - 1]]
    return found


def test_features_reach_only_what_is_meant_for_others() -> None:
    found = {name: reached_too_deep(name, tree(path)) for path in python_files() if (name := module_name(path))}
    assert {name: targets for name, targets in found.items() if targets} == {}


def test_reaching_into_another_features_forms_is_found() -> None:
    module = ast.parse("from elmo_events.events.forms import EventForm\nfrom elmo_events.events import queries\n")
    assert reached_too_deep("elmo_events.site.views", module) == ["elmo_events.events.forms.EventForm"]


def test_imports_stand_on_top() -> None:
    found = {str(path): hidden_imports(path.read_text(encoding="utf-8")) for path in python_files()}
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_a_hidden_import_is_found() -> None:
    assert hidden_imports("def f():\n    import os\n    import re  # heavy\n") == [2]


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    skip = shutil.ignore_patterns("__pycache__", "translations")
    shutil.copytree(ROOT / "elmo_events", folder / "elmo_events", ignore=skip)
    shutil.copy(ROOT / "setup.cfg", folder)
    return folder


def lint(folder: Path) -> str:
    """The names of the contracts that are broken, as import-linter prints them."""
    command = [Path(sys.executable).parent / "lint-imports", "--config", "setup.cfg", "--no-cache", "--no-logo"]
    environment = {"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode in {0, 1}, done.stderr
    return "\n".join(line for line in done.stdout.splitlines() if " BROKEN" in line)


def test_the_house_keeps_its_directions(copied: Path) -> None:
    assert lint(copied) == ""


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("events/peeking.py", "from elmo_events.registration import models", "Features call down"),
        ("config.py", "from elmo_events.foundation import clock", "Features call down"),
        ("newcomer.py", "", "Features call down"),
        ("registration/rules.py", "from elmo_events.registration import models", "Inside a feature, calls go down"),
        ("events/rules.py", "import flask", "Rules, models and queries know no web"),
        ("foundation/forms.py", "import elmo_events.mail.models", "Rules and forms know no database"),
    ],
)
def test_a_broken_direction_is_found(copied: Path, module: str, line: str, contract: str) -> None:
    path = copied / "elmo_events" / module
    before = path.read_text(encoding="utf-8") if path.exists() else None
    path.write_text((before or "") + f"\n{line}\n", encoding="utf-8")
    try:
        assert contract in lint(copied)
    finally:
        path.unlink() if before is None else path.write_text(before, encoding="utf-8")
