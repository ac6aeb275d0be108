"""Taking part in the matchmaking of an event, and leaving it."""

from flask_babel import gettext as _

from elmo_events.accounts.models import Account
from elmo_events.events.models import Event
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, lock
from elmo_events.foundation.refusals import Refusal
from elmo_events.matchmaking.actions.seats import lock_meetings
from elmo_events.matchmaking.actions.suggest import ask_for_own_list
from elmo_events.matchmaking.models import Participation
from elmo_events.matchmaking.queries import joining
from elmo_events.matchmaking.queries.participations import matchmaking_of
from elmo_events.profiles.models import Profile
from elmo_events.profiles.rules import Visibility
from elmo_events.registration.models import Registration


def join(event: Event, account: Account, registration_id: int | None = None) -> Participation:
    """Let somebody take part in the meetings of an event, with the registration that they chose.

    Who takes part already goes on doing so.
    Refuses: the event has no meetings; no confirmed registration with their address; no profile, or one that nobody sees.
    Writes: the participation; asks for a list of recommended people.
    """
    matchmaking = matchmaking_of(event)
    if matchmaking is None:
        raise Refusal(_("This event has no meetings."))
    lock(_profile(account))
    lock_meetings(matchmaking)
    profile = _profile(account)
    registration = _registration(event, account, registration_id)
    participation = joining.earlier_participation(event, profile)
    holder = joining.participation_with(registration)
    if holder is not None and holder is not participation and (holder.profile_id or participation):
        raise Refusal(_("Somebody else takes part with this registration. Please write to the organiser."))
    participation = participation or holder or Participation(event_id=event.id)
    if participation.left_at is not None or participation.registration_id != registration.id:
        participation.joined_at, participation.left_at = now(), None
    participation.registration_id, participation.profile_id = registration.id, profile.id
    db.session.add(participation)
    db.session.flush()
    ask_for_own_list(participation)
    return participation


def _profile(account: Account) -> Profile:
    profile = joining.profile_of(account)
    if profile is None:
        raise Refusal(_("Fill in your profile first. The others need to know who you are."))
    if profile.visibility == Visibility.HIDDEN:
        raise Refusal(_("Your profile is hidden. Let the participants of the same events see it, and then join."))
    return profile


def _registration(event: Event, account: Account, registration_id: int | None) -> Registration:
    found = {registration.id: registration for registration in joining.registrations_to_join(event, account)}
    if not found:
        raise Refusal(_("Only people with a confirmed registration for the event can take part in its meetings."))
    if registration_id is None and len(found) == 1:
        return next(iter(found.values()))
    if registration_id not in found:
        raise Refusal(_("Choose which registration is yours."), field="registration")
    return found[registration_id]
