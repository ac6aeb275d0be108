"""The secret address of the wall display."""

from elmo_events.accounts.actions import record
from elmo_events.accounts.models import Account
from elmo_events.foundation.database import lock
from elmo_events.matchmaking.models import Matchmaking


def new_wall_address(matchmaking: Matchmaking, by: Account) -> None:
    """Writes: a new version, so that the old address shows nothing any more; the audit entry."""
    lock(matchmaking)
    matchmaking.wall_version += 1
    record(by, "wall address replaced", ("event", matchmaking.event_id), matchmaking.event.organiser_id)
