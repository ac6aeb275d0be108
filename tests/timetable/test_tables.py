"""Tables, booths and video rooms: added, renamed, ordered, closed, removed."""

from typing import Any

from elmo_events.events.models import Event
from elmo_events.foundation.database import db
from elmo_events.timetable import queries
from elmo_events.timetable.rules import MOST_TABLES, TableKind
from tests import makers, meeting_makers
from tests.client import CheckingClient


def address(event: Event, end: str = "") -> str:
    return f"/en/organiser/events/{event.id}/meetings/tables{end}"


def names(event: Event) -> list[str]:
    db.session.rollback()
    return [table.name for table in queries.tables(event)]


def add(client: CheckingClient, event: Event, adds: str, **fields: Any) -> Any:
    return client.post(
        address(event), data={"adds": adds} | {f"{adds}-{name}": value for name, value in fields.items()}
    )


def test_tables_are_added_at_once_and_numbered_on(client: CheckingClient, event: Event) -> None:
    assert "No tables yet" in client.get(address(event)).text
    add(client, event, "tables", count=3)
    add(client, event, "tables", count=2)
    assert names(event) == ["1", "2", "3", "4", "5"]
    assert "Table 4" in client.get(address(event)).text
    answer = add(client, event, "tables", count=MOST_TABLES - 4)
    assert answer.status_code == 422
    assert "at most 200 tables" in answer.text
    assert names(event) == ["1", "2", "3", "4", "5"]


def test_a_booth_has_a_host_who_comes_to_the_event(client: CheckingClient, event: Event) -> None:
    host = meeting_makers.registration(event, "aino@example.org", organisation="Demo-kaivos Oy")
    stranger = meeting_makers.registration(makers.event(event.organiser, "toinen"), "bo@example.org", "Bo")
    assert "Mäki, Demo-kaivos Oy" in client.get(address(event)).text
    add(client, event, "booth", name="Demo-kaivos", host_registration_id=host.id)
    assert names(event) == ["Demo-kaivos"]
    booth = queries.tables(event)[0]
    assert (booth.kind, booth.host_registration_id) == (TableKind.BOOTH, host.id)
    answer = add(client, event, "booth", name="Toinen", host_registration_id=stranger.id)
    assert answer.status_code == 422
    answer = add(client, event, "booth", name="Toinen", host_registration_id=host.id)
    assert "This person has a booth already." in answer.text
    assert names(event) == ["Demo-kaivos"]


def test_a_video_room_has_a_link(client: CheckingClient, event: Event) -> None:
    answer = add(client, event, "video", name="Room", link="video.example.org")
    assert answer.status_code == 422
    assert "A link begins with https://" in answer.text
    add(client, event, "video", name="1", link="https://video.example.org/1")
    assert "Video room 1" in client.get(address(event)).text


def test_names_are_unique_whatever_their_case(client: CheckingClient, event: Event) -> None:
    add(client, event, "booth", name="Kaivos")
    answer = add(client, event, "video", name="KAIVOS", link="https://video.example.org/1")
    assert answer.status_code == 422
    assert "There is a table of that name already." in answer.text


def test_a_table_is_renamed_closed_opened_and_moved(client: CheckingClient, event: Event) -> None:
    add(client, event, "tables", count=3)
    first, second, third = queries.tables(event)
    client.post(address(event, f"/{second.id}"), data={"name": "Ikkunapöytä"})
    client.post(address(event, f"/{third.id}/place"), data={"to": "earlier"})
    client.post(address(event, f"/{first.id}/place"), data={"to": "earlier"})
    assert names(event) == ["1", "3", "Ikkunapöytä"]
    assert "There is a table of that name" in client.post(address(event, f"/{first.id}"), data={"name": "3"}).text
    client.post(address(event, f"/{first.id}/opening"), data={"open": "no"})
    assert not makers.afresh(first).is_open
    client.post(address(event, f"/{first.id}/opening"), data={"open": "yes"})
    assert makers.afresh(first).is_open


def test_a_table_is_removed_unless_people_know_that_they_meet_there(client: CheckingClient, event: Event) -> None:
    meeting_makers.matchmaking(event, slots=2, tables=2)
    people = [meeting_makers.participation(event, name) for name in ("Aino", "Bo", "Carl", "Dag")]
    slot, tables = queries.slots(event)[0], queries.tables(event)
    meeting_makers.meeting(people[0], people[1], slot, tables[0])
    drafted = meeting_makers.meeting(people[2], people[3], slot, tables[1], published=False)
    answer = client.post(address(event, f"/{tables[0].id}/removal"), follow_redirects=True)
    assert "People have been told of 1 meeting there." in answer.text
    client.post(address(event, f"/{tables[1].id}/removal"))
    assert names(event) == ["1"]
    assert makers.afresh(drafted).slot_id is None


def test_tables_of_another_event_do_not_exist_here(client: CheckingClient, event: Event) -> None:
    other = makers.event(event.organiser, "toinen")
    add(client, other, "tables", count=1)
    number = queries.tables(other)[0].id
    for end in ("/removal", "/opening", "/place"):
        assert client.post(address(event, f"/{number}{end}")).status_code == 404
    assert client.get(address(event, f"/{number}")).status_code == 404
    assert client.get(address(other, f"/{number}")).status_code == 200
