"""What is installed is all there is: every package is named, and templates, static files and migrations go along (rule 6)."""

import configparser
import subprocess
import sys
import zipfile

import pytest
from setuptools import find_packages

from tests.architecture.source import ROOT

FOLDERS = {"elmo_events.templates": "templates", "elmo_events.static": "static", "elmo_events.migrations": "migrations"}


def named() -> set[str]:
    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg", encoding="utf-8")
    return set(settings["options"]["packages"].split())


def test_every_package_is_named() -> None:
    """`packages = find:` cannot be mixed with folders that lie elsewhere, so setup.cfg lists them."""
    assert named() == set(find_packages(str(ROOT), include=["elmo_events", "elmo_events.*"])) | set(FOLDERS)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Built from what git would hand out, with the setuptools that is here."""
    folder = tmp_path_factory.mktemp("wheel")
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True
    )
    source = folder / "source"
    for name in listed.stdout.decode().splitlines():
        if (ROOT / name).is_file() and not name.startswith(("tests/", "docs/")):
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes((ROOT / name).read_bytes())
    build = "import sys; from setuptools.build_meta import build_wheel; build_wheel(sys.argv[1])"
    subprocess.run([sys.executable, "-c", build, str(folder)], cwd=source, check=True, capture_output=True)
    return zipfile.ZipFile(next(folder.glob("*.whl")))


@pytest.mark.parametrize("folder", FOLDERS.values())
def test_the_wheel_holds_the_folder(wheel: zipfile.ZipFile, folder: str) -> None:
    inside = set(wheel.namelist())
    files = [path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert len(files) > 2
    assert [str(path) for path in files if f"elmo_events/{path.relative_to(ROOT)}" not in inside] == []


def test_the_wheel_holds_every_module_and_catalogue(wheel: zipfile.ZipFile) -> None:
    inside = set(wheel.namelist())
    files = [*(ROOT / "elmo_events").rglob("*.py"), *(ROOT / "elmo_events").rglob("*.po")]
    assert [str(path) for path in files if str(path.relative_to(ROOT)) not in inside] == []
