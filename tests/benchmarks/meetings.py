"""How fast is matchmaking with the database: `make bench BENCH=meetings`, or `python -m tests.benchmarks.meetings [part …]`.

Parts: directory, recommending, lists, people, organiser, statistics, repair, what-if, accepting. TEST_DATABASES chooses.
"""

import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from flask import Flask
from sqlalchemy import func, select

from elmo_events.accounts.models import Account
from elmo_events.events.models import Event
from elmo_events.foundation.database import db, transaction
from elmo_events.foundation.jobs import run_queued
from elmo_events.matchmaking.actions import plan as plan_actions
from elmo_events.matchmaking.actions.meetings import cancel_by
from elmo_events.matchmaking.jobs import plans, suggestions
from elmo_events.matchmaking.models import Matchmaking, Meeting, MeetingRequest, Participation, Plan, Repair
from elmo_events.matchmaking.queries.own_lists import own_list
from elmo_events.matchmaking.queries.request_links import ACCEPT, answer_token
from elmo_events.matchmaking.rules import MatchmakingMode, RepairState, RequestState
from elmo_events.organisers.models import Membership, Organiser
from elmo_events.organisers.rules import Role
from tests import makers
from tests.benchmarks import yardsticks
from tests.benchmarks.measuring import TRIES, Bench, Reader, databases, product, spent
from tests.benchmarks.meeting_population import Size, event_with_meetings, in_days, network
from tests.benchmarks.report import Report
from tests.servers import web
from tests.servers.visitor import Answer, Visitor, form_in

PROFILES, PEOPLE, SLOTS, MEETINGS = 5_000, 1_000, 12, 3_000
PAGE, LIST, DASHBOARD, SECOND = 100, 10_000, 300, 1_000  # aims in milliseconds
CANCELLATIONS, ACCEPTED, AT_ONCE = 7, 120, 16


class Network:
    """5,000 profiles; an event with 1,000 people who meet, one a year before; and one that all 5,000 come to."""

    def __init__(self, bench: Bench, app: Flask, settings: dict[str, object]) -> None:
        self.bench, self.app, self.settings = bench, app, settings
        network(PROFILES)
        self.organiser: Organiser = makers.organiser()
        event_with_meetings(self.organiser, "before", Size(PEOPLE, SLOTS, 1_000), in_days(-300))
        self.event = event_with_meetings(self.organiser, "meetings", Size(PEOPLE, SLOTS, MEETINGS), in_days(30))
        self.everybody = event_with_meetings(self.organiser, "everybody", Size(PROFILES, 1, 0), in_days(60))
        self.first_come = event_with_meetings(self.organiser, "first-come", Size(PEOPLE, SLOTS, 0), in_days(45))
        self.staff = makers.account("staff@example.org", is_network_administrator=True)
        makers.saved(Membership(organiser_id=self.organiser.id, account_id=self.staff.id, role=Role.MANAGER))
        if db.engine.dialect.name == "postgresql":
            with db.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.exec_driver_sql("ANALYZE")

    def somebody(self) -> Reader:
        return Reader(self.app, db.session.get_one(Account, 77))

    def matchmaking(self, event: Event) -> Matchmaking:
        return db.session.get_one(Matchmaking, event.id)

    def pages(self, reader: Reader, paths: dict[str, str], aim: float) -> None:
        for name, path in paths.items():
            self.bench.at_most(name, reader.opens(path), aim, TRIES)


def directory(place: Network) -> None:
    people, stated = "/fi/directory?", "/fi/directory/offers-and-needs?"
    place.pages(place.somebody(), {
        "people, first page": people,
        "people, last page": f"{people}page=209",
        "people, a theme": f"{people}theme=clean-technologies-and-low-carbon",
        "people, a type of organisation": f"{people}kind=university",
        "people, a region": f"{people}region=19",
        "people, a language": f"{people}language=sv",
        "people, who offers research": f"{people}direction=offer&statement_kind=research",
        "people, all filters": f"{people}direction=offer&statement_kind=research&kind=uas&region=19&country=FI&language=en",
        "people, a word that 1,400 have": f"{people}words=kumppani",
        "people, a word of few": f"{people}words=vedyn",
        "people, two words and a filter": f"{people}words=etsimme+kumppania&region=19",
        "people, a name": f"{people}words=%C3%B6berg",
        "people, a word that nobody has": f"{people}words=xylofoni",
        "offers and needs, first page": stated,
        "offers and needs, last page": f"{stated}page=9999",
        "offers and needs, needs of research": f"{stated}direction=need&statement_kind=research",
        "offers and needs, a word that many have": f"{stated}words=kumppani",
        "offers and needs, a word and filters": f"{stated}words=kumppani&direction=need&region=19",
        "one person": "/fi/directory/4321",
        "organisations": "/fi/organisations",
    }, PAGE)  # fmt: skip


