"""The interface's words for meeting requests."""

from flask_babel import lazy_gettext as _l

from elmo_events.matchmaking.rules import RequestState

REQUEST_STATES = {
    RequestState.PENDING: _l("Waiting for an answer"),
    RequestState.ACCEPTED: _l("Accepted"),
    RequestState.DECLINED: _l("Declined"),
    RequestState.WITHDRAWN: _l("Withdrawn"),
    RequestState.EXPIRED: _l("Not answered in time"),
}
# Why a request can't be answered any more, said to whoever wants to.
CLOSED_REQUESTS = {
    RequestState.ACCEPTED: _l("This request has been accepted already."),
    RequestState.DECLINED: _l("This request has been declined already."),
    RequestState.WITHDRAWN: _l("This request was withdrawn: there is nothing to answer any more."),
    RequestState.EXPIRED: _l("The time to answer this request is over."),
}
