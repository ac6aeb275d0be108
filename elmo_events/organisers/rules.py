"""Roles of an organiser's members, lowest first."""

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum


class Role(StrEnum):
    EDITOR = "editor"  # events and registrations
    MANAGER = "manager"  # and the organiser itself: its members, its privacy notice


ORDER = (Role.EDITOR, Role.MANAGER)


def is_enough(role: str, asked: str) -> bool:
    """Whether a role may do what asks for another: a manager may do all that an editor may."""
    return ORDER.index(Role(role)) >= ORDER.index(Role(asked))


def slug_of(name: Mapping[str, str]) -> str:
    """A name in an address: small plain letters, digits and hyphens."""
    written = name.get("fi") or name.get("en") or next(iter(name.values()), "")
    letters = unicodedata.normalize("NFKD", written).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:50].strip("-") or "organiser"
