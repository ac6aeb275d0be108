"""All registrations of whoever has signed in, and the way there from a personal link."""

from typing import Any

from flask import redirect, request, url_for

from elmo_events.accounts import actions as account_actions
from elmo_events.accounts.guards import account_or_403, begin_session
from elmo_events.accounts.queries import account_by_address
from elmo_events.accounts.rules import is_local_path
from elmo_events.foundation.access import open_to_all, signed_in
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import transaction
from elmo_events.foundation.languages import current_language
from elmo_events.foundation.pages import page
from elmo_events.registration import queries
from elmo_events.registration.blueprint import blueprint
from elmo_events.registration.labels import STATE_LABELS
from elmo_events.registration.queries.further import further_links
from elmo_events.registration.views.personal import personal, registration_or_404, token_of


@signed_in
@blueprint.get("/<language>/registrations")
def my_registrations() -> Any:
    account = account_or_403()
    registrations = queries.registrations_of(account.email)
    coming = [one for one in registrations if not one.event.is_past_at(now())]
    return personal(
        page(
            "registration/my_registrations.html",
            coming=coming,
            past=[one for one in reversed(registrations) if one.event.is_past_at(now())],
            further={one.id: further_links(one, current_language()) for one in coming},
            tokens={one.id: token_of(one) for one in registrations},
            state_labels=STATE_LABELS,
        )
    )


@open_to_all
@blueprint.post("/<language>/registrations/<token>/sign-in")
def sign_in_by_link(token: str) -> Any:
    """The personal link came to the address of the registration: whoever has it may sign in with that address."""
    registration = registration_or_404(token)
    asked = request.form.get("next", "")
    target = asked if is_local_path(asked) else url_for(".my_registrations")
    known = account_by_address(registration.email)
    if known is not None and not known.is_participant:
        return redirect(url_for("accounts.sign_in", way="password", next=target))
    with transaction():
        account = account_actions.enter(registration.email, current_language(), registration.name)
    begin_session(account)
    return redirect(target)
