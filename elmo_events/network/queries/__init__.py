"""What is the network made of?"""

from elmo_events.network.queries.organisations import (
    all_organisations,
    organisation,
    organisation_by_slug,
    organisation_named,
    organisations_like,
    organisations_with_pages,
)
from elmo_events.network.queries.terms import (
    Term,
    all_organisation_types,
    network_regions,
    open_themes,
    organisation_types,
    project,
    project_by_code,
    projects,
    regions,
    term,
    terms,
    themes,
)

__all__ = [
    "Term",
    "all_organisation_types",
    "all_organisations",
    "network_regions",
    "open_themes",
    "organisation",
    "organisation_by_slug",
    "organisation_named",
    "organisation_types",
    "organisations_like",
    "organisations_with_pages",
    "project",
    "project_by_code",
    "projects",
    "regions",
    "term",
    "terms",
    "themes",
]
