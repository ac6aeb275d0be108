"""What others made is kept unchanged, with its licence."""

import hashlib
from pathlib import Path

VENDOR = Path(__file__).parents[2] / "static/vendor"


def test_every_vendored_file_is_the_one_in_the_manifest() -> None:
    listed = {}
    for line in (VENDOR / "MANIFEST.sha256").read_text().splitlines():
        digest, name = line.split(maxsplit=1)
        listed[name] = digest
    found = {
        str(path.relative_to(VENDOR)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.name != "MANIFEST.sha256"
    }
    assert found == listed


def test_every_vendored_library_brings_its_licence() -> None:
    assert [folder.name for folder in VENDOR.iterdir() if folder.is_dir() and not (folder / "LICENSE").exists()] == []
