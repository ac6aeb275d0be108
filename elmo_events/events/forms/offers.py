"""The section of ways to attend, and of what one may add."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FormField, SelectField

from elmo_events.events.forms.fields import PlacesField, Row, RowsField
from elmo_events.events.forms.section import SectionForm
from elmo_events.events.labels import MODE_LABELS
from elmo_events.events.rules import AdmissionFacts, ExtraFacts, Mode, Offers
from elmo_events.foundation.forms import TranslatedField, choices


class AdmissionRow(Row):
    name = TranslatedField(_l("Name"), most=100)
    mode = SelectField(_l("How people attend"), choices=choices(list(MODE_LABELS.items())), coerce=Mode)
    places = PlacesField(_l("Places"), description=_l("Empty: no limit."))
    has_catering = BooleanField(_l("Catering: ask about dietary requirements"))

    @property
    def facts(self) -> AdmissionFacts:
        return AdmissionFacts(self.id.data, self.name.data, self.mode.data, self.places.data, self.has_catering.data)


class ExtraRow(Row):
    name = TranslatedField(_l("Name"), most=100)
    description = TranslatedField(_l("Description"), most=500, long=True)
    places = PlacesField(_l("Places"), description=_l("Empty: no limit."))
    has_catering = BooleanField(_l("Catering: ask about dietary requirements"))

    @property
    def facts(self) -> ExtraFacts:
        return ExtraFacts(self.id.data, self.name.data, self.description.data, self.places.data, self.has_catering.data)


class OffersForm(SectionForm):
    admissions = RowsField(FormField(AdmissionRow), _l("Ways to attend"))
    extras = RowsField(FormField(ExtraRow), _l("Extras"))

    @property
    def facts(self) -> Offers:
        return Offers(tuple(row.form.facts for row in self.admissions), tuple(row.form.facts for row in self.extras))
