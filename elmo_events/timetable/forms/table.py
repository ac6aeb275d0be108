"""What an organiser says of tables, booths and video rooms."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField, SelectField
from wtforms.validators import Length, NumberRange, Regexp

from elmo_events.foundation.fields import number
from elmo_events.foundation.forms import Filled, Form, LineField
from elmo_events.timetable.rules import MOST_TABLES, TableFacts


class PrefixedForm(Form):
    """One of several forms on a page: its fields' names begin with its prefix, which refusals don't know."""

    def add_error(self, field: str | None, sentence: Any) -> None:
        super().add_error(f"{self._prefix}{field}" if field else None, sentence)


class CountForm(PrefixedForm):
    count = IntegerField(
        _l("How many more tables"),
        [Filled(), NumberRange(1, MOST_TABLES)],
        default=1,
        render_kw={"inputmode": "numeric"},
    )


class NameForm(PrefixedForm):
    name = LineField(_l("Name"), [Filled(), Length(max=60)])

    @property
    def facts(self) -> TableFacts:
        return TableFacts(self.name.data or "")


class BoothForm(NameForm):
    host_registration_id = SelectField(
        _l("Host"), coerce=number, description=_l("All meetings of the host are held at this booth.")
    )

    @property
    def facts(self) -> TableFacts:
        return TableFacts(self.name.data or "", self.host_registration_id.data)


class VideoRoomForm(NameForm):
    link = LineField(
        _l("Link"),
        [Filled(), Length(max=500), Regexp(r"^https?://\S+$", message=_l("A link begins with https://"))],
        description=_l("Only the two people of a meeting get it."),
    )

    @property
    def facts(self) -> TableFacts:
        return TableFacts(self.name.data or "", link=self.link.data or "")
