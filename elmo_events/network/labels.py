"""Words for the kinds of terms."""

from flask_babel import lazy_gettext as _l

TERM_KINDS = {
    "themes": _l("Themes"),
    "regions": _l("Regions"),
    "organisation-types": _l("Types of organisation"),
}
ADD = {"themes": _l("Add a theme"), "organisation-types": _l("Add a type of organisation")}
