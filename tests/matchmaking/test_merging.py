"""When two organisations become one: statistics count their people together, and who avoided one avoids both."""

import pytest
from flask import Flask

from elmo_events.accounts.models import Account
from elmo_events.dashboard.queries.pairs import sides_of
from elmo_events.events.models import Event
from elmo_events.foundation.database import db, transaction
from elmo_events.matchmaking.actions.forget import forget
from elmo_events.matchmaking.models import Meeting
from elmo_events.matchmaking.rules import MeetingState
from elmo_events.network.actions import merge, organisation_for
from elmo_events.network.models import Organisation
from elmo_events.profiles.models import Avoidance
from tests import makers, meeting_makers

Two = tuple[Organisation, Organisation]


@pytest.fixture
def event(app: Flask) -> Event:
    made = makers.event(makers.organiser())
    meeting_makers.matchmaking(made)
    return made


@pytest.fixture
def two(app: Flask) -> Two:
    """Kept and merged."""
    with transaction():
        return organisation_for("Lapin AMK", None, None), organisation_for("Lapland UAS", None, None)


@pytest.fixture
def administrator(app: Flask) -> Account:
    return makers.account("admin@example.org", is_network_administrator=True)


def test_forgotten_people_are_counted_with_the_kept_one(event: Event, two: Two, administrator: Account) -> None:
    kept, merged = two
    gone = meeting_makers.participation(event, "Aino", organisation_id=merged.id)
    meeting_makers.participation(event, "Bo", organisation_id=kept.id)
    with transaction():
        forget(gone)
    assert {side.organisation for side in sides_of(event)} == {kept.id, merged.id}
    with transaction():
        merge(kept, merged, administrator)
    db.session.rollback()
    db.session.expire_all()
    assert gone.kept_organisation_id == kept.id
    assert [side.organisation for side in sides_of(event)] == [kept.id, kept.id]


def test_who_avoided_the_merged_one_meets_nobody_of_the_kept_one(
    event: Event, two: Two, administrator: Account
) -> None:
    kept, merged = two
    aino = meeting_makers.participation(event, "Aino")
    bo = meeting_makers.participation(event, "Bo", organisation_id=kept.id)
    meeting = meeting_makers.meeting(aino, bo, *meeting_makers.first_place(event))
    makers.saved(Avoidance(profile_id=aino.profile_id, avoided_organisation_id=merged.id))
    with transaction():
        merge(kept, merged, administrator)
    db.session.rollback()
    assert db.session.get_one(Meeting, meeting.id, populate_existing=True).state == MeetingState.CANCELLED
