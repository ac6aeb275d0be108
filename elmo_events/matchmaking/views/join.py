"""Joining the meetings of an event."""

from typing import Any

from flask import flash, redirect, url_for
from flask_babel import gettext as _

from elmo_events.accounts.guards import account_or_403
from elmo_events.accounts.models import Account
from elmo_events.events.rules import EventState
from elmo_events.foundation.access import signed_in
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.forms import choices
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.matchmaking.actions.join import join as join_meetings
from elmo_events.matchmaking.blueprint import blueprint
from elmo_events.matchmaking.forms.join import JoinForm
from elmo_events.matchmaking.guards import event_with_meetings
from elmo_events.matchmaking.queries import joining
from elmo_events.matchmaking.queries.participations import own_participation
from elmo_events.profiles.labels import countries
from elmo_events.profiles.queries.pictures import picture_mark


@signed_in
@blueprint.route("/<language>/events/<slug>/meetings/join", methods=["GET", "POST"])
def join(slug: str) -> Any:
    """Whoever still lacks something is told so on the start page."""
    event, _matchmaking = event_with_meetings(slug)
    account = account_or_403()
    registrations = joining.registrations_to_join(event, account)
    profile = joining.profile_of(account)
    is_over = event.state != EventState.PUBLISHED or event.is_past_at(now())
    if is_over or not registrations or profile is None or own_participation(event, account):
        return redirect(url_for(".meetings", slug=slug))
    form = JoinForm()
    form.registration.choices = choices([(one.id, one.name) for one in registrations])
    if not form.is_submitted():
        form.registration.data = _likely(registrations, account)
    elif form.validate():
        with form.showing_refusals(), transaction():
            join_meetings(event, account, form.registration.data)
            flash(_("You take part in the meetings. Others can find you and ask you for a meeting."), "success")
            return redirect(url_for(".meetings", slug=slug))
    return page(
        "matchmaking/join.html",
        form=form,
        event=event,
        profile=profile,
        mark=picture_mark(profile),
        countries=countries(current_language()),
        registrations=registrations,
    )


def _likely(registrations: Any, account: Account) -> int | None:
    """The only one, or the one with the account's name."""
    named = [one.id for one in registrations if one.name.casefold() == account.name.casefold()]
    return registrations[0].id if len(registrations) == 1 else next(iter(named), None)
