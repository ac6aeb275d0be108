"""The thirteen events of the demo, in the order of their dates."""

from elmo_events.demo.content.events import (
    artificial_intelligence_breakfast,
    biorefining_day,
    chemistry_meetings,
    circular_workshop,
    clean_webinar,
    cluster_training,
    funding_info,
    manufacturing_day,
    mining_matchmaking,
    network_days,
    photonics_meeting,
    study_visit,
    tourism_training,
)

EVENTS = tuple(
    module.EVENT
    for module in (
        network_days,
        cluster_training,
        clean_webinar,
        funding_info,
        circular_workshop,
        tourism_training,
        biorefining_day,
        artificial_intelligence_breakfast,
        chemistry_meetings,
        photonics_meeting,
        manufacturing_day,
        mining_matchmaking,
        study_visit,
    )
)
WITH_EMAIL = biorefining_day.EVENT.slug
