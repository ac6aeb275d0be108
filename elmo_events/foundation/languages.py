"""Languages: of the interface (Finnish, Swedish, English, chosen by the URL) and of content (those and the Sámi languages).

`_` here is flask-babel's for Python code; templates get a faster one that looks its catalogue up once per request.
"""

import io
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import structlog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask import Flask, abort, current_app, g, has_request_context, request, url_for
from flask_babel import Babel, force_locale
from werkzeug.local import LocalProxy

log = structlog.get_logger()
UI_LANGUAGES = {"fi": "Suomeksi", "sv": "På svenska", "en": "In English"}
CONTENT_LANGUAGES = {
    "fi": "suomi", "sv": "svenska", "en": "English",
    "se": "davvisámegiella", "smn": "anarâškielâ", "sms": "nuõrttsääʹmǩiõll",
}  # fmt: skip
LETTER_LANGUAGES = {
    code: CONTENT_LANGUAGES[code] for code in UI_LANGUAGES
}  # that people can choose for e-mails to them
FALLBACKS = {"fi": ("sv", "en"), "sv": ("fi", "en"), "en": ("fi", "sv")}
CATALOGUES = Path(__file__).resolve().parent.parent / "translations"
COOKIE = "language"
YEAR = 365 * 24 * 3600


class LanguageText(NamedTuple):
    """A text and the language that it is in, which may not be the one that was asked for."""

    text: str
    language: str

    def __str__(self) -> str:
        return self.text


def in_language(translated: Mapping[str, str] | None, language: str) -> LanguageText:
    """The text in this language; else in the reader's next best; else in any; else empty."""
    translated = translated or {}
    for code in (language, *FALLBACKS.get(language, ("fi", "sv", "en")), *CONTENT_LANGUAGES):
        if translated.get(code):
            return LanguageText(translated[code], code)
    return LanguageText("", language)


def current_language() -> str:
    """The language of this request or e-mail."""
    return str(g.get("language", "en"))


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Write in this language inside: e-mails go out in the participant's, not in the organiser's."""
    before = g.get("language")
    g.language = language
    try:
        with force_locale(language):
            yield
    finally:
        g.language = before or "en"


def register(app: Flask) -> None:
    _refresh_catalogues()
    Babel(
        app,
        default_locale="en",
        default_timezone="Europe/Helsinki",
        default_translation_directories=str(CATALOGUES),
        locale_selector=current_language,
    )
    app.jinja_env.install_gettext_callables(_gettext, _ngettext, newstyle=True, pgettext=_pgettext)  # type: ignore[attr-defined]
    app.jinja_env.globals.update(
        ui_languages=list(UI_LANGUAGES.items()),
        content_languages=CONTENT_LANGUAGES,
        language_links=language_links,
        in_language=in_language,
        language=LocalProxy(current_language),  # for macros, which see no page's context
        current_language=current_language,
    )
    app.context_processor(lambda: {"language": current_language()})
    app.url_value_preprocessor(_take_language_from_url)
    app.url_defaults(_put_language_into_url)
    app.before_request(_guess_language)
    app.after_request(_remember_language)


def language_links() -> list[dict[str, Any]]:
    """This page in each language of the interface; the front page where this one has no language."""
    endpoint, values = request.endpoint, dict(request.view_args or {})
    if endpoint is None or "language" not in _arguments(endpoint):
        endpoint, values = "site.front_page", {}
    query = request.args.to_dict(flat=False) if request.method == "GET" else {}
    return [
        {
            "code": code,
            "name": name,
            "url": url_for(endpoint, **{**query, **values, "language": code}),
            "current": code == current_language(),
        }
        for code, name in UI_LANGUAGES.items()
    ]


def best_language() -> str:
    """What the visitor chose before, or what the browser asks for, or Finnish."""
    chosen = request.cookies.get(COOKIE, "")
    if chosen in UI_LANGUAGES:
        return chosen
    return request.accept_languages.best_match(list(UI_LANGUAGES)) or "fi"


def _arguments(endpoint: str) -> set[str]:
    return {name for rule in current_app.url_map.iter_rules(endpoint) for name in rule.arguments}


def _take_language_from_url(endpoint: str | None, values: dict[str, Any] | None) -> None:
    if not values or "language" not in values:
        return
    language = values.pop("language")
    if language not in UI_LANGUAGES:
        g.language = best_language()  # the page that says so needs one
        abort(404)
    g.language = language


def _put_language_into_url(endpoint: str, values: dict[str, Any]) -> None:
    if "language" in values and values["language"] is not None:
        return
    if "language" in _known_arguments_of(endpoint):
        values["language"] = current_language()


_known_arguments: dict[str, set[str]] = {}


def _known_arguments_of(endpoint: str) -> set[str]:
    if endpoint not in _known_arguments:
        _known_arguments[endpoint] = _arguments(endpoint)
    return _known_arguments[endpoint]


def _guess_language() -> None:
    if "language" not in g:
        in_path = request.path.split("/", 2)[1]  # an address that no page has still says its language
        g.language = in_path if in_path in UI_LANGUAGES else best_language()


def _remember_language(response: Any) -> Any:
    """Keep the choice only when the browser would not make it by itself: one cookie fewer for most visitors."""
    if response.mimetype == "text/html" and response.status_code == 200 and current_language() != best_language():  # noqa: PLR2004
        response.set_cookie(
            COOKIE, current_language(), max_age=YEAR, samesite="Lax", httponly=True, secure=request.is_secure
        )
    return response


@lru_cache
def _translations(language: str) -> NullTranslations:
    return Translations.load(str(CATALOGUES), [language])


def _gettext(message: str) -> str:
    return _translations(g.language if has_request_context() else current_language()).ugettext(message)


def _ngettext(one: str, many: str, number: int) -> str:
    return _translations(current_language()).ungettext(one, many, number)


def _pgettext(context: str, message: str) -> str:
    """A word that means different things: `context` says which."""
    return str(_translations(current_language()).upgettext(context, message))


def _refresh_catalogues() -> None:
    """Compile a catalogue that is missing or older than its source: a fresh clone has only the sources."""
    for source in CATALOGUES.glob("*/LC_MESSAGES/messages.po"):
        compiled = source.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime >= source.stat().st_mtime:
            continue
        language = source.parent.parent.name
        written = io.BytesIO()
        with source.open("rb") as lines:
            write_mo(written, read_po(lines, locale=language))
        made = compiled.with_suffix(f".{os.getpid()}")
        try:
            made.write_bytes(written.getvalue())
        except OSError as error:  # an installation that only its administrator may write to
            log.warning("catalogue not compiled", language=language, error=type(error).__name__)
            continue
        made.replace(compiled)
