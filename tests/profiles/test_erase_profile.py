"""Taking everything along, and erasing it."""

import base64
import io

import pytest
from flask import Flask
from PIL import Image

from elmo_events.accounts.emails import sign_in_link
from elmo_events.accounts.models import Account, AuditEntry
from elmo_events.foundation.database import Base, db, transaction
from elmo_events.foundation.refusals import Refusal
from elmo_events.foundation.search import SearchDocument
from elmo_events.mail.models import Message
from elmo_events.network.actions import organisation_for
from elmo_events.profiles import actions, emails, signals
from elmo_events.profiles.models import Avoidance, Profile, ProfilePicture, Statement
from elmo_events.profiles.queries import own
from tests import makers
from tests.client import CheckingClient
from tests.meeting_makers import profile as made_profile
from tests.profiles import pictures
from tests.profiles.answers import details, profile_of, wording


def fill(client: CheckingClient, other: Profile) -> None:
    """Everything that somebody can tell."""
    client.post("/en/profile/details", data=details())
    client.post("/en/profile/statements/new/offer", data=wording())
    client.post("/en/profile/picture", **pictures.form_with("picture", pictures.photo_with_place()))
    with transaction():
        organisation_for("Kilpailija Oy", None, None, "FI")
    client.post("/en/profile/avoidances", data={"organisation": "Kilpailija Oy"})
    client.post(f"/en/profiles/{other.id}/avoidance")


def test_the_download_holds_all_of_it(as_newcomer: CheckingClient, newcomer: Account) -> None:
    fill(as_newcomer, made_profile("otso@example.org", "Otso", "Virtanen", visibility="network"))
    answer = as_newcomer.get("/en/profile/data.json")
    assert answer.headers["Content-Disposition"] == "attachment; filename=elmo-profile.json"
    assert answer.headers["Cache-Control"] == "no-store"
    told = answer.json
    assert told is not None
    assert told["account"]["email"] == "aino@example.org"
    assert (told["profile"]["first_name"], told["profile"]["languages"]) == ("Aino", ["fi", "se"])
    assert told["profile"]["region"]["en"] == "Lapland"
    assert told["profile"]["organisation_type"]["en"] == "Company"
    assert told["profile"]["expertise"]["fi"] == "Biojalostus ja pilotointi"
    assert told["offers_and_needs"][0]["title"]["en"] == "Pyrolysis pilot line"
    assert told["offers_and_needs"][0]["theme"]["en"] == "Clean technologies"
    assert Image.open(io.BytesIO(base64.b64decode(told["picture"]["base64"]))).size == (512, 512)
    assert [one["person"] or one["organisation"]["fi"] for one in told["not_to_be_met"]] == [
        "Kilpailija Oy",
        "Otso Virtanen",
    ]


def test_every_column_of_our_tables_is_told(as_newcomer: CheckingClient, newcomer: Account) -> None:
    """A column that is added later must not be forgotten here."""
    inner = {"id", "account_id", "profile_id", "sort_key", "mark", "organisation_id", "organisation_type_id", "theme_id",
             "content", "avoided_profile_id", "avoided_organisation_id", "created_at"}  # fmt: skip
    fill(as_newcomer, made_profile("otso@example.org", visibility="network"))
    told = own.everything_about(profile_of(newcomer))
    for model, section in ((Profile, told["profile"]), (Statement, told["offers_and_needs"][0])):
        assert {column.key for column in model.__table__.columns} - inner <= set(section), model


def test_a_higher_feature_adds_its_section(as_newcomer: CheckingClient) -> None:
    as_newcomer.post("/en/profile/details", data=details())

    @own.tells("test of meetings")
    def tell(profile: Profile) -> list[str]:
        return [profile.name]

    try:
        assert as_newcomer.get("/en/profile/data.json").json["test of meetings"] == ["Aino Mäki"]  # type: ignore[index]
    finally:
        del own._tellers["test of meetings"]


