"""What is in the way of a meeting, in the reader's language."""

from collections.abc import Callable, Mapping

from flask_babel import gettext as _

from elmo_events.matchmaking.rules import Hindrance

_SENTENCES: Mapping[Hindrance, Callable[[str, str], str]] = {
    Hindrance.NOT_ALLOWED: lambda person, other: _("These two may not meet."),
    Hindrance.BEGUN: lambda person, other: _("This slot has begun already."),
    Hindrance.AWAY: lambda person, other: _("%(person)s can't use this slot.", person=person),
    Hindrance.BUSY: lambda person, other: _("%(person)s meets %(other)s then.", person=person, other=other),
    Hindrance.ENOUGH: lambda person, other: _("%(person)s has as many meetings as are allowed.", person=person),
    Hindrance.IN_A_ROW: lambda person, other: _(
        "%(person)s would have too many meetings without a pause.", person=person
    ),
    Hindrance.NO_TABLE: lambda person, other: _("No table is left."),
    Hindrance.WRONG_TABLE: lambda person, other: _("This meeting can't be held at this table."),
    Hindrance.TABLE_CLOSED: lambda person, other: _("The table is closed."),
    Hindrance.TABLE_TAKEN: lambda person, other: _("The table is taken by %(other)s.", other=other),
}


def hindrance_text(hindrance: Hindrance, person: str = "", other: str = "") -> str:
    """`person` is whom it is about, `other` whom they meet, or who sits there."""
    return str(_SENTENCES[hindrance](person, other))
