"""“Still open?”: one button for each thing that has stood for a year."""

from typing import Any

from flask import flash, redirect, url_for
from flask_babel import gettext as _

from elmo_events.accounts.guards import account_or_403
from elmo_events.foundation.access import signed_in
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.profiles import actions
from elmo_events.profiles.blueprint import blueprint
from elmo_events.profiles.guards import profile_or_404
from elmo_events.profiles.labels import DIRECTION_LABELS, KIND_LABELS, countries
from elmo_events.profiles.queries import asking, own


@signed_in
@blueprint.get("/<language>/profile/still-open")
def still_open() -> Any:
    profile = own.own_profile(account_or_403())
    if profile is None:
        return redirect(url_for(".own_profile"))
    moment = now()
    return page(
        "profiles/still_open.html",
        profile=profile,
        statements=asking.statements_in_question(profile, moment),
        asks_details=profile.asked_at is not None
        or profile.warned_at is not None
        or asking.are_details_in_question(profile, moment),
        directions=DIRECTION_LABELS,
        kinds=KIND_LABELS,
        country=countries(current_language()).get(profile.country, ""),
    )


@signed_in
@blueprint.post("/<language>/profile/confirmation")
def confirm_details() -> Any:
    profile = profile_or_404()
    with transaction():
        actions.confirm_details(profile)
        flash(_("Thank you: your details are right."), "success")
    return redirect(url_for(".still_open"))


@signed_in
@blueprint.post("/<language>/profile/confirmation-of-all")
def confirm_all() -> Any:
    profile = profile_or_404()
    with transaction():
        actions.confirm_all(profile)
        flash(_("Thank you: everything is right."), "success")
    return redirect(url_for(".own_profile"))
