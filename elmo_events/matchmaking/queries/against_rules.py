"""What is there that an event's rules would no longer allow?"""

from sqlalchemy import select
from sqlalchemy.orm import aliased

from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation
from elmo_events.matchmaking.rules import MeetingState, may_meet
from elmo_events.network.models import OrganisationType
from elmo_events.profiles.models import Profile


def count_forbidden_meetings(matchmaking: Matchmaking) -> int:
    """How many agreed meetings are between types that may not meet."""
    if not matchmaking.forbidden_types:
        return 0
    first, second = aliased(Participation), aliased(Participation)
    profiles, kinds = [aliased(Profile) for _ in "12"], [aliased(OrganisationType) for _ in "12"]
    pairs = db.session.execute(
        select(kinds[0].slug, kinds[1].slug)
        .select_from(Meeting)
        .join(first, first.id == Meeting.first_id)
        .join(second, second.id == Meeting.second_id)
        .join(profiles[0], profiles[0].id == first.profile_id)
        .join(profiles[1], profiles[1].id == second.profile_id)
        .join(kinds[0], kinds[0].id == profiles[0].organisation_type_id)
        .join(kinds[1], kinds[1].id == profiles[1].organisation_type_id)
        .where(Meeting.event_id == matchmaking.event_id, Meeting.state == MeetingState.ACTIVE)
    )
    return sum(1 for one, other in pairs if not may_meet(matchmaking.forbidden_types, one, other))
