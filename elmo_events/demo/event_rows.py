"""Rows of an event from its demo content."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import select

from elmo_events.demo.calendar import DemoCalendar
from elmo_events.demo.content.shapes import DemoEvent
from elmo_events.events.models import Admission, Event, Extra, Part, ProgrammeSession, Speaker
from elmo_events.foundation.database import db
from elmo_events.network.models import Region, Theme
from elmo_events.network.queries import project_by_code
from elmo_events.organisers.models import Organiser


class EventRows:
    def __init__(self, calendar: DemoCalendar, moment: datetime) -> None:
        self.calendar = calendar
        self.moment = moment

    def event(self, content: DemoEvent, organiser: Organiser) -> Event:
        parts = list(self._parts(content))
        published = self.calendar.at(content.published, "09:00") if content.published else None
        name, email, phone = content.contact
        return Event(
            organiser=organiser, project=project_by_code(content.project) if content.project else None,
            slug=content.slug, kind=content.kind, format=content.format, state=content.state,
            title=content.title, summary=content.summary, description=content.description,
            practical=content.practical, accessibility=content.accessibility, languages=list(content.languages),
            starts_at=parts[0].starts_at, ends_at=parts[-1].ends_at,
            venue=content.venue, address=content.address, city=content.city, joining_link=content.joining_link,
            opens_at=self._moment(content.opens), closes_at=self._moment(content.closes),
            last_cancellation_at=self._moment(content.last_cancellation),
            cancelled_at=self._moment(content.cancelled), cancellation_reason=content.cancellation_reason,
            choose_parts=content.choose_parts, is_photographed=content.is_photographed, is_recorded=content.is_recorded,
            contact_name=name, contact_email=email, contact_phone=phone, published_at=published,
            created_at=(published or self.moment) - timedelta(days=6), changed_at=self._moment(content.cancelled) or published or self.moment,
            themes=self._themes(content), regions=self._regions(content), parts=parts,
            sessions=list(self._sessions(content)), admissions=list(_admissions(content)), extras=list(_extras(content)),
        )  # fmt: skip

    def _moment(self, written: tuple[str, str] | None) -> datetime | None:
        return self.calendar.at(*written) if written else None

    def _parts(self, content: DemoEvent) -> Iterator[Part]:
        for part in content.parts:
            start, end = self.calendar.at(part.day, part.start), self.calendar.at(part.day, part.end)
            yield Part(starts_at=start, ends_at=end, title=part.title)

    def _sessions(self, content: DemoEvent) -> Iterator[ProgrammeSession]:
        for session in content.sessions:
            yield ProgrammeSession(
                starts_at=self.calendar.at(session.day, session.start),
                ends_at=self.calendar.at(session.day, session.end),
                title=session.title, description=session.description, place=session.place,
                speakers=[
                    Speaker(name=name, role=role, position=position)
                    for position, (name, role) in enumerate(session.speakers)
                ],
            )  # fmt: skip

    def _themes(self, content: DemoEvent) -> list[Theme]:
        rows = db.session.scalars(select(Theme).where(Theme.slug.in_(content.themes)).order_by(Theme.position))
        return list(rows)

    def _regions(self, content: DemoEvent) -> list[Region]:
        rows = db.session.scalars(select(Region).where(Region.code.in_(content.regions)).order_by(Region.position))
        return list(rows)


def _admissions(content: DemoEvent) -> Iterator[Admission]:
    for position, admission in enumerate(content.admissions):
        yield Admission(
            name=admission.name, mode=admission.mode, places=admission.places, places_taken=0,
            has_catering=admission.has_catering, position=position,
        )  # fmt: skip


def _extras(content: DemoEvent) -> Iterator[Extra]:
    for position, extra in enumerate(content.extras):
        yield Extra(
            name=extra.name, description=extra.description, places=extra.places, places_taken=0,
            has_catering=extra.has_catering, position=position,
        )  # fmt: skip
