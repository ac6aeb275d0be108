"""The interface's words for kinds, formats and modes of events."""

from flask_babel import lazy_gettext as _l

from elmo_events.events.rules import EventFormat, EventKind, EventState, Mode

KIND_LABELS = {
    EventKind.CLUSTER_TRAINING: _l("Cluster training"),
    EventKind.MATCHMAKING: _l("Matchmaking event"),
    EventKind.NETWORKING: _l("Networking event"),
    EventKind.SEMINAR: _l("Seminar"),
    EventKind.WEBINAR: _l("Webinar"),
    EventKind.STUDY_VISIT: _l("Study visit"),
}
FORMAT_LABELS = {
    EventFormat.ON_SITE: _l("On site"),
    EventFormat.ONLINE: _l("Online"),
    EventFormat.HYBRID: _l("On site and online"),
}
MODE_LABELS = {Mode.ON_SITE: _l("On site"), Mode.ONLINE: _l("Online")}
STATE_LABELS = {
    EventState.DRAFT: _l("Draft"),
    EventState.PUBLISHED: _l("Published"),
    EventState.CANCELLED: _l("Cancelled"),
}
LANGUAGE_LABELS = {
    "fi": _l("Finnish"),
    "sv": _l("Swedish"),
    "en": _l("English"),
    "se": _l("Northern Sámi"),
    "smn": _l("Inari Sámi"),
    "sms": _l("Skolt Sámi"),
}
