"""Whose profile it is: pages of one's own profile belong to whoever has signed in."""

from flask import abort

from elmo_events.accounts.guards import account_or_403
from elmo_events.profiles.models import Profile
from elmo_events.profiles.queries.own import own_profile


def profile_or_404() -> Profile:
    """The profile of whoever has signed in; 404 when they have none."""
    return own_profile(account_or_403()) or abort(404)
