"""The people of an event as the matching score knows them, and whom it must keep apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import Any, NamedTuple

from sqlalchemy import or_, select, type_coerce
from sqlalchemy.orm import aliased, joinedload, selectinload
from sqlalchemy.types import NullType

from elmo_events.events.models import Event
from elmo_events.foundation.database import db
from elmo_events.matchmaking.models import Label, Matchmaking, Meeting, MeetingRequest, Participation
from elmo_events.matchmaking.queries.participations import in_force
from elmo_events.matchmaking.rules import MeetingState, RequestState, types_closed_to
from elmo_events.matchmaking.score.people import Person, Statement, Taxonomy
from elmo_events.network.models import OrganisationType
from elmo_events.network.queries import regions, themes
from elmo_events.profiles import models
from elmo_events.profiles.models import Avoidance, Profile
from elmo_events.profiles.rules import Direction, Visibility

YEAR = 365.25


class ScoredPerson(NamedTuple):
    """Somebody who is recommended and gets recommendations, by their participation; a plain row, since there are thousands."""

    id: int
    event_id: int
    profile_id: int
    changed_at: object  # as the database writes it: it is only compared
    organisation_id: int | None
    organisation_type_id: int | None
    region_code: str | None
    kind: str | None  # slug of the type of organisation


class Apart:
    """Who may not stand in whose list: what the matrix forbids by type, and pairs of people."""

    def __init__(self, forbidden: Sequence[Sequence[str]], people: Sequence[ScoredPerson]) -> None:
        self._kind_of = {one.id: one.kind for one in people}
        self._closed_to = {kind: types_closed_to(forbidden, kind) for kind in {one.kind for one in people}}
        self._pairs: dict[int, set[int]] = defaultdict(set)

    def add(self, first: int, second: int) -> None:
        self._pairs[first].add(second)
        self._pairs[second].add(first)

    def holds(self, reader: int, other: int) -> bool:
        kinds = self._kind_of
        return other in self._pairs.get(reader, ()) or kinds[other] in self._closed_to[kinds[reader]]

    def leaves(self, reader: int, others: Iterable[int]) -> list[int]:
        """Those of the others who may stand in the reader's list."""
        return [other for other in others if not self.holds(reader, other)]


def scored_people(matchmaking: Matchmaking) -> Sequence[ScoredPerson]:
    rows = db.session.execute(
        in_force()
        .join(Profile, Profile.id == Participation.profile_id)
        .outerjoin(OrganisationType, OrganisationType.id == Profile.organisation_type_id)
        .where(
            Participation.event_id == matchmaking.event_id,
            Profile.may_be_recommended,
            Profile.visibility != Visibility.HIDDEN,
        )
        .order_by(Participation.id)
        .with_only_columns(
            Participation.id,
            Participation.event_id,
            Participation.profile_id,
            type_coerce(Profile.changed_at, NullType()),
            Profile.organisation_id,
            Profile.organisation_type_id,
            Profile.region_code,
            OrganisationType.slug,
        )
    )
    return [ScoredPerson._make(row) for row in rows]


def as_people(participations: Sequence[ScoredPerson], moment: datetime) -> list[Person]:
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


def kept_apart(
    matchmaking: Matchmaking, people: Sequence[ScoredPerson], reader: ScoredPerson | None = None
) -> Apart:  # fmt: skip
    """Pairs that the matrix or a block list forbids, that have asked each other or meet, or of whom one has said no.

    `reader`: only what concerns this one is looked for.
    """
    apart = Apart(matchmaking.forbidden_types, people)
    pairs = (
        _avoiding(people, reader),
        _under_way(matchmaking.event_id, reader),
        _labelled(people, reader),
    )
    for first, second in chain.from_iterable(pairs):
        apart.add(first, second)
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


def _avoiding(people: Sequence[ScoredPerson], reader: ScoredPerson | None) -> Iterable[tuple[int, int]]:
    keys = {one.profile_id: one.id for one in people}
    of_organisation: dict[int, list[int]] = defaultdict(list)
    for one in people:
        if one.organisation_id is not None:
            of_organisation[one.organisation_id].append(one.id)
    found = select(Avoidance.profile_id, Avoidance.avoided_profile_id, Avoidance.avoided_organisation_id)
    if reader is not None:
        aimed_at = Avoidance.avoided_profile_id == reader.profile_id
        if reader.organisation_id is not None:
            aimed_at |= Avoidance.avoided_organisation_id == reader.organisation_id
        found = found.where(or_(Avoidance.profile_id == reader.profile_id, aimed_at))
    for profile_id, avoided_id, organisation_id in db.session.execute(found):
        own = keys.get(profile_id)
        if own is None:
            continue
        if avoided_id in keys:
            yield own, keys[avoided_id]
        yield from ((own, other) for other in of_organisation.get(organisation_id or 0, ()))


def _under_way(event_id: int, reader: ScoredPerson | None) -> Iterable[tuple[int, int]]:
    requests = select(MeetingRequest.low_id, MeetingRequest.high_id).where(
        MeetingRequest.event_id == event_id,
        MeetingRequest.state.in_((RequestState.PENDING, RequestState.DECLINED)),
    )
    meetings = select(Meeting.first_id, Meeting.second_id).where(
        Meeting.event_id == event_id, Meeting.state == MeetingState.ACTIVE
    )
    if reader is not None:
        requests = requests.where(or_(MeetingRequest.sender_id == reader.id, MeetingRequest.recipient_id == reader.id))
        meetings = meetings.where(or_(Meeting.first_id == reader.id, Meeting.second_id == reader.id))
    for asked in (requests, meetings):
        yield from (_pair(row) for row in db.session.execute(asked))


def _labelled(people: Sequence[ScoredPerson], reader: ScoredPerson | None) -> Iterable[tuple[int, int]]:
    """Who was taken out of a list is not recommended the other way round either: the answer would be no."""
    keys = {one.profile_id: one.id for one in people}
    found = select(Label.profile_id, Label.other_profile_id)
    if reader is not None:
        own = reader.profile_id
        found = found.where(or_(Label.profile_id == own, Label.other_profile_id == own))
    for profile_id, other_id in db.session.execute(found):
        if profile_id in keys and other_id in keys:
            yield keys[profile_id], keys[other_id]


def _pair(row: Any) -> tuple[int, int]:
    return row[0], row[1]


def asked_for() -> Sequence[int]:
    """Ids of events whose lists wait to be made anew."""
    return db.session.scalars(
        select(Matchmaking.event_id)
        .where(Matchmaking.is_on, Matchmaking.suggestions_asked_at.is_not(None))
        .order_by(Matchmaking.event_id)
    ).all()
