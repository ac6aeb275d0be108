"""The jobs that look around: an event or person whose turn fails keeps none of the others waiting."""

from flask import Flask

from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.jobs import each_alone
from elmo_events.matchmaking.jobs.suggestions import make_lists_that_wait
from elmo_events.matchmaking.models import Matchmaking
from tests import makers, meeting_makers


def test_lists_are_made_though_those_of_another_event_can_t_be(app: Flask) -> None:
    organiser = makers.organiser()
    broken, sound = (makers.event(organiser, slug=slug) for slug in ("broken", "sound"))
    for event in (broken, sound):
        meeting_makers.matchmaking(event)
    with transaction():
        for event in (broken, sound):
            db.session.get_one(Matchmaking, event.id).suggestions_asked_at = event.published_at
        db.session.get_one(Matchmaking, broken.id).weights = {"nothing": "known"}
    make_lists_that_wait()
    db.session.rollback()
    waiting = [one.suggestions_asked_at is None for one in db.session.query(Matchmaking).order_by(Matchmaking.event_id)]
    assert waiting == [False, True]


def test_a_turn_that_fails_leaves_the_session_usable(app: Flask) -> None:
    done: list[int] = []

    def act(number: int) -> None:
        if number == 1:
            db.session.get_one(Matchmaking, number)
        done.append(number)

    each_alone("not done", [1, 2], act)
    assert done == [2]
