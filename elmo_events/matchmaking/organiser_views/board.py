"""The board: the draft of the timetable, and what an organiser changes in it by hand."""

from collections.abc import Sequence

from flask import abort, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from elmo_events.events.guards import event_of
from elmo_events.events.models import Event
from elmo_events.foundation import dates
from elmo_events.foundation.access import organiser_role
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.forms import ConfirmForm, choices
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.foundation.refusals import Refusal
from elmo_events.matchmaking.actions import board as actions
from elmo_events.matchmaking.blueprint import blueprint
from elmo_events.matchmaking.forms.board import NOT_CHOSEN, MeetingForm, PlaceForm, TakeOffForm
from elmo_events.matchmaking.labels.plans import saying_text
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation, Plan
from elmo_events.matchmaking.organiser_views.event_pages import matchmaking_in
from elmo_events.matchmaking.organiser_views.names import names_for, slot_texts
from elmo_events.matchmaking.queries.board import board as board_of
from elmo_events.matchmaking.queries.board import obstacle_text
from elmo_events.matchmaking.queries.participations import participation, participations
from elmo_events.matchmaking.queries.places import Places
from elmo_events.matchmaking.queries.plans import plan_on_its_way
from elmo_events.matchmaking.queries.problem import asked
from elmo_events.matchmaking.rules import MeetingState
from elmo_events.organisers.guards import member
from elmo_events.timetable.models import Block, MeetingTable, Slot

MOST_ON_A_PAGE = 400  # meetings; with more, the board shows one block at a time


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/meetings/board")
def board(event_id: int) -> tuple[str, int]:
    event = event_of(event_id)
    matchmaking = matchmaking_in(event)
    view = board_of(matchmaking, now())
    names = names_for(event, view.people, view.slots)
    blocks = list(dict.fromkeys(slot.block for slot in view.slots))
    chosen = _chosen_block(blocks, view.placed)
    return page(
        "matchmaking/organiser/board.html",
        event=event,
        matchmaking=matchmaking,
        view=view,
        slots=[slot for slot in view.slots if chosen in {None, slot.block_id}],
        blocks=blocks,
        chosen_block=chosen,
        by_people=request.args.get("by") == "people",
        slot_texts=names.slots,
        reason=lambda said: saying_text(said, names),
        plan=db.session.get(Plan, matchmaking.draft_plan_id) if matchmaking.draft_plan_id else None,
        running=plan_on_its_way(matchmaking),
        proven=lambda plan: [saying_text(said, names) for said in plan.result.get("proven", ())],
    )


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/meetings/board/<int:meeting_id>", methods=["GET", "POST"])
def place(event_id: int, meeting_id: int) -> tuple[str, int] | Response:
    """Where one meeting may stand, and what is in its way elsewhere. Dragging on the board sends this form."""
    event = event_of(event_id)
    meeting = _meeting(matchmaking_in(event), meeting_id)
    form = PlaceForm(slot=_number("slot", meeting.slot_id), table=_number("table", NOT_CHOSEN))
    if form.validate_on_submit():
        wish = actions.Wish(form.slot.data, form.table.data or None, form.is_pinned.data, form.confirmed.data)
        with form.showing_refusals(), transaction():
            actions.place_meeting(meeting, wish, member())
            flash(_("The meeting has its place."), "success")
            return redirect(url_for("matchmaking.board", event_id=event_id))
    return _place_page(event, meeting, form, TakeOffForm(formdata=None))


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/meetings/board/<int:meeting_id>/pin", methods=["POST"])
def pin(event_id: int, meeting_id: int) -> Response:
    meeting = _meeting(matchmaking_in(event_of(event_id)), meeting_id)
    try:
        with transaction():
            actions.pin_meeting(meeting, request.form.get("pinned") == "1", member())
    except Refusal as refusal:
        flash(str(refusal.sentence), "warning")
    return redirect(url_for("matchmaking.board", event_id=event_id))


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/meetings/board/<int:meeting_id>/off", methods=["POST"])
def take_off(event_id: int, meeting_id: int) -> tuple[str, int] | Response:
    event = event_of(event_id)
    meeting = _meeting(matchmaking_in(event), meeting_id)
    off_form = TakeOffForm()
    if off_form.validate_on_submit():
        with off_form.showing_refusals(), transaction():
            actions.unplace_meeting(meeting, off_form.confirmed.data, member())
            flash(_("The meeting waits for a slot."), "success")
            return redirect(url_for("matchmaking.board", event_id=event_id))
    return _place_page(event, meeting, PlaceForm(formdata=None, slot=meeting.slot_id, table=NOT_CHOSEN), off_form)


