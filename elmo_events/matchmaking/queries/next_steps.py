"""What has an organiser still to do, so that people meet?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _
from flask_babel import ngettext

from elmo_events.events.models import Event
from elmo_events.events.rules import Mode
from elmo_events.matchmaking.models import Matchmaking
from elmo_events.matchmaking.queries.figures import Figures
from elmo_events.matchmaking.rules import MatchmakingMode
from elmo_events.timetable.models import Block, MeetingTable
from elmo_events.timetable.queries import blocks, tables
from elmo_events.timetable.rules import TableKind, is_within


@dataclass(frozen=True)
class Step:
    """`endpoint` is the page where it is done. `warns`: something is wrong there, not only waiting to be done."""

    endpoint: str
    title: str
    sentence: str
    is_done: bool = False
    warns: bool = False


def next_steps(matchmaking: Matchmaking, figures: Figures, moment: datetime) -> list[Step]:
    """In the order in which they are done."""
    event = matchmaking.event
    kept, places = blocks(event), [table for table in tables(event) if table.is_open]
    steps = [_time(event, kept), *_places(matchmaking, places), _requests(matchmaking, kept, moment), _people(figures)]
    if matchmaking.mode == MatchmakingMode.PLANNED:
        steps += [_plan(figures), _publication(figures)]
    return steps


def _time(event: Event, kept: Sequence[Block]) -> Step:
    spans = [(part.starts_at, part.ends_at) for part in event.parts]
    outside = sum(1 for block in kept if not is_within(block.starts_at, block.ends_at, spans))
    slots = sum(len(block.slots) for block in kept)
    title = _("Keep time for meetings")
    if outside:
        sentence = ngettext(
            "%(num)s block lies outside the event's times. Move it.",
            "%(num)s blocks lie outside the event's times. Move them.",
            outside,
        )
        return Step("timetable.blocks", title, sentence, warns=True)
    if not slots:
        return Step("timetable.blocks", title, _("Add at least one block. It is divided into slots by itself."))
    return Step(
        "timetable.blocks",
        title,
        ngettext("%(num)s slot is kept for meetings.", "%(num)s slots are kept for meetings.", slots),
        is_done=True,
    )


def _places(matchmaking: Matchmaking, places: Sequence[MeetingTable]) -> Iterator[Step]:
    modes = {admission.mode for admission in matchmaking.event.admissions}
    on_site = sum(1 for table in places if table.kind != TableKind.VIDEO)
    video = len(places) - on_site
    title = _("Set up tables")
    if Mode.ON_SITE in modes and not on_site:
        yield Step("timetable.tables", title, _("People come on site, but there is no table where they could meet."))
    elif on_site:
        sentence = ngettext("%(num)s table or booth is open.", "%(num)s tables and booths are open.", on_site)
        yield Step("timetable.tables", title, sentence, is_done=True)
    if Mode.ONLINE not in modes:
        return
    title = _("Give online meetings a place")
    if matchmaking.video_address:
        yield Step("matchmaking.settings", title, _("Each online meeting gets its own video address."), is_done=True)
    elif video:
        sentence = ngettext("%(num)s video room is open.", "%(num)s video rooms are open.", video)
        yield Step("timetable.tables", title, sentence, is_done=True)
    else:
        sentence = _("People attend online: add video rooms, or an address of which each meeting gets its own.")
        yield Step("timetable.tables", title, sentence)


def _requests(matchmaking: Matchmaking, kept: Sequence[Block], moment: datetime) -> Step:
    title = _("Open the requests")
    closes_at = matchmaking.closes_at or max(
        (slot.starts_at for block in kept for slot in block.slots), default=matchmaking.event.ends_at
    )
    if matchmaking.event.published_at is None:
        return Step("events.publish_event", title, _("The event is not published yet: nobody can ask for a meeting."))
    if matchmaking.opens_at and matchmaking.opens_at > moment:
        return Step("matchmaking.settings", title, _("Requests can't be made yet."))
    if closes_at <= moment:
        return Step("matchmaking.settings", title, _("Requests are closed."), is_done=True)
    return Step("matchmaking.settings", title, _("People can ask each other for meetings."), is_done=True)


def _people(figures: Figures) -> Step:
    title = _("Bring people in")
    missing = figures.registered - figures.joined
    if missing > 0:
        sentence = ngettext(
            "%(num)s registered person has not joined the meetings.",
            "%(num)s registered people have not joined the meetings.",
            missing,
        )
        return Step("matchmaking.participants", title, sentence)
    if not figures.joined:
        return Step("matchmaking.participants", title, _("Nobody has registered yet."))
    return Step("matchmaking.participants", title, _("Everybody who registered has joined."), is_done=True)


def _plan(figures: Figures) -> Step:
    title, waiting = _("Make the timetable"), figures.agreed - figures.placed
    if not figures.agreed:
        return Step("matchmaking.plans", title, _("As soon as people have accepted requests."))
    if waiting:
        sentence = ngettext("%(num)s meeting waits for a time.", "%(num)s meetings wait for a time.", waiting)
        return Step("matchmaking.plans", title, sentence)
    return Step("matchmaking.plans", title, _("Every meeting has a time."), is_done=True)


def _publication(figures: Figures) -> Step:
    title = _("Publish the timetable")
    if figures.changed and figures.placed:
        sentence = ngettext(
            "%(num)s meeting has changed since people were told.",
            "%(num)s meetings have changed since people were told.",
            figures.changed,
        )
        return Step("matchmaking.publish", title, sentence if figures.published else _("Nobody knows their times yet."))
    if figures.published:
        return Step("matchmaking.publish", title, _("People know when and where they meet."), is_done=True)
    return Step("matchmaking.publish", title, _("Once there is a timetable."))
