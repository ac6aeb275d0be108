"""What we do when two organisations become one; inside the transaction that says so."""

from typing import Any

from sqlalchemy import update

from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Participation
from elmo_events.network.models import Organisation
from elmo_events.network.signals import organisations_merged


def register() -> None:
    organisations_merged.connect(count_with_the_kept)


def count_with_the_kept(kept: Organisation, merged: Organisation, **_: Any) -> None:
    """Writes: the organisation that statistics keep of people whose profiles are gone."""
    of_merged = update(Participation).where(Participation.kept_organisation_id == merged.id)
    db.session.execute(of_merged.values(kept_organisation_id=kept.id))
