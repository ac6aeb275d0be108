"""How what somebody said of recommendations changes what they are recommended next."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Label
from elmo_events.matchmaking.rules import LabelKind
from elmo_events.matchmaking.score.reasons import Match, Reason, ReasonKind

DIRECTED = {ReasonKind.THEY_OFFER, ReasonKind.THEY_SEEK}
UNDIRECTED = {ReasonKind.TEXT, ReasonKind.THEMES}


@dataclass(frozen=True)
class Lesson:
    """`topics`: concepts and words that were the wrong ones. `wants_direction`: to be alike is not enough."""

    topics: frozenset[str] = frozenset()
    wants_direction: bool = False

    def __bool__(self) -> bool:
        return bool(self.topics) or self.wants_direction


def lessons(profile_ids: Collection[int]) -> dict[int, Lesson]:
    """By profile, of those who have said that a topic or a direction was wrong."""
    found: dict[int, Lesson] = {}
    labels = db.session.scalars(
        select(Label).where(
            Label.profile_id.in_(profile_ids), Label.kind.in_((LabelKind.WRONG_TOPIC, LabelKind.WRONG_DIRECTION))
        )
    )
    for label in labels:
        so_far = found.get(label.profile_id, Lesson())
        if label.kind == LabelKind.WRONG_DIRECTION:
            found[label.profile_id] = replace(so_far, wants_direction=True)
        else:
            shown = [Reason.from_json(written) for written in label.reasons]
            topics = {topic for reason in shown for topic in topics_of(reason)}
            found[label.profile_id] = replace(so_far, topics=so_far.topics | topics)
    return {number: lesson for number, lesson in found.items() if lesson}


def topics_of(reason: Reason) -> set[str]:
    """The concepts that a reason rests on, by their English names; the words where there is no concept."""
    concepts = {concept.get("en", "").casefold() for concept in reason.concepts} - {""}
    return concepts or {word.casefold() for word in reason.mine}


def after(lesson: Lesson, matches: Sequence[Match], most: int) -> list[Match]:
    """The best of these, when what was wrong counts for nothing."""
    ranked = sorted(((_worth(lesson, match), match) for match in matches), key=lambda pair: (-pair[0], pair[1].other))
    return [match for worth, match in ranked[:most] if worth > 0]


def _worth(lesson: Lesson, match: Match) -> float:
    worth = match.worth
    for reason in match.reasons:
        topics = topics_of(reason)
        if topics and topics <= lesson.topics:
            worth -= reason.points
    if lesson.wants_direction and not any(reason.kind in DIRECTED for reason in match.reasons):
        worth -= sum(reason.points for reason in match.reasons if reason.kind in UNDIRECTED)
    return worth
