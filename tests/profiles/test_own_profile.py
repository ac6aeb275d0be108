"""One's own profile: made from the newest registration, corrected, with errors that lose nothing."""

from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from time_machine import travel

from elmo_events.accounts.models import Account
from elmo_events.foundation import search
from elmo_events.foundation.database import db, transaction
from elmo_events.network.actions import organisation_for
from elmo_events.network.models import Organisation, Region, Theme
from elmo_events.network.rules import RegionKind
from elmo_events.profiles import actions, signals
from elmo_events.profiles.models import Profile
from elmo_events.profiles.rules import Details, Visibility
from tests import makers
from tests.client import CheckingClient
from tests.meeting_makers import registration
from tests.profiles.answers import details, profile_of

FORM = "/en/profile/details"


def found(words: str) -> list[int]:
    asked = search.matching("profile", words)
    assert asked is not None
    return list(db.session.scalars(asked))


def test_nobody_sees_the_pages_without_signing_in(client: CheckingClient) -> None:
    for path in ("", "/details", "/picture", "/avoidances", "/still-open", "/erasure", "/data.json"):
        assert "/sign-in" in client.get(f"/en/profile{path}").headers["Location"], path


def test_who_has_none_is_told_what_it_is_for(as_newcomer: CheckingClient) -> None:
    answer = as_newcomer.get("/en/profile")
    assert "You have no profile yet" in answer.text
    assert FORM in answer.text
    for path in ("/picture", "/erasure", "/data.json", "/statements/new/offer"):
        assert as_newcomer.get(f"/en/profile{path}").status_code == 404, path
    for path in ("/avoidances", "/still-open"):
        assert as_newcomer.get(f"/en/profile{path}").headers["Location"] == "/en/profile"


def test_it_begins_with_the_newest_registration(as_newcomer: CheckingClient) -> None:
    organiser = makers.organiser()
    with travel(datetime(2026, 1, 1, tzinfo=UTC)):
        registration(makers.event(organiser, "vanha"), "Aino@example.org", "Aino", "Vanha", organisation="Vanha Oy")
    registration(
        makers.event(organiser, "uusi"), "aino@example.org", "Aino", "Uusi", organisation="Uusi Oy", job_title="Johtaja",
        region_code="16", created_at=datetime.now(UTC) + timedelta(seconds=1),
    )  # fmt: skip
    registration(makers.event(organiser, "muu"), "other@example.org", "Otso", "Muu", organisation="Muu Oy")
    page = as_newcomer.get(FORM).text
    for value in ("Uusi", "Uusi Oy", "Johtaja"):
        assert f'value="{value}"' in page
    assert '<option selected value="16">' in page
    assert "Vanha" not in page
    assert "Muu Oy" not in page


def test_without_a_registration_it_begins_with_the_name_of_the_account(as_newcomer: CheckingClient) -> None:
    page = as_newcomer.get(FORM).text
    assert 'value="Aino"' in page
    assert 'value="Mäki"' in page


def test_every_field_is_kept(as_newcomer: CheckingClient, newcomer: Account) -> None:
    theme = db.session.query(Theme).one()
    answer = as_newcomer.post(FORM, data=details(themes=[str(theme.id), "999"]))
    assert answer.headers["Location"] == "/en/profile"
    profile = profile_of(newcomer)
    assert (profile.first_name, profile.last_name, profile.sort_key) == ("Aino", "Mäki", "m{bki  aino")
    assert (profile.job_title, profile.organisation) == ("Projektipäällikkö", "Lapin AMK")
    assert (profile.region_code, profile.country, profile.organisation_type is not None) == ("19", "FI", True)
    assert profile.expertise == {"fi": "Biojalostus ja pilotointi", "en": "Biorefining"}
    assert profile.languages == ["fi", "se"]
    assert [one.id for one in profile.themes] == [theme.id]
    assert (profile.visibility, profile.may_be_recommended) == (Visibility.NETWORK, True)
    assert profile.known_organisation is not None
    page = as_newcomer.get("/en/profile").text
    for text in ("Aino Mäki", "Projektipäällikkö, Lapin AMK", "Lapland", "Biorefining", "Finnish, Northern Sami",
                 "Clean technologies", "The whole network"):  # fmt: skip
        assert text in page


