"""Words for what the meetings of an event are made of."""

from flask_babel import lazy_gettext as _l

from elmo_events.matchmaking.rules import MatchmakingMode

# Parts of the matching score: what they are called, and what they look at.
PART_LABELS = {
    "offers": _l("Offers and needs"),
    "themes": _l("Common themes"),
    "actors": _l("Types of organisations"),
    "text": _l("Common words"),
    "region": _l("Other regions"),
    "wishes": _l("Wishes"),
    "freshness": _l("New acquaintances"),
}
PART_NOTES = {
    "offers": _l("One seeks what the other offers, in any of the languages."),
    "themes": _l("Both have chosen the same themes and topics."),
    "actors": _l("Organisations that complement each other, such as a company and a university."),
    "text": _l("Both write about the same things."),
    "region": _l("The two come from different regions."),
    "wishes": _l("One has asked the other for a meeting."),
    "freshness": _l("The two have not met before, or long ago."),
}
MODE_LABELS = {
    MatchmakingMode.PLANNED: _l("People ask, we make the timetable"),
    MatchmakingMode.FIRST_COME: _l("First come, first served"),
}
MODE_NOTES = {
    MatchmakingMode.PLANNED: _l(
        "Requests name no time. When you like, all accepted meetings are placed at once, so that as many as possible fit and "
        "nobody waits long. Recommended."
    ),
    MatchmakingMode.FIRST_COME: _l(
        "Who asks chooses a free time. It is theirs as soon as the other accepts. You make no timetable."
    ),
}
