"""Which event is a page of an organiser about? Its access rule has seen to it that the event is theirs."""

from flask import abort

from elmo_events.events.models import Event
from elmo_events.events.queries import organiser


def event_of(event_id: int) -> Event:
    return organiser.event(event_id) or abort(404)
