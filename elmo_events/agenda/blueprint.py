"""The blueprint of this feature: its views hang on it, whichever file they stand in."""

from flask import Blueprint

blueprint = Blueprint("agenda", __name__)
