"""Every setting is read somewhere, documented, and read nowhere else than in config.py (rule 6)."""

import ast
import re

from elmo_events.config import SETTINGS
from tests.architecture.source import PACKAGE, ROOT, dotted, python_files, tree

READ_BY_FLASK_MAIL = {name.name for name in SETTINGS if name.name.startswith("MAIL_")}
DOCUMENT = ROOT / "docs" / "settings.md"
# The supervisor starts before the application does: it passes the environment to config.py. Backups hand theirs on.
MAY_READ_ENVIRONMENT = {"config.py", "supervisor.py", "backup.py"}


def names_read() -> set[str]:
    """What the product looks up by a constant name: `settings["HOST"]`, `config.get("HOST")`."""
    found: set[str] = set()
    for path in python_files():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
                found.add(str(node.slice.value))
            if isinstance(node, ast.Call) and dotted(node.func).endswith(".get") and node.args:
                found |= {str(argument.value) for argument in node.args if isinstance(argument, ast.Constant)}
    return found


def test_every_setting_is_read() -> None:
    unread = {setting.name for setting in SETTINGS} - names_read() - READ_BY_FLASK_MAIL
    assert unread == set()


def test_every_setting_is_documented_as_it_is() -> None:
    written = DOCUMENT.read_text(encoding="utf-8")
    documented = set(re.findall(r"^\| `([A-Z_]+)` \|", written, flags=re.MULTILINE))
    assert documented == {setting.name for setting in SETTINGS}
    for setting in SETTINGS:
        assert setting.why in written, f"{DOCUMENT.name} says something else about {setting.name}"


def test_nothing_else_reads_the_environment() -> None:
    readers = {
        path.name
        for path in python_files(PACKAGE)
        if any(
            isinstance(node, ast.Attribute) and dotted(node) in {"os.environ", "os.getenv"}
            for node in ast.walk(tree(path))
        )
    }
    assert readers <= MAY_READ_ENVIRONMENT
