"""Meetings from profiles in three languages to statistics, in real browsers: three people and an organiser."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import settings_in
from tests.journeys import people_who_meet as people
from tests.journeys.people_who_meet import AINO, BRITTA, CARL, Someone
from tests.servers import smtp, web
from tests.servers.browser import DESKTOP, PHONE
from tests.servers.demo import PASSWORD, waited_for


class Story:
    """Everybody's browser, and what they did so far."""

    def __init__(self, browser: Browser, settings: dict[str, Any], mailroom: smtp.Mailroom, event_id: int) -> None:
        self.settings, self.mailroom, self.event_id = settings, mailroom, event_id
        self.browser, self.closing = browser, ExitStack()
        self.pages = {who: self.opened(PHONE, who.language) for who in (AINO, BRITTA, CARL)}
        self.desk = self.opened(DESKTOP, "en")

    def opened(self, width: int, language: str) -> Page:
        context = self.browser.new_context(
            base_url=self.settings["ELMO_BASE_URL"], viewport={"width": width, "height": 844}, locale=language
        )
        self.closing.callback(context.close)
        return context.new_page()

    def office(self, rest: str) -> Page:
        self.desk.goto(f"/en/organiser/events/{self.event_id}/meetings{rest}")
        return self.desk

    def at(self, who: Someone, rest: str) -> Page:
        self.pages[who].goto(who.path(rest))
        return self.pages[who]

    def linked(self, who: Someone, holds: str) -> Page:
        """What somebody sees who follows a link in a letter."""
        self.pages[who].goto(people.link(people.letter(self.mailroom, who, holds), holds))
        return self.pages[who]


@pytest.fixture
def story(browser: Browser, sqlite_template: Path, tmp_path: Path, mailroom: smtp.Mailroom) -> Iterator[Story]:
    (tmp_path / "instance").mkdir()
    (tmp_path / "instance" / "elmo.db").write_bytes((sqlite_template / "elmo.db").read_bytes())
    settings = web.settings_for(settings_in(tmp_path / "instance"), **smtp.settings(mailroom))
    event_id = people.prepare(settings)
    with web.running(settings):
        told = Story(browser, settings, mailroom, event_id)
        with told.closing:
            yield told


def test_from_profiles_to_statistics(story: Story) -> None:
    switch_on(story)
    for who in (BRITTA, CARL, AINO):
        people.sign_in(story.pages[who], who, story.mailroom)
        people.tell(story.pages[who], who)
    ask_who_is_recommended(story)
    accept_by_letter(story)
    plan_and_publish(story)
    address = subscribe(story)
    cancel(story)
    agree_on_somebody_else(story)
    assert calendar_of(story, address)[-1] == (f"Tapaaminen: {CARL.name}, {CARL.organisation}", "CONFIRMED")
    check_in(story)
    say_how_it_was(story)
    read_statistics(story)


def switch_on(story: Story) -> None:
    """The organiser keeps an hour and one table."""
    page = story.desk
    page.goto("/en/sign-in")
    page.get_by_label("Email address").last.fill(people.ORGANISER)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/organiser**")
    story.office("").get_by_role("button", name="Switch on meetings").click()
    story.office("/blocks").get_by_role("button", name="Add a block").click()
    expect(page.locator(".block-card")).to_have_count(1)
    story.office("/tables").get_by_role("button", name="Add tables").click()
    expect(page.locator(".table-row")).to_have_count(1)


def ask_who_is_recommended(story: Story) -> None:
    """Aino reads in Finnish why a Swede fits: the two topics have one meaning in two languages."""
    page = waited_for(lambda: recommended_page(story))
    britta = page.locator(".suggestion", has_text=BRITTA.name)
    why = britta.locator(".reason-they-offer")
    expect(why).to_contain_text(AINO.statement.title)
    expect(why).to_contain_text(BRITTA.statement.title)
    expect(why).to_contain_text("biohiili")
    britta.locator(".suggestion-actions .button-primary").click()
    page.locator("#message").fill("Etsimme paikkaa, jossa kokeilla.")
    people.send_button(page).click()
    people.letter(story.mailroom, BRITTA, "Etsimme paikkaa, jossa kokeilla.")