def test_what_is_unticked_is_gone(as_newcomer: CheckingClient, newcomer: Account) -> None:
    theme = db.session.query(Theme).one()
    as_newcomer.post(FORM, data=details(themes=[str(theme.id)]))
    told = details(**{"expertise-fi": "", "job_title": "", "visibility": "hidden"})
    for name in ("languages", "may_be_recommended"):
        del told[name]
    as_newcomer.post(FORM, data=told)
    profile = profile_of(newcomer)
    assert (profile.themes, profile.languages, profile.may_be_recommended) == ([], [], False)
    assert (profile.expertise, profile.job_title, profile.visibility) == ({"en": "Biorefining"}, "", "hidden")
    assert db.session.query(Profile).count() == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"first_name": ""}, "Write your first name."),
        ({"last_name": "www.example.org"}, "Write your last name."),
        ({"first_name": "A" * 101}, "longer than 100"),
        ({"organisation": " "}, "Write your organisation."),
        ({"organisation_type": ""}, "Choose the type of your organisation."),
        ({"organisation_type": "999"}, "Not a valid choice"),
        ({"region": ""}, "Choose your region."),
        ({"region": "99"}, "Not a valid choice"),
        ({"visibility": "everybody"}, "Not a valid choice"),
        ({"languages": ["fi", "xx"]}, "valid choice"),
        ({"expertise-sv": "x" * 1501}, "longer than 1500"),
    ],
)
def test_errors_stand_beside_their_field_and_lose_nothing(
    as_newcomer: CheckingClient, wrong: dict[str, str], sentence: str
) -> None:
    theme = db.session.query(Theme).one()
    answer = as_newcomer.post(FORM, data=details(job_title="Aivan oma", themes=[str(theme.id)]) | wrong)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert 'value="Aivan oma"' in answer.text
    assert "Biojalostus ja pilotointi" in answer.text
    assert f'value="{theme.id}" checked' in answer.text
    db.session.rollback()
    assert db.session.query(Profile).count() == 0


def test_whoever_works_abroad_names_the_country(as_newcomer: CheckingClient, newcomer: Account) -> None:
    makers.saved(Region(code="X", kind=RegionKind.ABROAD, name={"en": "Abroad"}))
    for country in ("", "FI", "XX"):
        answer = as_newcomer.post(FORM, data=details(region="X", country=country))
        assert answer.status_code == 422
        assert "Choose your country." in answer.text
    as_newcomer.post(FORM, data=details(region="X", country="NO"))
    assert profile_of(newcomer).country == "NO"
    assert "Norway" in as_newcomer.get("/en/profile").text
    as_newcomer.post(FORM, data=details(region="19", country="NO"))
    assert profile_of(newcomer).country == "FI"


def test_an_organisation_is_found_however_it_is_spelt(as_newcomer: CheckingClient, newcomer: Account) -> None:
    with transaction():
        known = organisation_for("Kivi & Metalli Demo Oy", None, None, "FI")
    as_newcomer.post(FORM, data=details(organisation="kivi & metalli  demo"))
    profile = profile_of(newcomer)
    assert profile.organisation_id == known.id
    assert profile.organisation == "kivi & metalli demo"
    as_newcomer.post(FORM, data=details(organisation="Aivan Uusi Oy"))
    assert profile_of(newcomer).organisation_id != known.id
    assert db.session.query(Organisation).count() == 2


def test_organisations_are_suggested_from_two_letters_on(as_newcomer: CheckingClient) -> None:
    with transaction():
        organisation_for("Lapin AMK", None, None, "FI")
        organisation_for("Pohjoinen Tutkimus", None, None, "FI")
    address = "/en/profile/organisation-names"
    assert as_newcomer.get(f"{address}?q=l").json == []
    assert as_newcomer.get(f"{address}?q=lap").json == ["Lapin AMK"]
    assert as_newcomer.get(f"{address}?q=%25").json == []
    assert as_newcomer.get(address).json == []


def test_suggestions_have_a_limit(as_newcomer: CheckingClient) -> None:
    answers = {as_newcomer.get("/en/profile/organisation-names?q=lap").status_code for _ in range(301)}
    assert answers == {200, 429}


def test_saving_leads_back_to_where_a_profile_was_needed(as_newcomer: CheckingClient) -> None:
    back = "/en/events/kiertotalous/meetings/join"
    assert as_newcomer.post(f"{FORM}?next={back}", data=details()).headers["Location"] == back
    elsewhere = as_newcomer.post(f"{FORM}?next=//evil.example", data=details())
    assert elsewhere.headers["Location"] == "/en/profile"


def test_it_is_found_by_its_words_and_meetings_hear_of_it(as_newcomer: CheckingClient, newcomer: Account) -> None:
    heard: list[int] = []

    def hear(profile: Profile) -> None:
        heard.append(profile.id)

    with signals.profile_changed.connected_to(hear):
        as_newcomer.post(FORM, data=details())
    number = profile_of(newcomer).id
    assert heard == [number]
    assert found("biojalostuksen") == [number]
    assert found("lapin amk mäki") == [number]
    as_newcomer.post(FORM, data=details(**{"expertise-fi": "Kiertotalous", "expertise-en": ""}))
    db.session.rollback()
    assert found("biojalostus") == []
    assert found("kiertotaloudessa") == [number]


def test_sent_twice_it_is_still_one_profile(app: Flask, newcomer: Account) -> None:
    told = Details("Aino", "Mäki", "Lapin AMK")
    for _ in range(2):
        with transaction():
            actions.save_details(newcomer, told)
    assert db.session.query(Profile).count() == 1


def test_the_form_says_what_for_and_who_sees_it(as_newcomer: CheckingClient) -> None:
    page = as_newcomer.get(FORM).text
    assert "for one purpose: to bring you together with people who fit" in page
    assert "You choose below who sees it" in page
