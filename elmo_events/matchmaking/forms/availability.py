"""Saying when one can meet."""

import re
from collections.abc import Mapping, Sequence, Set
from typing import Any

from flask import request
from flask_babel import lazy_gettext as _l

from elmo_events.foundation.fields import CheckboxesField
from elmo_events.foundation.forms import Form
from elmo_events.foundation.incoming import whole_number

NUMBER = re.compile("[0-9]{1,9}")
WHOLE_BLOCK = "block"
FREE, BUSY = "free", "busy"


class SlotsField(CheckboxesField):
    """What is no number of a slot counts as a box that isn't ticked: the page has no place to say more about it."""

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        super().process_formdata([written for written in valuelist if NUMBER.fullmatch(written)])


class AvailabilityForm(Form):
    """`slots`: those in which somebody can meet. A button of a block answers for all of its slots."""

    slots = SlotsField(_l("When I can meet"))

    def free(self, slots_of_blocks: Mapping[int, Set[int]]) -> set[int]:
        """Ids of the slots that are free after what was pressed."""
        chosen = set(self.slots.data or ())
        number, _, answer = request.form.get(WHOLE_BLOCK, "").partition(":")
        try:
            of_block = slots_of_blocks.get(whole_number(number), frozenset())
        except ValueError:
            return chosen
        return chosen | of_block if answer == FREE else chosen - of_block
