"""The interface's words for kinds of feedback."""

from flask_babel import lazy_gettext as _l

from elmo_events.site.rules import FeedbackKind

FEEDBACK_LABELS = {
    FeedbackKind.ACCESSIBILITY: _l("Accessibility of the service"),
    FeedbackKind.OTHER: _l("Something else"),
}
