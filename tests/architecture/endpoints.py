"""The list of all endpoints, each with its address and who may open it. `python -m tests.architecture.endpoints` writes it."""

import tempfile
from pathlib import Path

from flask import Flask
from werkzeug.routing import Rule

from elmo_events import create_app
from elmo_events.foundation.access import rule_of

LIST = Path(__file__).with_name("endpoints.txt")


def rules(app: Flask) -> list[Rule]:
    return sorted(app.url_map.iter_rules(), key=lambda rule: (rule.endpoint, rule.rule))


def methods(rule: Rule) -> list[str]:
    return sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})


def listing(app: Flask) -> str:
    lines = (
        f"{rule.endpoint:36} {rule_of(app, rule.endpoint) or 'CLOSED'!s:20} {' '.join(methods(rule)):9} {rule.rule}"
        for rule in rules(app)
    )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    LIST.write_text(listing(create_app(ELMO_MODE="demo", ELMO_INSTANCE=tempfile.mkdtemp())), encoding="utf-8")
