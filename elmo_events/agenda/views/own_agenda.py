"""One's own day at an event, and the address of its calendar."""

from datetime import date, datetime
from typing import Any

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _

from elmo_events.agenda.actions.feeds import make_address
from elmo_events.agenda.blueprint import blueprint
from elmo_events.agenda.guards import own_agenda_at, own_meeting_at
from elmo_events.agenda.queries.day import Item, by_day, items
from elmo_events.agenda.queries.feedback import given_by
from elmo_events.agenda.queries.feeds import feed_of, feed_token
from elmo_events.agenda.rules import ItemKind
from elmo_events.foundation import dates
from elmo_events.foundation.access import signed_in
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.forms import ConfirmForm
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.links import external_url
from elmo_events.foundation.pages import page
from elmo_events.matchmaking.actions.meetings import cancel_by
from elmo_events.matchmaking.queries.repair import consent_token, waiting_for

ALL = "all"


@signed_in
@blueprint.get("/<language>/events/<slug>/agenda")
def own_agenda(slug: str) -> Any:
    own, moment = own_agenda_at(slug), now()
    days = by_day(items(own, moment), own.event.time_zone)
    chosen = _chosen_day([day for day, _of_day in days], dates.local(moment, own.event.time_zone).date())
    feed = feed_of(own.registration)
    person = own.participation
    return page(
        "agenda/own_agenda.html",
        event=own.event,
        own=own,
        moment=moment,
        nearest=_nearest(days, moment, own.event.time_zone),
        days=[(day, of_day) for day, of_day in days if chosen in {None, day}],
        tabs_shown=_tabs(slug, [day for day, _of_day in days], chosen),
        feed_url=external_url("agenda.feed", token=feed_token(feed)) if feed else "",
        proposals=[(each, consent_token(each.consent)) for each in waiting_for(person, moment)] if person else [],
        feedback=given_by(person) if person else {},
        may_cancel=lambda item: item.kind == ItemKind.MEETING and item.starts_at > moment,
        is_over=_is_over,
    )


@signed_in
@blueprint.route("/<language>/events/<slug>/agenda/meetings/<int:meeting_id>/cancel", methods=["GET", "POST"])
def cancel_meeting(slug: str, meeting_id: int) -> Any:
    own, person, meeting = own_meeting_at(slug, meeting_id)
    form = ConfirmForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            cancel_by(person, meeting)
            flash(_("The meeting is cancelled, and the other person has been told."), "success")
            return redirect(url_for(".own_agenda", slug=slug))
    return page("agenda/cancel_meeting.html", event=own.event, form=form, meeting=meeting, person=person)


@signed_in
@blueprint.post("/<language>/events/<slug>/agenda/calendar")
def new_address(slug: str) -> Any:
    own = own_agenda_at(slug)
    with transaction():
        feed = make_address(own.registration)
        flash(_("Here is your new address.") if feed.version == 1 else _("The old address has ended."), "success")
    return redirect(url_for(".own_agenda", slug=slug, _anchor="calendar"))


def _nearest(days: list[tuple[date, list[Item]]], moment: datetime, zone: str) -> Item | None:
    """On the day itself: the meeting that goes on, or comes next."""
    today = dates.local(moment, zone).date()
    ahead = (item for day, of_day in days if day == today for item in of_day if item.ends_at > moment)
    return next((item for item in ahead if item.kind == ItemKind.MEETING), None)


def _is_over(item: Item) -> bool:
    """Whether people can say how it was: it has ended, or the other did not come."""
    if item.kind == ItemKind.CANCELLED:
        return item.meeting is not None and any(seat.absent_at for seat in item.meeting.seats)
    return item.kind == ItemKind.MEETING and item.ends_at <= now()


def _chosen_day(days: list[date], today: date) -> date | None:
    """The day that the address asks for; else today, else the first one. None: all days."""
    asked = request.args.get("day", "")
    if asked == ALL or len(days) < 2:  # noqa: PLR2004  one day needs no choice
        return None
    wanted = [day for day in days if day.isoformat() == asked] or [day for day in days if day == today]
    return (wanted or days)[0]


def _tabs(slug: str, days: list[date], chosen: date | None) -> list[tuple[str, str, bool]]:
    if len(days) < 2:  # noqa: PLR2004
        return []
    written = [
        (
            dates.day_text(day, current_language(), weekday=True),
            url_for(".own_agenda", slug=slug, day=day.isoformat()),
            day == chosen,
        )
        for day in days
    ]
    return [*written, (str(_("All days")), url_for(".own_agenda", slug=slug, day=ALL), chosen is None)]
