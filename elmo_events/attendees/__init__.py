"""The organiser's list of who comes: search, filters, exports."""

from flask import Flask


def register(app: Flask) -> None:
    """Nothing to register yet."""
