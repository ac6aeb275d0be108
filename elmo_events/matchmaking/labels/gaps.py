"""Words for what somebody has not done yet: as filters of the organiser's list, and as what they are reminded of."""

from typing import Any, NamedTuple

from flask_babel import lazy_gettext as _l

from elmo_events.matchmaking.rules import Gap

GAP_LABELS = {
    Gap.NOT_JOINED: _l("Not joined"),
    Gap.NO_PROFILE: _l("No profile"),
    Gap.NOTHING_SAID: _l("No offers or needs"),
    Gap.NO_REQUEST: _l("No request"),
    Gap.NO_TIME: _l("No time marked free"),
    Gap.NO_MEETING: _l("No meeting placed"),
}
GAP_REMINDERS = {
    Gap.NOT_JOINED: _l("to join the meetings"),
    Gap.NO_PROFILE: _l("to write their profile"),
    Gap.NOTHING_SAID: _l("to say what they offer and seek"),
    Gap.NO_REQUEST: _l("to ask somebody for a meeting"),
    Gap.NO_TIME: _l("to mark when they can meet"),
    Gap.NO_MEETING: _l("that they have no meeting yet"),
}


class Wording(NamedTuple):
    """What a reminder says: its heading, one sentence, and what its button is called."""

    heading: Any
    sentence: Any
    label: Any


WORDINGS = {
    Gap.NOT_JOINED: Wording(
        _l("Meet the right people at the event"),
        _l(
            "You have registered, but you do not take part in the meetings yet. Tell what you offer and what you seek, and we "
            "suggest whom you could meet."
        ),
        _l("Join the meetings"),
    ),
    Gap.NO_PROFILE: Wording(
        _l("Who are you?"),
        _l(
            "You have registered, but you have no profile yet. With a few lines about yourself you can meet the right people "
            "at the event."
        ),
        _l("Write your profile"),
    ),
    Gap.NOTHING_SAID: Wording(
        _l("What do you offer, what do you seek?"),
        _l(
            "You take part in the meetings, but your profile says neither what you offer nor what you seek. One sentence is "
            "enough for others to find you."
        ),
        _l("Add an offer or a need"),
    ),
    Gap.NO_REQUEST: Wording(
        _l("Whom would you like to meet?"),
        _l(
            "You take part in the meetings, but you have not asked anybody yet, and nobody has asked you. We have "
            "suggestions for you."
        ),
        _l("See whom we recommend"),
    ),
    Gap.NO_TIME: Wording(
        _l("When can you meet?"),
        _l("You have marked all times as ones in which you can't meet. So no meeting can be found for you."),
        _l("Choose when you can meet"),
    ),
    Gap.NO_MEETING: Wording(
        _l("You have no meeting yet"),
        _l("There is still room in the timetable. Ask somebody, and answer the requests that you got."),
        _l("See whom we recommend"),
    ),
}
