"""Registrations of the demo: invented people, the same on every run. Rows are written directly, since nobody is to get
e-mails, with the places, keys and histories that signing up would have left.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count

from elmo_events.demo.content import people
from elmo_events.demo.content.shapes import DemoAdmission, DemoEvent
from elmo_events.events.models import Admission, Event
from elmo_events.events.rules import Mode
from elmo_events.foundation.database import db
from elmo_events.foundation.encryption import encrypt
from elmo_events.foundation.sorting import sort_key
from elmo_events.network.models import OrganisationType
from elmo_events.profiles.models import Profile
from elmo_events.registration.models import HistoryEntry, Registration, SpecialNeed
from elmo_events.registration.rules import Need, Person, RegistrationState, keys_of


@dataclass(frozen=True)
class DemoPerson:
    person: Person
    organisation: str
    organisation_type: str
    region: str
    language: str
    job_title: str
    phone: str


class DemoRegistrations:
    """Signs invented people up, event by event."""

    def __init__(self, moment: datetime, types: dict[str, OrganisationType]) -> None:
        self.moment = moment
        self.types = types
        self.random = random.Random(20261124)
        self.people = list(_people(self.random))

    def sign_up(self, event: Event, content: DemoEvent) -> None:
        """Fill an event's admissions as its content says. The event has its id."""
        crowd = self._crowd(content)
        for admission, written in zip(event.admissions, content.admissions, strict=True):
            states = _states(written)
            moments = self._moments(event, len(states))
            numbers = count(1)
            for state, moment, one in zip(states, moments, crowd, strict=False):
                registration = self._registration(event, admission, one, state, moment)
                if state == RegistrationState.WAITING:
                    registration.queue_number = next(numbers)
                self._choose(registration, event, admission, content)
                db.session.add(registration)
                self._add_what_stands_apart(registration, event, admission)
            admission.places_taken = written.confirmed

    def sign_up_profile(self, event: Event, profile: Profile) -> Registration:
        """Give somebody with a profile a place; whoever attends online too chooses by lot."""
        admission = self.random.choice(event.admissions)
        end = min(event.closes_at or event.starts_at, self.moment)
        moment = end - timedelta(days=2 + 8 * self.random.random())
        one = DemoPerson(
            Person(profile.first_name, profile.last_name, profile.account.email), profile.organisation,
            profile.organisation_type.slug if profile.organisation_type else "", profile.region_code or "",
            profile.account.language, profile.job_title, "",
        )  # fmt: skip
        registration = self._registration(event, admission, one, RegistrationState.CONFIRMED, moment)
        if event.choose_parts:
            registration.parts = list(event.parts)
        db.session.add(registration)
        admission.places_taken += 1
        self._add_what_stands_apart(registration, event, admission)
        return registration

    def _crowd(self, content: DemoEvent) -> Iterator[DemoPerson]:
        """The test names first at big events, then a mix that differs from event to event."""
        known, others = self.people[: len(people.TEST_PEOPLE)], self.people[len(people.TEST_PEOPLE) :]
        total = sum(len(_states(admission)) for admission in content.admissions)
        first = known if total > 30 else []  # noqa: PLR2004
        chosen = [*first, *self.random.sample(others, max(total - len(first), 0))]
        self.random.shuffle(chosen)
        return iter(chosen)

    def _moments(self, event: Event, number: int) -> list[datetime]:
        """When each signed up: after publication, before now and before registration closed."""
        start = event.opens_at or event.published_at or self.moment
        end = min(event.cancelled_at or event.closes_at or event.starts_at, self.moment - timedelta(hours=1))
        seconds = max((end - start).total_seconds(), 1)
        return sorted(start + timedelta(seconds=int(seconds * self.random.random() ** 1.4)) for _ in range(number))

    def _registration(
        self, event: Event, admission: Admission, one: DemoPerson, state: RegistrationState, moment: datetime
    ) -> Registration:
        keys = keys_of(one.person, one.organisation)
        return Registration(
            event=event, admission=admission, state=state, person_key=one.person.key,
            first_name=one.person.first_name, last_name=one.person.last_name, email=one.person.email,
            organisation=one.organisation, organisation_type=self.types[one.organisation_type],
            job_title=one.job_title, phone=one.phone, region_code=one.region, language=one.language,
            message=self.random.choice(people.MESSAGES) if self.random.random() < 0.05 else "",  # noqa: PLR2004
            may_be_listed=self.random.random() < 0.7, privacy_notice_version=1,  # noqa: PLR2004
            created_at=moment, changed_at=moment,
            confirmed_at=moment if state == RegistrationState.CONFIRMED else None,
            cancelled_at=moment + timedelta(hours=2) if state == RegistrationState.CANCELLED else None,
            sort_key=keys.sort_key, organisation_sort_key=keys.organisation_sort_key, search_text=keys.search_text,
        )  # fmt: skip

    def _choose(self, registration: Registration, event: Event, admission: Admission, content: DemoEvent) -> None:
        if event.choose_parts:
            parts = [part for part in event.parts if self.random.random() < 0.8]  # noqa: PLR2004
            registration.parts = parts or list(event.parts)
        if admission.mode != Mode.ON_SITE or registration.state != RegistrationState.CONFIRMED:
            return
        for extra, written in zip(event.extras, content.extras, strict=True):
            if self.random.random() < written.share and extra.places_left:
                registration.extras.append(extra)
                extra.places_taken += 1

    def _add_what_stands_apart(self, registration: Registration, event: Event, admission: Admission) -> None:
        db.session.flush()
        moment = registration.created_at
        self._note(registration, "signed up", moment, state=str(_first_state(registration.state)))
        if registration.cancelled_at:
            self._note(registration, "cancelled", registration.cancelled_at)
            return
        if event.is_past_at(self.moment):  # needs are forgotten within a week
            return
        if admission.has_catering and self.random.random() < 0.25:  # noqa: PLR2004
            self._need(registration, Need.DIET, self.random.choice(people.DIETS))
        if self.random.random() < 0.04:  # noqa: PLR2004
            self._need(registration, Need.ACCESSIBILITY, self.random.choice(people.NEEDS))

    def _note(self, registration: Registration, what: str, moment: datetime, **details: str) -> None:
        db.session.add(HistoryEntry(registration_id=registration.id, at=moment, what=what, details=details))

    def _need(self, registration: Registration, kind: Need, text: str) -> None:
        moment = registration.created_at
        db.session.add(
            SpecialNeed(registration_id=registration.id, kind=kind, encrypted=encrypt(text), consented_at=moment)
        )


