"""Keeps Python 3.11 alive when the garbage collector finds rows while SQLAlchemy writes to their states.

Python 3.11 (not 3.10, nor 3.12 and later) collects garbage in the middle of setting an attribute: while it makes the dict of
an object that has no room left for one more attribute. SQLAlchemy's callback for a row that has gone writes to the state of
that row. When it is the very state whose dict is being made, Python makes two dicts over the same values, frees these once
and goes on using them: a segmentation fault some requests later. Leaving a session with many rows that point at each other,
as each request does in the end, is such a moment.
"""

import sys
from typing import Any
from weakref import ref

from sqlalchemy.orm.state import InstanceState


def write_nothing_to_dead_rows() -> None:
    if sys.version_info < (3, 12):
        InstanceState._cleanup = _forget  # type: ignore[assignment, method-assign]


def _forget(state: InstanceState[Any], row: ref[Any]) -> None:
    """What SQLAlchemy does when a row has gone, less the writing. Nobody asks a state without a row for its session."""
    identity_map = state._instance_dict()
    if identity_map is not None:
        identity_map._fast_discard(state)
