"""Telling people when and where they meet."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from flask_babel import gettext as _

from elmo_events.accounts.actions import record
from elmo_events.accounts.models import Account
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.foundation.refusals import Refusal
from elmo_events.matchmaking.actions import seats
from elmo_events.matchmaking.emails.timetable import timetable_changed
from elmo_events.matchmaking.models import Matchmaking, Meeting, Participation
from elmo_events.matchmaking.queries.board import Change, change_of
from elmo_events.matchmaking.queries.problem import asked
from elmo_events.matchmaking.queries.publication import is_as_seen


def publish_timetable(matchmaking: Matchmaking, seen: str, by: Account) -> Sequence[Meeting]:
    """Make the draft what people are told, and write to everybody whose agenda changes. Returns the meetings that changed.

    Meetings of people who take part no longer are taken off. `seen`: the mark of the draft that the organiser looked at.
    Refuses: the draft has changed since; nothing has changed. Writes: meetings, seats, matchmaking, e-mails, an audit entry.
    """
    seats.lock_meetings(matchmaking)
    question = asked(matchmaking, now(), to_write=True)
    if not is_as_seen(question.meetings, seen):
        raise Refusal(_("The timetable has changed since you opened this page. Look at it again."))
    seats.draft(dict.fromkeys(question.lapsed, seats.NOWHERE))
    changes = tell([*question.meetings, *question.lapsed])
    if not changes:
        raise Refusal(_("People have been told of all of this already."))
    matchmaking.published_at = now()
    matchmaking.published_plan_id = matchmaking.draft_plan_id
    about = ("event", matchmaking.event_id)
    record(by, "timetable published", about, organiser_id=matchmaking.event.organiser_id, meetings=len(changes))
    return changes


def tell(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Publish these meetings as they are drafted and write to their people. The caller holds the lock.

    Writes: meetings, seats, e-mails. Returns those that changed.
    """
    how = {meeting: change for meeting in meetings if (change := change_of(meeting))}
    changed = seats.publish(how)
    told: dict[Participation, dict[Change, list[Meeting]]] = defaultdict(lambda: defaultdict(list))
    for meeting in changed:
        for person in (meeting.first, meeting.second):
            told[person][how[meeting]].append(meeting)
    for person, news in told.items():
        timetable_changed(person, news[Change.NEW], news[Change.MOVED], news[Change.OFF])
    db.session.flush()
    return changed
