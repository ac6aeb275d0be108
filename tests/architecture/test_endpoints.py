"""Every endpoint says who may open it (rule 3), and an organiser's pages do not exist for the member of another."""

from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from werkzeug.routing import Rule

from elmo_events import create_app
from elmo_events.accounts.models import Account
from elmo_events.events.models import Event
from elmo_events.foundation.access import rule_of
from elmo_events.foundation.database import db, transaction
from elmo_events.mail.queries import messages_about
from elmo_events.matchmaking.actions.ask import ask
from elmo_events.matchmaking.models import Plan
from elmo_events.matchmaking.rules import PlanState
from elmo_events.organisers.models import Membership
from elmo_events.organisers.rules import Role
from elmo_events.timetable.queries import slots, tables
from tests import makers, meeting_makers
from tests.architecture.endpoints import LIST, listing, methods, rules
from tests.client import CheckingClient
from tests.registration import people

# Ids of what belongs to an organiser, the widest first.
OWNED = (
    "organiser_id",
    "membership_id",
    "event_id",
    "registration_id",
    "message_id",
    "block_id",
    "table_id",
    "participation_id",
    "request_id",
    "meeting_id",
    "plan_id",
)
TITLE = {"fi": "Salainen", "sv": "Hemlig", "en": "Secret"}


@dataclass
class Council:
    """An organiser with one of everything."""

    manager: Account
    values: dict[str, Any]


@pytest.fixture
def theirs(app: Flask) -> Council:
    makers.taxonomy()
    return council("lappi")


@pytest.fixture
def ours(theirs: Council) -> Council:
    return council("kainuu")


def council(slug: str) -> Council:
    organiser = makers.organiser(slug)
    manager = makers.member(organiser, f"manager@{slug}.example.org", Role.MANAGER)
    other = makers.saved(
        Membership(organiser_id=organiser.id, account_id=makers.account(f"e@{slug}.example.org").id, role=Role.EDITOR)
    )
    event = makers.event(organiser, slug=f"{slug}-event", title=TITLE)
    registration = people.signed_up(event)
    message = messages_about("registration", registration.id)[0]
    values = {
        "organiser_id": organiser.id, "membership_id": other.id, "event_id": event.id,
        "registration_id": registration.id, "message_id": message.id, "language": "fi", **meeting_values(event),
    }  # fmt: skip
    return Council(manager, values)


def meeting_values(event: Event) -> dict[str, Any]:
    """One of each thing that an event with meetings has."""
    meeting_makers.matchmaking(event)
    first, second, third = (meeting_makers.participation(event, f"{event.slug}-{name}") for name in ("a", "b", "c"))
    meeting = meeting_makers.meeting(first, second, slots(event)[0], tables(event)[0])
    with transaction():
        request = ask(first, third)
        plan = Plan(event_id=event.id, state=PlanState.DONE)
        db.session.add(plan)
    return {
        "block_id": slots(event)[0].block_id, "table_id": tables(event)[2].id, "participation_id": first.id,
        "request_id": request.id, "meeting_id": meeting.id, "plan_id": plan.id, "gap": "not-joined",
    }  # fmt: skip


def organiser_rules(app: Flask) -> list[Rule]:
    found = [rule for rule in rules(app) if (known := rule_of(app, rule.endpoint)) and known.kind == "organiser"]
    assert len(found) > 10, "where have the organisers' pages gone?"
    return found


def address(app: Flask, rule: Rule, values: dict[str, Any]) -> str:
    """The rule's address with these ids; whatever else it asks for is taken from its own choices."""
    choices = {name: getattr(converter, "items", ()) for name, converter in rule._converters.items()}
    more = {name: min(known) for name, known in choices.items() if known}
    unknown = rule.arguments - set(values) - set(more)
    assert not unknown, f"tell tests/architecture/test_endpoints.py what {unknown} of {rule.endpoint} is"
    chosen = {name: value for name, value in (values | more).items() if name in rule.arguments}
    return app.url_map.bind("localhost").build(rule.endpoint, chosen)


def statuses(client: CheckingClient, path: str, rule: Rule) -> dict[str, int]:
    return {f"{method} {path}": client.open(path, method=method).status_code for method in methods(rule)}


