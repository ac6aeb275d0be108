"""An organiser decides about an event's matchmaking: on or off, requests and limits, who may meet whom, weights."""

from collections.abc import Iterable, Mapping

from flask_babel import gettext as _
from flask_babel import ngettext

from elmo_events.accounts.actions import record
from elmo_events.accounts.models import Account
from elmo_events.events.models import Event
from elmo_events.events.rules import EventState
from elmo_events.foundation.database import db, lock
from elmo_events.foundation.refusals import Refusal
from elmo_events.matchmaking.actions.seats import lock_meetings
from elmo_events.matchmaking.actions.suggest import ask_for_lists
from elmo_events.matchmaking.models import Matchmaking
from elmo_events.matchmaking.queries.figures import count_published
from elmo_events.matchmaking.rules import Terms
from elmo_events.matchmaking.score.weights import Weights, WeightsError

Pair = tuple[str, str]


def switch_on(event: Event, by: Account) -> Matchmaking:
    """Let people of this event meet one to one; what was decided before it was switched off is still there.

    Refuses: the event is cancelled. Writes: the event's matchmaking, an audit entry.
    """
    lock(event)
    if event.state == EventState.CANCELLED:
        raise Refusal(_("The event is cancelled."))
    matchmaking = db.session.get(Matchmaking, event.id)
    if matchmaking is None:
        matchmaking = Matchmaking(event_id=event.id)
        db.session.add(matchmaking)
    matchmaking.is_on = True
    db.session.flush()
    _note(matchmaking, event, by, "matchmaking switched on")
    return matchmaking


def switch_off(matchmaking: Matchmaking, by: Account) -> None:
    """Hide matchmaking from the event's people; requests, blocks and tables stay, in case it is switched on again.

    Refuses: people have been told of meetings. Writes: the event's matchmaking, an audit entry.
    """
    lock_meetings(matchmaking)
    if published := count_published(matchmaking.event):
        raise Refusal(
            ngettext(
                "People have been told of %(num)s meeting. Cancel it first.",
                "People have been told of %(num)s meetings. Cancel them first.",
                published,
            )
        )
    matchmaking.is_on = False
    _note(matchmaking, matchmaking.event, by, "matchmaking switched off")


def change_terms(matchmaking: Matchmaking, terms: Terms, by: Account) -> None:
    """Refuses: requests would end before they begin; the way of meeting changes though meetings were made by the other way;
    the address of video rooms names no meeting. Writes: the event's matchmaking, an audit entry.
    """
    lock_meetings(matchmaking)
    if terms.opens_at and terms.closes_at and terms.closes_at <= terms.opens_at:
        raise Refusal(_("Requests must end after they begin."), field="closes_at")
    if terms.video_address and "{meeting}" not in terms.video_address:
        raise Refusal(_("Write {meeting} where the address differs from meeting to meeting."), field="video_address")
    if terms.mode != matchmaking.mode and count_published(matchmaking.event):
        raise Refusal(
            _("People have been told of meetings already: how they are made can't be changed any more."), field="mode"
        )
    for name, value in terms._asdict().items():
        setattr(matchmaking, name, value)
    _note(matchmaking, matchmaking.event, by, "matchmaking rules changed", what="terms")


def change_matrix(matchmaking: Matchmaking, offered: Iterable[Pair], forbidden: Iterable[Pair], by: Account) -> None:
    """Say which of the pairs of organisation types that were offered may not meet; what was decided about others stays, and so
    do meetings and requests that are there already.

    Writes: the event's matchmaking, an audit entry; asks for new recommendations.
    """
    lock_meetings(matchmaking)
    asked = {frozenset(pair) for pair in offered}
    kept = [pair for pair in matchmaking.forbidden_types if frozenset(pair) not in asked]
    matchmaking.forbidden_types = sorted({tuple(sorted(pair)) for pair in [*kept, *forbidden]})
    ask_for_lists(matchmaking.event_id)
    _note(matchmaking, matchmaking.event, by, "matchmaking rules changed", what="matrix")


def change_weights(matchmaking: Matchmaking, weights: Mapping[str, float], by: Account) -> None:
    """Say what counts how much in recommendations; an empty mapping stands for the score's own weights.

    Refuses: weights that the score can't use. Writes: the event's matchmaking, an audit entry; asks for new recommendations.
    """
    lock_meetings(matchmaking)
    try:
        Weights.of(weights)
    except WeightsError as error:
        raise Refusal(_("At least one of them must count."), field=error.part or None) from error
    matchmaking.weights = dict(weights)
    ask_for_lists(matchmaking.event_id)
    _note(matchmaking, matchmaking.event, by, "matchmaking rules changed", what="weights")


def _note(matchmaking: Matchmaking, event: Event, by: Account, action: str, **details: object) -> None:
    record(by, action, ("event", matchmaking.event_id), organiser_id=event.organiser_id, **details)
