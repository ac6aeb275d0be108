"""Files hold exactly the chosen rows and columns, harm no spreadsheet, and each leaves an audit entry."""

import csv
import io
from datetime import UTC, datetime
from typing import Any

import openpyxl
import pytest

from elmo_events.accounts.models import Account, AuditEntry
from elmo_events.attendees.rules import Column, defused
from elmo_events.events.models import Admission
from elmo_events.foundation import dates
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.registration.models import Registration
from tests import makers
from tests.attendees.conftest import Place, afresh
from tests.client import CheckingClient

EVIL = '=HYPERLINK("http://example.org","click")'


def rows_of_csv(client: CheckingClient, place: Place, **asked: Any) -> list[list[str]]:
    answer = client.get(f"/en/organiser/events/{place.event.id}/attendees.csv", query_string=asked)
    assert answer.status_code == 200
    assert answer.mimetype == "text/csv"
    content = answer.get_data()
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def sheet_of(client: CheckingClient, place: Place, **asked: Any) -> Any:
    answer = client.get(f"/en/organiser/events/{place.event.id}/attendees.xlsx", query_string=asked)
    assert answer.status_code == 200
    return openpyxl.load_workbook(io.BytesIO(answer.get_data())).active


@pytest.fixture
def people(place: Place, editor: Account) -> dict[str, Registration]:
    made = {
        "Öberg": place.sign_up("Öberg", "Åsa", organisation=EVIL, phone="+358 40 123 4567", extras=[place.visit]),
        "Adams": place.sign_up(
            "Adams", organisation='Kivi, Metalli & "Demo"', message="Two\nlines", may_be_listed=True
        ),
    }
    with transaction():
        row = db.session.get_one(Registration, made["Öberg"].id)
        row.created_at = datetime(2026, 7, 1, 21, 30, 15, tzinfo=UTC)  # 0.30 the next day in Helsinki
    return made


def test_csv_has_the_chosen_columns_in_the_lists_order(client: CheckingClient, place: Place, people: Any) -> None:
    rows = rows_of_csv(client, place, column=["name", "organisation", "extras", "created"])
    assert rows[0] == ["Last name", "First name", "Organisation", "Extras", "Registered"]
    assert [row[:2] for row in rows[1:]] == [["Adams", "Aino"], ["Öberg", "Åsa"]]
    assert rows[1][2] == 'Kivi, Metalli & "Demo"'
    assert rows[2][3:] == ["Factory visit", "2026-07-02 00:30"]


def test_csv_has_only_the_filtered_rows_of_every_page(client: CheckingClient, place: Place, people: Any) -> None:
    with transaction():
        db.session.get_one(Admission, place.on_site).places = None
    for number in range(60):
        place.sign_up("Virtanen", f"Aino{number:03}", email=f"{number}@example.org")
    assert len(rows_of_csv(client, place, q="virtanen", page=2)) == 61
    assert [row[0] for row in rows_of_csv(client, place, extra=place.visit)[1:]] == ["Öberg"]
    assert [row[0] for row in rows_of_csv(client, place, sort="-name")[1:3]] == ["Öberg", "Virtanen"]


def test_csv_lines_end_as_rfc_4180_says(client: CheckingClient, place: Place, people: Any) -> None:
    content = client.get(f"/en/organiser/events/{place.event.id}/attendees.csv?column=message").get_data()
    assert content == b'\xef\xbb\xbfMessage to the organiser\r\n"Two\nlines"\r\n""\r\n'


def test_csv_runs_no_formulas(client: CheckingClient, place: Place, people: Any) -> None:
    rows = rows_of_csv(client, place, column=["organisation", "phone"], q="öberg")
    assert rows[1] == [f"'{EVIL}", "'+358 40 123 4567"]


@pytest.mark.parametrize("start", ["=1", "+1", "-1", "@a", "\tx", "\rx", "\nx"])
def test_every_start_of_a_formula_is_defused(start: str) -> None:
    assert defused(start) == f"'{start}"
    assert defused(f"a{start}") == f"a{start}"
    assert defused("") == ""