def recommending(place: Network) -> None:
    numbers = list(db.session.scalars(select(Participation.id).where(Participation.event_id == place.everybody.id)))
    turn = iter(numbers)

    def own() -> None:
        db.session.rollback()
        matchmaking = place.matchmaking(place.everybody)
        assert own_list(db.session.get_one(Participation, next(turn)), matchmaking)

    def own_written() -> None:
        db.session.rollback()
        suggestions.make_own_list(next(turn))

    place.bench.report.note("reading 5,000 profiles", f"{spent(own).clock:.1f} s")
    place.bench.at_most("recommendations of one among 5,000", own, PAGE, 3 * TRIES)
    place.bench.at_most("the same as a job, written", own_written, PAGE, 3 * TRIES)


def whole_lists(place: Network) -> None:
    def make() -> None:
        db.session.rollback()
        suggestions._make_lists(place.matchmaking(place.event))

    place.bench.at_most("all lists of 1,000 people, for the first time", make, LIST, warm=False)
    place.bench.at_most("all lists of 1,000 people, again", make, LIST, warm=False)


def people(place: Network) -> None:
    meetings = f"/fi/events/{place.event.slug}/meetings"
    other = db.session.scalar(
        select(Participation.id).where(Participation.event_id == place.event.id).offset(600).limit(1)
    )
    place.pages(place.somebody(), {
        "the meetings of an event": meetings,
        "its people, first page": f"{meetings}/people",
        "its people, last page": f"{meetings}/people?page=42",
        "its people, who offer research": f"{meetings}/people?direction=offer&statement_kind=research",
        "its people, a word that many have": f"{meetings}/people?words=kumppani",
        "its offers and needs": f"{meetings}/people?list=statements",
        "its offers and needs, a word": f"{meetings}/people?list=statements&words=kumppani",
        "one of them": f"{meetings}/people/{other}",
        "recommended people": f"{meetings}/recommended",
        "own requests": f"{meetings}/requests",
        "free times": f"{meetings}/availability",
        "own agenda": f"/fi/events/{place.event.slug}/agenda",
    }, PAGE)  # fmt: skip


def organiser(place: Network) -> None:
    meetings = f"/fi/organiser/events/{place.event.id}/meetings"
    place.pages(Reader(place.app, place.staff), {
        "the organiser's overview": meetings,
        "the organiser's people": f"{meetings}/people",
        "the organiser's people, a word": f"{meetings}/people?words=korhonen",
        "the board": f"{meetings}/board",
        "publication": f"{meetings}/publication",
        "plans": f"{meetings}/plans",
        "the day": f"{meetings}/day",
    }, SECOND)  # fmt: skip


def statistics(place: Network) -> None:
    place.pages(Reader(place.app, place.staff), {
        "statistics of an event": f"/fi/organiser/events/{place.event.id}/meetings/statistics",
        "statistics of the network": f"/fi/network/meetings?year={place.event.starts_at.year}",
    }, DASHBOARD)  # fmt: skip


def repair(place: Network) -> None:
    """From the cancellation to the letters: as the person's click, and as the worker's job."""
    clicks, jobs = [], []
    meetings = select(Meeting).where(Meeting.event_id == place.event.id, Meeting.published_slot_id.is_not(None))
    for number in db.session.scalars(meetings.order_by(Meeting.id).limit(CANCELLATIONS).offset(1000)):
        first = number.first
        db.session.rollback()

        def click(meeting: Meeting = number, by: Participation = first) -> None:
            with transaction():
                cancel_by(by, meeting)

        clicks.append(spent(click))
        jobs.append(spent(run_queued))
        db.session.rollback()
    looking = db.session.scalar(select(func.count()).where(Repair.state == RepairState.LOOKING))
    assert not looking, "repairs that nobody looked into"
    whole = [click.clock + job.clock for click, job in zip(clicks, jobs, strict=True)]
    processor = max(click.processor + job.processor for click, job in zip(clicks, jobs, strict=True))
    more = f"(CPU {processor * 1000:.0f} ms, of which the click {max(one.processor for one in clicks) * 1000:.0f} ms)"
    place.bench.report.at_most("repair after a cancellation, the slowest", max(whole) * 1000, SECOND, "ms", more)


