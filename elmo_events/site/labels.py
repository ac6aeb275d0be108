"""The interface's words for kinds of feedback, and for what the service keeps and how long."""

from flask_babel import lazy_gettext as _l

from elmo_events.site.rules import FeedbackKind

FEEDBACK_LABELS = {
    FeedbackKind.ACCESSIBILITY: _l("Accessibility of the service"),
    FeedbackKind.OTHER: _l("Something else"),
}
KEPT = (
    (_l("Your registration: name, address, organisation and answers"),
     _l("90 days after the event; after that only statistics remain")),
    (_l("Your registration, if you cancel it or get no place"), _l("30 days after the event")),
    (_l("Dietary requirements and accessibility needs"), _l("7 days after the event")),
    (_l("Your profile, with what you offer and seek, your picture, and those whom you don't want to meet"),
     _l("Until you erase it. If you stay away for a year we warn you, and erase it a month later")),
    (_l("Your account, if you sign in by a link: address, name and language"),
     _l("As long as you have a profile; without one, a year after you last signed in")),
    (_l("What you wrote to others when you asked for a meeting or declined one"), _l("30 days after the event")),
    (_l("Whom you asked and met, and what you said of your meetings"),
     _l("90 days after the event; after that only statistics remain")),
    (_l("The text of emails that we sent to you"), _l("30 days")),
    (_l("Feedback on the service"), _l("One year after it has been dealt with")),
    (_l("Accounts of those who work for an organiser"), _l("Until 90 days after the account is closed")),
    (_l("Server logs"), _l("They hold no names and no addresses")),
)  # fmt: skip
