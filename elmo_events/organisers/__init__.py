"""The councils that run events: their members, roles and privacy notices."""

from flask import Flask


def register(app: Flask) -> None:
    from elmo_events.organisers import guards

    guards.register(app)
