"""What somebody says of a recommended person: it changes their list at once, and is kept."""

from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, lock
from elmo_events.matchmaking.actions.suggest import ask_for_own_list
from elmo_events.matchmaking.models import Label, Participation
from elmo_events.matchmaking.queries.scored import label_of, suggestion_of
from elmo_events.matchmaking.rules import LabelKind
from elmo_events.profiles.models import Profile


def label(viewer: Participation, other: Participation, kind: LabelKind) -> Label:
    """Take somebody out of one's list, and say why. Saying something else later replaces it.

    Writes: the label, with the reasons that were shown; the line of the list is gone; asks for a new list.
    """
    lock(viewer.profile)
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
    """Recommend somebody again if they fit. Writes: the label is gone; asks for a new list."""
    lock(viewer.profile)
    said = label_of(viewer.profile, other)
    if said is not None:
        db.session.delete(said)
        db.session.flush()
        ask_for_own_list(viewer)
