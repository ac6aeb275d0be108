"""An event as schema.org describes it, for search engines and other calendars."""

from typing import Any

from elmo_events.events.models import Event
from elmo_events.events.queries.status import Status
from elmo_events.events.rules import EventFormat, EventState, RegistrationPhase
from elmo_events.foundation import dates

ATTENDANCE = {
    EventFormat.ON_SITE: "OfflineEventAttendanceMode",
    EventFormat.ONLINE: "OnlineEventAttendanceMode",
    EventFormat.HYBRID: "MixedEventAttendanceMode",
}
AVAILABILITY = {
    RegistrationPhase.OPEN: "InStock",
    RegistrationPhase.FEW: "LimitedAvailability",
    RegistrationPhase.FULL: "SoldOut",
    RegistrationPhase.SOON: "PreOrder",
}


def structured_data(event: Event, status: Status, address: str, language: str) -> dict[str, Any]:
    """JSON-LD of schema.org/Event. The template writes it with `tojson`, which no text can break out of."""
    title = event.title_in(language)
    cancelled = event.state == EventState.CANCELLED
    described: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": title.text,
        "description": event.summary_in(language).text or title.text,
        "url": address,
        "startDate": dates.local(event.starts_at, event.time_zone).isoformat(),
        "endDate": dates.local(event.ends_at, event.time_zone).isoformat(),
        "eventStatus": f"https://schema.org/{'EventCancelled' if cancelled else 'EventScheduled'}",
        "eventAttendanceMode": f"https://schema.org/{ATTENDANCE[EventFormat(event.format)]}",
        "isAccessibleForFree": True,
        "inLanguage": list(event.languages) or [title.language],
        "location": _locations(event, address),
        "organizer": _organiser(event, language),
        "offers": _offer(event, status, address),
    }
    if len(event.parts) > 1:
        described["subEvent"] = [_part(event, number, title.text) for number in range(len(event.parts))]
    speakers = dict.fromkeys(speaker.name for session in event.sessions for speaker in session.speakers)
    if speakers:
        described["performer"] = [{"@type": "Person", "name": name} for name in speakers]
    return described


def _locations(event: Event, address: str) -> list[dict[str, Any]]:
    """The joining link is for participants only: for everybody else the online place is this page."""
    places: list[dict[str, Any]] = []
    if event.format != EventFormat.ONLINE and (event.venue or event.city):
        street = {"streetAddress": event.address} if event.address else {}
        postal = {"@type": "PostalAddress", **street, "addressLocality": event.city, "addressCountry": "FI"}
        places.append({"@type": "Place", "name": event.venue or event.city, "address": postal})
    if event.format != EventFormat.ON_SITE:
        places.append({"@type": "VirtualLocation", "url": address})
    return places


def _organiser(event: Event, language: str) -> dict[str, Any]:
    website = {"url": event.organiser.website} if event.organiser.website else {}
    return {"@type": "Organization", "name": event.organiser.name_in(language), **website}


def _offer(event: Event, status: Status, address: str) -> dict[str, Any]:
    offer: dict[str, Any] = {"@type": "Offer", "price": 0, "priceCurrency": "EUR", "url": address}
    opens_at = event.opens_at or event.published_at
    if opens_at:
        offer["validFrom"] = dates.local(opens_at, event.time_zone).isoformat()
    availability = AVAILABILITY.get(status.phase)
    return offer | ({"availability": f"https://schema.org/{availability}"} if availability else {})


def _part(event: Event, number: int, title: str) -> dict[str, Any]:
    part = event.parts[number]
    return {
        "@type": "Event",
        "name": f"{title} ({number + 1}/{len(event.parts)})",
        "startDate": dates.local(part.starts_at, event.time_zone).isoformat(),
        "endDate": dates.local(part.ends_at, event.time_zone).isoformat(),
        "location": {"@type": "Place", "name": event.venue or event.city or title, "address": event.city or "Finland"},
    }
