"""One place commits, one place reads the time, files stay short (rule 2)."""

import ast
from pathlib import Path

from tests.architecture.source import PACKAGE, ROOT, calls, dotted, python_files, tree

MOST_LINES = 300
VAGUE_FILES = {"utils.py", "helpers.py", "common.py", "managers.py", "misc.py"}
CLOCKS = {
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "datetime.datetime.now", "datetime.date.today",
    "time.time", "time.time_ns", "func.now", "func.current_timestamp",
}  # fmt: skip
# Raw files of counters commit by themselves: they are no tables of ours.
COMMITS_ALLOWED = {"elmo_events/foundation/database.py"}
CLOCKS_ALLOWED = {"elmo_events/foundation/clock.py"}


def commits(module: ast.Module) -> list[int]:
    return [call.lineno for call in calls(module) if dotted(call.func).endswith(".commit")]


def clock_readings(module: ast.Module) -> list[int]:
    return [call.lineno for call in calls(module) if dotted(call.func) in CLOCKS]


def offenders(find: object, allowed: set[str]) -> list[str]:
    assert callable(find)
    paths = [path for path in python_files() if str(path.relative_to(ROOT)) not in allowed]
    return [f"{path.relative_to(ROOT)}:{line}" for path in paths for line in find(tree(path))]


def too_long(paths: list[Path]) -> list[str]:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in paths}
    return [f"{path}: {length} lines" for path, length in lengths.items() if length > MOST_LINES]


def test_only_the_database_module_commits() -> None:
    assert offenders(commits, COMMITS_ALLOWED) == []


def test_a_commit_elsewhere_is_found() -> None:
    assert commits(ast.parse("def f():\n    db.session.commit()\n")) == [2]


def test_only_the_clock_reads_the_time() -> None:
    assert offenders(clock_readings, CLOCKS_ALLOWED) == []


def test_a_reading_of_the_time_elsewhere_is_found() -> None:
    assert clock_readings(ast.parse("from datetime import datetime, UTC\nx = datetime.now(UTC)\n")) == [2]


def test_no_file_is_too_long() -> None:
    templates = [path for path in (ROOT / "templates").rglob("*") if path.suffix in {".html", ".txt", ".css"}]
    tests = python_files(ROOT / "tests")
    assert too_long(python_files() + templates + tests) == []


def test_a_file_that_is_too_long_is_found(tmp_path: Path) -> None:
    long = tmp_path / "long.py"
    long.write_text("x = 1\n" * (MOST_LINES + 1))
    assert too_long([long]) == [f"{long}: 301 lines"]


def test_no_file_has_a_name_that_says_nothing() -> None:
    assert [path.name for path in python_files(PACKAGE) if path.name in VAGUE_FILES] == []
