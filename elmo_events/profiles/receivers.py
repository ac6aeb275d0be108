"""What we do when organisations are merged or known by other names: their people go with them, and are found by the names."""

from typing import Any

from sqlalchemy import delete, select, update

from elmo_events.foundation.database import db, lock
from elmo_events.network.models import Organisation
from elmo_events.network.signals import organisation_renamed, organisations_merged
from elmo_events.profiles.actions.changing import make_findable, note_change
from elmo_events.profiles.models import Avoidance, Profile
from elmo_events.profiles.signals import profile_changed


def register() -> None:
    organisations_merged.connect(belong_to_the_kept)
    organisation_renamed.connect(find_by_new_names)


def belong_to_the_kept(kept: Organisation, merged: Organisation, **_: Any) -> None:
    """Writes: the organisation of profiles and of block lists, what the profiles are found by, and whatever higher features
    make of it: who avoided the merged organisation avoids those of the kept one too.
    """
    twice = select(Avoidance.profile_id).where(Avoidance.avoided_organisation_id == kept.id)
    of_merged = Avoidance.avoided_organisation_id == merged.id
    db.session.execute(delete(Avoidance).where(of_merged, Avoidance.profile_id.in_(twice)))
    avoiding = select(Profile).join(Avoidance, Avoidance.profile_id == Profile.id).where(of_merged)
    avoiders = db.session.scalars(avoiding).all()
    people = db.session.scalars(select(Profile).where(Profile.organisation_id == merged.id)).all()
    for profile in sorted({*avoiders, *people}, key=lambda one: one.id):
        lock(profile)  # all of them before their meetings, as everything does that concerns one
    db.session.execute(update(Avoidance).where(of_merged).values(avoided_organisation_id=kept.id))
    for profile in people:
        profile.known_organisation = kept
        note_change(profile)
    for profile in avoiders:
        profile_changed.send(profile)


def find_by_new_names(organisation: Organisation, **_: Any) -> None:
    """Writes: what the organisation's people are found by."""
    for profile in db.session.scalars(select(Profile).where(Profile.organisation_id == organisation.id)).all():
        make_findable(profile)
