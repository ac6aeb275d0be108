"""What all forms share: a CSRF token, refusals shown beside their field, texts in several languages, typed times."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import Form as PlainForm
from wtforms import FormField, StringField, TextAreaField
from wtforms.fields import DateTimeLocalField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs
from wtforms.i18n import get_translations
from wtforms.validators import Length, ValidationError

from elmo_events.foundation import dates
from elmo_events.foundation.incoming import without_unwanted
from elmo_events.foundation.languages import CONTENT_LANGUAGES, current_language
from elmo_events.foundation.refusals import Refusal

YEARS = (1900, 2200)  # beyond the ends of the calendar no zone can be reckoned with


class Form(FlaskForm):  # type: ignore[misc]
    """Base of all forms."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]
        def get_translations(self, form: Any) -> Any:
            """WTForms' own sentences; Flask-WTF would read their catalogue anew for every request."""
            return _sentences(current_language())

    @contextmanager
    def showing_refusals(self) -> Iterator[None]:
        """Put a refusal beside the field that it names, or on top of the form; the page is then shown again."""
        try:
            yield
        except Refusal as refusal:
            self.add_error(refusal.field, refusal.sentence)

    def add_error(self, field: str | None, sentence: Any) -> None:
        """`field` is a field's name; one inside a row or a translated text by its whole name, such as “title-sv”."""
        found = _find(self._fields.values(), field) if field else None
        while found is not None and hasattr(found, "form"):  # a group shows its errors beside its first field
            found = next(iter(found.form))
        if found is None:
            self.form_errors.append(sentence)
        else:
            found.errors = [*found.errors, sentence]

    @property
    def errors(self) -> dict[Any, Any]:
        found: dict[Any, Any] = super().errors
        return found


class ConfirmForm(Form):
    """Nothing is asked but to mean it; a refusal stands above the button."""


def _find(fields: Iterable[Any], name: str) -> Any | None:
    for field in fields:
        if field.name == name:
            return field
        inside = field if hasattr(field, "form") else getattr(field, "entries", ())
        if name.startswith(f"{field.name}-") and (found := _find(inside, name)) is not None:
            return found
    return None


def choices(pairs: Sequence[tuple[Any, Any]]) -> list[SelectChoice]:
    """Choices of a select, radio or checkbox group from (value, label) pairs."""
    return [SelectChoice(value=value, label=label) for value, label in pairs]


class LineField(StringField):
    """One line of text, without stray spaces."""

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        self.data = without_unwanted(" ".join(str(valuelist[0]).split())).strip() if valuelist else self.data


class TextField(TextAreaField):
    """Several lines of text; line ends become plain newlines."""

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        self.data = without_unwanted(str(valuelist[0]).replace("\r\n", "\n")).strip() if valuelist else self.data


class TranslatedField(FormField):  # type: ignore[type-arg]
    """One text in several languages: a part for each, named by its code; `data` is {"fi": "…", "sv": "…"}."""

    def __init__(
        self, label: Any = None, *, long: bool = False, most: int = 200, required: Sequence[str] = (), **options: Any
    ) -> None:
        super().__init__(_language_form(long, most, tuple(required)), label, **options)
        self.long = long

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        translated = data if isinstance(data, dict) else {}
        super().process(formdata, {code: translated.get(code, "") for code in CONTENT_LANGUAGES}, extra_filters)

    @property
    def data(self) -> dict[str, str]:
        return {code: text for code, text in self.form.data.items() if text}

    @data.setter
    def data(self, value: Any) -> None:
        """WTForms assigns what it was processed with; the parts hold the truth."""


@lru_cache
def _sentences(language: str) -> Any:
    return get_translations([language])


def _language_form(long: bool, most: int, required: tuple[str, ...]) -> type[PlainForm]:
    kind = TextField if long else LineField
    parts = {
        code: kind(name, [Length(max=most), *([Filled()] if code in required else [])], render_kw={"lang": code})
        for code, name in CONTENT_LANGUAGES.items()
    }
    return type("LanguageForm", (PlainForm,), parts)


class Filled:
    """Refuses an empty text; unlike DataRequired it sets no HTML attribute that browsers answer in their own words."""

    field_flags = {"required": True}

    def __init__(self, sentence: Any = None) -> None:
        self.sentence = sentence

    def __call__(self, form: Any, field: Any) -> None:
        if field.data is None or (isinstance(field.data, str) and not field.data.strip()) or field.data == []:
            raise ValidationError(self.sentence or _l("Fill in this field."))


def clock_problem(moment: datetime) -> Any:
    """Why a typed time can't be meant when the clocks are turned that night; None when it can."""
    if dates.is_skipped(moment):
        return _l("This time does not exist because the clocks go forward.")
    if dates.is_doubled(moment):
        return _l("This time occurs twice because the clocks go back. Choose another time.")
    return None


class MomentField(DateTimeLocalField):
    """Date and time typed in an event's own zone; `data` is aware. A `ZonedForm` sets `zone` before it is processed."""

    def __init__(
        self, label: Any = None, validators: Any = None, *, zone: str = dates.HELSINKI, **options: Any
    ) -> None:
        super().__init__(label, validators, format=["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"], **options)
        self.zone = zone

    def _value(self) -> str:
        if self.raw_data:
            return " ".join(self.raw_data)
        return dates.local(self.data, self.zone).strftime("%Y-%m-%dT%H:%M") if self.data else ""

    def process_formdata(self, valuelist: Sequence[Any]) -> None:
        if not valuelist or not str(valuelist[0]).strip():
            self.data = None
            return
        for pattern in self.strptime_format:
            try:
                typed = datetime.strptime(str(valuelist[0]), pattern)  # noqa: DTZ007  the next line adds the zone
            except ValueError:
                continue
            if not YEARS[0] <= typed.year <= YEARS[1]:
                break
            self.data = typed.replace(tzinfo=dates.zone(self.zone))
            if problem := clock_problem(self.data):
                raise ValueError(str(problem))
            return
        self.data = None
        raise ValueError(str(_l("Write a date and a time, such as 24.11.2026 9.00.")))


class ZonedForm(Form):
    """`zone` is the event's: in it times are typed and shown."""

    def __init__(self, *arguments: Any, zone: str = dates.HELSINKI, **options: Any) -> None:
        self.zone = zone
        super().__init__(*arguments, **options)

    def process(self, *arguments: Any, **options: Any) -> None:
        for field in self:
            if isinstance(field, MomentField):
                field.zone = self.zone
        super().process(*arguments, **options)
