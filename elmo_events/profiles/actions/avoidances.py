"""Whom somebody does not want to meet. Nobody else learns of it: the two just don't see each other."""

from flask_babel import gettext as _
from sqlalchemy import select

from elmo_events.foundation.database import db, lock
from elmo_events.foundation.refusals import Refusal
from elmo_events.network.queries import organisation_named
from elmo_events.profiles.models import Avoidance, Profile
from elmo_events.profiles.signals import profile_changed

MOST = 200


def avoid_person(profile: Profile, other: Profile) -> None:
    """Twice changes nothing. Refuses: oneself; a very long list. Writes: the avoidance."""
    if other.id == profile.id:
        raise Refusal(_("This is your own profile."))
    for one in sorted((profile, other), key=lambda each: each.id):
        lock(one)  # the other may be on its way to being erased, which waits for what points at it
    _avoid(profile, Avoidance(profile_id=profile.id, avoided_profile_id=other.id))


def avoid_organisation(profile: Profile, name: str) -> None:
    """Twice changes nothing. Refuses: a name that nobody goes by; a very long list. Writes: the avoidance."""
    organisation = organisation_named(name)
    if organisation is None:
        raise Refusal(_("We know no organisation by this name. Choose one from the list."), field="organisation")
    _avoid(profile, Avoidance(profile_id=profile.id, avoided_organisation_id=organisation.id))


def forget_avoidance(profile: Profile, avoidance: Avoidance) -> None:
    """Writes: the two may see each other again."""
    lock(profile)
    lock(avoidance)  # somebody may have deleted it meanwhile
    db.session.delete(avoidance)
    db.session.flush()
    profile_changed.send(profile)


def _avoid(profile: Profile, avoidance: Avoidance) -> None:
    lock(profile)
    known = db.session.scalars(select(Avoidance).where(Avoidance.profile_id == profile.id)).all()
    if any(
        (one.avoided_profile_id, one.avoided_organisation_id)
        == (avoidance.avoided_profile_id, avoidance.avoided_organisation_id)
        for one in known
    ):
        return
    if len(known) >= MOST:
        raise Refusal(_("Your list is very long. Remove somebody first."))
    db.session.add(avoidance)
    db.session.flush()
    profile_changed.send(profile)
