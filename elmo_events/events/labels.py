"""The interface's words for kinds, formats and modes of events."""

from flask_babel import lazy_gettext as _l

from elmo_events.events.rules import EventFormat, EventKind, Mode, RegistrationPhase

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
LANGUAGE_LABELS = {
    "fi": _l("Finnish"),
    "sv": _l("Swedish"),
    "en": _l("English"),
    "se": _l("Northern Sámi"),
    "smn": _l("Inari Sámi"),
    "sms": _l("Skolt Sámi"),
}
IN_LANGUAGE_LABELS = {
    "fi": _l("in Finnish"),
    "sv": _l("in Swedish"),
    "en": _l("in English"),
    "se": _l("in Northern Sámi"),
    "smn": _l("in Inari Sámi"),
    "sms": _l("in Skolt Sámi"),
}
PHASE_LABELS = {
    RegistrationPhase.DRAFT: _l("Draft, not published yet"),
    RegistrationPhase.CANCELLED: _l("The event has been cancelled"),
    RegistrationPhase.PAST: _l("The event is over"),
    RegistrationPhase.CLOSED: _l("Registration has closed"),
    RegistrationPhase.FULL: _l("Full – join the waiting list"),
    RegistrationPhase.OPEN: _l("Registration is open"),
}