def test_every_endpoint_is_on_the_list(app: Flask) -> None:
    """When this fails on purpose: `python -m tests.architecture.endpoints`, and read what has changed."""
    assert listing(app).splitlines() == LIST.read_text(encoding="utf-8").splitlines()


def test_every_endpoint_says_who_may_open_it(app: Flask) -> None:
    assert [rule.endpoint for rule in rules(app) if rule_of(app, rule.endpoint) is None] == []


def test_an_endpoint_that_says_nothing_is_closed(database: dict[str, Any]) -> None:
    app = create_app(**database)
    app.add_url_rule("/forgotten", "forgotten", lambda: "anything")
    assert app.test_client().get("/forgotten").status_code == 403


def test_strangers_are_sent_to_sign_in(app: Flask, client: CheckingClient, theirs: Council) -> None:
    for rule in organiser_rules(app):
        for method in methods(rule):
            answer = client.open(address(app, rule, theirs.values), method=method)
            assert answer.status_code == (302 if method == "GET" else 403), rule


def test_members_open_their_own(app: Flask, client: CheckingClient, theirs: Council) -> None:
    """The control of the tests below: these addresses are right."""
    client.sign_in(theirs.manager)
    found = {
        path: client.get(path).status_code
        for rule in organiser_rules(app)
        if "GET" in methods(rule) and (path := address(app, rule, theirs.values))
    }
    assert {path: status for path, status in found.items() if status not in {200, 302}} == {}


def test_nothing_of_another_organiser_exists(
    app: Flask, client: CheckingClient, theirs: Council, ours: Council
) -> None:
    client.sign_in(ours.manager)
    found: dict[str, int] = {}
    for rule in organiser_rules(app):
        if rule.arguments & set(OWNED):
            found |= statuses(client, address(app, rule, theirs.values), rule)
    assert {asked: status for asked, status in found.items() if status != 404} == {}


def test_nothing_of_another_organiser_is_reached_through_our_own(
    app: Flask, client: CheckingClient, theirs: Council, ours: Council
) -> None:
    """Our event, their registration: each id that follows another in an address is tried as theirs."""
    client.sign_in(ours.manager)
    found: dict[str, int] = {}
    for rule in organiser_rules(app):
        owned = [name for name in OWNED if name in rule.arguments]
        for position in range(1, len(owned)):
            mixed = ours.values | {name: theirs.values[name] for name in owned[position:]}
            found |= statuses(client, address(app, rule, mixed), rule)
    assert found, "no address holds two ids"
    assert {asked: status for asked, status in found.items() if status != 404} == {}


def test_lists_of_our_own_show_nothing_of_theirs(
    app: Flask, client: CheckingClient, theirs: Council, ours: Council
) -> None:
    client.sign_in(ours.manager)
    for rule in organiser_rules(app):
        if not rule.arguments & set(OWNED) and "GET" in methods(rule):
            assert "lappi-event" not in client.get(address(app, rule, ours.values)).get_data(as_text=True)


def test_a_network_administrator_is_no_member(app: Flask, client: CheckingClient, theirs: Council) -> None:
    """Whoever looks after the network does not see who signed up."""
    client.sign_in(makers.account("admin@example.org", is_network_administrator=True))
    for rule in organiser_rules(app):
        if {"event_id", "registration_id"} & rule.arguments:
            for method in methods(rule):
                assert client.open(address(app, rule, theirs.values), method=method).status_code == 404, rule


def test_a_participant_opens_nothing_of_an_organiser(app: Flask, client: CheckingClient, theirs: Council) -> None:
    client.sign_in(makers.account("aino@example.org"))
    found: dict[str, int] = {}
    for rule in organiser_rules(app):
        found |= statuses(client, address(app, rule, theirs.values), rule)
    assert {asked: status for asked, status in found.items() if status not in {403, 404}} == {}


def test_an_editor_does_not_do_what_managers_do(app: Flask, client: CheckingClient, theirs: Council) -> None:
    client.sign_in(db.session.get_one(Membership, theirs.values["membership_id"]).account)
    found: dict[str, int] = {}
    for rule in organiser_rules(app):
        known = rule_of(app, rule.endpoint)
        if known and known.role == Role.MANAGER:
            found |= statuses(client, address(app, rule, theirs.values), rule)
    assert found
    assert {asked: status for asked, status in found.items() if status != 403} == {}
