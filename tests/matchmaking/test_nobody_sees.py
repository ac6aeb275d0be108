"""Every address that a participant can open, walked by one from whom others are hidden, in each of the ways there are.

The addresses are those of the application: one that is new is walked too, and fails here until somebody has told what it
shows (TELLING), what stands for its token, or why it is left out.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from flask import Flask
from werkzeug.routing import Rule

from elmo_events.agenda.queries.feedback import outcome_token
from elmo_events.agenda.queries.feeds import feed_token
from elmo_events.foundation.access import rule_of
from elmo_events.foundation.database import db, transaction
from elmo_events.matchmaking.models import Label
from elmo_events.matchmaking.queries.request_links import ACCEPT, answer_token
from elmo_events.matchmaking.rules import LabelKind
from elmo_events.registration.views.personal import token_of
from tests import meeting_makers
from tests.architecture.endpoints import methods, rules
from tests.client import CheckingClient
from tests.matchmaking.hidden_people import SEEN, Scene, Somebody, scene

# Where the person whom the viewer may see must be met with, and nobody else.
TELLING = {
    "agenda.free_slot", "matchmaking.ask", "matchmaking.decline", "matchmaking.people",
    "matchmaking.person", "matchmaking.recommended", "matchmaking.request_page", "matchmaking.requests",
    "matchmaking.wrong", "profiles.avoid", "profiles.directory", "profiles.offers_and_needs", "profiles.organisation_page",
    "profiles.own_data", "profiles.picture", "profiles.profile_page",
}  # fmt: skip
# Her own list of those whom she avoids.
HER_OWN_LIST = {("avo", "profiles.avoidances"), ("avo", "profiles.own_data")}
# What stands in the room is for everybody in it and has tests of its own; a mailbox is there in the demo alone.
LEFT_OUT = ("agenda.arrive", "agenda.seat", "agenda.table_code", "agenda.wall", "mail.", "static")
OPENS_NOTHING = ("accounts.", "agenda.consent")  # with any token
SEARCHED = {
    "matchmaking.people": ("first", "title"),
    "profiles.directory": ("expert",),
    "profiles.offers_and_needs": ("title",),
    "profiles.organisations": ("firm",),
}
LISTS = {"matchmaking.people": ("list=statements", "language=sv"), "profiles.directory": ("language=sv",)}
THEIRS = {"participation_id", "profile_id", "statement_id", "request_id", "meeting_id", "organisation_slug", "mark"}
THEIR_LETTERS = {"matchmaking.answer_by_link"}
NUMBER = re.compile(r'role="status">\s*(\d+) ')


class Visit(NamedTuple):
    """An address, whose number it holds if anybody's, and the word that was searched."""

    endpoint: str
    address: str
    about: Somebody
    searched: str = ""


def test_no_address_of_a_participant_tells_of_whom_she_may_not_see(app: Flask, client: CheckingClient) -> None:
    known = scene()
    client.sign_in(meeting_makers.account_of(known.viewer))
    told: set[tuple[str, str]] = set()
    for visit in visits(app, known):
        answer = client.get(visit.address)
        assert answer.status_code in {200, 302, 404, 410}, visit
        here = {(key, visit.endpoint) for key in people_told_of(known, visit, answer)}
        assert not here or is_private(answer.headers["Cache-Control"]), visit
        told |= here
    assert {found for found in told if found[0] != SEEN} == HER_OWN_LIST
    assert {endpoint for _key, endpoint in told - HER_OWN_LIST} == TELLING
    assert {visit for visit in visits(app, known, "POST") if opens(client, visit)} == set()
    start = client.get(f"/en/events/{known.event.slug}/meetings").text
    assert "We suggest 1 person to you" in start
    assert "3 other people take part." in start
    assert set_aside(client, known) == {SEEN}


