"""What do we keep about somebody? All of it, for them to take along."""

from typing import Any

from elmo_events.mail.queries import messages_about
from elmo_events.registration.models import Registration
from elmo_events.registration.queries.places import queue_position
from elmo_events.registration.queries.registrations import LINK, history, needs


def everything_about(registration: Registration) -> dict[str, Any]:
    """All that is kept about somebody, in plain words and numbers."""
    plain = ("first_name", "last_name", "email", "organisation", "job_title", "phone", "region_code", "language",
             "message", "may_be_listed", "privacy_notice_version")  # fmt: skip
    organisation_type = registration.organisation_type
    return {
        "event": {"title": registration.event.title, "organiser": registration.event.organiser.name},
        **{name: getattr(registration, name) for name in plain},
        "organisation_type": organisation_type.name if organisation_type else None,
        "state": registration.state,
        "queue_position": queue_position(registration),
        "admission": registration.admission.name,
        "extras": [extra.name for extra in registration.extras],
        "parts": [part.starts_at.isoformat() for part in registration.parts],
        "special_needs": needs(registration),
        "signed_up_at": registration.created_at.isoformat(),
        "changed_at": registration.changed_at.isoformat(),
        "cancelled_at": registration.cancelled_at.isoformat() if registration.cancelled_at else None,
        "history": [{"at": entry.at.isoformat(), "what": entry.what} for entry in history(registration)],
        "emails": [
            {
                "kind": message.kind,
                "state": message.state,
                "sent_at": message.sent_at.isoformat() if message.sent_at else None,
            }
            for message in messages_about(LINK, registration.id)
        ],
    }
