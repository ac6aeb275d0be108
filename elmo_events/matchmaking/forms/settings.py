"""What an organiser decides about requests and meetings."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, RadioField
from wtforms.validators import Length, NumberRange, Optional, Regexp

from elmo_events.foundation.forms import Filled, LineField, MomentField, ZonedForm, choices
from elmo_events.matchmaking.labels.settings import MODE_LABELS, MODE_NOTES
from elmo_events.matchmaking.rules import MatchmakingMode, Terms

MOST = 1000  # a limit beyond which nobody means one
LONGEST_DAYS = 90


class NotesRadioField(RadioField):
    """One of several, each with a note."""

    choice_notes: dict[Any, Any] = {}  # replaced, never changed


class TermsForm(ZonedForm):
    mode = NotesRadioField(
        _l("How meetings are made"), choices=choices(list(MODE_LABELS.items())), coerce=MatchmakingMode
    )
    opens_at = MomentField(
        _l("Requests begin"), [Optional()], description=_l("Empty: as soon as the event is published.")
    )
    closes_at = MomentField(_l("Requests end"), [Optional()], description=_l("Empty: when the last slot begins."))
    request_lasts_days = IntegerField(
        _l("Days to answer a request"),
        [Filled(), NumberRange(1, LONGEST_DAYS)],
        description=_l("A request that nobody answers expires. Halfway, the person who was asked is reminded."),
    )
    most_requests = IntegerField(
        _l("Unanswered requests of one person"),
        [Optional(), NumberRange(1, MOST)],
        description=_l("So many can wait for an answer at a time. Empty: no limit."),
    )
    most_meetings = IntegerField(
        _l("Meetings of one person"), [Optional(), NumberRange(1, MOST)], description=_l("Empty: no limit.")
    )
    most_in_a_row = IntegerField(
        _l("Meetings without a break"),
        [Optional(), NumberRange(1, MOST)],
        description=_l("After so many meetings in a row, one slot stays free. Empty: no limit."),
    )
    video_address = LineField(
        _l("Address of video meetings"),
        [Optional(), Length(max=500), Regexp(r"^https://\S+$", message=_l("A link begins with https://"))],
        description=_l(
            "For people who attend online. Write {meeting} where each meeting has its own name, such as "
            "https://meet.example.org/elmo-{meeting}. Empty: online meetings are held in your video rooms."
        ),
    )

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.mode.choice_notes = MODE_NOTES

    @property
    def terms(self) -> Terms:
        return Terms(
            mode=self.mode.data,
            opens_at=self.opens_at.data,
            closes_at=self.closes_at.data,
            request_lasts_days=self.request_lasts_days.data or 1,
            most_requests=self.most_requests.data,
            most_meetings=self.most_meetings.data,
            most_in_a_row=self.most_in_a_row.data,
            video_address=self.video_address.data or "",
        )
