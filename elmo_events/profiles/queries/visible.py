"""Who may see whose profile? Every list, page, search and picture in the directory asks here, and nowhere else.

An owner always sees their own. A profile for the network shows to everybody who has a profile; one for events to those who
take part in the meetings of the same event; a hidden one to nobody. Who avoids a person or an organisation is hidden from
them, and they from them, whatever else holds.
"""

from collections.abc import Callable

from sqlalchemy import ColumnElement, Select, false, or_, select

from elmo_events.accounts.models import Account
from elmo_events.foundation.database import db
from elmo_events.profiles.models import Avoidance, Profile
from elmo_events.profiles.rules import Visibility

SharesEvent = Callable[[Profile], ColumnElement[bool]]
_share_an_event: list[SharesEvent] = []


def shares_event(find: SharesEvent) -> SharesEvent:
    """Register what gives a condition on `Profile`: who takes part in the same event's meetings as a profile.

    Profiles know no events: the feature that does tells us.
    """
    _share_an_event.append(find)
    return find


def own_profile_of(account: Account) -> Profile | None:
    return db.session.scalar(select(Profile).where(Profile.account_id == account.id))


def visible_to(account: Account) -> Select[Profile]:
    """Profiles that this account may see, its own among them. Nobody sees any without a profile of their own."""
    viewer = own_profile_of(account)
    if viewer is None:
        return select(Profile).where(false())
    in_reach = or_(Profile.visibility == Visibility.NETWORK, _meets(viewer))
    others = in_reach & not_avoided(viewer) & not_closed()
    return select(Profile).where(or_(Profile.id == viewer.id, others))


def may_see(account: Account, profile: Profile) -> bool:
    return db.session.scalar(visible_to(account).where(Profile.id == profile.id)) is not None


def not_avoided(viewer: Profile) -> ColumnElement[bool]:
    """A condition on `Profile`: neither avoids the other, as a person or as somebody of an organisation."""
    return ~or_(
        Profile.id.in_(_avoided_by(viewer)), Profile.id.in_(_avoiding(viewer)), *_organisation_avoided_by(viewer)
    )


def not_closed() -> ColumnElement[bool]:
    """A condition on `Profile`: the account of its owner is open."""
    return Profile.account_id.not_in(select(Account.id).where(Account.closed_at.is_not(None)))


def _meets(viewer: Profile) -> ColumnElement[bool]:
    return (Profile.visibility == Visibility.EVENTS) & or_(false(), *(find(viewer) for find in _share_an_event))


def _avoided_by(viewer: Profile) -> Select[int | None]:
    return select(Avoidance.avoided_profile_id).where(
        Avoidance.profile_id == viewer.id, Avoidance.avoided_profile_id.is_not(None)
    )


def _avoiding(viewer: Profile) -> Select[int]:
    """Those who avoid the viewer, or the organisation that the viewer belongs to."""
    aimed_at = Avoidance.avoided_profile_id == viewer.id
    if viewer.organisation_id is not None:
        aimed_at = or_(aimed_at, Avoidance.avoided_organisation_id == viewer.organisation_id)
    return select(Avoidance.profile_id).where(aimed_at)


def _organisation_avoided_by(viewer: Profile) -> tuple[ColumnElement[bool], ...]:
    avoided = select(Avoidance.avoided_organisation_id).where(
        Avoidance.profile_id == viewer.id, Avoidance.avoided_organisation_id.is_not(None)
    )
    return (Profile.organisation_id.is_not(None) & Profile.organisation_id.in_(avoided),)
