"""Projects: code, names, funder text."""

from typing import Any

from flask import abort, flash, redirect, url_for
from flask_babel import gettext as _

from elmo_events.foundation.access import administrators_only
from elmo_events.foundation.database import transaction
from elmo_events.foundation.pages import page
from elmo_events.network import actions, queries
from elmo_events.network.blueprint import blueprint
from elmo_events.network.forms import ProjectForm
from elmo_events.network.models import Project


@administrators_only
@blueprint.get("/<language>/network/projects")
def projects() -> Any:
    return page("network/projects.html", projects=queries.projects())


@administrators_only
@blueprint.route("/<language>/network/projects/new", methods=["GET", "POST"])
def new_project() -> Any:
    return _edit(None, ProjectForm(data={"has_eu_emblem": True}), _("Add a project"))


@administrators_only
@blueprint.route("/<language>/network/projects/<int:project_id>", methods=["GET", "POST"])
def edit_project(project_id: int) -> Any:
    project = queries.project(project_id) or abort(404)
    return _edit(project, ProjectForm(obj=project), _("Change the project"))


def _edit(project: Project | None, form: ProjectForm, heading: str) -> Any:
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.save_project(
                project,
                code=form.code.data or "",
                name=form.name.data,
                funder_text=form.funder_text.data,
                has_eu_emblem=form.has_eu_emblem.data,
                starts_on=form.starts_on.data,
                ends_on=form.ends_on.data,
            )
            flash(_("Saved."), "success")
            return redirect(url_for("network.projects"))
    return page("network/project.html", form=form, heading=heading)
