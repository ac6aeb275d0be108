"""What an RDI actor tells the network: organisation, expertise, offers and needs; the directory, and organisations' pages.

Nobody sees a profile that its visibility, or a block list, hides from them: `queries.visible` is the one place that decides.
"""

from flask import Flask


def register(app: Flask) -> None:
    from elmo_events.profiles import blueprint, jobs, receivers, retention
    from elmo_events.profiles.emails import letters  # noqa: F401  (importing it registers them)
    from elmo_events.profiles.queries import kept  # noqa: F401  (the same)
    from elmo_events.profiles.views import (  # noqa: F401  (on the blueprint)
        avoidances,
        directory,
        erasure,
        organisation_names,
        organisations,
        own_profile,
        picture,
        statements,
        still_open,
    )

    jobs.register()
    retention.register()
    receivers.register()
    app.register_blueprint(blueprint.blueprint)
