"""What an RDI actor tells the network: organisation, expertise, offers and needs; the directory, and organisations' pages.

Nobody sees a profile that its visibility, or a block list, hides from them: `queries.visible` is the one place that decides.
"""

from flask import Flask


def register(app: Flask) -> None:
    from elmo_events.profiles import blueprint, models  # noqa: F401

    app.register_blueprint(blueprint.blueprint)
