"""What can be done with what the network is made of."""

from elmo_events.network.actions.organisations import (
    OrganisationFacts,
    add_name,
    change_organisation,
    index_for_search,
    merge,
    organisation_for,
    remove_name,
)
from elmo_events.network.actions.terms import (
    add_term,
    close_term,
    fill_in_reference,
    move_term,
    place_theme,
    rename_term,
    save_period,
    save_project,
)

__all__ = [
    "OrganisationFacts",
    "add_name",
    "add_term",
    "change_organisation",
    "close_term",
    "fill_in_reference",
    "index_for_search",
    "merge",
    "move_term",
    "organisation_for",
    "place_theme",
    "remove_name",
    "rename_term",
    "save_period",
    "save_project",
]
