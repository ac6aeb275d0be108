"""An event moves: its parts, its sessions, its registration, and who is told."""

from dataclasses import replace
from typing import Any

from elmo_events.accounts.models import Account
from elmo_events.events import actions
from elmo_events.events.models import Event, Part
from elmo_events.events.queries.sections import (
    dates_of,
)
from elmo_events.events.rules import (
    PartFacts,
)
from elmo_events.foundation import dates
from elmo_events.foundation.database import db, transaction
from elmo_events.registration.models import registration_part
from tests.events.changes import do, local, refused, register_somebody


def with_parts(event: Event, *parts: PartFacts, **facts: Any) -> Any:
    return replace(dates_of(event), parts=parts, **facts)


def moved_part(event: Event, month: int, day: int, hour: int = 9) -> PartFacts:
    return PartFacts(event.parts[0].id, local(month, day, hour), local(month, day, 12))


def test_moving_a_published_event_tells_so(event: Event, editor: Account, heard: list[Any]) -> None:
    do(actions.change_dates, event, with_parts(event, moved_part(event, 3, 10)), editor)
    assert (event.starts_at, event.ends_at, event.sequence) == (local(3, 10), local(3, 10, 12), 1)
    moved = frozenset({event.parts[0].id})
    assert heard == [("event moved", {"what": frozenset({"time"}), "parts": moved})]


def test_a_new_place_or_link_tells_so(event: Event, editor: Account, heard: list[Any]) -> None:
    link = "https://video.example.org/1"
    do(actions.change_dates, event, replace(dates_of(event), city="Tornio", joining_link=link), editor)
    assert heard == [("event moved", {"what": frozenset({"place", "joining_link"}), "parts": frozenset()})]


def test_saving_the_same_dates_tells_nobody(event: Event, editor: Account, heard: list[Any]) -> None:
    do(actions.change_dates, event, dates_of(event), editor)
    assert (heard, event.sequence) == ([], 0)


def test_moving_a_draft_tells_nobody_and_moves_its_registration(
    draft: Event, editor: Account, heard: list[Any]
) -> None:
    do(actions.change_dates, draft, with_parts(draft, moved_part(draft, 4, 7)), editor)
    assert (heard, draft.sequence) == ([], 0)
    assert draft.closes_at == local(3, 31, 23, 59), "five weeks later, over the change of the clocks"


def test_sessions_move_with_their_day_and_keep_their_clock_time(event: Event, editor: Account) -> None:
    do(actions.change_dates, event, with_parts(event, moved_part(event, 4, 7)), editor)
    assert (event.sessions[0].starts_at, event.sessions[0].ends_at) == (local(4, 7, 10), local(4, 7, 11))


def test_a_new_time_zone_keeps_clock_times(event: Event, editor: Account) -> None:
    brussels = dates.zone("Europe/Brussels")
    part = replace(
        dates_of(event).parts[0],
        starts_at=local(3, 3).replace(tzinfo=brussels),
        ends_at=local(3, 3, 12).replace(tzinfo=brussels),
    )
    do(actions.change_dates, event, with_parts(event, part, time_zone="Europe/Brussels"), editor)
    assert dates.local(event.sessions[0].starts_at, "Europe/Brussels").hour == 10


def test_dates_that_make_no_sense_are_refused(event: Event, editor: Account) -> None:
    backwards = PartFacts(None, local(3, 3, 12), local(3, 3, 9))
    twice = PartFacts(None, local(3, 3, 11), local(3, 3, 14))
    kept = dates_of(event).parts[0]
    assert refused(actions.change_dates, event, with_parts(event), editor).field == "parts"
    assert refused(actions.change_dates, event, with_parts(event, backwards), editor).field == "parts-0-ends"
    assert refused(actions.change_dates, event, with_parts(event, kept, twice), editor).field == "parts-1-day"


def test_a_day_with_sessions_is_not_removed(event: Event, editor: Account) -> None:
    other = PartFacts(None, local(3, 17), local(3, 17, 12))
    refusal = refused(actions.change_dates, event, with_parts(event, other), editor)
    assert refusal.field == "parts"
    assert f"3 March {local(3, 3).year}" in str(refusal)


def test_a_part_that_somebody_chose_is_not_removed(event: Event, editor: Account) -> None:
    registration = register_somebody(event)
    with transaction():
        event.parts.append(Part(starts_at=local(3, 10), ends_at=local(3, 10, 12)))
        db.session.flush()
        chosen = {"registration_id": registration.id, "part_id": event.parts[-1].id}
        db.session.execute(registration_part.insert().values(chosen))
    refusal = refused(actions.change_dates, event, with_parts(event, dates_of(event).parts[0]), editor)
    assert refusal.field == "parts"
    assert len(event.parts) == 2


def test_a_part_that_nobody_chose_is_removed(event: Event, editor: Account) -> None:
    more = with_parts(event, dates_of(event).parts[0], PartFacts(None, local(3, 10), local(3, 10, 12)))
    do(actions.change_dates, event, more, editor)
    assert event.ends_at == local(3, 10, 12)
    do(actions.change_dates, event, with_parts(event, dates_of(event).parts[0]), editor)
    assert (len(event.parts), event.ends_at) == (1, local(3, 3, 12))


def test_an_event_on_site_keeps_its_venue_once_published(event: Event, editor: Account) -> None:
    assert refused(actions.change_dates, event, replace(dates_of(event), venue=""), editor).field == "venue"


def test_a_published_registration_does_not_outlast_a_moved_event(event: Event, editor: Account) -> None:
    with transaction():
        event.closes_at = local(3, 1)
    assert refused(actions.change_dates, event, with_parts(event, moved_part(event, 2, 3)), editor).field == "closes_at"
