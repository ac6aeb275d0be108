"""Pages of organisations and clusters: the list, one of them, and editing one's own."""

from typing import Any

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _

from elmo_events.accounts.guards import account_or_403, signed_in_account
from elmo_events.accounts.models import Account
from elmo_events.foundation.access import open_to_all, signed_in
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.incoming import page_asked
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.foundation.rate_limits import limit
from elmo_events.network import actions
from elmo_events.network import queries as network
from elmo_events.network.models import Organisation
from elmo_events.profiles.blueprint import blueprint
from elmo_events.profiles.forms import CLUSTER_FACTS, PLAIN_FACTS, OrganisationForm
from elmo_events.profiles.labels import CRITERION_LABELS, countries
from elmo_events.profiles.queries import directory as queries
from elmo_events.profiles.queries.pictures import picture_marks
from elmo_events.profiles.queries.themes import themes_by_period
from elmo_events.profiles.views.filters import filters_of_organisations, narrowing


@open_to_all
@blueprint.get("/<language>/organisations")
def organisations() -> Any:
    narrowed = narrowing("profiles.organisations", filters_of_organisations())
    found = queries.organisations(narrowed.wanted, "clusters" in narrowed.asked, page_asked())
    return page("profiles/organisations.html", found=found, narrowed=narrowed)


@open_to_all
@blueprint.get("/<language>/organisations/<organisation_slug>")
def organisation_page(organisation_slug: str) -> Any:
    """Public when the organisation wants a page; before that its own people see it. Its people only as far as one may."""
    account = signed_in_account()
    organisation = network.organisation_by_slug(organisation_slug) or abort(404)
    editable = _may_edit(account, organisation)
    if not organisation.has_page and not editable:
        abort(404)
    people = queries.people_of(account, organisation)
    meets = organisation.cluster_facts.meets() if organisation.is_cluster else {}
    return page(
        "profiles/organisation_page.html",
        organisation=organisation,
        editable=editable,
        people=people,
        marks=picture_marks(profile.id for profile in people),
        countries=countries(current_language()),
        criteria=[(CRITERION_LABELS[criterion], is_met) for criterion, is_met in meets.items()],
        criteria_met=sum(meets.values()),
        kinds=[kind.name_in(current_language()) for kind in _kinds_of_members(organisation)],
    )


@signed_in
@blueprint.route("/<language>/organisations/<organisation_slug>/edit", methods=["GET", "POST"])
def edit_organisation(organisation_slug: str) -> Any:
    """For those whose profile names the organisation, and for network administrators; for others it does not exist."""
    account = account_or_403()
    organisation = network.organisation_by_slug(organisation_slug) or abort(404)
    if not _may_edit(account, organisation):
        abort(404)
    form = _form(organisation)
    if form.validate_on_submit():
        limit("organisation", str(account.id), most=30, seconds=600)
        facts = actions.OrganisationFacts(form.name.data, tuple(form.themes.data or ()), form.plain)
        with form.showing_refusals(), transaction():
            actions.change_organisation(organisation, facts, account)
            flash(_("Saved."), "success")
            return redirect(url_for(".organisation_page", organisation_slug=organisation_slug))
    return page(
        "profiles/edit_organisation.html",
        form=form,
        organisation=organisation,
        periods=themes_by_period(set(form.themes.data or ())),
        today=now().date(),
    )


def _may_edit(account: Account | None, organisation: Organisation) -> bool:
    if account is None:
        return False
    return account.is_network_administrator or queries.belongs_to(account, organisation)


def _form(organisation: Organisation) -> OrganisationForm:
    language = current_language()
    columns = {name: getattr(organisation, name) for name in (*PLAIN_FACTS, *CLUSTER_FACTS)}
    form = OrganisationForm(data={**columns, "themes": [theme.id for theme in organisation.themes]})
    kinds = network.organisation_types()
    form.offer(
        kinds={kind.id: kind.name_in(language) for kind in kinds},
        kind_slugs={kind.slug: kind.name_in(language) for kind in kinds},
        regions={region.code: region.name_in(language) for region in network.regions()},
    )
    return form


def _kinds_of_members(organisation: Organisation) -> list[Any]:
    return [kind for kind in network.all_organisation_types() if kind.slug in organisation.actor_kinds]
