"""Sorting as Finnish and Swedish do: … z, å, ä, ö; Sámi letters beside their base letter.

The key is kept in a column, so that the database sorts.
"""

import unicodedata

_LAST = {"å": "{a", "ä": "{b", "æ": "{b", "ö": "{c", "ø": "{c", "õ": "o"}
_BASE = {"đ": "d", "ŋ": "n", "ŧ": "t", "ǥ": "g", "ʒ": "z", "ǯ": "z", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "w": "w"}


def sort_key(text: str) -> str:
    """A key of plain ASCII: comparing keys byte by byte sorts the texts. “{” comes right after “z”."""
    letters: list[str] = []
    for letter in unicodedata.normalize("NFC", text.strip().casefold()):
        if letter in _LAST or letter in _BASE:
            letters.append(_LAST.get(letter) or _BASE[letter])
        elif letter.isalnum() or letter == " ":
            plain = unicodedata.normalize("NFD", letter)
            letters.append("".join(part for part in plain if not unicodedata.combining(part)))
    return "".join(letters).encode("ascii", "ignore").decode()[:200]


def name_sort_key(last_name: str, first_name: str) -> str:
    """Family name first, then given name; the space that parts them sorts before every letter."""
    return f"{sort_key(last_name)}  {sort_key(first_name)}"[:200]
