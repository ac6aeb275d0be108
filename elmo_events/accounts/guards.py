"""The session's account, and the checks of the access rules “signed in” and “administrator”."""

from flask import Flask, Response, abort, request, session
from flask_login import LoginManager, current_user, login_user
from werkzeug.local import LocalProxy

from elmo_events.accounts import queries
from elmo_events.accounts.models import Account
from elmo_events.foundation.access import checks_with
from elmo_events.foundation.headers import has_session


class SessionsOnly(LoginManager):  # type: ignore[misc]
    """Nobody is remembered beyond the session, so that answers without one need not be looked at."""

    def _update_remember_cookie(self, response: Response) -> Response:
        return response


login_manager = SessionsOnly()
login_manager.login_view = "accounts.sign_in"
login_manager.login_message = None


def register(app: Flask) -> None:
    login_manager.init_app(app, add_context_processor=False)  # templates ask for `current_account`
    login_manager.user_loader(queries.account_of_session)
    checks_with(app, "signed-in", check_signed_in)
    checks_with(app, "administrator", check_administrator)
    app.jinja_env.globals["current_account"] = LocalProxy(signed_in_account)


def signed_in_account() -> Account | None:
    """The account of this session. A visitor without a session is not given one, so that public pages stay cacheable."""
    if not has_session():
        return None
    account = current_user._get_current_object()
    return account if isinstance(account, Account) else None


def account_or_403() -> Account:
    """The account that has signed in: for pages that only such an account may open."""
    return signed_in_account() or abort(403)


def begin_session(account: Account) -> None:
    """A new session: whatever an earlier one held is dropped, so that nobody can prepare it."""
    session.clear()
    login_user(account)
    session.permanent = True


def check_signed_in(role: str, organiser_id: int | None) -> None:
    if signed_in_account() is None:
        abort(login_manager.unauthorized() if request.method in {"GET", "HEAD"} else 403)


def check_administrator(role: str, organiser_id: int | None) -> None:
    """The network's pages do not exist for anybody else."""
    check_signed_in(role, organiser_id)
    account = signed_in_account()
    if account is None or not account.is_network_administrator:
        abort(404)
