"""Coming to the table of a meeting, and not coming."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask

from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.refusals import Refusal
from elmo_events.matchmaking.actions.arrive import arrive, miss
from elmo_events.matchmaking.models import Seat
from elmo_events.matchmaking.rules import MeetingState
from tests import makers
from tests.matchmaking.published_day import Day, begin, letters


def test_absent_after_five_minutes_frees_the_partner(app: Flask) -> None:
    day = Day(2, 1, "Aino Bo")
    meeting = day.meeting("Aino", "Bo", 0)
    begun = datetime.now(UTC) - timedelta(minutes=4)
    begin(day, begun)
    with pytest.raises(Refusal), transaction():
        miss(meeting, day["Bo"])
    begin(day, begun - timedelta(minutes=2))
    with pytest.raises(Refusal), transaction():
        miss(meeting, day["Bo"])
    with transaction():
        arrive(meeting, day["Aino"])
    with transaction():
        miss(meeting, day["Bo"])
    assert makers.afresh(meeting).state == MeetingState.CANCELLED
    assert meeting.cancelled_by_id == day["Bo"].id
    assert letters("matchmaking.marked_absent") == {"Bo"}
    assert db.session.get_one(Seat, (meeting.id, day["Bo"].id)).absent_at is not None


def test_who_has_come_is_not_absent(app: Flask) -> None:
    day = Day(1, 1, "Aino Bo")
    meeting = day.meeting("Aino", "Bo", 0)
    begin(day, datetime.now(UTC) - timedelta(minutes=6))
    for name in ("Aino", "Bo"):
        with transaction():
            arrive(meeting, day[name])
    with pytest.raises(Refusal), transaction():
        miss(meeting, day["Bo"])
