"""The interface's words for offers and needs, for who sees a profile, and for languages and countries."""

from functools import lru_cache

from babel import Locale
from flask_babel import lazy_gettext as _l

from elmo_events.foundation.sorting import sort_key
from elmo_events.network.rules import Criterion
from elmo_events.profiles.rules import SPOKEN_LANGUAGES, Direction, StatementKind, Visibility

NO_COUNTRY = {
    "AC",
    "CP",
    "CQ",
    "DG",
    "EA",
    "EU",
    "EZ",
    "IC",
    "QO",
    "TA",
    "UN",
    "XA",
    "XB",
    "ZZ",
}  # in the list, and none
DIRECTION_LABELS = {Direction.OFFER: _l("I offer"), Direction.NEED: _l("I am seeking")}
DIRECTION_TITLES = {Direction.OFFER: _l("Offers"), Direction.NEED: _l("Needs")}
KIND_LABELS = {
    StatementKind.BUSINESS: _l("Business partnership"),
    StatementKind.TECHNOLOGY: _l("Technology"),
    StatementKind.RESEARCH: _l("Research and development"),
    StatementKind.PILOT_SITE: _l("Pilot site"),
    StatementKind.TEST_BED: _l("Test bed"),
    StatementKind.CONSORTIUM: _l("Project consortium"),
    StatementKind.TRAINING: _l("Training"),
}
VISIBILITY_LABELS = {
    Visibility.NETWORK: _l("The whole network"),
    Visibility.EVENTS: _l("Participants of the same events"),
    Visibility.HIDDEN: _l("Nobody"),
}
VISIBILITY_NOTES = {
    Visibility.NETWORK: _l("Everybody who has signed in and has a profile finds you in the directory."),
    Visibility.EVENTS: _l("Only people who take part in the meetings of an event that you take part in too."),
    Visibility.HIDDEN: _l(
        "You are not in the directory, nobody can ask you for a meeting, and you get no recommendations."
    ),
}


CRITERION_LABELS = {
    Criterion.EMPLOYEE: _l("At least one half-time employee"),
    Criterion.ENGLISH_WEBSITE: _l("A website in English"),
    Criterion.MEMBERS: _l("At least 15 members, named openly, most of them companies"),
    Criterion.ACTOR_KINDS: _l("Members of at least two kinds"),
    Criterion.THEME: _l("A clear theme"),
    Criterion.ACTIVITIES: _l("At least two activities for its members"),
}


@lru_cache
def spoken_languages(language: str) -> dict[str, str]:
    """Names of the languages that people may speak, in the reader's language."""
    names = Locale.parse(language).languages
    return {code: names[code][0].upper() + names[code][1:] for code in SPOKEN_LANGUAGES}


@lru_cache
def countries(language: str) -> dict[str, str]:
    """Names of the countries by code, in the reader's language and its order."""
    names = Locale.parse(language).territories
    found = {code: name for code, name in names.items() if len(code) == 2 and code.isalpha() and code not in NO_COUNTRY}  # noqa: PLR2004
    return dict(sorted(found.items(), key=lambda pair: sort_key(pair[1])))
