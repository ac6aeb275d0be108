"""Names of organisations, suggested while somebody types one."""

from typing import Any

from flask import jsonify, request

from elmo_events.accounts.guards import account_or_403
from elmo_events.foundation.access import signed_in
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.rate_limits import limit
from elmo_events.network.queries import organisations_like
from elmo_events.profiles.blueprint import blueprint

SHORTEST, MOST = 2, 8


@signed_in
@blueprint.get("/<language>/profile/organisation-names")
def organisation_names() -> Any:
    """At most eight; none before two letters are typed."""
    typed = request.args.get("q", "").strip()[:200]
    if len(typed) < SHORTEST:
        return jsonify([])
    limit("organisation names", str(account_or_403().id), most=300, seconds=300)
    language = current_language()
    return jsonify([organisation.name_in(language).text for organisation in organisations_like(typed, MOST)])