def test_erasing_asks_first_and_leaves_nothing(as_newcomer: CheckingClient, newcomer: Account) -> None:
    other = made_profile("otso@example.org", visibility="network")
    fill(as_newcomer, other)
    profile = profile_of(newcomer)
    number = profile.id
    with transaction():
        emails.warning(profile, profile.created_at)
        db.session.add(Avoidance(profile_id=other.id, avoided_profile_id=number))
    assert "be restored" in as_newcomer.get("/en/profile/erasure").text
    assert db.session.query(Profile).count() == 2
    assert as_newcomer.post("/en/profile/erasure").headers["Location"] == "/en/profile"
    db.session.rollback()
    db.session.expire_all()
    assert db.session.query(Profile).one().id == other.id
    for model in (ProfilePicture, Statement, Avoidance, Message):
        assert db.session.query(model).count() == 0, model
    assert db.session.query(SearchDocument).filter_by(kind="profile", about_id=number).count() == 0
    assert db.session.query(AuditEntry).filter_by(action="profile erased", about_id=number).count() == 1
    assert "You have no profile yet" in as_newcomer.get("/en/profile").text
    assert as_newcomer.post("/en/profile/details", data=details()).status_code == 302  # and may begin anew


def test_nothing_in_the_database_names_somebody_who_is_erased(as_newcomer: CheckingClient, newcomer: Account) -> None:
    fill(as_newcomer, made_profile("otso@example.org", "Otso", "Virtanen", visibility="network"))
    as_newcomer.post("/en/profile/erasure")
    db.session.rollback()
    for table in Base.metadata.sorted_tables:
        if table.name in {"account", "organisation", "organisation_name"}:
            continue
        rows = " ".join(str(row) for row in db.session.execute(table.select()))
        for word in ("Aino", "Mäki", "aino@example.org", "Pyrolys", "Projektipäällikkö"):
            if (table.name, word) != ("profile", "Mäki"):
                assert word not in rows, (table.name, word)


def test_meetings_hear_of_it_while_it_still_stands(as_newcomer: CheckingClient) -> None:
    as_newcomer.post("/en/profile/details", data=details())
    heard: list[tuple[str, int]] = []

    def hear(profile: Profile) -> None:
        heard.append((profile.name, db.session.query(Profile).filter_by(id=profile.id).count()))

    with signals.profile_erased.connected_to(hear):
        as_newcomer.post("/en/profile/erasure")
    assert heard == [("Aino Mäki", 1)]


def test_what_a_receiver_refuses_is_not_erased(as_newcomer: CheckingClient, newcomer: Account) -> None:
    as_newcomer.post("/en/profile/details", data=details())

    def refuse(profile: Profile) -> None:
        raise RuntimeError

    with signals.profile_erased.connected_to(refuse):
        assert as_newcomer.post("/en/profile/erasure").status_code == 500
    assert profile_of(newcomer).name == "Aino Mäki"


def test_an_account_goes_with_all_that_is_in_it(as_newcomer: CheckingClient, newcomer: Account) -> None:
    fill(as_newcomer, made_profile("otso@example.org", visibility="network"))
    with transaction():
        newcomer.is_participant = True
        sign_in_link(newcomer.email, "en")
    assert "be restored" in as_newcomer.get("/en/account/erasure").text
    number, answer = newcomer.id, as_newcomer.post("/en/account/erasure")
    assert answer.headers["Location"] == "/en/"
    assert as_newcomer.get("/en/account").status_code == 302  # to sign in
    db.session.rollback()
    db.session.expire_all()
    gone = db.session.get_one(Account, number)
    assert (gone.name, gone.email, gone.closed_at is None) == ("", f"closed {number}", False)
    assert db.session.query(Profile).filter_by(account_id=number).count() == 0
    for table in Base.metadata.sorted_tables:
        rows = " ".join(str(row) for row in db.session.execute(table.select()))
        assert "aino@example.org" not in rows, table.name


def test_who_works_for_an_organiser_asks_an_administrator(app: Flask, client: CheckingClient) -> None:
    member = makers.member(makers.organiser())
    client.sign_in(member)
    assert client.post("/en/account/erasure").status_code == 404
    with pytest.raises(Refusal), transaction():
        actions.erase_account(member)


def test_a_profile_gives_an_account_its_name(as_newcomer: CheckingClient, newcomer: Account) -> None:
    with transaction():
        newcomer.name = "aino"
    as_newcomer.post("/en/profile/details", data=details())
    assert makers.afresh(newcomer).name == "Aino Mäki"
