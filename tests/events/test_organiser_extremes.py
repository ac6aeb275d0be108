"""What no person types and a forged form may hold: it is refused or left out, and nothing fails."""

import pytest

from elmo_events.events.models import Event
from elmo_events.events.rules import Section
from tests.client import CheckingClient
from tests.events.test_organiser_forms import address, browser, opened, sent  # noqa: F401  (a fixture)

DIGITS = "9" * 5000


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1.1.0001"])
def test_a_day_at_the_end_of_the_calendar_is_refused(
    browser: CheckingClient,  # noqa: F811
    event: Event,
    day: str,
) -> None:
    fields = opened(browser, event, Section.DATES)
    fields["parts-0-day"] = day
    assert "Write a day, such as 24.11.2026." in sent(browser, event, Section.DATES, fields, status=422)
    copied = browser.post(f"/en/organiser/events/{event.id}/copy", data={"first_day": day})
    assert copied.status_code == 422


def test_numbers_too_long_to_read_are_refused(browser: CheckingClient, event: Event) -> None:  # noqa: F811
    fields = opened(browser, event, Section.OFFERS)
    fields["admissions-0-places"] = DIGITS
    assert "Write a whole number" in sent(browser, event, Section.OFFERS, fields, status=422)
    fields = opened(browser, event, Section.PROGRAMME)
    fields["sessions-0-id"] = DIGITS
    assert browser.post(address(event, Section.PROGRAMME), data=fields).status_code in {302, 422}
