"""Who may meet whom, by type of organisation."""

from flask_babel import lazy_gettext as _l
from wtforms import SelectMultipleField
from wtforms.widgets import CheckboxInput, ListWidget

from elmo_events.foundation.forms import Form

BETWEEN = ":"  # the two slugs of a pair, in the order of the alphabet


class MatrixForm(Form):
    """Its choices are all pairs of types; those ticked may meet."""

    allowed = SelectMultipleField(
        _l("Who may meet whom"), widget=ListWidget(prefix_label=False), option_widget=CheckboxInput()
    )

    @property
    def offered(self) -> set[tuple[str, str]]:
        return {pair_of(value) for value, *_rest in self.allowed.iter_choices()}

    @property
    def forbidden(self) -> set[tuple[str, str]]:
        return self.offered - {pair_of(value) for value in self.allowed.data or ()}


def choice_of(first: str, second: str) -> str:
    return BETWEEN.join(sorted((first, second)))


def pair_of(choice: str) -> tuple[str, str]:
    first, _between, second = choice.partition(BETWEEN)
    return first, second