@organiser_role("editor")
@blueprint.route(
    "/<language>/organiser/events/<int:event_id>/meetings/board/<int:meeting_id>/removal", methods=["GET", "POST"]
)
def remove(event_id: int, meeting_id: int) -> tuple[str, int] | Response:
    event = event_of(event_id)
    meeting = _meeting(matchmaking_in(event), meeting_id)
    form = ConfirmForm()
    if form.validate_on_submit():
        with form.showing_refusals(), transaction():
            actions.remove_meeting(meeting, member())
            flash(_("The meeting is cancelled, and both are told."), "success")
            return redirect(url_for("matchmaking.board", event_id=event_id))
    return page("matchmaking/organiser/remove.html", event=event, meeting=meeting, form=form)


@organiser_role("editor")
@blueprint.route("/<language>/organiser/events/<int:event_id>/meetings/board/new", methods=["GET", "POST"])
def new_meeting(event_id: int) -> tuple[str, int] | Response:
    event = event_of(event_id)
    matchmaking_in(event)
    form = MeetingForm()
    people = choices([("", _("Choose …")), *((one.id, _who(one)) for one in participations(event))])
    form.first.choices = form.second.choices = people
    if form.validate_on_submit():
        first, second = (participation(event, number) for number in (form.first.data, form.second.data))
        if first is None or second is None:
            form.add_error("first" if first is None else "second", _("Choose two people."))
        else:
            with form.showing_refusals(), transaction():
                made = actions.add_meeting(first, second, member())
                return redirect(url_for("matchmaking.place", event_id=event_id, meeting_id=made.id))
    return page("matchmaking/organiser/new_meeting.html", event=event, form=form)


def _meeting(matchmaking: Matchmaking, number: int) -> Meeting:
    """An agreed meeting of this event between two who take part."""
    found = db.session.get(Meeting, number)
    if found is None or found.event_id != matchmaking.event_id or found.state != MeetingState.ACTIVE:
        abort(404)
    return found


def _place_page(event: Event, meeting: Meeting, form: PlaceForm, off_form: TakeOffForm) -> tuple[str, int]:
    _offer(event, meeting, form)
    return page(
        "matchmaking/organiser/place.html",
        event=event,
        meeting=meeting,
        form=form,
        off_form=off_form,
        place_text=lambda slot, table: _place_text(event, slot, table),
    )


def _place_text(event: Event, slot: Slot | None, table: MeetingTable | None) -> str:
    if slot is None:
        return str(_("Waiting for a slot"))
    when = dates.span_text(slot.starts_at, slot.ends_at, current_language(), event.time_zone)
    return ", ".join(filter(None, (when, table.label if table else str(_("Online")))))


def _offer(event: Event, meeting: Meeting, form: PlaceForm) -> None:
    """Every slot, with what is in the way there; the tables that suit the meeting."""
    question = asked(matchmaking_in(event), now())
    places = Places(question)
    number = places.number_of.get(meeting.id)
    if number is None:
        abort(404)
    texts = slot_texts(event, question.slots)
    form.slot.choices = choices([(slot.id, texts[slot.id]) for slot in question.slots])
    hindrances = {
        slot.id: " ".join(obstacle_text(question, each) for each in places.obstacles(number, at))
        for at, slot in enumerate(question.slots)
    }
    form.slot.choice_notes = hindrances
    form.slot.disabled_choices = frozenset(slot for slot, text in hindrances.items() if text) - {form.slot.data}
    tables = [question.tables[at] for at in places.suitable(number)]
    form.table.choices = choices([(NOT_CHOSEN, _("Any table")), *((table.id, table.label) for table in tables)])
    if not places.needs_table(number):
        del form.table
    if meeting.published_slot_id is None:
        del form.confirmed


def _chosen_block(blocks: Sequence[Block], placed: int) -> int | None:
    numbers = [block.id for block in blocks]
    wanted = request.args.get("block", type=int)
    if wanted in numbers:
        return wanted
    return numbers[0] if placed > MOST_ON_A_PAGE and numbers else None


def _number(name: str, default: int | None) -> int | None:
    return request.args.get(name, default, type=int)


def _who(person: Participation) -> str:
    return ", ".join(
        filter(None, (f"{person.profile.last_name} {person.profile.first_name}", person.profile.organisation))
    )
