"""Publishing, hiding, cancelling, copying and deleting."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from elmo_events.accounts.models import Account
from elmo_events.events import actions
from elmo_events.events.models import Admission, Event, Part, ProgrammeSession, Speaker
from elmo_events.events.queries.checklist import gaps_of, musts_of
from elmo_events.events.queries.sections import (
    texts_of,
)
from elmo_events.events.rules import (
    EventFormat,
    EventState,
    Mode,
    Section,
)
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.registration.rules import RegistrationState
from tests.events.changes import do, local, refused, register_somebody


def test_a_complete_draft_is_published(draft: Event, editor: Account) -> None:
    do(actions.publish, draft, editor, draft.changed_at)
    assert draft.state == EventState.PUBLISHED
    assert draft.published_at is not None
    assert "Only a draft" in str(refused(actions.publish, draft, editor))


@pytest.mark.parametrize(
    ("facts", "section", "field"),
    [
        ({"summary": {}}, Section.BASICS, "summary-fi"),
        ({"venue": ""}, Section.DATES, "venue"),
        ({"city": ""}, Section.DATES, "city"),
        ({"contact_name": ""}, Section.CONTACT, "contact_name"),
        ({"contact_email": ""}, Section.CONTACT, "contact_email"),
        ({"format": EventFormat.HYBRID}, Section.OFFERS, "admissions"),
        ({"ends_at": datetime(2020, 1, 1, tzinfo=UTC)}, Section.DATES, "parts-0-day"),
    ],
)
def test_an_incomplete_draft_is_not_published(
    draft: Event, editor: Account, facts: dict[str, Any], section: Section, field: str
) -> None:
    with transaction():
        for name, fact in facts.items():
            setattr(draft, name, fact)
    assert (section, field) in [(gap.section, gap.field) for gap in musts_of(draft, now())]
    refused(actions.publish, draft, editor)
    assert draft.state == EventState.DRAFT


def test_a_bilingual_organiser_writes_both_languages(draft: Event, editor: Account) -> None:
    with transaction():
        draft.organiser.is_bilingual = True
        draft.title, draft.summary = {"fi": "Työpaja", "en": "Workshop"}, {"fi": "Ratkomme."}
        draft.practical = {"sv": "Ta bussen."}
        draft.admissions[0].name = {"fi": "Paikan päällä"}
    assert [(gap.field, gap.sentence) for gap in musts_of(draft, now())] == [
        ("title-sv", "The title is missing in Swedish."),
        ("summary-sv", "The summary is missing in Swedish."),
        ("practical-fi", "The practical information is missing in Finnish."),
        ("admissions-0-name-sv", "The name of “Paikan päällä” is missing in Swedish."),
    ]
    assert "The title is missing in Swedish." in str(refused(actions.publish, draft, editor))


def test_an_online_event_may_get_its_link_later(draft: Event, editor: Account) -> None:
    with transaction():
        draft.format, draft.venue, draft.city = EventFormat.ONLINE, "", ""
        draft.admissions[0].mode = Mode.ONLINE
    wishes = [gap.field for gap in gaps_of(draft, now()) if not gap.must]
    assert "joining_link" in wishes
    do(actions.publish, draft, editor)
    assert draft.state == EventState.PUBLISHED


def test_publishing_what_changed_meanwhile_is_refused(draft: Event, editor: Account) -> None:
    seen = draft.changed_at
    do(actions.change_texts, draft, texts_of(draft), editor)
    refused(actions.publish, draft, editor, seen)
    assert draft.state == EventState.DRAFT


def test_hiding_is_for_events_that_nobody_registered_for(event: Event, editor: Account, heard: list[Any]) -> None:
    do(actions.hide, event, editor)
    assert (event.state, heard) == (EventState.DRAFT, [("event hidden", {})])
    do(actions.publish, event, editor)
    register_somebody(event, RegistrationState.CANCELLED)
    assert "Somebody has registered" in str(refused(actions.hide, event, editor))


def test_a_cancelled_event_stays_with_its_reason(event: Event, editor: Account, heard: list[Any]) -> None:
    do(actions.cancel, event, {"fi": "Puhuja sairastui."}, editor, event.changed_at)
    assert (event.state, event.cancellation_reason) == (EventState.CANCELLED, {"fi": "Puhuja sairastui."})
    assert (event.sequence, heard) == (1, [("event cancelled", {})])
    assert event.cancelled_at is not None
    refused(actions.cancel, event, {"fi": "Uudestaan."}, editor)


def test_cancelling_needs_a_reason_in_every_legal_language(event: Event, editor: Account) -> None:
    assert refused(actions.cancel, event, {}, editor).field == "reason-fi"
    with transaction():
        event.organiser.is_bilingual = True
    assert refused(actions.cancel, event, {"fi": "Sairaus."}, editor).field == "reason-sv"


def test_drafts_and_past_events_are_not_cancelled(event: Event, editor: Account) -> None:
    with transaction():
        event.ends_at = now() - timedelta(days=1)
    assert "over already" in str(refused(actions.cancel, event, {"fi": "Syy."}, editor))
    with transaction():
        event.state = EventState.DRAFT
    assert "draft" in str(refused(actions.cancel, event, {"fi": "Syy."}, editor))


def test_a_copy_says_the_same_on_new_days(event: Event, editor: Account, heard: list[Any]) -> None:
    with transaction():
        event.parts.append(Part(starts_at=local(3, 31), ends_at=local(3, 31, 12), title={"fi": "Toinen"}))
        event.ends_at, event.joining_link = local(3, 31, 12), "https://video.example.org/1"
        event.closes_at = local(2, 24, 23, 59)
        event.admissions[0].places_taken = 7
        event.sessions[0].speakers.append(Speaker(name="Åsa"))
    copied = do(actions.copy, event, local(10, 6).date(), editor)
    assert (copied.state, copied.slug, copied.title) == (
        EventState.DRAFT,
        "teollisen-kiertotalouden-tyopaja",
        event.title,
    )
    assert [part.starts_at for part in copied.parts] == [local(10, 6), local(11, 3)], "nine o'clock on both sides"
    assert copied.closes_at == local(9, 29, 23, 59)
    assert (copied.sessions[0].starts_at, copied.sessions[0].speakers[0].name) == (local(10, 6, 10), "Åsa")
    assert [(one.places, one.places_taken) for one in copied.admissions] == [(20, 0)]
    assert (copied.joining_link, copied.sequence, copied.published_at) == ("", 0, None)
    assert heard == [("event copied", {"original": event})]


def test_only_a_draft_is_deleted(draft: Event, editor: Account) -> None:
    do(actions.publish, draft, editor)
    assert "Only a draft" in str(refused(actions.delete, draft, editor))
    do(actions.hide, draft, editor)
    do(actions.delete, draft, editor)
    assert [db.session.query(table).count() for table in (Event, Part, Admission, ProgrammeSession)] == [0, 0, 0, 0]


def test_a_draft_with_registrations_is_not_deleted(draft: Event, editor: Account) -> None:
    register_somebody(draft, RegistrationState.CANCELLED)
    assert "Somebody has registered" in str(refused(actions.delete, draft, editor))
    assert db.session.query(Event).count() == 1
