"""What every feature stands on, and which knows no feature: database, clock, refusals, forms, pages, languages,
signed links, access guards, jobs and rate limits.
"""

from flask import Flask


def register(app: Flask) -> None:
    from elmo_events.foundation import (
        access,
        commands,
        database,
        errors,
        headers,
        incoming,
        jobs,
        languages,
        lemmas,
        logs,
        pages,
        rate_limits,
        rendered_pages,
    )

    for part in (
        logs,
        database,
        languages,
        lemmas,
        pages,
        incoming,
        headers,
        access,
        errors,
        jobs,
        rate_limits,
        rendered_pages,
        commands,
    ):
        part.register(app)
