"""What do we keep? What the network is made of, and its organisations."""

from elmo_events.network.models.organisation import Organisation, OrganisationName, organisation_theme
from elmo_events.network.models.terms import OrganisationType, Project, Region, StrategyPeriod, Theme

__all__ = [
    "Organisation",
    "OrganisationName",
    "OrganisationType",
    "Project",
    "Region",
    "StrategyPeriod",
    "Theme",
    "organisation_theme",
]
