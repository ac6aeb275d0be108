"""Forgetting who took part in meetings: requests and meetings stay for the counts, without anything that tells who it was."""

from sqlalchemy import select, update

from elmo_events.foundation.database import db
from elmo_events.mail import actions as mail
from elmo_events.matchmaking.actions.leave import forget_suggestions
from elmo_events.matchmaking.emails.requests import ABOUT
from elmo_events.matchmaking.models import Meeting, MeetingRequest, Participation
from elmo_events.matchmaking.queries.meetings import is_of
from elmo_events.matchmaking.queries.requests import concerns


def forget(participation: Participation) -> None:
    """Writes: the profile is no longer told; what statistics need of it is kept. What this person wrote is gone, the
    e-mails to them, and what e-mails to others said.
    """
    profile, registration = participation.profile, participation.registration
    if profile:
        participation.kept_organisation_id = profile.organisation_id
        participation.kept_organisation_type_id = profile.organisation_type_id or registration.organisation_type_id
        participation.kept_region_code = profile.region_code or registration.region_code
    forget_suggestions(participation)
    _forget_words(participation)
    mail.blank(ABOUT, [participation.id])
    mail.blank(ABOUT, _counterparts(participation), only_sent=True)
    db.session.execute(update(Participation).where(Participation.id == participation.id).values(profile_id=None))
    db.session.expire(participation)


def _forget_words(participation: Participation) -> None:
    number = participation.id
    for written in (
        update(MeetingRequest)
        .where(MeetingRequest.sender_id == number)
        .values(message="", what_you_gain="", statement_id=None),
        update(MeetingRequest).where(MeetingRequest.recipient_id == number).values(reason="", statement_id=None),
    ):
        db.session.execute(written.execution_options(synchronize_session=False))


def _counterparts(participation: Participation) -> set[int]:
    """Ids of those with whom there was a request or a meeting."""
    asked = select(MeetingRequest.sender_id, MeetingRequest.recipient_id).where(concerns(participation))
    met = select(Meeting.first_id, Meeting.second_id).where(is_of(participation))
    found = {number for pairs in (asked, met) for pair in db.session.execute(pairs).all() for number in pair}
    return found - {participation.id}
