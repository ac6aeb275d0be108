"""What can be done with feedback: give it, answer it, close it."""

from flask_babel import gettext as _

from elmo_events.accounts.models import Account
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.foundation.refusals import Refusal
from elmo_events.site import emails
from elmo_events.site.models import FeedbackCase
from elmo_events.site.rules import TIME_TO_ANSWER, FeedbackKind


def give_feedback(
    kind: FeedbackKind, message: str, *, name: str, email: str, about_page: str, language: str
) -> FeedbackCase:
    """Open a case that is due in 14 days.

    Writes: the case, and an e-mail to the network.
    """
    case = FeedbackCase(
        kind=kind, message=message, name=name, email=email, about_page=about_page, language=language,
        due_at=now() + TIME_TO_ANSWER,
    )  # fmt: skip
    db.session.add(case)
    db.session.flush()
    emails.feedback_received(case)
    return case


def answer_case(case: FeedbackCase, answer: str, account: Account) -> None:
    """Send an answer to the one who gave the feedback, and close the case.

    Refuses: it is closed already; no address was given.
    Writes: the case, and the e-mail.
    """
    _refuse_if_closed(case)
    if not case.email:
        raise Refusal(_("No email address was given, so this can't be answered."), field="answer")
    case.answer, case.answered_at = answer, now()
    emails.feedback_answered(case)
    close_case(case, account)


def close_case(case: FeedbackCase, account: Account) -> None:
    """Close a case without an answer, or after it.

    Refuses: it is closed already.
    Writes: the case.
    """
    _refuse_if_closed(case)
    case.closed_at, case.closed_by_account_id = now(), account.id


def _refuse_if_closed(case: FeedbackCase) -> None:
    if case.closed_at is not None:
        raise Refusal(_("This case is closed already."))
