"""The outbox: an e-mail is a row written in the transaction that it tells of, and is sent after it.

A crash at any moment loses none; an e-mail may go out twice only when a crash falls between sending it and noting that.
"""

from flask import Flask


def register(app: Flask) -> None:
    from elmo_events.mail import blueprint, commands, jobs, labels, retention, transport, views  # noqa: F401  views hang on the blueprint

    transport.mail.init_app(app)
    app.jinja_env.globals["message_states"] = labels.STATE_LABELS
    app.register_blueprint(blueprint.blueprint)
    app.cli.add_command(commands.mail)
    jobs.register()
    retention.register()
