"""UI words of what is counted."""

from flask_babel import lazy_gettext as _l

from elmo_events.dashboard.rules import Took
from elmo_events.matchmaking.rules import NextStep, RequestState, Result

REQUESTS = {
    RequestState.PENDING: _l("Waiting for an answer"),
    RequestState.ACCEPTED: _l("Accepted"),
    RequestState.DECLINED: _l("Declined"),
    RequestState.WITHDRAWN: _l("Withdrawn"),
    RequestState.EXPIRED: _l("Expired"),
}
TOOK = {
    Took.HELD: _l("Took place"),
    Took.NOT_HELD: _l("Did not take place"),
    Took.UNKNOWN: _l("Not known"),
}
USEFUL = {4: _l("Very useful"), 3: _l("Useful"), 2: _l("Of little use"), 1: _l("Of no use")}
NEXT_STEPS = {
    NextStep.PROJECT: _l("Preparing something together"),
    NextStep.MEETING: _l("Meeting again"),
    NextStep.CONTACT: _l("Staying in touch"),
    NextStep.NONE: _l("No next step"),
}
RESULTS = {
    Result.BUSINESS: _l("Business"),
    Result.PROJECT: _l("A project"),
    Result.RESEARCH: _l("Research"),
    Result.CONTACT: _l("Still in touch"),
    Result.NOTHING: _l("Nothing"),
}
