"""The picture of a profile: seen by those who see the profile, changed by its owner."""

from typing import Any

from flask import Response, abort, flash, redirect, url_for
from flask_babel import gettext as _

from elmo_events.accounts.guards import account_or_403
from elmo_events.foundation.access import signed_in
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.incoming import takes_files
from elmo_events.foundation.pages import page
from elmo_events.foundation.rate_limits import limit
from elmo_events.foundation.refusals import Refusal
from elmo_events.profiles import actions
from elmo_events.profiles.actions.pictures import MOST_BYTES
from elmo_events.profiles.blueprint import blueprint
from elmo_events.profiles.forms import PictureForm
from elmo_events.profiles.guards import profile_or_404
from elmo_events.profiles.models import Profile
from elmo_events.profiles.queries.pictures import picture_mark, picture_of
from elmo_events.profiles.queries.visible import may_see

MOST_SENT = 20 * 1024 * 1024  # what is too large for us is still read, so that the page can say so
KEPT = 3600  # seconds that a browser keeps a picture


@signed_in
@blueprint.get("/profiles/<int:profile_id>/picture-<mark>.webp")
def picture(profile_id: int, mark: str) -> Response:
    profile = db.session.get(Profile, profile_id)
    if profile is None or not may_see(account_or_403(), profile):
        abort(404)
    found = picture_of(profile)
    if found is None or found.mark != mark:
        abort(404)
    response = Response(found.content, mimetype="image/webp")
    response.headers["Cache-Control"] = f"private, max-age={KEPT}"
    return response


@signed_in
@takes_files(MOST_SENT)
@blueprint.route("/<language>/profile/picture", methods=["GET", "POST"])
def change_picture() -> Any:
    profile = profile_or_404()
    form = PictureForm()
    if form.validate_on_submit():
        limit("picture", str(profile.id), most=30, seconds=600)
        with form.showing_refusals():
            content = actions.square(_uploaded(form))
            with transaction():
                actions.put_picture(profile, content)
                flash(_("Your picture is saved."), "success")
                return redirect(url_for(".own_profile"))
    return page("profiles/change_picture.html", form=form, profile=profile, mark=picture_mark(profile))


@signed_in
@blueprint.post("/<language>/profile/picture/removal")
def remove_picture() -> Any:
    profile = profile_or_404()
    with transaction():
        actions.take_picture_away(profile)
        flash(_("Your picture is deleted."), "success")
    return redirect(url_for(".own_profile"))


def _uploaded(form: PictureForm) -> bytes:
    if not form.picture.data:
        raise Refusal(_("Choose a file."), field="picture")
    return bytes(form.picture.data.read(MOST_BYTES + 1))
