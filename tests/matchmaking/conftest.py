"""People of an event; which event, each file says itself."""

import pytest

from elmo_events.events.models import Event
from elmo_events.matchmaking.models import Participation
from elmo_events.profiles.rules import Direction
from tests import meeting_makers


@pytest.fixture
def aino(event: Event) -> Participation:
    return meeting_makers.participation(event, "Aino")


@pytest.fixture
def bo(event: Event) -> Participation:
    return meeting_makers.participation(event, "Bo")


@pytest.fixture
def cecilia(event: Event) -> Participation:
    return meeting_makers.participation(event, "Cecilia")


@pytest.fixture
def seeker(event: Event) -> Participation:
    """Aino seeks biochar in Finnish."""
    made = meeting_makers.participation(event, "Aino", organisation="Saha Oy", region_code="19")
    meeting_makers.statement(made.profile, Direction.NEED, "Biohiilen tuotantoa sahan kuorista", "fi")
    return made


@pytest.fixture
def finder(event: Event) -> Participation:
    """Bo offers it in Swedish."""
    made = meeting_makers.participation(event, "Bo", organisation="Centria", region_code="16")
    meeting_makers.statement(made.profile, Direction.OFFER, "Pilotanläggning för biokol", "sv")
    return made
