"""What organisers write about an event, section by section, and what is refused."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from elmo_events.accounts.models import Account, AuditEntry
from elmo_events.events import actions
from elmo_events.events.models import Event, Speaker
from elmo_events.events.queries.sections import (
    basics_of,
    contact_of,
    programme_of,
    registration_terms_of,
    texts_of,
)
from elmo_events.events.rules import (
    EventFormat,
    EventKind,
    EventState,
    FirstFacts,
    Mode,
    SessionFacts,
    SpeakerFacts,
)
from elmo_events.foundation import dates
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from tests import makers
from tests.events.changes import do, local, refused


def first_facts(organiser_id: int, **facts: Any) -> FirstFacts:
    given = {
        "organiser_id": organiser_id, "kind": EventKind.SEMINAR, "title": {"fi": "Älykäs työpaja: sivuvirrat"},
        "format": EventFormat.ON_SITE, "starts_at": local(3, 30), "ends_at": local(3, 30, 12), "city": "Kemi",
    }  # fmt: skip
    return FirstFacts(**given | facts)


def test_a_draft_has_sensible_defaults(event: Event, editor: Account) -> None:
    made = do(actions.create, first_facts(event.organiser_id), editor)
    assert (made.state, made.slug, made.city) == (EventState.DRAFT, "alykas-tyopaja-sivuvirrat", "Kemi")
    assert dates.local(made.closes_at).replace(tzinfo=None) == local(3, 23, 23, 59).replace(tzinfo=None), (
        "a week before, local"
    )
    assert made.last_cancellation_at == made.closes_at
    assert (made.contact_name, made.contact_email) == (editor.name, editor.email)
    assert [(one.mode, one.has_catering) for one in made.admissions] == [(Mode.ON_SITE, False)]
    assert (made.starts_at, made.ends_at) == (local(3, 30), local(3, 30, 12))
    assert made.languages == ["fi"]
    assert db.session.query(AuditEntry).one().action == "event made"


def test_registration_of_an_online_event_closes_as_it_begins(event: Event, editor: Account) -> None:
    made = do(actions.create, first_facts(event.organiser_id, format=EventFormat.ONLINE), editor)
    assert made.closes_at == made.starts_at
    assert [one.mode for one in made.admissions] == [Mode.ONLINE]


def test_both_ways_to_attend_are_made_for_both(event: Event, editor: Account) -> None:
    made = do(actions.create, first_facts(event.organiser_id, format=EventFormat.HYBRID), editor)
    assert [one.mode for one in made.admissions] == [Mode.ON_SITE, Mode.ONLINE]


def test_registration_of_an_event_this_week_does_not_close_in_the_past(event: Event, editor: Account) -> None:
    start = (now() + timedelta(days=3)).astimezone(local(1, 1).tzinfo)
    facts = first_facts(event.organiser_id, starts_at=start, ends_at=start + timedelta(hours=2))
    made = do(actions.create, facts, editor)
    assert now() < made.closes_at <= made.starts_at


def test_a_second_event_of_the_same_title_gets_another_address(event: Event, editor: Account) -> None:
    first = do(actions.create, first_facts(event.organiser_id), editor)
    second = do(actions.create, first_facts(event.organiser_id), editor)
    assert second.slug == f"{first.slug}-2"


def test_a_title_without_latin_letters_gets_an_address_too(event: Event, editor: Account) -> None:
    assert do(actions.create, first_facts(event.organiser_id, title={"fi": "日本"}), editor).slug == "event"
    assert do(actions.create, first_facts(event.organiser_id, title={"fi": "Past"}), editor).slug == "past-2"


@pytest.mark.parametrize(("facts", "field"), [({"title": {}}, "title-fi"), ({"ends_at": local(3, 30)}, "ends")])
def test_a_draft_needs_a_title_and_an_end(event: Event, editor: Account, facts: dict[str, Any], field: str) -> None:
    assert refused(actions.create, first_facts(event.organiser_id, **facts), editor).field == field


def test_basics_are_written_and_noted(draft: Event, editor: Account) -> None:
    facts = replace(basics_of(draft), kind=EventKind.WEBINAR, slug="uusi-osoite", theme_ids=(1,), region_codes=("19",))
    do(actions.change_basics, draft, facts, editor, draft.changed_at)
    assert (draft.kind, draft.slug) == (EventKind.WEBINAR, "uusi-osoite")
    assert [region.code for region in draft.regions] == ["19"]
    entry = db.session.query(AuditEntry).one()
    assert (entry.action, entry.about_id, entry.details) == ("event changed", draft.id, {"section": "basics"})


def test_a_stale_form_is_refused(draft: Event, editor: Account) -> None:
    seen = draft.changed_at
    do(actions.change_texts, draft, texts_of(draft), editor, seen)
    assert "Somebody else" in str(refused(actions.change_texts, draft, texts_of(draft), editor, seen))


@pytest.mark.parametrize("slug", ["", "Isot Kirjaimet", "past", "-a", "a--b", "ä"])
def test_an_address_is_plain(draft: Event, editor: Account, slug: str) -> None:
    assert refused(actions.change_basics, draft, replace(basics_of(draft), slug=slug), editor).field == "slug"


def test_an_address_is_taken_once(draft: Event, editor: Account) -> None:
    other = makers.event(draft.organiser, "toinen")
    assert refused(actions.change_basics, draft, replace(basics_of(draft), slug=other.slug), editor).field == "slug"


def test_the_address_of_a_published_event_stays(event: Event, editor: Account) -> None:
    do(actions.change_basics, event, replace(basics_of(event), slug="uusi"), editor)
    assert event.slug == "kiertotalous"


def test_a_title_is_needed(draft: Event, editor: Account) -> None:
    assert refused(actions.change_basics, draft, replace(basics_of(draft), title={}), editor).field == "title-fi"


def test_a_published_event_keeps_what_it_must_have(event: Event, editor: Account) -> None:
    assert refused(actions.change_basics, event, replace(basics_of(event), summary={}), editor).field == "summary-fi"
    contact = replace(contact_of(event), contact_email="")
    assert refused(actions.change_contact, event, contact, editor).field == "contact_email"
    with transaction():
        event.organiser.is_bilingual = True
    texts = replace(texts_of(event), description={"fi": "Vain suomeksi"})
    assert refused(actions.change_texts, event, texts, editor).field == "description-sv"


@pytest.mark.parametrize(
    ("terms", "field"),
    [
        ({"opens_at": local(2, 2), "closes_at": local(2, 2)}, "closes_at"),
        ({"opens_at": local(3, 4)}, "opens_at"),
        ({"closes_at": local(3, 3, 12, 1)}, "closes_at"),
        ({"last_cancellation_at": local(3, 4)}, "last_cancellation_at"),
    ],
)
def test_a_window_that_makes_no_sense_is_refused(
    event: Event, editor: Account, terms: dict[str, datetime], field: str
) -> None:
    facts = replace(registration_terms_of(event), **terms)  # type: ignore[arg-type]
    assert refused(actions.change_registration_terms, event, facts, editor).field == field


def test_registration_terms_are_written(event: Event, editor: Account) -> None:
    facts = replace(registration_terms_of(event), closes_at=local(2, 25, 16), is_recorded=True, choose_parts=True)
    do(actions.change_registration_terms, event, facts, editor)
    assert (event.closes_at, event.is_recorded, event.choose_parts) == (local(2, 25, 16), True, True)


def a_session(**facts: Any) -> SessionFacts:
    given = {
        "id": None, "starts_at": local(3, 3, 9), "ends_at": local(3, 3, 10), "title": {"fi": "Kahvi"},
        "speakers": (SpeakerFacts("Åsa Öberg", "kehitysjohtaja"),),
    }  # fmt: skip
    return SessionFacts(**given | facts)


def test_the_programme_is_written_in_order(event: Event, editor: Account) -> None:
    facts = replace(programme_of(event), sessions=(*programme_of(event).sessions, a_session()))
    do(actions.change_programme, event, facts, editor)
    assert [session.title["fi"] for session in event.sessions] == ["Kahvi", "Avaus"]
    assert [(one.name, one.role) for one in event.sessions[0].speakers] == [("Åsa Öberg", "kehitysjohtaja")]
    do(actions.change_programme, event, replace(facts, sessions=()), editor)
    assert db.session.query(Speaker).count() == 0


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"title": {}}, "sessions-0-title-fi"),
        ({"ends_at": local(3, 3, 9)}, "sessions-0-ends"),
        ({"starts_at": local(3, 4), "ends_at": local(3, 4, 10)}, "sessions-0-day"),
    ],
)
def test_a_session_that_makes_no_sense_is_refused(
    event: Event, editor: Account, facts: dict[str, Any], field: str
) -> None:
    programme = replace(programme_of(event), sessions=(a_session(**facts),))
    assert refused(actions.change_programme, event, programme, editor).field == field
