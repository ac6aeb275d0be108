"""Dates as people in Finland write them."""

from datetime import UTC, date, datetime

import pytest

from elmo_events.foundation import dates

START = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
END = datetime(2026, 11, 24, 13, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("fi", "ti 24.11.2026 klo 9.00–15.30"),
        ("sv", "tis 24.11.2026 kl. 9.00–15.30"),
        ("en", "Tue 24 November 2026, 9:00–15:30"),
    ],
)
def test_a_span_within_a_day(language: str, written: str) -> None:
    assert dates.span_text(START, END, language) == written


def test_a_span_over_midnight_writes_both_ends() -> None:
    end = datetime(2026, 11, 25, 13, 30, tzinfo=UTC)
    assert dates.span_text(START, end, "fi") == "24.11.2026 klo 9.00 – 25.11.2026 klo 15.30"


@pytest.mark.parametrize(
    ("first", "last", "language", "written"),
    [
        (date(2026, 11, 24), date(2026, 11, 24), "fi", "ti 24.11.2026"),
        (date(2027, 3, 1), date(2027, 3, 22), "fi", "1.–22.3.2027"),
        (date(2027, 4, 30), date(2027, 5, 2), "sv", "30.4.–2.5.2027"),
        (date(2026, 12, 30), date(2027, 1, 2), "fi", "30.12.2026–2.1.2027"),
        (date(2026, 11, 4), date(2026, 11, 5), "en", "4–5 November 2026"),
        (date(2027, 4, 30), date(2027, 5, 2), "en", "30 April – 2 May 2027"),
    ],
)
def test_a_range_of_days_is_as_short_as_it_can_be(first: date, last: date, language: str, written: str) -> None:
    assert dates.days_text(first, last, language) == written


def test_the_clock_change_moves_utc_and_not_the_wall_clock() -> None:
    before = datetime(2027, 3, 27, 7, 0, tzinfo=UTC)
    after = datetime(2027, 3, 28, 6, 0, tzinfo=UTC)
    assert dates.time_text(before, "fi") == dates.time_text(after, "fi") == "9.00"


def test_the_zone_is_named_for_readers_elsewhere() -> None:
    assert dates.zone_text(START, "en") == "Helsinki time, EET"
    assert dates.zone_text(datetime(2027, 6, 8, 7, 0, tzinfo=UTC), "en") == "Helsinki time, EEST"


def test_finnish_time_is_called_so_in_finnish_and_swedish() -> None:
    assert dates.zone_text(START, "fi") == "Suomen aikaa"
    assert dates.zone_text(START, "sv") == "finsk tid"
    assert "tid" in dates.zone_text(START, "sv", "Europe/Stockholm")
