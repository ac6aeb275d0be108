"""Who can sign in: a password for staff. Also the audit log: who did what."""

from flask import Flask


def register(app: Flask) -> None:
    from elmo_events.accounts import guards

    guards.register(app)
