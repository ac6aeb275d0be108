"""What administrators are asked about the network's content."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, DateField, SelectField
from wtforms.validators import Length, Optional

from elmo_events.foundation.forms import Filled, Form, LineField, TranslatedField

ALL = ("fi", "sv", "en")


class TermForm(Form):
    name = TranslatedField(_l("Name"), required=ALL)


class ThemeForm(TermForm):
    """The view says which periods and themes can be chosen; 0 stands for none."""

    parent_id = SelectField(
        _l("Stands below"),
        coerce=int,
        default=0,
        description=_l("A topic stands below a theme, and belongs to its period."),
    )
    period_id = SelectField(_l("Period of the strategy"), coerce=int, default=0)


class PeriodForm(Form):
    name = TranslatedField(_l("Name"), required=ALL)
    starts_on = DateField(_l("Begins"), [Filled()])
    ends_on = DateField(_l("Ends"), [Optional()])
    sorts_events = BooleanField(
        _l("Events are sorted by the themes of this period"),
        description=_l("Profiles can choose the themes and topics of every period."),
    )


class AliasForm(Form):
    alias = LineField(
        _l("Another name"), [Filled(), Length(max=200)], description=_l("For example a short form or a former name.")
    )


class MergeForm(Form):
    """Only the button."""


class ProjectForm(Form):
    code = LineField(_l("Project code"), [Filled(), Length(max=40)], description=_l("For example A75728."))
    name = TranslatedField(_l("Name"), required=("fi",))
    funder_text = TranslatedField(
        _l("Funder text"),
        long=True,
        most=400,
        description=_l("Shown on the pages, in the emails and on the documents of the project's events."),
    )
    has_eu_emblem = BooleanField(
        _l("Show the EU emblem"), description=_l("With the words “Co-funded by the European Union”.")
    )
    starts_on = DateField(_l("Begins"), [Optional()])
    ends_on = DateField(_l("Ends"), [Optional()])
