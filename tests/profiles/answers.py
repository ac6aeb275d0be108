"""What people fill in on the pages of their own profile."""

from typing import Any

from elmo_events.accounts.models import Account
from elmo_events.foundation.database import db
from elmo_events.network.models import OrganisationType, Theme
from elmo_events.profiles.models import Profile
from elmo_events.profiles.queries.own import own_profile


def details(**told: Any) -> dict[str, Any]:
    """A form that is filled in well; `taxonomy` must be there."""
    kind = db.session.query(OrganisationType.id).scalar()
    return {
        "first_name": "Aino",
        "last_name": "Mäki",
        "job_title": "Projektipäällikkö",
        "organisation": "Lapin AMK",
        "organisation_type": str(kind),
        "region": "19",
        "expertise-fi": "Biojalostus ja pilotointi",
        "expertise-en": "Biorefining",
        "languages": ["fi", "se"],
        "visibility": "network",
        "may_be_recommended": "y",
    } | told


def wording(**told: Any) -> dict[str, Any]:
    theme = db.session.query(Theme.id).scalar()
    return {
        "kind": "test-bed",
        "theme": str(theme),
        "title-fi": "Pyrolyysin pilottilinja",
        "title-en": "Pyrolysis pilot line",
        "text-fi": "50 kg tunnissa",
    } | told


def profile_of(account: Account) -> Profile:
    """As it is in the database now."""
    db.session.rollback()
    db.session.expire_all()
    found = own_profile(account)
    assert found is not None
    return found