def set_aside(client: CheckingClient, known: Scene) -> set[str]:
    """Whom her list of those whom she has hidden names, once she has hidden everybody."""
    with transaction():
        db.session.add_all(
            Label(profile_id=known.viewer.profile_id, other_profile_id=one.person.profile_id, kind=LabelKind.HIDDEN)
            for one in known.people
        )
    page = client.get(f"/en/events/{known.event.slug}/meetings/recommended").text
    return {one.key for one in known.people if one.is_told_of(page)}


def opens(client: CheckingClient, visit: Visit) -> bool:
    """Whether something can be sent there; of whom she may see that goes without saying."""
    hidden = visit.about.key != SEEN and not visit.searched
    return hidden and client.post(visit.address).status_code != 404


def visits(app: Flask, known: Scene, method: str = "GET") -> Iterator[Visit]:
    """Each address, with the numbers of everybody where it asks for somebody's; of those that write, these alone."""
    adapter = app.url_map.bind("localhost")
    for rule in walked(app, method):
        is_theirs = rule.arguments & THEIRS or rule.endpoint in THEIR_LETTERS
        if method != "GET" and not rule.arguments & THEIRS:
            continue
        for about in known.people if is_theirs else known.people[:1]:
            for values in ways(rule, known, about):
                address = adapter.build(rule.endpoint, {n: v for n, v in values.items() if n in rule.arguments})
                yield Visit(rule.endpoint, address, about)
                yield from narrowed(rule.endpoint, address, known)


def narrowed(endpoint: str, address: str, known: Scene) -> Iterator[Visit]:
    for asked in LISTS.get(endpoint, ()):
        yield Visit(endpoint, f"{address}?{asked}", known.people[0])
    for part in SEARCHED.get(endpoint, ()):
        for one in known.people:
            yield Visit(endpoint, f"{address}?words={one.word(part)}", one, one.word(part))


def walked(app: Flask, method: str) -> list[Rule]:
    return [
        rule
        for rule in rules(app)
        if method in methods(rule)
        and str(rule_of(app, rule.endpoint)) in {"open", "signed-in"}
        and not rule.endpoint.startswith(LEFT_OUT)
    ]


def ways(rule: Rule, known: Scene, about: Somebody) -> Iterator[dict[str, Any]]:
    """What the address asks for: somebody's numbers; where they fit, also those of what they have with others."""
    values = {"language": "en", "slug": known.event.slug, "direction": "offer", "version": 1} | about.values
    if "token" in rule.arguments:
        values["token"] = token_for(rule.endpoint, known, about)
    unknown = rule.arguments - set(values)
    assert not unknown, f"tell tests/matchmaking/test_nobody_sees.py what {unknown} of {rule.endpoint} is"
    yield values
    if "request_id" in rule.arguments and about is known.people[0]:
        yield values | {"request_id": about.open_request.id}
    if "meeting_id" in rule.arguments and about is known.people[0]:
        yield values | {"meeting_id": known.cancelled.id}


def token_for(endpoint: str, known: Scene, about: Somebody) -> str:
    """The viewer's own, or what a letter of this person gave her."""
    if endpoint.startswith(OPENS_NOTHING):
        return "nothing"
    if endpoint.startswith("registration."):
        return token_of(known.viewer.registration)
    return {
        "agenda.feed": feed_token(known.feed),
        "agenda.outcome": outcome_token(known.viewer),
        "matchmaking.answer_by_link": answer_token(about.past_request, ACCEPT),
    }[endpoint]


def people_told_of(known: Scene, visit: Visit, answer: Any) -> set[str]:
    """Whoever is named, or found, or is there to be opened."""
    text = answer.get_data(as_text=True).replace(visit.searched or "\0", "")
    told = {one.key for one in known.people if one.is_told_of(text)}
    number = NUMBER.search(text)
    if visit.searched and number and int(number[1]):
        told.add(visit.about.key)
    if visit.endpoint == "profiles.picture" and answer.status_code != 404:
        told.add(visit.about.key)
    return told


def is_private(cache_control: str) -> bool:
    return "private" in cache_control or "no-store" in cache_control
