"""An organiser's privacy notice: edited by its managers, read by everybody, each version for good."""

from typing import Any

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _

from elmo_events.foundation.access import open_to_all, organiser_role
from elmo_events.foundation.database import transaction
from elmo_events.foundation.languages import current_language, in_language
from elmo_events.foundation.pages import page
from elmo_events.organisers import actions, queries
from elmo_events.organisers.blueprint import blueprint
from elmo_events.organisers.forms import PrivacyNoticeForm
from elmo_events.organisers.guards import member


@organiser_role("manager")
@blueprint.route("/<language>/organiser/organisers/<int:organiser_id>/privacy-notice", methods=["GET", "POST"])
def privacy_notice(organiser_id: int) -> Any:
    organiser = queries.organiser(organiser_id) or abort(404)
    notices = queries.privacy_notices(organiser_id)
    suggested = not notices or "suggestion" in request.args
    text = actions.suggested_privacy_notice(organiser) if suggested else notices[0].text
    form = PrivacyNoticeForm(data={"text": text})
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.publish_privacy_notice(organiser, form.text.data, member())
            flash(_("The privacy notice is published."), "success")
            return redirect(url_for("organisers.privacy_notice", organiser_id=organiser_id))
    return page("organisers/privacy_notice.html", form=form, organiser=organiser, notices=notices, suggested=suggested)


@open_to_all
@blueprint.get("/<language>/organisers/<slug>/privacy")
def public_privacy_notice(slug: str) -> Any:
    return _show(slug, None)


@open_to_all
@blueprint.get("/<language>/organisers/<slug>/privacy/<int:version>")
def old_privacy_notice(slug: str, version: int) -> Any:
    return _show(slug, version)


def _show(slug: str, version: int | None) -> Any:
    organiser = queries.organiser_by_slug(slug) or abort(404)
    notices = queries.privacy_notices(organiser.id)
    shown = next((notice for notice in notices if version in {None, notice.version}), None)
    if shown is None and version is not None:
        abort(404)
    text = in_language(shown.text if shown else {}, current_language())
    return page("organisers/public_privacy_notice.html", organiser=organiser, notices=notices, shown=shown, text=text)
