"""How a rule says no to a person."""

from typing import Any


class Refusal(Exception):
    """A rule's “no”: a sentence for a person, and the field that it is about.

    Pages show it beside the field with status 422; nothing has been written when it is raised.
    """

    def __init__(self, sentence: Any, field: str | None = None) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence
        self.field = field
