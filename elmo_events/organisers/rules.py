"""Roles of an organiser's members, lowest first."""

from enum import StrEnum


class Role(StrEnum):
    EDITOR = "editor"  # events and registrations
    MANAGER = "manager"  # and the organiser itself: its members, its privacy notice


ORDER = (Role.EDITOR, Role.MANAGER)


def is_enough(role: str, asked: str) -> bool:
    """Whether a role may do what asks for another: a manager may do all that an editor may."""
    return ORDER.index(Role(role)) >= ORDER.index(Role(asked))
