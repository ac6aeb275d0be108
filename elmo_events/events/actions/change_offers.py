"""The ways to attend an event, and what one may add."""

from collections.abc import Sequence
from datetime import datetime

from flask_babel import gettext as _

from elmo_events.accounts.models import Account
from elmo_events.events import signals
from elmo_events.events.actions.change import refuse_gaps
from elmo_events.events.actions.editing import begin, end_section, remove
from elmo_events.events.models import Admission, Event, Extra
from elmo_events.events.rules import AdmissionFacts, ExtraFacts, Offers, Section
from elmo_events.foundation.database import db
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.refusals import Refusal


def change_offers(event: Event, offers: Offers, by: Account, seen: datetime | None = None) -> None:
    """Say how one can attend, what one can add, and how many places there are.

    Refuses: a stale form; no name; fewer places than are taken; removing what somebody has registered for; what a
    published event must have.
    Writes: admissions, extras, an audit entry; sends `places_raised` when one has more places than before.
    """
    begin(event, seen)
    raised = _change_admissions(event, offers.admissions)
    raised = _change_extras(event, offers.extras) or raised
    refuse_gaps(event, Section.OFFERS)
    end_section(event, by, Section.OFFERS)
    if raised:
        signals.places_raised.send(event)


def _change_admissions(event: Event, wanted: tuple[AdmissionFacts, ...]) -> bool:
    known = {admission.id: admission for admission in event.admissions}
    _remove_missing(list(event.admissions), wanted, "admissions")
    db.session.expire(event, ["admissions"])
    raised = False
    for position, facts in enumerate(wanted):
        row = f"admissions-{position}"
        admission = known.get(facts.id or 0) or Admission(places=facts.places, places_taken=0)
        raised = _change_places(admission, facts, row) or raised
        admission.mode, admission.position = facts.mode, position
        if admission not in event.admissions:
            event.admissions.append(admission)
    event.admissions.sort(key=lambda admission: admission.position)
    return raised


def _change_extras(event: Event, wanted: tuple[ExtraFacts, ...]) -> bool:
    known = {extra.id: extra for extra in event.extras}
    _remove_missing(list(event.extras), wanted, "extras")
    db.session.expire(event, ["extras"])
    raised = False
    for position, facts in enumerate(wanted):
        row = f"extras-{position}"
        extra = known.get(facts.id or 0) or Extra(places=facts.places, places_taken=0)
        raised = _change_places(extra, facts, row) or raised
        extra.description, extra.position = dict(facts.description), position
        if extra not in event.extras:
            event.extras.append(extra)
    event.extras.sort(key=lambda extra: extra.position)
    return raised


def _change_places(offer: Admission | Extra, facts: AdmissionFacts | ExtraFacts, row: str) -> bool:
    """Whether there are more places than before."""
    if not any(facts.name.values()):
        raise Refusal(_("Write a name."), field=f"{row}-name-fi")
    if facts.places is not None and facts.places < offer.places_taken:
        sentence = _("%(number)s places are taken. You can't have fewer places than that.", number=offer.places_taken)
        raise Refusal(sentence, field=f"{row}-places")
    raised = offer.places is not None and (facts.places is None or facts.places > offer.places)
    offer.name, offer.places, offer.has_catering = dict(facts.name), facts.places, facts.has_catering
    return raised


def _remove_missing(
    rows: Sequence[Admission | Extra], wanted: Sequence[AdmissionFacts | ExtraFacts], field: str
) -> None:
    kept = {facts.id for facts in wanted}
    for row in rows:
        if row.id not in kept:
            name = row.name_in(current_language()).text
            sentence = _(
                "Somebody has registered for “%(name)s”, so it can't be removed. To take no more people, "
                "set its places to the number that is taken.",
                name=name,
            )
            remove([row], Refusal(sentence, field=field))
