"""What somebody says of a recommended person: it changes their list at once, and is kept."""

from flask_babel import gettext as _

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, lock
from elmo_events.foundation.refusals import Refusal
from elmo_events.matchmaking.actions.suggest import ask_for_own_list
from elmo_events.matchmaking.models import Label, Participation
from elmo_events.matchmaking.queries.scored import label_of, suggestion_of
from elmo_events.matchmaking.rules import LabelKind
from elmo_events.profiles.models import Profile


def label(viewer: Participation, other: Participation, kind: LabelKind) -> Label:
    """Take somebody out of one's list, and say why. Saying something else later replaces it.

    Refuses: one of the two has erased their profile.
    Writes: the label, with the reasons that were shown; the line of the list is gone; asks for a new list.
    """
    _lock(viewer, other)
    said = label_of(viewer.profile, other.profile)
    if said is None:
        said = Label(profile_id=viewer.profile_id, other_profile_id=other.profile_id, kind=kind)
        db.session.add(said)
    said.kind, said.event_id, said.created_at = kind, viewer.event_id, now()
    shown = suggestion_of(viewer, other)
    if shown is not None:
        said.reasons = shown.reasons
        db.session.delete(shown)
    db.session.flush()
    ask_for_own_list(viewer)
    return said


def take_back(viewer: Participation, other: Profile) -> None:
    """Recommend somebody again if they fit.

    Refuses: one has erased one's own profile. Writes: the label is gone; asks for a new list.
    """
    _lock(viewer)
    said = label_of(viewer.profile, other)
    if said is not None:
        db.session.delete(said)
        db.session.flush()
        ask_for_own_list(viewer)


def _lock(*people: Participation) -> None:
    """Their profiles, in one order for all: erasing one waits for what points at it."""
    if any(person.profile is None for person in people):
        raise Refusal(_("You can't ask this person any more."))
    for profile in sorted((person.profile for person in people), key=lambda one: one.id):
        lock(profile)
