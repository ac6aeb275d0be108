"""What the network is made of: regions, themes, organisation types and projects."""

from flask import Flask


def register(app: Flask) -> None:
    from elmo_events.network import blueprint, commands
    from elmo_events.network.views import organisations, periods, projects, taxonomy  # noqa: F401  (they hang on the blueprint)

    app.register_blueprint(blueprint.blueprint)
    app.cli.add_command(commands.set_up)
