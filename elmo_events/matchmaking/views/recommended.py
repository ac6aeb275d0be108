"""Whom we recommend to somebody, why, and what they say of it."""

from typing import Any

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _

from elmo_events.foundation.access import signed_in
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.forms import ConfirmForm
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.matchmaking.actions import label as actions
from elmo_events.matchmaking.blueprint import blueprint
from elmo_events.matchmaking.forms.label import LabelForm
from elmo_events.matchmaking.guards import taking_part
from elmo_events.matchmaking.labels.people import LABEL_LABELS
from elmo_events.matchmaking.queries import scored
from elmo_events.matchmaking.queries.overview import overview
from elmo_events.matchmaking.queries.people import person as visible_person
from elmo_events.matchmaking.rules import LabelKind
from elmo_events.matchmaking.views.reasons import reading
from elmo_events.profiles.labels import countries
from elmo_events.profiles.models import Profile
from elmo_events.profiles.queries.pictures import picture_marks


@signed_in
@blueprint.get("/<language>/events/<slug>/meetings/recommended")
def recommended(slug: str) -> Any:
    event, matchmaking, viewer = taking_part(slug)
    suggestions = scored.recommended(viewer)
    return page(
        "matchmaking/recommended.html",
        event=event,
        viewer=viewer,
        suggestions=suggestions,
        reading=reading(suggestions),
        marks=picture_marks(one.other.profile_id for one in suggestions),
        labels=scored.labels_of(viewer),
        label_labels=LABEL_LABELS,
        countries=countries(current_language()),
        overview=overview(viewer),
        is_being_made=matchmaking.suggestions_asked_at is not None,
    )


@signed_in
@blueprint.post("/<language>/events/<slug>/meetings/recommended/<int:participation_id>/hide")
def hide(slug: str, participation_id: int) -> Any:
    """One tap, and one to take it back: the list below the recommendations."""
    _event, _matchmaking, viewer = taking_part(slug)
    other = visible_person(viewer, participation_id) or abort(404)
    if not ConfirmForm().validate_on_submit():
        abort(400)
    with transaction():
        actions.label(viewer, other, LabelKind.HIDDEN)
    flash(_("%(name)s is no longer in your list.", name=other.profile.name), "success")
    return redirect(url_for(".recommended", slug=slug))


@signed_in
@blueprint.route("/<language>/events/<slug>/meetings/recommended/<int:participation_id>/wrong", methods=["GET", "POST"])
def wrong(slug: str, participation_id: int) -> Any:
    event, _matchmaking, viewer = taking_part(slug)
    other = visible_person(viewer, participation_id) or abort(404)
    form = LabelForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.label(viewer, other, form.chosen)
            flash(_("Thank you. Your list has changed."), "success")
            return redirect(url_for(".recommended", slug=slug))
    other = visible_person(viewer, participation_id) or abort(404)  # they may be gone since
    suggestion = scored.suggestion_of(viewer, other)
    return page(
        "matchmaking/wrong.html",
        form=form,
        event=event,
        person=other,
        suggestion=suggestion,
        reading=reading([suggestion] if suggestion else []),
    )


@signed_in
@blueprint.post("/<language>/events/<slug>/meetings/recommended/hidden/<int:profile_id>/show")
def show_again(slug: str, profile_id: int) -> Any:
    _event, _matchmaking, viewer = taking_part(slug)
    other = db.session.get(Profile, profile_id)
    if other is None or scored.label_of(viewer.profile, other) is None:
        abort(404)
    if not ConfirmForm().validate_on_submit():
        abort(400)
    with transaction():
        actions.take_back(viewer, other)
    flash(_("We may recommend this person to you again."), "success")
    return redirect(url_for(".recommended", slug=slug))
