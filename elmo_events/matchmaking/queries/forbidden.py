"""Which people of an event may not meet, all at once? `visible` answers the same for one person."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from itertools import combinations_with_replacement

from sqlalchemy import select

from elmo_events.foundation.database import db
from elmo_events.matchmaking.rules import may_meet
from elmo_events.profiles.models import Avoidance, Profile


def avoiding_pairs(profiles: Sequence[Profile]) -> frozenset[frozenset[int]]:
    """Pairs of positions in this list, of which one avoids the other or the organisation that they name."""
    at = {profile.id: number for number, profile in enumerate(profiles)}
    of_organisation: dict[int, list[int]] = defaultdict(list)
    for number, profile in enumerate(profiles):
        if profile.organisation_id is not None:
            of_organisation[profile.organisation_id].append(number)
    pairs = set()
    for avoidance in db.session.scalars(select(Avoidance).where(Avoidance.profile_id.in_(list(at)))):
        avoided = [at[avoidance.avoided_profile_id]] if avoidance.avoided_profile_id in at else []
        avoided += of_organisation.get(avoidance.avoided_organisation_id or 0, [])
        pairs |= {frozenset((at[avoidance.profile_id], other)) for other in avoided}
    return frozenset(pair for pair in pairs if len(pair) > 1)


def allowed_kinds(forbidden: Collection[Collection[str]], kinds: Collection[str]) -> frozenset[frozenset[str]] | None:
    """Pairs of organisation types that may meet; None when all may."""
    if not forbidden:
        return None
    pairs = combinations_with_replacement(sorted(kinds), 2)
    return frozenset(frozenset(pair) for pair in pairs if may_meet(forbidden, *pair))
