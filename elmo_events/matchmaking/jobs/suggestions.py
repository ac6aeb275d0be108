"""The worker's part: lists of recommended people. They are worked out outside any transaction, which takes seconds."""

from pathlib import Path

from flask import current_app

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.jobs import each_alone, every, job, nightly
from elmo_events.matchmaking.actions import suggest as actions
from elmo_events.matchmaking.models import Matchmaking, Participation
from elmo_events.matchmaking.queries.own_lists import everybodys_lists, own_list
from elmo_events.matchmaking.queries.participations import in_force
from elmo_events.matchmaking.queries.scoring import asked_for, upcoming_with_meetings
from elmo_events.matchmaking.score.concepts import OWN_FILE, Concepts, read_concepts


@job(actions.ALL)
def make_lists(event_id: int) -> None:
    """What asked for them is in the table: a nudge too many does nothing, one too few is made good every minute."""
    matchmaking = db.session.get(Matchmaking, event_id)
    if matchmaking is not None and actions.may_begin(matchmaking, now()):
        _make_lists(matchmaking)


@job(actions.ONE)
def make_own_list(participation_id: int) -> None:
    participation = db.session.scalar(in_force().where(Participation.id == participation_id))
    matchmaking = db.session.get(Matchmaking, participation.event_id) if participation else None
    if participation is None or matchmaking is None or not matchmaking.is_on:
        return
    made = own_list(participation, matchmaking, _concepts())
    with transaction():
        actions.keep_own_list(participation, made)


@every(minutes=1)
def make_lists_that_wait() -> None:
    each_alone("lists not made", asked_for(), make_lists)


@nightly(hour=3, minute=30)
def make_all_lists() -> None:
    """Of all events to come: what nobody told us of, such as a merged organisation, comes in too."""
    each_alone(
        "lists not made",
        upcoming_with_meetings(now()),
        lambda event_id: _make_lists(db.session.get_one(Matchmaking, event_id)),
    )


def _make_lists(matchmaking: Matchmaking) -> None:
    event_id, asked_at = matchmaking.event_id, matchmaking.suggestions_asked_at
    made = everybodys_lists(matchmaking, _concepts())
    with transaction():
        actions.keep_lists(event_id, made, asked_at)


def _concepts() -> Concepts | None:
    """Ours, and those that an organiser added."""
    added = current_app.config["ELMO_CONCEPTS"]
    return read_concepts(OWN_FILE, Path(added)) if added else None
