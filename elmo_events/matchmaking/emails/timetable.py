"""What we write to people whose agenda has changed: one letter with all their meetings, and a calendar file."""

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext, pgettext

from elmo_events.foundation.database import db
from elmo_events.mail.actions import write
from elmo_events.mail.models import Message
from elmo_events.matchmaking.calendar import is_held
from elmo_events.matchmaking.emails.request_layout import (
    Button,
    Item,
    Words,
    entry,
    meeting_item,
    title_and_date,
    true_for,
    when_text,
    who_text,
)
from elmo_events.matchmaking.models import Meeting, Participation
from elmo_events.matchmaking.queries.meetings import meetings_of
from elmo_events.matchmaking.queries.rooms import other_of

TIMETABLE = "matchmaking.timetable"
ABOUT = "participation"


def timetable_changed(
    person: Participation, new: Iterable[Meeting], moved: Iterable[Meeting], off: Iterable[Meeting]
) -> None:
    """To one person; nothing is written when nothing changed for them."""
    news: dict[str, Any] = {"new": _ids(new), "moved": _ids(moved), "off": _ids(off)}
    if person.profile is None or not any(news.values()):
        return
    write(
        TIMETABLE,
        to_name=person.profile.name,
        to_address=person.profile.account.email,
        language=person.registration.language,
        about=(ABOUT, person.id),
        **news,
    )


@true_for(TIMETABLE)
def compose(message: Message, to: Participation) -> Words | None:
    """As things are when it is sent: a change that has been undone since is not told."""
    held = [meeting for meeting in meetings_of(to) if meeting.published_slot_id is not None]
    off = [meeting for meeting in _those(message, "off") if not is_held(meeting)]
    marks = {number: _("New") for number in message.parameters["new"]}
    marks |= {number: _("New time or table") for number in message.parameters["moved"]}
    if not held and not off:
        return None
    is_first = not message.parameters["moved"] and not off and len(message.parameters["new"]) == len(held)
    event = title_and_date(to)
    changed = _("Your meetings have changed: %(event)s", event=event)
    return Words(
        subject=_("Your meetings: %(event)s", event=event) if is_first else changed,
        heading=_("Your meetings") if is_first else _("Your meetings have changed"),
        paragraphs=_paragraphs(len(held), bool(marks or off), is_first),
        items=[_marked(meeting_item(meeting, to), None if is_first else marks.get(meeting.id)) for meeting in held]
        + [_gone(meeting, to) for meeting in off],
        buttons=[Button(entry(to, "agenda.own_agenda"), _("See my agenda"), "primary")],
        calendar="PUBLISH",
        meetings=[*held, *off],
    )


def _paragraphs(count: int, has_marks: bool, is_first: bool) -> list[str]:
    told = ngettext("You have %(num)s meeting.", "You have %(num)s meetings.", count)
    marked = _("What is new or has changed is marked.") if has_marks and not is_first else ""
    file = ngettext(
        "The calendar file brings it into your calendar.", "The calendar file brings them into your calendar.", count
    )
    return [f"{told} {marked}".strip(), file]


def _marked(item: Item, mark: str | None) -> Item:
    return Item(
        item.title,
        [(pgettext("of a meeting", "Change"), mark), *item.facts] if mark else item.facts,
        item.quotes,
        item.buttons,
    )


def _gone(meeting: Meeting, to: Participation) -> Item:
    return Item(
        who_text(other_of(meeting, to)),
        [
            (pgettext("of a meeting", "Change"), _("Not held at the time you were told")),
            (_("When"), when_text(meeting)),
        ],
    )


def _those(message: Message, name: str) -> list[Meeting]:
    found = (db.session.get(Meeting, number) for number in message.parameters[name])
    return [meeting for meeting in found if meeting is not None]


def _ids(meetings: Iterable[Meeting]) -> list[int]:
    return [meeting.id for meeting in meetings]
