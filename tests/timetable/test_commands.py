"""`timetable solve` reads both formats and prints what it promises. The instance here is our own."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from elmo_events.timetable.commands import timetable
from elmo_events.timetable.planner.dzn import read_dzn

DZN = """
nBusiness = 4; nMeetings = 4; nTables = 2; nTotalSlots = 4; nMorningSlots = 2;
requested = [|1, 2, 1,
|3, 4, 3,
|1, 3, 2,
|2, 4, 3,
|];
nMeetingsBusiness = [2,2,2,2];
meetingsxBusiness = [{1,2,4},{1,2,5},{1,3,4},{1,3,5}];
forbidden = [{0},
{1},
{0},
{0,4}];
fixed = [0,2,0,0];
precedences = [{},
{},
{1,2},
{}];
"""

JSON = {
    "slots": [{"block": "am"}, {"block": "am"}],
    "people": [{"name": "Aino"}, {"name": "Bo"}, {"name": "Cilla", "unavailable": [1]}],
    "locations": [{"name": "Table 1"}],
    "meetings": [{"people": ["Aino", "Bo"]}, {"people": ["Aino", "Cilla"], "weight": 2}],
    "goals": ["weight", "breaks"],
}


def run(*arguments: str) -> str:
    result = CliRunner().invoke(timetable, ["solve", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_reads_the_published_format() -> None:
    problem = read_dzn(DZN)
    assert problem.people[1].unavailable == frozenset({0})
    assert problem.people[3].unavailable == frozenset({3})
    assert problem.meetings[0].allowed_slots == frozenset({0, 1})
    assert problem.meetings[2].allowed_slots == frozenset({2, 3})
    assert problem.meetings[1].pinned_slot == 1
    assert problem.precedences == ((0, 2), (1, 2))


def test_refuses_a_file_that_is_cut_short() -> None:
    with pytest.raises(ValueError, match="list of meetings"):
        read_dzn(DZN.replace("nMeetings = 4", "nMeetings = 5"))


def test_prints_one_json_object(tmp_path: Path) -> None:
    file = tmp_path / "day.dzn"
    file.write_text(DZN)
    printed = json.loads(run(str(file), "--json", "--seconds", "60"))
    assert list(printed) == ["status", "breaks", "bound", "seconds", "slots"]
    assert (printed["status"], printed["breaks"], printed["bound"]) == ("optimal", 0, 0)
    assert printed["slots"][:2] == [2, 2]
    assert printed["slots"][2] == 3


def test_prints_infeasible(tmp_path: Path) -> None:
    file = tmp_path / "day.dzn"
    file.write_text(DZN.replace("fixed = [0,2,0,0]", "fixed = [1,2,0,0]"))
    printed = json.loads(run(str(file), "--json"))
    assert printed["status"] == "infeasible"
    assert printed["slots"] == []


def test_reads_our_own_json_and_writes_the_timetable(tmp_path: Path) -> None:
    file, output = tmp_path / "day.json", tmp_path / "timetable.json"
    file.write_text(json.dumps(JSON))
    text = run(str(file), "--output", str(output))
    assert "0 breaks: proven best possible." in text
    written = json.loads(output.read_text())
    assert written["figures"]["weight"] == 3
    assert written["meetings"] == [
        {"meeting": 1, "slot": 1, "people": ["Aino", "Bo"], "location": "Table 1"},
        {"meeting": 2, "slot": 2, "people": ["Aino", "Cilla"], "location": "Table 1"},
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{",
        '{"people": []}',
        json.dumps(JSON).replace('["Aino", "Bo"]', '["X", "Bo"]'),
        json.dumps(JSON | {"goals": []}),
    ],
)
def test_says_what_is_wrong_with_a_file(tmp_path: Path, text: str) -> None:
    file = tmp_path / "day.json"
    file.write_text(text)
    result = CliRunner().invoke(timetable, ["solve", str(file)])
    assert result.exit_code == 1
    assert "day.json cannot be read" in result.output
