"""Links of letters that answer a meeting request: whose answer to what are they?"""

from typing import NamedTuple

from elmo_events.foundation.links import read, sign
from elmo_events.matchmaking.models import MeetingRequest
from elmo_events.matchmaking.queries.participations import is_in_force
from elmo_events.matchmaking.queries.requests import request

LINK = "answer to a meeting request"  # what they are signed for
ACCEPT, DECLINE = "accept", "decline"


class Answer(NamedTuple):
    """What a link stands for: the request, and whether its recipient accepts."""

    request: MeetingRequest
    accepts: bool


def answer_token(request: MeetingRequest, answer: str) -> str:
    """For a letter to the recipient; `answer` is ACCEPT or DECLINE. It works while the recipient takes part."""
    return sign(LINK, [request.id, request.recipient_id, answer])


def answer_by_token(token: str) -> Answer | None:
    """None when it is not ours, or nobody is there any more whose answer it would be."""
    match read(LINK, token):
        case [int(number), int(recipient_id), str(answer)]:
            found = request(number)
            if found is not None and found.recipient_id == recipient_id and is_in_force(found.recipient):
                return Answer(found, answer == ACCEPT)
    return None
