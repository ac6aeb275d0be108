"""The interface's words for how far two people are, and for what they say of recommendations."""

from flask_babel import lazy_gettext as _l

from elmo_events.matchmaking.rules import LabelKind, Relation

RELATION_LABELS = {
    Relation.ASKED: _l("You have asked"),
    Relation.ASKS: _l("Asks to meet you"),
    Relation.DECLINED: _l("Declined"),
    Relation.AGREED: _l("You will meet"),
}
# What can be said of a recommendation, in the order in which it is offered.
WRONG_LABELS = {
    LabelKind.WRONG_TOPIC: _l("The topic is wrong: we mean different things"),
    LabelKind.WRONG_DIRECTION: _l("We both offer, or both seek, the same"),
    LabelKind.KNOWN_ALREADY: _l("We know each other already"),
    LabelKind.COMPETITOR: _l("They are a competitor"),
}
LABEL_LABELS = {LabelKind.HIDDEN: _l("Hidden"), **WRONG_LABELS}
