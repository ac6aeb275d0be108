"""An event whose time and room an organiser sets up."""

import pytest

from elmo_events.events.models import Event
from tests import makers
from tests.client import CheckingClient


@pytest.fixture
def event(client: CheckingClient) -> Event:
    """A published event of three hours, whose editor is signed in."""
    organiser = makers.organiser()
    client.sign_in(makers.member(organiser))
    return makers.event(organiser)
