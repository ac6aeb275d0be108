"""Pages of somebody's agenda."""

from tests import meeting_makers
from tests.client import CheckingClient
from tests.matchmaking.published_day import Day


def address(day: Day, rest: str = "") -> str:
    return f"/en/events/{day.event.slug}/agenda{rest}"


def read(client: CheckingClient, day: Day, name: str, rest: str = "") -> str:
    client.sign_in(meeting_makers.account_of(day[name]))
    response = client.get(address(day, rest))
    assert response.status_code == 200
    return response.get_data(as_text=True)
