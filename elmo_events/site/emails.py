"""E-mails about feedback: to the network when it comes, to its sender when it is answered."""

from flask import current_app
from flask_babel import gettext as _

from elmo_events.foundation.links import external_url
from elmo_events.mail.actions import write
from elmo_events.mail.letters import Letter, letter, render
from elmo_events.mail.models import Message
from elmo_events.site import queries
from elmo_events.site.labels import FEEDBACK_LABELS
from elmo_events.site.models import FeedbackCase
from elmo_events.site.rules import FeedbackKind

RECEIVED, ANSWERED = "site.feedback_received", "site.feedback_answered"


def feedback_received(case: FeedbackCase) -> None:
    write(RECEIVED, to_name="ELMO Events", to_address=contact_address(), language="fi", about=("feedback", case.id))


def feedback_answered(case: FeedbackCase) -> None:
    write(ANSWERED, to_name=case.name, to_address=case.email, language=case.language, about=("feedback", case.id))


def contact_address() -> str:
    """Where the network reads its e-mail."""
    return str(current_app.config["ELMO_CONTACT_ADDRESS"] or current_app.config["MAIL_DEFAULT_SENDER"])


@letter(RECEIVED)
def compose_received(message: Message) -> Letter | None:
    case = queries.case(message.about_id)
    if case is None:
        return None
    kind = FEEDBACK_LABELS[FeedbackKind(case.kind)]
    url = external_url("site.feedback_case", case_id=case.id, language=message.language)
    subject = _("Feedback on ELMO Events: %(kind)s", kind=kind)
    text, html = render("site/emails/feedback_received", subject, case=case, kind=kind, url=url)
    return Letter(subject, text, html, reply_to=case.email or None)


@letter(ANSWERED)
def compose_answered(message: Message) -> Letter | None:
    case = queries.case(message.about_id)
    if case is None or not case.answer:
        return None
    subject = _("Answer to your feedback on ELMO Events")
    text, html = render("site/emails/feedback_answered", subject, case=case)
    return Letter(subject, text, html, reply_to=contact_address())
