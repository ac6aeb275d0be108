"""Demo content, with dates shifted by whole weeks so that it never grows old."""

from flask import Flask


def register(app: Flask) -> None:
    from elmo_events.demo import commands

    app.cli.add_command(commands.demo)
