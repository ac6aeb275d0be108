"""Letters: how each kind of e-mail is composed. Features register theirs; the worker composes when it sends."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from css_inline import CSSInliner
from flask import current_app, render_template

from elmo_events.mail.models import Message


@dataclass(frozen=True)
class File:
    filename: str
    content_type: str
    content: str


@dataclass(frozen=True)
class Letter:
    """What goes out: a subject, the same words as text and HTML, files, and who gets an answer to it."""

    subject: str
    text: str
    html: str
    files: Sequence[File] = field(default=())
    sender_name: str = "ELMO Events"
    reply_to: str | None = None


Composer = Callable[[Message], Letter | None]
_composers: dict[str, Composer] = {}


def letter(kind: str) -> Callable[[Composer], Composer]:
    """Register how letters of this kind are composed; a composer answers None when what it tells of is gone."""

    def remember(composer: Composer) -> Composer:
        _composers[kind] = composer
        return composer

    return remember


def compose(message: Message) -> Letter | None:
    return _composers[message.kind](message)


def render(template: str, subject: str, **context: object) -> tuple[str, str]:
    """Text and HTML of `<template>.txt` and `<template>.html`, its styles written into its tags (many clients drop the rest)."""
    text = render_template(f"{template}.txt", subject=subject, **context)
    html = render_template(f"{template}.html", subject=subject, **context)
    folder = str(current_app.template_folder)
    return text.strip() + "\n", _inliner(folder).inline(html)


@lru_cache
def _inliner(folder: str) -> CSSInliner:
    styles = (Path(folder) / "mail" / "style.css").read_text(encoding="utf-8")
    return CSSInliner(extra_css=styles, load_remote_stylesheets=False, keep_style_tags=True)
