"""Whom to recommend to whom: everybody's list at once, or one person's at once."""

from collections.abc import Mapping, Sequence

from elmo_events.matchmaking.models import Matchmaking, Participation
from elmo_events.matchmaking.queries.indexes import index_of
from elmo_events.matchmaking.queries.labelled import after, lessons
from elmo_events.matchmaking.queries.scoring import Apart, kept_apart
from elmo_events.matchmaking.score.concepts import Concepts
from elmo_events.matchmaking.score.index import Index
from elmo_events.matchmaking.score.lists import MOST, lists
from elmo_events.matchmaking.score.reasons import Match

LOOKED_AT = 3 * MOST  # where what somebody said leaves out some


def everybodys_lists(matchmaking: Matchmaking, concepts: Concepts | None = None) -> Mapping[int, Sequence[Match]]:
    """By participation; nobody stands in too many lists, and everybody in some."""
    with index_of(matchmaking, concepts) as (index, people):
        apart = kept_apart(matchmaking, people)
        made = dict(lists(index, lambda reader, other: not apart.holds(reader, other)))
        keys = {one.profile_id: one.id for one in people}
        for profile_id, lesson in lessons(list(keys)).items():
            reader = keys[profile_id]
            made[reader] = after(lesson, _matches(index, reader, apart, LOOKED_AT), MOST)
    return made


def own_list(participation: Participation, matchmaking: Matchmaking, concepts: Concepts | None = None) -> list[Match]:
    """At once, whatever the lists of the others hold. Empty for those who get no recommendations."""
    with index_of(matchmaking, concepts) as (index, people):
        if participation.id not in index:
            return []
        lesson = lessons([participation.profile_id]).get(participation.profile_id)
        reader = next(one for one in people if one.id == participation.id)
        apart = kept_apart(matchmaking, people, reader)
        if lesson:
            return after(lesson, _matches(index, participation.id, apart, LOOKED_AT), MOST)
        return _matches(index, participation.id, apart, MOST)


def _matches(index: Index, reader: int, apart: Apart, most: int) -> list[Match]:
    return index.matches(reader, apart.leaves(reader, index), most)
