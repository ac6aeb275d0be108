"""The last piece of an address, made from a name or a title."""

import re
import unicodedata
from collections.abc import Callable

_LETTERS = str.maketrans({"đ": "d", "ŋ": "n", "ŧ": "t", "ø": "o", "æ": "ae", "ß": "ss", "ʒ": "z", "ǥ": "g"})


def slug_of(text: str, longest: int) -> str:
    """Plain small letters, digits and hyphens; whole words, as many as fit. Empty when the text has no Latin letter."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    words = re.findall(r"[a-z0-9]+", "".join(letter for letter in plain if not unicodedata.combining(letter)))
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:longest]
        if len(longer) > longest:
            break
        slug = longer
    return slug


def free_slug(wished: str, is_taken: Callable[[str], bool]) -> str:
    """The wished one, or the first with a number behind it that is free."""
    slug, number = wished, 2
    while is_taken(slug):
        slug, number = f"{wished}-{number}", number + 1
    return slug
