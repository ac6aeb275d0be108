"""The page on the look names everything that there is to use."""

import pytest

from tests.architecture.source import ROOT

DESIGN = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("folder", "pattern", "written"),
    [
        ("static/css", "*.css", "`{0.name}`"),
        ("static/js/behaviours", "*.js", "| `{0.stem}` |"),
        ("templates/components", "*.html", "`{0.name}`"),
    ],
)
def test_every_file_is_named(folder: str, pattern: str, written: str) -> None:
    files = list((ROOT / folder).glob(pattern))
    assert files
    assert [path.name for path in files if written.format(path) not in DESIGN] == []
