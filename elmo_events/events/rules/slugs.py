"""The last piece of an event's public address, made from its title."""

import re
import unicodedata

RESERVED_SLUGS = {"past", "new", "events", "feed"}  # addresses beside the events themselves
LONGEST = 60
_LETTERS = str.maketrans({"đ": "d", "ŋ": "n", "ŧ": "t", "ø": "o", "æ": "ae", "ß": "ss", "ʒ": "z", "ǥ": "g"})


def slug_of(title: str) -> str:
    """Plain small letters, digits and hyphens; whole words, as many as fit. Empty when the title has no letters."""
    plain = unicodedata.normalize("NFKD", title.casefold().translate(_LETTERS))
    words = re.findall(r"[a-z0-9]+", "".join(letter for letter in plain if not unicodedata.combining(letter)))
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        slug = longer
    return slug


def is_slug(text: str) -> bool:
    return len(text) <= LONGEST + 20 and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text) is not None
