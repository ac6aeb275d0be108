"""Modes of matchmaking, states of requests, meetings and plans, and who may meet whom."""

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

REQUEST_LASTS_DAYS = 7
CONSENT_LASTS = timedelta(minutes=30)  # on the day, those who would move are asked for so long
MOST_MOVES = 3
SOONEST = timedelta(minutes=10)  # nobody gets a meeting without being asked that begins sooner
GRACE = timedelta(minutes=5)  # after so long, who has not come to the table is missing
ARRIVES_BEFORE = timedelta(minutes=20)  # one can check in at a table that long before the meeting


class MatchmakingMode(StrEnum):
    PLANNED = "planned"  # people ask and accept, we plan
    FIRST_COME = "first-come"  # people choose a slot when they ask; it is theirs when the other accepts


class Terms(NamedTuple):
    """What an organiser decides about requests and meetings; None: no limit, or by itself."""

    mode: MatchmakingMode
    opens_at: datetime | None
    closes_at: datetime | None
    request_lasts_days: int
    most_requests: int | None
    most_meetings: int | None
    most_in_a_row: int | None
    video_address: str


class RequestState(StrEnum):
    PENDING = "pending"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class Relation(StrEnum):
    """How far two people are, as one of them sees it."""

    ASKED = "asked"  # by me
    ASKS = "asks"  # me
    DECLINED = "declined"  # what I asked
    AGREED = "agreed"


class Gap(StrEnum):
    """What somebody has not done yet, so that an organiser may remind them."""

    NOT_JOINED = "not-joined"
    NO_PROFILE = "no-profile"
    NOTHING_SAID = "nothing-said"  # neither an offer nor a need
    NO_REQUEST = "no-request"
    NO_TIME = "no-time"  # no slot in which they can meet
    NO_MEETING = "no-meeting"


class MeetingState(StrEnum):
    ACTIVE = "active"
    CANCELLED = "cancelled"


class PlanKind(StrEnum):
    PLAN = "plan"
    WHAT_IF = "what-if"
    ROUNDS = "rounds"  # speed networking


class PlanState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"  # it kept what it had
    FAILED = "failed"


class RepairState(StrEnum):
    LOOKING = "looking"  # a worker is to find out what can be done
    NOTHING = "nothing"  # there was nothing to do
    ASKING = "asking"  # those who would move have not all answered
    DONE = "done"
    REFUSED = "refused"
    EXPIRED = "expired"


class Hindrance(StrEnum):
    """What is in the way of a meeting in a slot or at a table."""

    NOT_ALLOWED = "not-allowed"  # by the event's matrix, or since one avoids the other
    BEGUN = "begun"
    AWAY = "away"  # somebody can't use the slot
    BUSY = "busy"
    ENOUGH = "enough"  # somebody would have more meetings than they may
    IN_A_ROW = "in-a-row"
    NO_TABLE = "no-table"
    WRONG_TABLE = "wrong-table"
    TABLE_CLOSED = "table-closed"
    TABLE_TAKEN = "table-taken"


class LabelKind(StrEnum):
    """What somebody says of a recommendation."""

    HIDDEN = "hidden"
    WRONG_TOPIC = "wrong-topic"
    WRONG_DIRECTION = "wrong-direction"  # both offer, or both seek, the same
    KNOWN_ALREADY = "known-already"
    COMPETITOR = "competitor"


class NextStep(StrEnum):
    NONE = "none"
    CONTACT = "contact"  # we stay in touch
    MEETING = "meeting"  # we meet again
    PROJECT = "project"  # we prepare something together


class Result(StrEnum):
    """What a meeting led to, asked months later."""

    NOTHING = "nothing"
    CONTACT = "contact"
    PROJECT = "project"
    BUSINESS = "business"
    RESEARCH = "research"


def may_meet(forbidden: Collection[Collection[str]], first: str | None, second: str | None) -> bool:
    """Whether the event's matrix lets two organisation types (slugs) meet; people without a type may meet everybody."""
    if first is None or second is None:
        return True
    return not any({first, second} == set(pair) for pair in forbidden)


def types_closed_to(forbidden: Collection[Collection[str]], kind: str | None) -> set[str]:
    """The organisation types (slugs) that this one may not meet."""
    if kind is None:
        return set()
    return {other for pair in forbidden if kind in pair for other in (set(pair) - {kind} or {kind})}


def consent_ends_at(moment: datetime, starts_at: datetime, ends_at: datetime) -> datetime:
    """Until when people may answer a proposal: half an hour on the day, a day before that. What is about to begin, or has
    begun, can be agreed on as long as a little of it is left; everything else until shortly before it begins.
    """
    lasts = CONSENT_LASTS if starts_at - moment < timedelta(days=1) else timedelta(days=1) - CONSENT_LASTS
    last = starts_at - GRACE if starts_at > moment + SOONEST else ends_at - GRACE
    return min(moment + lasts, last)


class RequestPhase(StrEnum):
    SOON = "soon"
    OPEN = "open"
    CLOSED = "closed"


def request_phase(
    opens_at: datetime | None, closes_at: datetime | None, last_start: datetime, moment: datetime
) -> RequestPhase:
    """Whether people may ask each other: until the last slot begins at the latest."""
    if moment >= min(closes_at or last_start, last_start):
        return RequestPhase.CLOSED
    return RequestPhase.SOON if opens_at and moment < opens_at else RequestPhase.OPEN


def expiry(moment: datetime, lasts_days: int, last_start: datetime) -> datetime:
    """When a request made now ends if nobody answers: never later than the last slot begins."""
    return min(moment + timedelta(days=lasts_days), last_start)


def reminder(moment: datetime, expires_at: datetime) -> datetime | None:
    """When the recipient is reminded of a request made now: halfway, unless it ends within a day."""
    return moment + (expires_at - moment) / 2 if expires_at - moment >= timedelta(days=1) else None
