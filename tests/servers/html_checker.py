"""The Nu HTML checker, which validator.w3.org runs too (needs Java)."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

# Optimising for long runs costs twice what it saves here; the checker asks for a larger stack itself otherwise.
JAVA = ("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss2m")
JAR = Path(__file__).resolve().parents[2] / ".venv" / "tools" / "package" / "build" / "dist" / "vnu.jar"


def checker() -> Path | None:
    """Where the checker is: what VNU_JAR says, or where .ci/run puts it; None without Java."""
    jar = Path(os.environ.get("VNU_JAR") or JAR)
    return jar if jar.is_file() and shutil.which("java") else None


def complaints(pages: Mapping[str, str], folder: Path) -> list[str]:
    """Errors and warnings of all pages in one go, each with the address of its page."""
    names = {}
    for number, (address, html) in enumerate(sorted(pages.items())):
        path = folder / f"{number:03}.html"
        path.write_text(html, encoding="utf-8")
        names[path.name] = address
    command = [*JAVA, "-jar", str(checker()), "--format", "json", "--stdout", "--exit-zero-always", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    messages = json.loads(done.stdout)["messages"]
    return [
        f"{names.get(Path(message.get('url', '')).name, '?')}:{message.get('lastLine', 0)}: {message['message']}"
        for message in messages
        if message["type"] == "error" or message.get("subType") == "warning"
    ]
