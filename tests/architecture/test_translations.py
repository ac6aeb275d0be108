"""Every text of the interface is there in Finnish and in Swedish (rule 6)."""

import re

import pytest
from babel.messages import Message

from tests.catalogues import LANGUAGES, translated, written

PLACEHOLDER = re.compile(r"%\((\w+)\)s")


def texts(message: Message) -> list[str]:
    strings = message.string if isinstance(message.string, tuple | list) else [message.string]
    return [str(text or "") for text in strings]


def placeholders(message: Message) -> set[str]:
    identity = message.id if isinstance(message.id, tuple | list) else [message.id]
    return {name for text in identity for name in PLACEHOLDER.findall(str(text))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    catalogue = translated(language)
    known = {(message.id, message.context): message for message in catalogue if message.id}
    missing = [
        message.id
        for message in written()
        if message.id
        and not (
            (found := known.get((message.id, message.context))) is not None and all(texts(found)) and not found.fuzzy
        )
    ]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_use_the_placeholders_of_the_source(language: str) -> None:
    """A plural's singular may say “one” without a number."""
    wrong = [
        message.id
        for message in translated(language)
        if message.id and all(texts(message))
        and set(PLACEHOLDER.findall(texts(message)[-1])) != placeholders(message)
    ]  # fmt: skip
    assert wrong == []


def test_texts_are_found_in_code_and_in_templates() -> None:
    places = {name.split("/")[0] for message in written() for name, _ in message.locations}
    assert places == {"elmo_events", "templates"}
