"""What somebody says about themselves; the first time this makes their profile."""

from flask_babel import gettext as _
from sqlalchemy import select

from elmo_events.accounts.models import Account
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, lock
from elmo_events.foundation.refusals import Refusal
from elmo_events.foundation.sorting import name_sort_key
from elmo_events.network.actions import organisation_for
from elmo_events.network.models import OrganisationType, Region, Theme
from elmo_events.network.rules import RegionKind
from elmo_events.profiles.actions.changing import note_change
from elmo_events.profiles.labels import countries
from elmo_events.profiles.models import Profile
from elmo_events.profiles.queries.own import own_profile
from elmo_events.profiles.rules import HOME, Details


def save_details(account: Account, details: Details) -> Profile:
    """Write the details of somebody's profile, and make it when they have none; sent twice, it is still one.

    An organisation that nobody has named before becomes known by this.
    Refuses: a type of organisation or region that doesn't exist; abroad without a country.
    Writes: the profile, perhaps the organisation, the name of an account without one.
    """
    lock(account)
    profile = own_profile(account)
    if profile is None:
        profile = Profile(account_id=account.id)
    else:
        lock(profile)  # it may be on its way to being erased
    profile.first_name, profile.last_name = details.first_name, details.last_name
    profile.sort_key = name_sort_key(details.last_name, details.first_name)
    profile.job_title, profile.organisation = details.job_title, details.organisation
    profile.expertise, profile.languages = dict(details.expertise), list(details.languages)
    profile.visibility, profile.may_be_recommended = details.visibility, details.may_be_recommended
    if account.name == account.email.partition("@")[0]:  # nobody has told us the name until now
        account.name = profile.name
    _place(profile, details)
    db.session.add(profile)
    profile.themes = list(db.session.scalars(select(Theme).where(Theme.id.in_(details.theme_ids)).order_by(Theme.id)))
    profile.confirmed_at, profile.asked_at, profile.warned_at = now(), None, None
    db.session.flush()
    note_change(profile)
    return profile


def _place(profile: Profile, details: Details) -> None:
    kind = db.session.get(OrganisationType, details.organisation_type_id or 0)
    region = db.session.get(Region, details.region_code or "")
    if details.organisation_type_id and kind is None:
        raise Refusal(_("Choose the type of your organisation."), field="organisation_type")
    if details.region_code and region is None:
        raise Refusal(_("Choose your region."), field="region")
    is_abroad = region is not None and region.kind == RegionKind.ABROAD
    if is_abroad and (details.country == HOME or details.country not in countries("en")):
        raise Refusal(_("Choose your country."), field="country")
    profile.organisation_type, profile.region = kind, region
    profile.country = details.country if is_abroad else HOME
    profile.known_organisation = (
        organisation_for(details.organisation, details.organisation_type_id, details.region_code, profile.country)
        if details.organisation
        else None
    )
