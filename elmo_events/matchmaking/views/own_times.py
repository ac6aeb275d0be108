"""The boxes that say when somebody can meet: for participants, and for organisers who act for one."""

from collections.abc import Sequence

from elmo_events.foundation.forms import choices
from elmo_events.matchmaking.forms.availability import AvailabilityForm
from elmo_events.matchmaking.queries.availability import OwnBlock


def times_form(blocks: Sequence[OwnBlock]) -> AvailabilityForm:
    """A box for each slot, ticked where the person is free."""
    slots = [own for block in blocks for own in block.slots]
    form = AvailabilityForm()
    form.slots.choices = choices([(own.slot.id, "") for own in slots])
    if not form.is_submitted():
        form.slots.data = [own.slot.id for own in slots if own.is_free]
    return form


def free_after(form: AvailabilityForm, blocks: Sequence[OwnBlock]) -> set[int]:
    """Ids of the slots that are free by what was sent. Boxes of slots with a meeting can't be sent: they stay."""
    held = {own.slot.id for block in blocks for own in block.slots if own.meeting is not None}
    return held | form.free({block.block.id: {own.slot.id for own in block.slots} for block in blocks})
