"""Letters after an event: how were your meetings, and months later what did they lead to? Composed when they are sent."""

from collections.abc import Sequence

from flask import url_for
from flask_babel import gettext as _
from flask_babel import pgettext

from elmo_events.accounts.queries import entry_url
from elmo_events.agenda.queries import feedback as queries
from elmo_events.events.rules import EventState
from elmo_events.foundation import dates
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.links import external_url
from elmo_events.mail.actions import write
from elmo_events.mail.letters import Letter, letter, render
from elmo_events.mail.models import Message
from elmo_events.matchmaking.models import Meeting, Participation
from elmo_events.matchmaking.queries.participations import is_in_force
from elmo_events.matchmaking.queries.rooms import other_of
from elmo_events.registration.queries.letters import around_words

HOW_IT_WAS, WHAT_IT_LED_TO = "agenda.how_it_was", "agenda.what_it_led_to"


def how_it_was(person: Participation, once: str) -> None:
    _write(HOW_IT_WAS, person, once)


def what_it_led_to(person: Participation, once: str) -> None:
    _write(WHAT_IT_LED_TO, person, once)


def _write(kind: str, person: Participation, once: str) -> None:
    registration = person.registration
    write(
        kind, to_name=registration.name, to_address=registration.email, language=registration.language,
        about=("participation", person.id), once=once,
    )  # fmt: skip


@letter(HOW_IT_WAS)
def compose_how_it_was(message: Message) -> Letter | None:
    person = _receiver(message)
    meetings = queries.not_told_of(person, now()) if person else []
    if person is None or not meetings:
        return None
    path = url_for("agenda.own_agenda", slug=person.event.slug, day="all", language=current_language())
    return _laid_out(
        person,
        heading=_("How were your meetings?"),
        paragraphs=[
            _("Two taps for each meeting tell us whether we brought the right people together."),
            _("The organiser sees your answers; the people you met do not."),
        ],
        meetings=meetings,
        url=entry_url(person.registration.email, current_language(), path),
        label=_("Say how it was"),
        signs_in=True,
    )


@letter(WHAT_IT_LED_TO)
def compose_what_it_led_to(message: Message) -> Letter | None:
    person = _receiver(message)
    said = [each for each in queries.asked_later(person) if each.feedback.result is None] if person else []
    if person is None or not said:
        return None
    return _laid_out(
        person,
        heading=_("Did your meetings lead to something?"),
        paragraphs=[
            _("Three months ago you allowed us to ask. One tap for each meeting is enough, and we won't ask again.")
        ],
        meetings=[each.meeting for each in said],
        url=external_url("agenda.outcome", token=queries.outcome_token(person)),
        label=pgettext("button", "Answer"),
    )


def _receiver(message: Message) -> Participation | None:
    """Somebody who takes part still, at the address that the letter was written to, in an event that took place."""
    person = db.session.get(Participation, message.about_id)
    if person is None or not is_in_force(person) or person.registration.email != message.to_address:
        return None
    return person if person.event.state == EventState.PUBLISHED else None


def _laid_out(
    person: Participation,
    *,
    heading: str,
    paragraphs: Sequence[str],
    meetings: Sequence[Meeting],
    url: str,
    label: str,
    signs_in: bool = False,
) -> Letter:
    around = around_words(person.registration)
    subject = f"{person.event.title_in(current_language()).text}: {heading}"
    facts = [[_fact(meeting, person) for meeting in meetings]]
    text, html = render(
        "matchmaking/emails/change", subject, first_name=person.registration.first_name, heading=heading,
        paragraphs=paragraphs, facts=facts, url=url, label=label, signs_in=signs_in,
        why=_("You get this letter because you took part in the meetings of this event."), **around,
    )  # fmt: skip
    return Letter(subject, text, html, sender_name=around["organiser"], reply_to=person.event.contact_address)


def _fact(meeting: Meeting, person: Participation) -> tuple[str, str]:
    other = other_of(meeting, person)
    starts_at = meeting.told_starts_at
    when = dates.date_time_text(starts_at, current_language(), person.event.time_zone) if starts_at else ""
    return when, ", ".join(filter(None, (other.name, other.organisation_name))) or str(_("A meeting"))
