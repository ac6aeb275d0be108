"""Filling an empty database with the demo."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import select

from elmo_events.accounts.models import Account
from elmo_events.accounts.rules import hash_password
from elmo_events.demo.calendar import DemoCalendar
from elmo_events.demo.content import all_events as written_events
from elmo_events.demo.content import organisers as written
from elmo_events.demo.content.organisers import DemoOrganiser
from elmo_events.demo.content.shapes import DemoEvent
from elmo_events.demo.event_rows import EventRows
from elmo_events.demo.meetings import DemoMeetings
from elmo_events.demo.profiles import DemoProfiles
from elmo_events.demo.registrations import DemoRegistrations
from elmo_events.events.actions.editing import make_findable
from elmo_events.events.models import Event
from elmo_events.foundation.database import db
from elmo_events.network.actions import fill_in_reference
from elmo_events.network.models import OrganisationType, Project
from elmo_events.organisers.actions import publish_privacy_notice, suggested_privacy_notice
from elmo_events.organisers.models import Membership, Organiser
from elmo_events.organisers.rules import Role
from elmo_events.registration.actions import sign_up
from elmo_events.registration.rules import Choice, Facts, Person

Step = Callable[[], None]
BLANKS = {
    "[nimi ja yhteystiedot]": "Tuula Tietosuoja-Demo, tietosuoja@liitto.example.org",
    "[namn och kontaktuppgifter]": "Tuula Tietosuoja-Demo, tietosuoja@liitto.example.org",
    "[name and contact]": "Tuula Tietosuoja-Demo, tietosuoja@liitto.example.org",
    "[ylläpitäjän nimi]": "Esimerkki Palvelut Oy",
    "[upprätthållarens namn]": "Esimerkki Palvelut Oy",
    "[name of the provider]": "Esimerkki Palvelut Oy",
}


def is_empty() -> bool:
    """Whether nobody has used this database yet; reference content may be there."""
    tables = (Account.id, Organiser.id, Event.id)
    return not any(db.session.scalar(select(column).limit(1)) for column in tables)


class Demo:
    """The demo as steps, so that a progress bar can follow. All are taken in one transaction."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment
        self.calendar = DemoCalendar(moment)
        self.password_hash = hash_password(written.PASSWORD)
        self.organisers: dict[str, Organiser] = {}
        self.accounts: dict[str, Account] = {}

    def steps(self) -> list[Step]:
        """Writes: everything of the demo, step by step."""
        events = [self._event_step(content) for content in written_events.EVENTS]
        meetings = [self._add_profiles, self._plan_meetings, self._hold_meetings, self._open_slots]
        return [
            self._add_network,
            self._add_organisers,
            *events,
            *meetings,
            self._sign_somebody_up,
        ]

    def _add_network(self) -> None:
        fill_in_reference()
        for project in written.PROJECTS:
            db.session.add(
                Project(
                    code=project.code, name=project.name, funder_text=project.funder_text,
                    has_eu_emblem=project.has_eu_emblem,
                    starts_on=self.calendar.day(project.starts), ends_on=self.calendar.day(project.ends),
                )
            )  # fmt: skip
        name, email = written.ADMINISTRATOR
        db.session.add(self._account(name, email, "fi", is_network_administrator=True))
        db.session.flush()

    def _add_organisers(self) -> None:
        for content in written.ORGANISERS:
            self._add_organiser(content)
        for email, key in written.SHARED_EDITORS:
            db.session.add(Membership(organiser=self.organisers[key], account=self.accounts[email], role=Role.EDITOR))
        db.session.flush()
        types = {kind.slug: kind for kind in db.session.scalars(select(OrganisationType))}
        self.registrations = DemoRegistrations(self.moment, types)

    def _add_organiser(self, content: DemoOrganiser) -> None:
        organiser = Organiser(
            slug=content.key, name=content.name, is_bilingual=content.is_bilingual, region_code=content.region,
            email=content.email, phone=content.phone, website=f"https://{content.key}.example.org",
        )  # fmt: skip
        db.session.add(organiser)
        db.session.flush()
        self.organisers[content.key] = organiser
        for email, name, role, language in content.accounts:
            account = self._account(name, email, language)
            self.accounts[account.email] = account
            db.session.add(Membership(organiser=organiser, account=account, role=role))
        notice = publish_privacy_notice(organiser, _filled_in(suggested_privacy_notice(organiser)), by=None)
        notice.published_at = self.moment - timedelta(days=120)

    def _account(self, name: str, email: str, language: str, is_network_administrator: bool = False) -> Account:
        return Account(
            name=name, email=email, language=language, is_network_administrator=is_network_administrator,
            password_hash=self.password_hash, created_at=self.moment - timedelta(days=120),
        )  # fmt: skip

    def _event_step(self, content: DemoEvent) -> Step:
        def add() -> None:
            event = EventRows(self.calendar, self.moment).event(content, self.organisers[content.organiser])
            db.session.add(event)
            db.session.flush()
            self.registrations.sign_up(event, content)
            make_findable(event)

        return add

    def _add_profiles(self) -> None:
        self.meetings = DemoMeetings(self.registrations, DemoProfiles(self.moment).add(), self.moment)

    def _plan_meetings(self) -> None:
        self.meetings.plan_the_coming_event()

    def _hold_meetings(self) -> None:
        self.meetings.hold_the_past_event()

    def _open_slots(self) -> None:
        self.meetings.open_the_event_of_slots()

    def _sign_somebody_up(self) -> None:
        """One sign-up as a participant does it, so that an e-mail can be read."""
        event = db.session.scalars(select(Event).where(Event.slug == written_events.WITH_EMAIL)).one()
        facts = Facts(organisation="Yrkeshögskolan Exempel", region_code="16", language="sv", may_be_listed=True)
        person = Person("Amanda", "Kvarnbäck", "amanda.kvarnback@yh-exempel.example.org")
        sign_up(event, person, Choice(event.admissions[0].id), facts)


def _filled_in(text: dict[str, str]) -> dict[str, str]:
    for blank, filling in BLANKS.items():
        text = {code: written_text.replace(blank, filling) for code, written_text in text.items()}
    return text
