"""One's own profile: what others see of it, its details, and everything that is kept."""

import json
from typing import Any

from flask import Response, flash, redirect, request, url_for
from flask_babel import gettext as _

from elmo_events.accounts.guards import account_or_403
from elmo_events.accounts.models import Account
from elmo_events.accounts.rules import is_local_path
from elmo_events.foundation.access import signed_in
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.foundation.rate_limits import limit
from elmo_events.network import queries as network
from elmo_events.network.rules import RegionKind
from elmo_events.profiles import actions
from elmo_events.profiles.blueprint import blueprint
from elmo_events.profiles.forms import ProfileForm, initial_details
from elmo_events.profiles.guards import profile_or_404
from elmo_events.profiles.labels import (
    DIRECTION_TITLES,
    KIND_LABELS,
    VISIBILITY_LABELS,
    VISIBILITY_NOTES,
    countries,
    spoken_languages,
)
from elmo_events.profiles.models import Profile
from elmo_events.profiles.queries import own
from elmo_events.profiles.queries.pictures import picture_mark
from elmo_events.profiles.queries.themes import themes_by_period
from elmo_events.profiles.rules import Direction


@signed_in
@blueprint.get("/<language>/profile")
def own_profile() -> Any:
    profile = own.own_profile(account_or_403())
    if profile is None:
        return page("profiles/own_profile.html", profile=None)
    spoken = spoken_languages(current_language())
    return page(
        "profiles/own_profile.html",
        profile=profile,
        mark=picture_mark(profile),
        statements=own.statements_by_direction(profile),
        directions=list(Direction),
        direction_titles=DIRECTION_TITLES,
        kinds=KIND_LABELS,
        languages=[spoken[code] for code in profile.languages if code in spoken],
        country=countries(current_language()).get(profile.country, ""),
        visibility=(VISIBILITY_LABELS[profile.visibility], VISIBILITY_NOTES[profile.visibility]),
        is_in_question=_is_in_question(profile),
    )


@signed_in
@blueprint.route("/<language>/profile/details", methods=["GET", "POST"])
def edit_profile() -> Any:
    """`next` in the address leads back to where a profile was needed, such as an event's meetings."""
    account = account_or_403()
    profile = own.own_profile(account)
    form = _form(account, profile)
    if form.validate_on_submit():
        limit("profile", str(account.id), most=60, seconds=600)
        with form.showing_refusals(), transaction():
            actions.save_details(account, form.details)
            flash(_("Your profile is saved."), "success")
            return redirect(_after_saving())
    chosen = set(form.themes.data or ())
    return page(
        "profiles/edit_profile.html",
        form=form,
        is_new=profile is None,
        periods=themes_by_period(chosen),
        today=now().date(),
        abroad=[region.code for region in network.regions() if region.kind == RegionKind.ABROAD],
    )


@signed_in
@blueprint.get("/<language>/profile/data.json")
def own_data() -> Response:
    """Everything that is kept about somebody, for them to take along."""
    written = json.dumps(own.everything_about(profile_or_404()), ensure_ascii=False, indent=2)
    response = Response(written, content_type="application/json; charset=utf-8")
    response.headers["Content-Disposition"] = "attachment; filename=elmo-profile.json"
    return response


def _form(account: Account, profile: Profile | None) -> ProfileForm:
    language = current_language()
    details = own.details_of(profile) if profile else own.first_details(account)
    form = ProfileForm(data=initial_details(details))
    form.offer(
        organisation_types={kind.id: kind.name_in(language) for kind in network.organisation_types()},
        regions={region.code: region.name_in(language) for region in network.regions()},
        countries=countries(language),
        languages=spoken_languages(language),
    )
    return form


def _after_saving() -> str:
    wished = request.args.get("next", "")
    return wished if is_local_path(wished) else url_for(".own_profile")


def _is_in_question(profile: Profile) -> bool:
    return (
        profile.asked_at is not None
        or profile.warned_at is not None
        or any(one.asked_at for one in profile.statements if one.closed_at is None)
    )
