"""A button that means it."""

from elmo_events.foundation.forms import Form


class ConfirmForm(Form):
    """Nothing is asked; a refusal stands on top."""
