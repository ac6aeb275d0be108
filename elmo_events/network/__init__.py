"""What the network is made of: regions, themes, organisation types and projects."""

from flask import Flask


def register(app: Flask) -> None:
    from elmo_events.network import models  # noqa: F401  (views will import it)
