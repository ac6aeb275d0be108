"""Writing down what people tell: the plain facts on the registration, special needs encrypted and apart."""

from dataclasses import fields
from typing import Any

from sqlalchemy import delete

from elmo_events.foundation.database import db
from elmo_events.foundation.encryption import encrypt
from elmo_events.registration import queries
from elmo_events.registration.models import Registration, SpecialNeed
from elmo_events.registration.rules import Facts, Need, Person, keys_of

PLAIN = tuple(fact.name for fact in fields(Facts) if fact.name not in set(Need))


def write_down(registration: Registration, person: Person, facts: Facts) -> list[str]:
    """Keep name, address and plain facts, and what lists sort and search by. Returns the names of what changed."""
    keys = keys_of(person, facts.organisation)
    values: dict[str, Any] = {
        "first_name": person.first_name, "last_name": person.last_name, "email": person.email,
        **{name: getattr(facts, name) for name in PLAIN},
    }  # fmt: skip
    changed = [name for name, value in values.items() if getattr(registration, name) != value]
    for name in changed:
        setattr(registration, name, values[name])
    registration.person_key = person.key
    registration.sort_key = keys.sort_key
    registration.organisation_sort_key = keys.organisation_sort_key
    registration.search_text = keys.search_text
    return changed


def keep_needs(registration: Registration, facts: Facts, with_catering: bool, are_there: bool) -> list[str]:
    """Keep diet (only with catering) and accessibility needs encrypted. Returns the kinds that changed."""
    told = {Need.DIET: facts.diet if with_catering else "", Need.ACCESSIBILITY: facts.accessibility}
    known = queries.needs(registration) if are_there else {}
    changed = [kind for kind, text in told.items() if text != known.get(kind, "")]
    if are_there and changed:
        forget_needs(registration, changed)
    for kind in changed:
        if told[kind]:
            db.session.add(SpecialNeed(registration_id=registration.id, kind=kind, encrypted=encrypt(told[kind])))
    return [str(kind) for kind in changed]


def forget_needs(registration: Registration, kinds: list[Need] | None = None) -> None:
    """Writes: the special needs of these kinds are gone."""
    db.session.execute(
        delete(SpecialNeed).where(
            SpecialNeed.registration_id == registration.id, SpecialNeed.kind.in_(kinds or list(Need))
        )
    )