def recommended_page(story: Story) -> Page | None:
    """Loaded again, as it says, until the worker has looked for people."""
    page = story.at(AINO, "/meetings/recommended")
    return page if page.locator(".suggestion").count() == 2 else None


def accept_by_letter(story: Story) -> None:
    """The link only shows the question: the button answers it."""
    page = story.linked(BRITTA, "/meeting-requests/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Godkänn mötet")
    expect(page.get_by_text("Etsimme paikkaa, jossa kokeilla.")).to_be_visible()
    people.send_button(page).click()
    expect(page.locator(".notice-success")).to_contain_text(AINO.name)


def plan_and_publish(story: Story) -> None:
    page = story.office("/plans")
    page.get_by_text("20 seconds", exact=True).click()
    page.get_by_role("button", name="Plan the timetable").click()
    page.get_by_role("link", name="See the board").click(timeout=30_000)
    expect(page.locator("main")).to_contain_text(AINO.name)
    story.office("/publication").get_by_role("button", name="Publish and write to them").click()
    expect(page.get_by_text("Everybody knows when they meet")).to_be_visible()
    for who, other in ((AINO, BRITTA), (BRITTA, AINO)):
        expect(story.at(who, "/agenda").locator(".agenda")).to_contain_text(other.name)


def subscribe(story: Story) -> str:
    """Aino's secret address, which two parsers can read."""
    page = story.at(AINO, "/agenda")
    page.locator("#calendar form button").click()
    address = page.locator("#calendar-address").inner_text()
    assert calendar_of(story, address)[-1] == (f"Tapaaminen: {BRITTA.name}, {BRITTA.organisation}", "CONFIRMED")
    return address


def calendar_of(story: Story, address: str) -> list[tuple[str, str]]:
    answer = story.pages[AINO].request.get(address)
    assert answer.headers["content-type"].startswith("text/calendar")
    return people.in_calendar(answer.text())


def cancel(story: Story) -> None:
    page = story.at(BRITTA, "/agenda")
    page.locator("a[href$='/cancel']").click()
    people.send_button(page).click()
    expect(page.locator(".agenda s")).to_contain_text(AINO.name)


def agree_on_somebody_else(story: Story) -> None:
    """Who is left alone is offered who is free and fits; it counts once that person agrees."""
    page = story.pages[AINO]
    page.goto(people.link(people.letter(story.mailroom, AINO, CARL.name), "/enter/"))
    page.locator(".offer", has_text=CARL.name).get_by_role("button").click()
    expect(story.at(AINO, "/agenda").locator(".agenda")).not_to_contain_text(CARL.name)
    page = story.linked(CARL, "/consent/")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Would you meet {AINO.name}?")
    page.get_by_role("button", name="Yes, I agree").click()
    expect(page.get_by_text("It is agreed")).to_be_visible()
    expect(story.at(AINO, "/agenda").locator(".agenda")).to_contain_text(CARL.name)


def check_in(story: Story) -> None:
    """One taps in her own browser, the other types his name in one that knows nobody."""
    code = story.office("/table-cards").locator(".table-card-address").inner_text()
    people.let_time_pass(story.settings, story.event_id, timedelta(minutes=-2))
    page = story.pages[AINO]
    page.goto(code)
    people.send_button(page).click()
    stranger = story.opened(PHONE, "en")
    stranger.goto(code)
    stranger.locator("#name").fill("moore")
    people.send_button(stranger).click()
    expect(stranger.get_by_text("You are both here")).to_be_visible()


def say_how_it_was(story: Story) -> None:
    people.let_time_pass(story.settings, story.event_id, timedelta(hours=-3))
    for who in (AINO, CARL):
        page = story.at(who, "/agenda")
        page.locator("main a[href$='/feedback']").click()
        for answer in ("took_place-0", "useful-0"):
            page.locator(f"label[for={answer}]").click()
        people.send_button(page).click()
        page.wait_for_url("**/agenda")


def read_statistics(story: Story) -> None:
    figures = story.office("/statistics").locator(".figures")
    expect(figures).to_contain_text("have joined")
    expect(figures.locator("> *").nth(0)).to_contain_text("3")
    expect(figures.locator("> *").nth(3)).to_contain_text("took place")
    expect(story.desk.get_by_text("Fewer than five answers so far.").first).to_be_visible()
