"""What we write when an organiser reminds people of something, or does something for them that is no request."""

from datetime import datetime

from flask import url_for
from flask_babel import gettext as _

from elmo_events.accounts.queries import entry_url
from elmo_events.events.rules import EventState
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db
from elmo_events.foundation.languages import current_language
from elmo_events.mail.actions import write
from elmo_events.mail.letters import Letter, letter, render
from elmo_events.mail.models import Message
from elmo_events.matchmaking.emails.request_layout import Button, Words, entry, span_text, title_and_date, true_for
from elmo_events.matchmaking.labels.gaps import WORDINGS
from elmo_events.matchmaking.models import Participation
from elmo_events.matchmaking.queries.participations import matchmaking_of
from elmo_events.matchmaking.queries.roster import roster
from elmo_events.matchmaking.rules import Gap
from elmo_events.registration.models import Registration
from elmo_events.registration.queries.letters import around_words
from elmo_events.registration.rules import RegistrationState

REMINDER = "matchmaking.reminder"
TIMES_CHANGED = "matchmaking.times_changed_for_you"


PAGES = {
    Gap.NOT_JOINED: "matchmaking.meetings",
    Gap.NO_PROFILE: "matchmaking.meetings",
    Gap.NOTHING_SAID: "profiles.own_profile",
    Gap.NO_REQUEST: "matchmaking.recommended",
    Gap.NO_TIME: "matchmaking.availability",
    Gap.NO_MEETING: "matchmaking.recommended",
}


def reminder(registration: Registration, gap: Gap, once: str) -> None:
    write(
        REMINDER,
        to_name=registration.name,
        to_address=registration.email,
        language=registration.language,
        about=("registration", registration.id),
        once=once,
        gap=gap.value,
    )


def times_changed(participation: Participation) -> None:
    """The organiser changed when this person can meet."""
    write(
        TIMES_CHANGED,
        to_name=participation.name,
        to_address=participation.profile.account.email,
        language=participation.registration.language,
        about=("participation", participation.id),
    )


@letter(REMINDER)
def compose_reminder(message: Message) -> Letter | None:
    """Nobody is reminded of what they have done since."""
    registration, gap = db.session.get(Registration, message.about_id), Gap(message.parameters["gap"])
    if registration is None or registration.state != RegistrationState.CONFIRMED:
        return None
    event = registration.event
    if event.state != EventState.PUBLISHED or event.is_past_at(now()) or matchmaking_of(event) is None:
        return None
    if not any(gap in row.gaps for row in roster(event, only=registration.id)):
        return None
    return _laid_out(registration, gap)


@true_for(TIMES_CHANGED)
def compose_times_changed(message: Message, to: Participation) -> Words | None:
    return Words(
        subject=_("The organiser did this for you: %(event)s", event=title_and_date(to)),
        heading=_("The organiser did this for you"),
        paragraphs=[_("The organiser has changed when you can meet at the event. Please check that it is right.")],
        buttons=[Button(entry(to, "matchmaking.availability"), _("When I can meet"), "primary")],
    )


def _laid_out(registration: Registration, gap: Gap) -> Letter:
    wording, endpoint = WORDINGS[gap], PAGES[gap]
    event, language = registration.event, current_language()
    title, around = event.title_in(language).text, around_words(registration)
    subject = f"{wording.heading}: {title}" if not str(wording.heading).endswith("?") else f"{title}: {wording.heading}"
    values = {"slug": event.slug} if endpoint.startswith("matchmaking.") else {}
    path = url_for(endpoint, language=language, _external=False, **values)
    text, html = render(
        "matchmaking/emails/change",
        subject,
        heading=wording.heading,
        first_name=registration.first_name,
        paragraphs=[wording.sentence],
        facts=[[(_("Event"), title), (_("When"), span_text(event, *_first_span(registration)))]],
        url=entry_url(registration.email, language, path),
        label=wording.label,
        signs_in=True,
        why=_("You get this letter because you have registered for this event."),
        **around,
    )
    return Letter(subject, text, html, sender_name=around["organiser"], reply_to=event.contact_address)


def _first_span(registration: Registration) -> tuple[datetime, datetime]:
    first = min(registration.parts_attended, key=lambda part: part.starts_at)
    return first.starts_at, first.ends_at
