"""Who can sign in: a password for staff. Also the audit log: who did what."""

from flask import Flask


def register(app: Flask) -> None:
    from elmo_events.accounts import blueprint, commands, guards, retention, rules
    from elmo_events.accounts.views import accounts, own_account, password, sign_in  # noqa: F401  (they hang on it)

    app.permanent_session_lifetime = rules.SESSION_LASTS
    guards.register(app)
    app.register_blueprint(blueprint.blueprint)
    app.cli.add_command(commands.account)
    retention.register()
