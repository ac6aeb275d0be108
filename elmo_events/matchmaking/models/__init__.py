"""What do we keep? Settings, participations, requests, meetings, plans, repairs, and what people say of all that."""

from elmo_events.matchmaking.models.meeting import Feedback, Meeting, Seat
from elmo_events.matchmaking.models.plan import Consent, Move, Plan, Repair
from elmo_events.matchmaking.models.request import MeetingRequest
from elmo_events.matchmaking.models.settings import Matchmaking, Participation
from elmo_events.matchmaking.models.suggestion import Label, Suggestion

__all__ = [
    "Consent",
    "Feedback",
    "Label",
    "Matchmaking",
    "Meeting",
    "MeetingRequest",
    "Move",
    "Participation",
    "Plan",
    "Repair",
    "Seat",
    "Suggestion",
]
