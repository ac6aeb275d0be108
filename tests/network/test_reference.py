"""Reference content is filled in once and never overwritten."""

from flask import Flask

from elmo_events.foundation.database import transaction
from elmo_events.foundation.languages import UI_LANGUAGES
from elmo_events.network import actions, queries
from elmo_events.network.rules import RegionKind
from tests import makers


def test_setup_fills_in_and_a_second_time_changes_nothing(app: Flask) -> None:
    ran = app.test_cli_runner().invoke(args=["setup"])
    assert ran.exit_code == 0, ran.output
    assert [theme.slug for theme in queries.open_themes()] == ["clean", "circular", "digital", "cluster"]
    codes = [region.code for region in queries.regions()]
    assert codes == ["19", "17", "18", "16", "11", "12", "10", "FI", "X"]
    assert [region.code for region in queries.network_regions()] == codes[:7]
    assert queries.regions()[-1].kind == RegionKind.ABROAD
    assert len(queries.organisation_types()) == 15
    assert "(0 rows written)" in app.test_cli_runner().invoke(args=["setup"]).output


def test_every_name_is_in_every_language(app: Flask) -> None:
    with transaction():
        actions.fill_in_reference()
    for kind in ("themes", "regions", "organisation-types"):
        for term in queries.terms(kind):
            assert set(term.name) == set(UI_LANGUAGES)


def test_a_name_that_was_changed_stays(app: Flask) -> None:
    makers.taxonomy()
    with transaction():
        actions.fill_in_reference()
    assert next(theme for theme in queries.themes() if theme.slug == "clean").name["en"] == "Clean technologies"