def _states(admission: DemoAdmission) -> list[RegistrationState]:
    """In the order of signing up: who came first has a place, who came last waits."""
    held = [RegistrationState.CONFIRMED] * admission.confirmed
    for number in range(admission.cancelled):
        held.insert((number + 1) * 7 % (len(held) + 1), RegistrationState.CANCELLED)
    return held + [RegistrationState.WAITING] * admission.waiting


def _first_state(state: RegistrationState) -> RegistrationState:
    return RegistrationState.WAITING if state == RegistrationState.WAITING else RegistrationState.CONFIRMED


def _people(chance: random.Random) -> Iterator[DemoPerson]:
    """The test names, then everybody else, each with one organisation and one address."""
    organisations = {mark: (name, kind, region) for name, mark, kind, region in people.ORGANISATIONS}
    for first, last, email, mark, phone, language in people.TEST_PEOPLE:
        name, kind, region = organisations[mark]
        yield DemoPerson(Person(first, last, email), name, kind, region, language, "", phone)
    lasts = list(people.LAST_NAMES)
    for turn in range(3):
        chance.shuffle(lasts)
        for place, last in enumerate(lasts):
            first = people.FIRST_NAMES[(place * 3 + turn * 29) % len(people.FIRST_NAMES)]
            yield _person(chance, first, last)


def _person(chance: random.Random, first: str, last: str) -> DemoPerson:
    name, mark, kind, region = chance.choice(people.ORGANISATIONS)
    email = f"{plain(first)}.{plain(last)}@{mark}.example.org"
    language = "sv" if region == "16" and chance.random() < 0.5 else "en" if region == "X" else "fi"  # noqa: PLR2004
    phone = f"040 555 {chance.randrange(1000, 9999)}" if chance.random() < 0.4 else ""  # noqa: PLR2004
    return DemoPerson(Person(first, last, email), name, kind, region, language, chance.choice(people.JOB_TITLES), phone)


def plain(name: str) -> str:
    """A name as addresses write it."""
    swedish_and_finnish = {"å": "a", "ä": "a", "ö": "o", " ": "-", "'": ""}
    return sort_key("".join(swedish_and_finnish.get(letter, letter) for letter in name.lower())).replace(" ", "-")
