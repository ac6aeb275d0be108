"""Saying when one can meet."""

from collections.abc import Mapping, Set

from flask import request
from flask_babel import lazy_gettext as _l

from elmo_events.foundation.fields import CheckboxesField
from elmo_events.foundation.forms import Form
from elmo_events.foundation.incoming import whole_number

WHOLE_BLOCK = "block"
FREE, BUSY = "free", "busy"


class AvailabilityForm(Form):
    """`slots`: those in which somebody can meet. A button of a block answers for all of its slots."""

    slots = CheckboxesField(_l("When I can meet"))

    def free(self, slots_of_blocks: Mapping[int, Set[int]]) -> set[int]:
        """Ids of the slots that are free after what was pressed."""
        chosen = set(self.slots.data or ())
        number, _, answer = request.form.get(WHOLE_BLOCK, "").partition(":")
        try:
            of_block = slots_of_blocks.get(whole_number(number), frozenset())
        except ValueError:
            return chosen
        return chosen | of_block if answer == FREE else chosen - of_block
