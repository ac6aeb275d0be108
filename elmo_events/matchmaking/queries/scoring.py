"""The people of an event as the matching score knows them, and whom it must keep apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import combinations, product
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import aliased, contains_eager, joinedload, selectinload

from elmo_events.events.models import Event
from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Label, Matchmaking, Meeting, MeetingRequest, Participation
from elmo_events.matchmaking.queries.participations import in_force
from elmo_events.matchmaking.rules import MeetingState, RequestState
from elmo_events.matchmaking.score.people import Person, Statement, Taxonomy
from elmo_events.network.queries import regions, themes
from elmo_events.profiles import models
from elmo_events.profiles.models import Avoidance, Profile
from elmo_events.profiles.rules import Direction, Visibility

YEAR = 365.25
Apart = Mapping[int, set[int]]  # by participation, those who may not stand in their list


def scored_participations(matchmaking: Matchmaking) -> Sequence[Participation]:
    """Those who are recommended and get recommendations."""
    return db.session.scalars(
        in_force()
        .join(Profile, Profile.id == Participation.profile_id)
        .where(
            Participation.event_id == matchmaking.event_id,
            Profile.may_be_recommended,
            Profile.visibility != Visibility.HIDDEN,
        )
        .options(contains_eager(Participation.profile).joinedload(Profile.organisation_type))
        .order_by(Participation.id)
    ).all()


def as_people(participations: Sequence[Participation], moment: datetime) -> list[Person]:
    """As the score compares them; the key is the participation's id."""
    loaded = db.session.scalars(
        select(Profile)
        .where(Profile.id.in_([one.profile_id for one in participations]))
        .options(
            joinedload(Profile.organisation_type),
            selectinload(Profile.themes),
            selectinload(Profile.statements).joinedload(models.Statement.theme),
        )
        .execution_options(populate_existing=True)
    )
    profiles = {profile.id: profile for profile in loaded}
    met = _met_before(participations[0].event_id, moment) if participations else {}
    return [_person(one.id, profiles[one.profile_id], met.get(one.profile_id, {})) for one in participations]


def taxonomy() -> Taxonomy:
    known = themes()
    slugs = {theme.id: theme.slug for theme in known}
    return Taxonomy(
        parents={theme.slug: slugs.get(theme.parent_id or 0) for theme in known},
        names={theme.slug: theme.name for theme in known},
        region_kinds={region.code: str(region.kind) for region in regions()},
    )


def kept_apart(matchmaking: Matchmaking, participations: Sequence[Participation]) -> Apart:
    """Pairs that the matrix or a block list forbids, that have asked each other or meet, or of whom one has said no."""
    apart: dict[int, set[int]] = defaultdict(set)
    pairs = [
        *_forbidden(matchmaking, participations),
        *_avoiding(participations),
        *_under_way(matchmaking.event_id),
        *_labelled(participations),
    ]
    for first, second in pairs:
        apart[first].add(second)
        apart[second].add(first)
    return apart


def upcoming_with_meetings(moment: datetime) -> Sequence[int]:
    """Ids of events that are not over, and whose people meet."""
    return db.session.scalars(
        select(Matchmaking.event_id)
        .join(Event, Event.id == Matchmaking.event_id)
        .where(Matchmaking.is_on, Event.ends_at > moment)
        .order_by(Matchmaking.event_id)
    ).all()


def _person(key: int, profile: Profile, met_before: Mapping[int, float]) -> Person:
    return Person(
        key=key,
        organisation=profile.organisation_id or profile.organisation.casefold() or None,
        kind=profile.organisation_type.slug if profile.organisation_type else None,
        region=profile.region_code,
        country=profile.country,
        themes=frozenset(theme.slug for theme in profile.themes),
        statements=tuple(_statement(one) for one in profile.statements if one.closed_at is None),
        expertise=profile.expertise,
        languages=tuple(profile.languages),
        met_before=met_before,
    )


def _statement(statement: models.Statement) -> Statement:
    languages = {*statement.title, *statement.text}
    return Statement(
        key=statement.id,
        direction="offer" if statement.direction == Direction.OFFER else "need",
        kind=str(statement.kind),
        theme=statement.theme.slug if statement.theme else None,
        texts={
            language: f"{statement.title.get(language, '')}. {statement.text.get(language, '')}"
            for language in languages
        },
    )


