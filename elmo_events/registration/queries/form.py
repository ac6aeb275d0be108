"""What does the sign-up form need to know?"""

from collections.abc import Sequence

from sqlalchemy import bindparam, func, select

from elmo_events.events.models import Event
from elmo_events.events.rules import EventState
from elmo_events.foundation.database import db
from elmo_events.network.models import OrganisationType, Region
from elmo_events.organisers.models import PrivacyNotice

# Made once: each page and each sending of the form begins with it.
_PUBLIC_EVENT = select(Event).where(Event.slug == bindparam("slug"), Event.state != EventState.DRAFT)


def public_event(slug: str) -> Event | None:
    """An event that visitors may see."""
    return db.session.scalar(_PUBLIC_EVENT, {"slug": slug})


def privacy_notice_version(organiser_id: int) -> int:
    """The newest version of an organiser's privacy notice; 0 while there is none."""
    return (
        db.session.scalar(select(func.max(PrivacyNotice.version)).where(PrivacyNotice.organiser_id == organiser_id))
        or 0
    )


def region_rows() -> Sequence[tuple[str, dict[str, str]]]:
    """Codes and names for a select; plain rows, since every sign-up form reads them."""
    rows = db.session.execute(select(Region.code, Region.name).order_by(Region.position, Region.code)).all()
    return [(code, name) for code, name in rows]


def organisation_type_rows() -> Sequence[tuple[int, dict[str, str]]]:
    rows = db.session.execute(
        select(OrganisationType.id, OrganisationType.name)
        .where(OrganisationType.closed.is_(False))
        .order_by(OrganisationType.position, OrganisationType.id)
    ).all()
    return [(number, name) for number, name in rows]
