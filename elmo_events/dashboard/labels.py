"""UI words of what is counted; what people answered is called as they were asked."""

from flask_babel import lazy_gettext as _l

from elmo_events.dashboard.rules import Took

TOOK = {
    Took.HELD: _l("Took place"),
    Took.NOT_HELD: _l("Did not take place"),
    Took.UNKNOWN: _l("Not known"),
}
