"""Front page, about, accessibility statement, privacy, cookies and feedback."""

from flask import Flask


def register(app: Flask) -> None:
    """Nothing to register yet."""
