"""Numbers of another organiser's event, in addresses and in forms: whoever sends them changes nothing there, and ties nothing
of theirs to it. Every form of meetings, agendas, timetables and profiles is tried, as the addresses of the product tell.
"""

from collections.abc import Iterator
from typing import Any

from flask import Flask
from sqlalchemy import Table, select
from werkzeug.routing import Rule

from elmo_events.foundation.access import rule_of
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import Base, db, transaction
from elmo_events.matchmaking.models import Consent, Move, Plan, Repair
from elmo_events.profiles.models import Avoidance
from elmo_events.profiles.rules import Direction
from tests import makers, meeting_makers
from tests.architecture.endpoints import methods, rules
from tests.client import CheckingClient
from tests.matchmaking.people_who_meet import asked
from tests.matchmaking.published_day import Day

FEATURES = ("matchmaking.", "agenda.", "timetable.", "profiles.")
LAST = (
    "remove",
    "leave",
    "erase",
    "switch_off",
    "cancel",
    "delete",
    "gone",
    "take_off",
)  # what is left to try on ends here
Rows = dict[str, list[tuple[Any, ...]]]


class World:
    """An event with two who meet, one who is asked, and a repair that waits; its numbers by the names of addresses."""

    def __init__(self, slug: str, names: str) -> None:
        organiser = makers.organiser(slug)
        self.editor = makers.member(organiser, f"{slug}@example.org")
        first, second, third = names.split()
        self.day = day = Day(3, 2, names, organiser=organiser, slug=f"event-{slug}")
        self.account = meeting_makers.account_of(day[first])
        meeting, request = day.meeting(first, second, 0), asked(day[third], day[first])
        need = meeting_makers.statement(day[first].profile, Direction.NEED, "Bark")
        repair = _repair(day, meeting.id, day[first].id)
        avoidance = makers.saved(Avoidance(profile_id=day[first].profile_id, avoided_profile_id=day[third].profile_id))
        plan = makers.saved(Plan(event_id=day.event.id))
        self.numbers: dict[str, Any] = {
            "event_id": day.event.id, "slug": day.event.slug, "participation_id": day[second].id,
            "meeting_id": meeting.id, "request_id": request.id, "plan_id": plan.id, "block_id": day.slots[0].block_id,
            "table_id": day.tables[1].id, "profile_id": day[second].profile_id, "statement_id": need.id,
            "avoidance_id": avoidance.id, "slot_id": day.slots[1].id, "registration_id": day[first].registration_id,
            "repair_id": repair.id, "token": "forged", "gap": "no-request", "direction": "offer",
            "organisation_slug": "nobody",
        }  # fmt: skip

    def form(self) -> dict[str, Any]:
        """All that a form could name, in one."""
        number = self.numbers
        return {
            "first": number["participation_id"], "second": number["participation_id"], "other": number["participation_id"],
            "slot": number["slot_id"], "slots": [number["slot_id"]], "block": number["block_id"], "number": 2,
            "table": number["table_id"], "statement": number["statement_id"], "registration": number["registration_id"],
            "adds": "booth", "booth-name": "Booth", "booth-host_registration_id": number["registration_id"],
            "name": "Aino", "host_registration_id": number["registration_id"], "message": "Hello", "confirmed": "y",
            "took_place": "yes", "may_ask_later": "y", "answer": "yes", "what": "accept", "kind": "known-already",
            "seconds": 20, "open": "yes", "change": "close", f"meeting_{number['meeting_id']}": "project",
        }  # fmt: skip


def test_what_is_another_event_s_is_neither_changed_nor_tied_to(app: Flask, client: CheckingClient) -> None:
    foreign = World("savo", "Frida Gun Henrik")
    theirs = _rows()
    own = World("lappi", "Aino Bo Cecilia")
    for account, is_staff in ((own.editor, True), (own.account, False)):
        client.sign_in(account)
        for rule in _forms(app, is_staff):
            _try(app, client, rule, own, foreign)
    db.session.rollback()
    after = _rows()
    assert {name: set(rows) - set(after[name]) for name, rows in theirs.items() if set(rows) - set(after[name])} == {}
    assert list(_tied(theirs)) == []


def _try(app: Flask, client: CheckingClient, rule: Rule, own: World, foreign: World) -> None:
    """First each number of the address alone is foreign, then all that the form says."""
    names = {name for name in rule.arguments if name.endswith("_id")} - {
        "event_id"
    }  # that one the guard of all looks at
    for forged in [*({name} for name in sorted(names)), set[str]()]:
        _send(app, client, rule, own.numbers | {name: foreign.numbers[name] for name in forged}, foreign.form())


def _send(app: Flask, client: CheckingClient, rule: Rule, numbers: dict[str, Any], form: dict[str, Any]) -> None:
    with app.test_request_context():
        values = {name: numbers[name] for name in rule.arguments - {"language"}}
        address = app.url_for(rule.endpoint, language="en", **values)
    whom = {"whom": form["first"]} if rule.endpoint == "matchmaking.act_by_asking" else {}
    answer = client.post(address, data=form, query_string=whom)
    assert answer.status_code < 500, (rule.endpoint, address, answer.status_code)


def _forms(app: Flask, for_staff: bool) -> list[Rule]:
    """Of staff or of participants; those that end what others are tried on come last."""
    found = [
        rule
        for rule in rules(app)
        if rule.endpoint.startswith(FEATURES)
        and "POST" in methods(rule)
        and str(rule_of(app, rule.endpoint)).startswith("organiser") == for_staff
    ]
    return sorted(found, key=lambda rule: any(word in rule.endpoint for word in LAST))


def _rows() -> Rows:
    db.session.rollback()
    return {table.name: [tuple(map(str, row)) for row in db.session.execute(select(table))] for table in _tables()}


def _tied(theirs: Rows) -> Iterator[tuple[str, str, object]]:
    """Rows that came later and point at one of theirs."""
    for table in _tables():
        known = set(theirs[table.name])
        later = [
            row for row in db.session.execute(select(table)).mappings() if tuple(map(str, row.values())) not in known
        ]
        for key in table.foreign_keys:
            target, column = key.column.table, key.column
            at = list(target.columns).index(column)
            numbers = {row[at] for row in theirs[target.name]}
            if target.name in {"region", "theme", "organisation_type"}:
                continue
            yield from (
                (table.name, key.parent.name, row[key.parent]) for row in later if str(row[key.parent]) in numbers
            )


def _tables() -> list[Table]:
    return [table for table in Base.metadata.sorted_tables if table.name not in {"search_document"}]


def _repair(day: Day, meeting_id: int, person_id: int) -> Repair:
    with transaction():
        made = Repair(event_id=day.event.id, expires_at=day.slots[0].starts_at, created_at=now())
        made.moves = [Move(meeting_id=meeting_id, slot_id=day.slots[2].id, table_id=day.tables[0].id)]
        made.consents = [Consent(participation_id=person_id)]
        db.session.add(made)
    return made
