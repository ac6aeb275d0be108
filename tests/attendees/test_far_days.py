"""Days at the ends of the calendar are days like others: before or after everybody."""

import pytest

from elmo_events.accounts.models import Account
from tests.attendees.conftest import Place
from tests.client import CheckingClient


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"since": "0001-01-01"}, True),
        ({"until": "9999-12-31"}, True),
        ({"since": "9999-12-31"}, False),
        ({"until": "0001-01-01"}, False),
    ],
)
def test_the_ends_of_the_calendar(
    client: CheckingClient, place: Place, editor: Account, asked: dict[str, str], found: bool
) -> None:
    place.sign_up("Adams")
    for path in ("attendees", "attendees.csv"):
        answer = client.get(f"/en/organiser/events/{place.event.id}/{path}", query_string={"column": "name", **asked})
        assert answer.status_code == 200
        assert ("Adams" in answer.get_data(as_text=True)) == found