def what_if(place: Network) -> None:
    matchmaking = place.matchmaking(place.event)
    with transaction():
        plan = plan_actions.order_what_if(matchmaking, [{"tables": -20}, {"extra_minutes": 60}], place.staff)
    number = plan.id
    db.session.rollback()
    place.bench.at_most("what-if: as it is, and two alternatives", lambda: plans.plan(number), LIST, warm=False)
    db.session.rollback()
    assert db.session.get_one(Plan, number).result["rows"]


def accepting(place: Network) -> None:
    """By the link of a letter, at a real web server, each person choosing a slot at the same time as others."""
    with transaction():
        place.matchmaking(place.first_come).mode = MatchmakingMode.FIRST_COME
    asked = db.session.scalars(
        select(MeetingRequest)
        .where(MeetingRequest.event_id == place.first_come.id, MeetingRequest.state == RequestState.PENDING)
        .order_by(MeetingRequest.sender_id, MeetingRequest.id)
    ).all()
    pairs = [one for one in asked if one.sender_id % 2 and one.recipient_id == one.sender_id + 1]  # nobody is in two
    paths = [f"/fi/meeting-requests/{answer_token(request, ACCEPT)}" for request in pairs[:ACCEPTED]]
    db.session.rollback()
    settings = web.settings_for(place.settings, ELMO_WEB_WORKERS=2)
    with web.serving(settings) as served, ThreadPoolExecutor(AT_ONCE) as pool:
        visitors = [Visitor(served.address, follows=False) for _ in paths]
        forms = list(pool.map(lambda one: form_in(one[0].get(one[1]).text), zip(visitors, paths, strict=True)))
        begun, answers = time.perf_counter(), list[Answer]()

        def press() -> None:
            answers.extend(pool.map(lambda one: one[0].post(one[1], one[2]), zip(visitors, paths, forms, strict=True)))

        processor = yardsticks.cpu_of(served.process.pid, press) / len(paths)
        clock = (time.perf_counter() - begun) / len(paths)
    statuses = sorted({answer.status for answer in answers})
    place.bench.report.note("answers", ", ".join(f"{sum(a.status == s for a in answers)} × {s}" for s in statuses))
    more = f"(CPU {processor * 1000:.1f} ms = {processor / place.bench.hello:.0f} hello; {1 / clock:.0f} each second)"
    place.bench.report.at_most("accepting a request, many at once", clock * 1000, PAGE, "ms", more)


PARTS: dict[str, tuple[str, Callable[[Network], None]]] = {
    "directory": ("The directory with 5,000 profiles", directory),
    "people": ("An event with 1,000 people and 3,000 meetings, for one of them", people),
    "organiser": ("The same, for its organiser", organiser),
    "statistics": ("Statistics of 1,000 people and 3,000 meetings", statistics),
    "recommending": ("Recommendations at an event with 5,000 people", recommending),
    "lists": ("Everybody's list of recommended people", whole_lists),
    "repair": ("A cancellation at an event with 1,000 people", repair),
    "what-if": ("Comparing timetables of 1,000 people and 3,000 meetings", what_if),
    "accepting": ("Accepting requests, a slot for who comes first", accepting),
}


def main(report: Report, hello: float, wanted: Sequence[str] = ()) -> None:
    with databases() as found:
        for name, address in found.items():
            with product(address) as (app, settings), app.test_request_context("/fi/"):
                begun = time.perf_counter()
                place = Network(Bench(report, hello), app, settings)
                report.title(f"Meetings on {name} (made in {time.perf_counter() - begun:.0f} s)")
                for part in wanted or PARTS:
                    report.title(f"{PARTS[part][0]}, {name}")
                    PARTS[part][1](place)
                    db.session.rollback()


if __name__ == "__main__":
    main(Report(), yardsticks.hello(), sys.argv[1:])
