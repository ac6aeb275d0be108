"""Erasing a profile: nothing of it stays."""

from sqlalchemy import delete, update

from elmo_events.accounts.actions import record
from elmo_events.foundation.database import db, lock
from elmo_events.mail.models import Message
from elmo_events.mail.rules import MessageState
from elmo_events.profiles.actions.changing import make_unfindable
from elmo_events.profiles.models import Profile
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
    _forget_letters(number)
    record(account, "profile erased", (ABOUT, number))


def _forget_letters(number: int) -> None:
    """One that a worker is sending at this moment is left to it, without a receiver: it finds nothing to say."""
    about = (Message.about_kind == ABOUT) & (Message.about_id == number)
    sending = Message.state == MessageState.SENDING
    db.session.execute(delete(Message).where(about, ~sending).execution_options(synchronize_session=False))
    db.session.execute(
        update(Message)
        .where(about)
        .values(to_name="", to_address="", parameters={})
        .execution_options(synchronize_session=False)
    )