@pytest.mark.parametrize("separator", [";", "\t", "\n", "\r\n"])
@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_a_formula_behind_what_excel_takes_for_the_end_of_a_cell_is_defused(separator: str, start: str) -> None:
    assert defused(f"Anna{separator}{start}cmd|' /C calc'!A0;x") == f"Anna{separator}'{start}cmd|' /C calc'!A0;x"
    assert defused(f"Anna{separator} Alatalo") == f"Anna{separator} Alatalo"


def test_workbook_is_typed_frozen_and_wide_enough(client: CheckingClient, place: Place, people: Any) -> None:
    sheet = sheet_of(
        client, place, column=["name", "organisation", "listed", "created", "confirmed", "number", "queue"]
    )
    assert [cell.value for cell in sheet[1]] == [
        "Last name", "First name", "Organisation", "Place on the waiting list", "May be listed", "Registered", "Confirmed at",
        "Number",
    ]  # fmt: skip
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:H3"
    assert sheet.column_dimensions["A"].width > 15
    adams, oberg = list(sheet.iter_rows(min_row=2))
    assert [cell.data_type for cell in oberg] == ["s", "s", "s", "n", "b", "d", "d", "n"]
    assert (adams[4].value, oberg[4].value) == (True, False)
    assert oberg[2].value == EVIL
    assert oberg[2].data_type == "s"
    assert oberg[2].hyperlink is None
    assert oberg[5].value == datetime(2026, 7, 2, 0, 30, 15)
    assert oberg[7].value == people["Öberg"].id


def test_workbook_of_nobody_has_its_head(client: CheckingClient, place: Place, people: Any) -> None:
    sheet = sheet_of(client, place, q="nobody", column="email")
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [["Email address"]]


def test_no_file_has_special_needs(client: CheckingClient, place: Place, editor: Account) -> None:
    place.sign_up("Adams", diet="vegaani", accessibility="pyörätuoli")
    every = {"column": [str(column) for column in Column]}
    written = str(rows_of_csv(client, place, **every)) + str(list(sheet_of(client, place, **every).values))
    assert "Adams" in written
    assert "vegaani" not in written
    assert "pyörätuoli" not in written


def test_the_file_is_named_after_event_and_day(client: CheckingClient, place: Place, people: Any) -> None:
    answer = client.get(f"/en/organiser/events/{place.event.id}/attendees.xlsx")
    day = dates.local(now()).date().isoformat()
    assert answer.headers["Content-Disposition"] == f"attachment; filename=attendees-kiertotalous-{day}.xlsx"
    assert answer.headers["Cache-Control"] == "no-store"


def test_every_file_is_noted_without_names(client: CheckingClient, place: Place, editor: Account, people: Any) -> None:
    rows_of_csv(client, place, q="öberg", column=["name", "email"])
    afresh()
    entry = db.session.query(AuditEntry).filter_by(action="attendees exported").one()
    assert (entry.account_id, entry.organiser_id) == (editor.id, place.event.organiser_id)
    assert (entry.about_kind, entry.about_id) == ("event", place.event.id)
    assert entry.details == {"file": "csv", "rows": 1, "columns": ["name", "email"], "filters": ["q"]}


def test_only_own_members_get_a_file(client: CheckingClient, place: Place, people: Any) -> None:
    client.sign_in(makers.member(makers.organiser("kainuu"), "stranger@example.org"))
    for kind in ("csv", "xlsx"):
        assert client.get(f"/en/organiser/events/{place.event.id}/attendees.{kind}").status_code == 404
    assert client.get(f"/en/organiser/events/{place.event.id}/attendees.pdf").status_code == 404
    afresh()
    assert db.session.query(AuditEntry).filter_by(action="attendees exported").count() == 0


def test_waiting_people_have_their_place_in_the_queue(client: CheckingClient, place: Place, editor: Account) -> None:
    with transaction():
        db.session.get_one(Admission, place.on_site).places = 1
    for name in ("Virtanen", "Korhonen", "Adams"):
        place.sign_up(name)
    assert rows_of_csv(client, place, column=["name", "queue", "state"], sort="queue")[1:] == [
        ["Korhonen", "Aino", "On the waiting list", "1"],
        ["Adams", "Aino", "On the waiting list", "2"],
        ["Virtanen", "Aino", "Confirmed", ""],
    ]
