"""Asking for a meeting, and answering: what people write to each other, and when they could meet."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import RadioField
from wtforms.validators import Length

from elmo_events.foundation.forms import Filled, Form, TextField, choices

LONGEST_MESSAGE, LONGEST_GAIN, LONGEST_REASON = 1000, 500, 500
NOTHING = 0  # cited


class SlotForm(Form):
    """Where people choose their slots, one of those that both can use."""

    slot = RadioField(_l("When would you like to meet?"), coerce=int, validate_choice=False)
    proposal_is_gone = False

    def offer_slots(self, slots: Sequence[tuple[int, str]], chosen: int | None = None) -> None:
        """Ids and times; without any, nothing is asked. A slot that went meanwhile is refused in words, not by the field.

        `chosen`: proposed, if it is still there.
        """
        self.proposal_is_gone = chosen is not None and chosen not in dict(slots)
        if not slots:
            del self.slot
            return
        self.slot.choices = choices(slots)
        if not self.is_submitted():
            self.slot.data = chosen if chosen in dict(slots) else slots[0][0]

    @property
    def slot_id(self) -> int | None:
        return self.slot.data if "slot" in self else None


class AskForm(SlotForm):
    message = TextField(_l("Your message"), [Filled(), Length(max=LONGEST_MESSAGE)])
    what_you_gain = TextField(_l("What may they want from you?"), [Length(max=LONGEST_GAIN)])
    statement = RadioField(_l("Is it about something that they offer or seek?"), coerce=int, validate_choice=False)

    def offer_statements(self, statements: Sequence[tuple[int, Any]], chosen: int | None) -> None:
        """Ids and titles; without any, nothing is asked."""
        if not statements:
            del self.statement
            return
        self.statement.choices = choices([*statements, (NOTHING, _l("No, something else"))])
        if not self.is_submitted():
            self.statement.data = chosen if chosen in dict(statements) else NOTHING

    @property
    def statement_id(self) -> int | None:
        return (self.statement.data or None) if "statement" in self else None


class DeclineForm(Form):
    reason = TextField(_l("Why?"), [Length(max=LONGEST_REASON)])
