"""Whose profile it is: pages of one's own profile belong to whoever has signed in."""

from flask import abort

from elmo_events.accounts.guards import signed_in_account
from elmo_events.accounts.models import Account
from elmo_events.profiles.models import Profile
from elmo_events.profiles.queries.own import own_profile


def account_or_403() -> Account:
    return signed_in_account() or abort(403)


def profile_or_404() -> Profile:
    """The profile of whoever has signed in; 404 when they have none."""
    return own_profile(account_or_403()) or abort(404)
