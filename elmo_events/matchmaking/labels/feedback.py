"""The interface's words for how a meeting was and what it led to."""

from flask_babel import lazy_gettext as _l

from elmo_events.matchmaking.rules import NextStep, Result

TOOK_PLACE_LABELS = {"yes": _l("Yes"), "no": _l("No")}
USEFUL_LABELS = {
    4: _l("Very useful"),
    3: _l("Useful"),
    2: _l("A little useful"),
    1: _l("Not useful"),
}
NEXT_STEP_LABELS = {
    NextStep.CONTACT: _l("We stay in touch"),
    NextStep.MEETING: _l("We meet again"),
    NextStep.PROJECT: _l("We prepare something together"),
    NextStep.NONE: _l("No next step"),
}
RESULT_LABELS = {
    Result.BUSINESS: _l("Business: an order or an agreement"),
    Result.PROJECT: _l("A project, or an application for one"),
    Result.RESEARCH: _l("Research or development together"),
    Result.CONTACT: _l("A contact that lasts"),
    Result.NOTHING: _l("Nothing so far"),
}
