"""An event with two people who may meet, and what tests of requests do with them."""

from collections.abc import Callable

import pytest

from elmo_events.events.models import Event
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.refusals import Refusal
from elmo_events.matchmaking.actions.answer import accept
from elmo_events.matchmaking.actions.ask import ask
from elmo_events.matchmaking.models import Matchmaking, Meeting, MeetingRequest, Participation

START = "/en/events/kiertotalous/meetings"


def asked(sender: Participation, recipient: Participation, **words: object) -> MeetingRequest:
    with transaction():
        return ask(sender, recipient, **{"message": "Shall we talk about bark?"} | words)  # type: ignore[arg-type]


def agreed(sender: Participation, recipient: Participation, **words: object) -> Meeting:
    request = asked(sender, recipient, **words)
    with transaction():
        return accept(request)


def refusal(action: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as refused, transaction():
        action()
    return str(refused.value)


def terms(event: Event, **facts: object) -> None:
    with transaction():
        matchmaking = db.session.get_one(Matchmaking, event.id)
        for name, value in facts.items():
            setattr(matchmaking, name, value)