def _met_before(event_id: int, moment: datetime) -> Mapping[int, dict[int, float]]:
    """By profile: with whom of this event (participations) they met at an earlier one, and how many years ago."""
    first, second = aliased(Participation), aliased(Participation)
    keys = dict(
        db.session.execute(
            select(Participation.profile_id, Participation.id).where(
                Participation.event_id == event_id, Participation.profile_id.is_not(None)
            )
        ).all()
    )
    rows = db.session.execute(
        select(first.profile_id, second.profile_id, Event.ends_at)
        .select_from(Meeting)
        .join(first, first.id == Meeting.first_id)
        .join(second, second.id == Meeting.second_id)
        .join(Event, Event.id == Meeting.event_id)
        .where(
            Meeting.state == MeetingState.ACTIVE,
            Meeting.published_slot_id.is_not(None),
            Event.ends_at <= moment,
            first.profile_id.in_(keys),
            second.profile_id.in_(keys),
        )
        .order_by(Event.ends_at)
    )
    met: dict[int, dict[int, float]] = defaultdict(dict)
    for one, other, ended_at in rows:
        years = (moment - ended_at).days / YEAR
        met[one][keys[other]] = met[other][keys[one]] = years
    return met


def _forbidden(matchmaking: Matchmaking, participations: Iterable[Participation]) -> Iterable[tuple[int, int]]:
    by_kind: dict[str, list[int]] = defaultdict(list)
    for one in participations:
        if one.profile.organisation_type:
            by_kind[one.profile.organisation_type.slug].append(one.id)
    for pair in matchmaking.forbidden_types:
        kinds = sorted(set(pair))
        if len(kinds) == 1:
            yield from combinations(by_kind[kinds[0]], 2)
        else:
            yield from product(by_kind[kinds[0]], by_kind[kinds[1]])


def _avoiding(participations: Sequence[Participation]) -> Iterable[tuple[int, int]]:
    keys = {one.profile_id: one.id for one in participations}
    of_organisation: dict[int, list[int]] = defaultdict(list)
    for one in participations:
        if one.profile.organisation_id is not None:
            of_organisation[one.profile.organisation_id].append(one.id)
    for avoidance in db.session.scalars(select(Avoidance).where(Avoidance.profile_id.in_(keys))):
        own = keys[avoidance.profile_id]
        if avoidance.avoided_profile_id in keys:
            yield own, keys[avoidance.avoided_profile_id]
        yield from ((own, other) for other in of_organisation.get(avoidance.avoided_organisation_id or 0, ()))


def _under_way(event_id: int) -> Iterable[tuple[int, int]]:
    requests = select(MeetingRequest.low_id, MeetingRequest.high_id).where(
        MeetingRequest.event_id == event_id,
        MeetingRequest.state.in_((RequestState.PENDING, RequestState.DECLINED)),
    )
    meetings = select(Meeting.first_id, Meeting.second_id).where(
        Meeting.event_id == event_id, Meeting.state == MeetingState.ACTIVE
    )
    for asked in (requests, meetings):
        yield from (_pair(row) for row in db.session.execute(asked))


def _labelled(participations: Sequence[Participation]) -> Iterable[tuple[int, int]]:
    """Who was taken out of a list is not recommended the other way round either: the answer would be no."""
    keys = {one.profile_id: one.id for one in participations}
    rows = db.session.execute(
        select(Label.profile_id, Label.other_profile_id).where(
            Label.profile_id.in_(keys), Label.other_profile_id.in_(keys)
        )
    )
    yield from ((keys[profile_id], keys[other_id]) for profile_id, other_id in rows)


def _pair(row: Any) -> tuple[int, int]:
    return row[0], row[1]


def asked_for() -> Sequence[int]:
    """Ids of events whose lists wait to be made anew."""
    return db.session.scalars(
        select(Matchmaking.event_id)
        .where(Matchmaking.is_on, Matchmaking.suggestions_asked_at.is_not(None))
        .order_by(Matchmaking.event_id)
    ).all()
