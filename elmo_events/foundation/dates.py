"""Dates and times as people in Finland write them (Kotus; Finland-Swedish use; English with the zone named).

Finnish “ti 24.11.2026 klo 9.00–15.30”, Swedish “ti 24.11.2026 kl. 9.00–15.30”, English “Tue 24 November 2026, 9:00–15:30”.
All functions take aware times and the zone to show them in.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from babel.dates import format_date, get_timezone_name

HELSINKI = "Europe/Helsinki"
FINNISH_TIME = {"fi": "Suomen aikaa", "sv": "finsk tid"}
CLOCK_WORD = {"fi": " klo ", "sv": " kl. ", "en": ", "}


@lru_cache
def zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def local(moment: datetime, zone_name: str = HELSINKI) -> datetime:
    return moment.astimezone(zone(zone_name))


def is_skipped(moment: datetime) -> bool:
    """Whether the clocks jump over this local time when they are turned forward."""
    return moment.astimezone(UTC).astimezone(moment.tzinfo).replace(fold=0) != moment.replace(fold=0)


def is_doubled(moment: datetime) -> bool:
    """Whether this local time comes twice, since the clocks are turned back."""
    return not is_skipped(moment) and moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()


def time_text(moment: datetime, language: str, zone_name: str = HELSINKI) -> str:
    """9.00 in Finnish and Swedish, 9:00 in English."""
    clock = local(moment, zone_name)
    return f"{clock.hour}{':' if language == 'en' else '.'}{clock.minute:02d}"


def day_text(day: date, language: str, weekday: bool = False) -> str:
    """24.11.2026 in Finnish and Swedish, 24 November 2026 in English; with a short weekday if asked."""
    english = language == "en"
    written = f"{day.day} {_english_month(day.month)} {day.year}" if english else f"{day.day}.{day.month}.{day.year}"
    return f"{weekday_text(day, language)} {written}" if weekday else written


@lru_cache
def _english_month(number: int) -> str:
    return format_date(date(2000, number, 1), "MMMM", locale="en")


@lru_cache(maxsize=4096)
def weekday_text(day: date, language: str) -> str:
    """ti, ti, Tue."""
    return format_date(day, "ccc" if language == "fi" else "EEE", locale=language).rstrip(".")


def month_text(day: date, language: str) -> str:
    """Joulukuu 2026, December 2026."""
    written = f"{format_date(day, 'LLLL', locale=language)} {day.year}"
    return written[0].upper() + written[1:]


def date_text(moment: datetime, language: str, zone_name: str = HELSINKI, weekday: bool = False) -> str:
    return day_text(local(moment, zone_name).date(), language, weekday)


def date_time_text(moment: datetime, language: str, zone_name: str = HELSINKI) -> str:
    """24.11.2026 klo 9.00."""
    return date_text(moment, language, zone_name) + CLOCK_WORD[language] + time_text(moment, language, zone_name)


def days_text(first: date, last: date, language: str) -> str:
    """One day or a range, as short as it can be: 1.–22.3.2027, 30.4.–2.5.2027, 4–5 November 2026."""
    if first == last:
        return day_text(first, language, weekday=True)
    end = day_text(last, language)
    if language == "en":
        start = f"{first.day}"
        if (first.month, first.year) != (last.month, last.year):
            start = (
                day_text(first, language) if first.year != last.year else f"{first.day} {_english_month(first.month)}"
            )
        return f"{start}–{end}" if " " not in start else f"{start} – {end}"
    if first.year != last.year:
        return f"{day_text(first, language)}–{end}"
    return f"{first.day}.–{end}" if first.month == last.month else f"{first.day}.{first.month}.–{end}"


def span_text(start: datetime, end: datetime, language: str, zone_name: str = HELSINKI) -> str:
    """From when to when: “ti 24.11.2026 klo 9.00–15.30”; over midnight both ends are written out."""
    first, last = local(start, zone_name), local(end, zone_name)
    if first.date() != last.date():
        return f"{date_time_text(start, language, zone_name)} – {date_time_text(end, language, zone_name)}"
    hours = f"{time_text(start, language, zone_name)}–{time_text(end, language, zone_name)}"
    return f"{day_text(first.date(), language, weekday=True)}{CLOCK_WORD[language]}{hours}"


def hours_text(start: datetime, end: datetime, language: str, zone_name: str = HELSINKI) -> str:
    """klo 9.00–15.30, kl. 9.00–15.30, 9:00–15:30."""
    hours = f"{time_text(start, language, zone_name)}–{time_text(end, language, zone_name)}"
    return (CLOCK_WORD[language].strip(" ,") + " " + hours).strip()


def zone_text(moment: datetime, language: str, zone_name: str = HELSINKI) -> str:
    """The zone for a reader who may sit elsewhere: “Helsinki time, EET”."""
    city = zone_name.rsplit("/", maxsplit=1)[-1].replace("_", " ")
    short = local(moment, zone_name).tzname() or ""
    if language == "en":
        return f"{city} time, {short}"
    if zone_name == HELSINKI:
        return FINNISH_TIME[language]
    return get_timezone_name(local(moment, zone_name), width="long", locale=language, zone_variant="generic")


def with_zone(written: str, moment: datetime, language: str, zone_name: str = HELSINKI) -> str:
    """A time as written, and the zone that it is in: letters are read elsewhere."""
    return f"{written} ({zone_text(moment, language, zone_name)})"


def lines(spans: Sequence[tuple[datetime, datetime]], language: str, zone_name: str = HELSINKI) -> list[str]:
    """One line for each span."""
    return [span_text(start, end, language, zone_name) for start, end in spans]
