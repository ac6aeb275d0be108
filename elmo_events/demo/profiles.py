"""Profiles of the demo: accounts that sign in by link, their organisations, offers and needs, all found by search."""

from datetime import datetime, timedelta
from random import Random

from sqlalchemy import select

from elmo_events.accounts.models import Account
from elmo_events.demo.content import people
from elmo_events.demo.content.organisation_pages import PAGES
from elmo_events.demo.content.profiles import english, finnish, swedish
from elmo_events.demo.content.profiles.shapes import DemoProfile
from elmo_events.demo.registrations import plain
from elmo_events.foundation.database import db
from elmo_events.foundation.languages import UI_LANGUAGES
from elmo_events.foundation.sorting import name_sort_key
from elmo_events.network.actions import OrganisationFacts, change_organisation, organisation_for
from elmo_events.network.models import OrganisationType, Theme
from elmo_events.profiles.actions.changing import make_findable
from elmo_events.profiles.models import Profile, Statement

WRITTEN = (*finnish.PROFILES, *swedish.PROFILES, *english.PROFILES)
DAYS = 40  # over which they were written


class DemoProfiles:
    def __init__(self, moment: datetime) -> None:
        self.moment = moment
        self.random = Random(60)
        self.types = {kind.slug: kind for kind in db.session.scalars(select(OrganisationType))}
        self.themes = {theme.slug: theme for theme in db.session.scalars(select(Theme))}
        self.organisations = {mark: (name, kind, region) for name, mark, kind, region in people.ORGANISATIONS}

    def add(self) -> list[Profile]:
        """Writes: sixty profiles with all that belongs to them. Returns them in the order of the content."""
        profiles = [self._profile(written) for written in WRITTEN]
        db.session.flush()
        self._make_pages(profiles)
        for profile in profiles:
            make_findable(profile)
        return profiles

    def _make_pages(self, profiles: list[Profile]) -> None:
        """Each by somebody who works there, as the page of an organisation is made."""
        for page in PAGES:
            name = self.organisations[page.organisation][0]
            author = next(profile for profile in profiles if profile.organisation == name)
            if author.known_organisation is not None:
                facts = {"city": page.city, "description": page.description, "has_page": True, **page.facts}
                topics = tuple(self.themes[slug].id for slug in page.themes)
                change_organisation(
                    author.known_organisation, OrganisationFacts(page.name, topics, facts), author.account
                )

    def _profile(self, written: DemoProfile) -> Profile:
        name, kind, region = self.organisations[written.organisation]
        country = "SE" if written.organisation == "norrland" else "FR" if region == "X" else "FI"
        moment = self.moment - timedelta(days=self.random.random() * DAYS)
        known = organisation_for(name, self.types[kind].id, region, country)
        profile = Profile(
            account=self._account(written, moment),
            first_name=written.first_name, last_name=written.last_name,
            sort_key=name_sort_key(written.last_name, written.first_name),
            job_title=written.job_title, organisation=name, known_organisation=known,
            organisation_type=self.types[kind], region_code=region, country=country,
            expertise=written.expertise, languages=list(written.spoken), visibility=written.visibility,
            created_at=moment, changed_at=moment, confirmed_at=moment,
            themes=[self.themes[slug] for slug in sorted(self._themes_of(written))],
        )  # fmt: skip
        profile.statements = [
            Statement(
                direction=statement.direction, kind=statement.kind, theme=self.themes[statement.theme],
                title=statement.title, created_at=moment, confirmed_at=moment,
            )
            for statement in written.statements
        ]  # fmt: skip
        db.session.add(profile)
        return profile

    def _themes_of(self, written: DemoProfile) -> set[str]:
        """The topics of what they say, and the themes above them."""
        own = {self.themes[slug] for slug in written.all_themes}
        return {theme.slug for theme in own} | {theme.parent.slug for theme in own if theme.parent}

    def _account(self, written: DemoProfile, moment: datetime) -> Account:
        language = written.spoken[0] if written.spoken[0] in UI_LANGUAGES else "en"
        name = f"{written.first_name} {written.last_name}"
        email = f"{plain(written.first_name)}.{plain(written.last_name)}@{written.organisation}.example.org"
        return Account(
            email=email, name=name, language=language, is_participant=True, created_at=moment, last_sign_in_at=moment
        )
