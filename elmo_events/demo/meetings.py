"""Meetings of the demo: who takes part, who asked whom, and timetables that the planner has made and proven.

Rows are written directly, since nobody is to get e-mails; slots and tables only by `seats`, as everywhere.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import select

from elmo_events.demo.registrations import DemoRegistrations
from elmo_events.events.models import Event
from elmo_events.foundation.database import db
from elmo_events.matchmaking.actions import seats, suggest
from elmo_events.matchmaking.models import Feedback, Matchmaking, Meeting, MeetingRequest, Participation, Plan
from elmo_events.matchmaking.queries.plan_results import numbers_of, points_of, result_of
from elmo_events.matchmaking.queries.problem import asked
from elmo_events.matchmaking.rules import MatchmakingMode, NextStep, PlanState, RequestState
from elmo_events.profiles.models import Profile, Statement
from elmo_events.profiles.rules import Direction
from elmo_events.timetable.models import Block, MeetingTable, Slot
from elmo_events.timetable.planner.deadline import Deadline, Progress
from elmo_events.timetable.rules import TableKind, spans_of

SECONDS = 10  # more than the planner needs: the demo must not keep anybody waiting
MOST_MEETINGS = 5
PLANNED, PAST, FIRST_COME = "biojalostuksen-kumppanuuspaiva", "elmo-verkostopaivat", "kemianteollisuuden-tki-treffit"
Wish = tuple[Participation, Participation, Statement]


class DemoMeetings:
    """`chance` makes each event different and each run the same."""

    def __init__(self, registrations: DemoRegistrations, profiles: list[Profile], moment: datetime) -> None:
        self.registrations, self.profiles, self.moment = registrations, profiles, moment
        self.chance = Random(2027)

    def plan_the_coming_event(self) -> None:
        """Everybody takes part; the timetable is planned, proven and published."""
        matchmaking = self._matchmaking(PLANNED, [("13:00", "15:30")], tables=22)
        people = self._people(matchmaking.event, self.profiles)
        self._ask(matchmaking, people, (0.78, 0.12, 0.06))
        self._plan(matchmaking)
        self._leave_an_answer_open(matchmaking)

    def hold_the_past_event(self) -> None:
        """Half of them met at the last network days, and said how it was."""
        matchmaking = self._matchmaking(PAST, [("09:00", "11:20")], tables=14, day=1)
        people = self._people(matchmaking.event, self.profiles[::2] + self.profiles[1:20:2])
        self._ask(matchmaking, people, (0.9, 0.0, 0.06))
        self._plan(matchmaking)
        self._give_feedback(matchmaking)

    def open_the_event_of_slots(self) -> None:
        """People ask for a slot of their choice, and some have."""
        matchmaking = self._matchmaking(FIRST_COME, [("14:20", "16:00")], tables=8, mode=MatchmakingMode.FIRST_COME)
        matchmaking.video_address = "https://kokous.example.org/elmo-{meeting}"
        people = self._people(matchmaking.event, self.profiles[5:45:2])
        db.session.flush()
        suggest.ask_for_lists(matchmaking.event_id)
        wishes = [wish for wish in self._wishes(people) if self.chance.random() < 0.1]  # noqa: PLR2004
        slots = list(
            db.session.scalars(select(Slot).where(Slot.event_id == matchmaking.event_id).order_by(Slot.starts_at))
        )
        for (sender, recipient, statement), slot in zip(wishes, slots, strict=False):
            request = self._request(sender, recipient, statement, RequestState.PENDING)
            request.slot_id = slot.id

    def _matchmaking(
        self, slug: str, spans: list[tuple[str, str]], tables: int, day: int = 0,
        mode: MatchmakingMode = MatchmakingMode.PLANNED,
    ) -> Matchmaking:  # fmt: skip
        event = db.session.scalars(select(Event).where(Event.slug == slug)).one()
        matchmaking = Matchmaking(
            event=event, mode=mode, most_requests=15, most_meetings=MOST_MEETINGS, created_at=event.created_at
        )
        db.session.add(matchmaking)
        start_of_day = event.parts[day].starts_at.astimezone(event.first_start_local.tzinfo)
        for start, end in spans:
            first, last = (start_of_day.replace(hour=int(clock[:2]), minute=int(clock[3:])) for clock in (start, end))
            block = Block(event_id=event.id, starts_at=first, ends_at=last)
            block.slots = [Slot(event_id=event.id, starts_at=a, ends_at=b) for a, b in spans_of(first, last, 15, 5)]
            db.session.add(block)
        for number in range(1, tables + 1):
            db.session.add(MeetingTable(event_id=event.id, kind=TableKind.TABLE, name=str(number), position=number))
        db.session.flush()
        return matchmaking

    def _people(self, event: Event, profiles: list[Profile]) -> list[Participation]:
        found = []
        for profile in profiles:
            registration = self.registrations.sign_up_profile(event, profile)
            joined = min(registration.created_at + timedelta(hours=1), self.moment)
            found.append(Participation(event=event, registration=registration, profile=profile, joined_at=joined))
        db.session.add_all(found)
        db.session.flush()
        return found

    def _wishes(self, people: list[Participation]) -> Iterator[Wish]:
        """Who needs something asks whoever offers it on the same topic; then whoever seeks the same, to join forces."""
        offers = [(one, said) for one in people for said in one.profile.statements if said.direction == Direction.OFFER]
        needs = [(one, said) for one in people for said in one.profile.statements if said.direction == Direction.NEED]
        pairs = [
            (seeker, giver, said)
            for seeker, need in needs
            for giver, said in offers
            if need.theme is not None and said.theme is not None
            and (need.theme is said.theme or need.theme.parent is said.theme.parent is not None)
            and seeker.profile.organisation_id != giver.profile.organisation_id
        ]  # fmt: skip
        self.chance.shuffle(pairs)
        pairs.sort(key=lambda pair: not any(need.theme is pair[2].theme for need in pair[0].profile.statements))
        seen: set[frozenset[int]] = set()
        for seeker, giver, said in pairs:
            if (both := frozenset((seeker.id, giver.id))) not in seen:
                seen.add(both)
                yield seeker, giver, said

    def _ask(self, matchmaking: Matchmaking, people: list[Participation], shares: tuple[float, float, float]) -> None:
        accepted, pending, declined = shares
        held: Counter[int] = Counter()
        for sender, recipient, statement in self._wishes(people):
            if max(held[sender.id], held[recipient.id]) >= MOST_MEETINGS - 1:
                continue
            lot = self.chance.random()
            state = (
                RequestState.ACCEPTED if lot < accepted
                else RequestState.PENDING if lot < accepted + pending
                else RequestState.DECLINED if lot < accepted + pending + declined
                else RequestState.EXPIRED
            )  # fmt: skip
            request = self._request(sender, recipient, statement, state)
            if state == RequestState.ACCEPTED:
                held.update((sender.id, recipient.id))
                seats.new_meeting(sender, recipient, request.id)
        suggest.ask_for_lists(matchmaking.event_id)

    def _request(
        self, sender: Participation, recipient: Participation, statement: Statement, state: RequestState
    ) -> MeetingRequest:
        end = min(self.moment, sender.event.starts_at - timedelta(days=2))
        asked_at = end - timedelta(days=1 + 5 * self.chance.random())
        low, high = sorted((sender.id, recipient.id))
        request = MeetingRequest(
            event_id=sender.event_id, sender_id=sender.id, recipient_id=recipient.id, low_id=low, high_id=high,
            state=state, statement_id=statement.id, created_at=asked_at, expires_at=end + timedelta(days=6),
            answered_at=None if state == RequestState.PENDING else asked_at + timedelta(hours=20 * self.chance.random()),
        )  # fmt: skip
        db.session.add(request)
        db.session.flush()
        return request

    def _plan(self, matchmaking: Matchmaking) -> None:
        """As the worker does it, but at once and without a word to anybody."""
        from elmo_events.timetable.planner.solve import solve  # loads the solver, which no other command needs

        db.session.flush()
        before = matchmaking.event.starts_at - timedelta(days=3)
        question, news = asked(matchmaking, min(before, self.moment)), list[Progress]()
        outcome = solve(question.problem, Deadline(SECONDS), 0, news.append)
        if outcome.timetable is None:
            raise ValueError("the demo's meetings can't be planned")
        planned_at = min(before, self.moment) - timedelta(hours=3)
        plan = Plan(
            event_id=matchmaking.event_id, state=PlanState.DONE, seconds=SECONDS, progress=points_of(news),
            result=result_of(question.problem, numbers_of(question), outcome),
            created_at=planned_at, started_at=planned_at, ended_at=planned_at + timedelta(seconds=outcome.seconds),
        )  # fmt: skip
        db.session.add(plan)
        db.session.flush()
        seats.draft({meeting: seats.Place(*place) for meeting, place in question.places(outcome.timetable).items()})
        seats.publish(question.meetings)
        matchmaking.draft_plan_id = matchmaking.published_plan_id = plan.id
        matchmaking.published_at = planned_at + timedelta(hours=1)

    def _leave_an_answer_open(self, matchmaking: Matchmaking) -> None:
        """One meeting was agreed since: it waits for the next timetable."""
        pending = db.session.scalars(
            select(MeetingRequest)
            .where(MeetingRequest.event_id == matchmaking.event_id, MeetingRequest.state == RequestState.PENDING)
            .order_by(MeetingRequest.id)
        ).first()
        if pending is not None:
            pending.state, pending.answered_at = RequestState.ACCEPTED, self.moment
            seats.new_meeting(pending.sender, pending.recipient, pending.id)

    def _give_feedback(self, matchmaking: Matchmaking) -> None:
        """Three of four meetings took place, as such meetings do."""
        steps = (NextStep.CONTACT, NextStep.CONTACT, NextStep.MEETING, NextStep.PROJECT, NextStep.NONE)
        meetings = db.session.scalars(
            select(Meeting).where(Meeting.event_id == matchmaking.event_id).order_by(Meeting.id)
        )
        for meeting in meetings:
            took_place = self.chance.random() < 0.78  # noqa: PLR2004
            for person in (meeting.first_id, meeting.second_id):
                if self.chance.random() < 0.7:  # noqa: PLR2004
                    db.session.add(
                        Feedback(
                            meeting_id=meeting.id, participation_id=person, took_place=took_place,
                            useful=self.chance.choice((2, 3, 3, 4, 4)) if took_place else None,
                            next_step=self.chance.choice(steps) if took_place else None,
                            may_ask_later=self.chance.random() < 0.5,  # noqa: PLR2004
                            given_at=matchmaking.event.ends_at,
                        )
                    )  # fmt: skip
