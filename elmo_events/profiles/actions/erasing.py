"""Erasing a profile, or all of an account: nothing of it stays."""

from elmo_events.accounts.actions import forget, record
from elmo_events.accounts.models import Account
from elmo_events.foundation.database import db, lock
from elmo_events.mail import actions as mail
from elmo_events.profiles.actions.changing import make_unfindable
from elmo_events.profiles.models import Profile
from elmo_events.profiles.queries.own import own_profile
from elmo_events.profiles.rules import ABOUT
from elmo_events.profiles.signals import profile_erased


def erase(profile: Profile) -> None:
    """Forget a profile with its picture, offers, needs, avoidances and the letters about it. The account stays.

    Writes: first what higher features undo (meetings are cancelled), then all of it is gone; an audit entry by number.
    """
    lock(profile)
    profile_erased.send(profile)
    number, account = profile.id, profile.account
    make_unfindable(profile)
    db.session.delete(profile)
    db.session.flush()
    mail.drop(ABOUT, number)
    record(account, "profile erased", (ABOUT, number))


def erase_account(account: Account) -> None:
    """Forget a participant: the profile, if there is one, and the account. Registrations belong to the organisers and stay;
    their own links cancel them.

    Refuses: the person works for an organiser. Writes: all of it.
    """
    lock(account)
    if profile := own_profile(account):
        erase(profile)
    forget(account)
