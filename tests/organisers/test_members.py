"""Members: invited, given a role, removed; there is always a manager."""

import pytest
from flask import Flask

from elmo_events.accounts.models import Account, AuditEntry
from elmo_events.accounts.queries import account_by_address
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.organisers import queries
from elmo_events.organisers.models import Membership, Organiser
from elmo_events.organisers.rules import Role
from tests import makers
from tests.accounts.letters import newest_letter, number_of_letters, path_in
from tests.client import CheckingClient

NEW = {"name": "Bertta", "email": "bertta@example.org", "language": "sv", "role": "editor"}


@pytest.fixture
def organiser(app: Flask) -> Organiser:
    return makers.organiser()


@pytest.fixture
def manager(organiser: Organiser, client: CheckingClient) -> Account:
    account = makers.member(organiser, "manager@example.org", Role.MANAGER, name="Maija")
    client.sign_in(account)
    return account


def url(organiser: Organiser, *more: object) -> str:
    return "/".join(["/en/organiser/organisers", str(organiser.id), "members", *map(str, more)])


def membership_of(organiser: Organiser, account: Account) -> Membership:
    db.session.rollback()
    return next(one for one in queries.memberships_at(organiser.id) if one.account_id == account.id)


def test_an_unknown_address_gets_an_account_and_an_invitation(
    client: CheckingClient, organiser: Organiser, manager: Account
) -> None:
    assert client.post(url(organiser, "new"), data=NEW).location == url(organiser)
    db.session.rollback()
    account = account_by_address("bertta@example.org")
    assert account is not None
    assert queries.roles_of(account) == {organiser.id: Role.EDITOR}
    letter = newest_letter()
    assert letter.to_address == "bertta@example.org"
    assert path_in(letter).startswith("/sv/password/")
    page = client.get(url(organiser)).get_data(as_text=True)
    assert "Bertta" in page
    assert "Invited" in page


def test_a_known_address_is_told_and_keeps_its_name(
    client: CheckingClient, organiser: Organiser, manager: Account
) -> None:
    account = makers.account("bertta@example.org", name="Berit")
    client.post(url(organiser, "new"), data=NEW)
    letter = newest_letter()
    assert "Demo-liitto Lappi" in (letter.subject or "")
    assert makers.afresh(account).name == "Berit"
    again = client.post(url(organiser, "new"), data=NEW)
    assert again.status_code == 422
    assert "This person is a member already." in again.get_data(as_text=True)
    assert number_of_letters() == 1


def test_a_closed_account_is_no_member(client: CheckingClient, organiser: Organiser, manager: Account) -> None:
    makers.account("bertta@example.org", closed_at=now())
    assert client.post(url(organiser, "new"), data=NEW).status_code == 422


def test_roles_change_and_members_leave(client: CheckingClient, organiser: Organiser, manager: Account) -> None:
    editor = makers.member(organiser, name="Elli")
    number = membership_of(organiser, editor).id
    assert client.post(url(organiser, number, "role"), data={"role": "manager"}).status_code == 302
    assert membership_of(organiser, editor).role == Role.MANAGER
    assert client.post(url(organiser, number, "role"), data={"role": "emperor"}).status_code == 404
    assert "Elli" in client.get(url(organiser, number, "removal")).get_data(as_text=True)
    assert client.post(url(organiser, number, "removal")).location == url(organiser)
    db.session.rollback()
    assert queries.roles_of(editor) == {}
    actions = [entry.action for entry in db.session.query(AuditEntry).order_by(AuditEntry.id)]
    assert actions == ["role changed", "member removed"]


def test_the_last_manager_who_can_sign_in_stays(client: CheckingClient, organiser: Organiser, manager: Account) -> None:
    makers.member(organiser, "closed@example.org", Role.MANAGER, closed_at=now())
    number = membership_of(organiser, manager).id
    assert client.post(url(organiser, number, "role"), data={"role": "editor"}).status_code == 422
    assert client.post(url(organiser, number, "removal")).status_code == 422
    assert membership_of(organiser, manager).role == Role.MANAGER


def test_who_removes_oneself_lands_elsewhere(client: CheckingClient, organiser: Organiser, manager: Account) -> None:
    makers.member(organiser, "other@example.org", Role.MANAGER)
    number = membership_of(organiser, manager).id
    assert client.post(url(organiser, number, "removal")).location == "/en/organiser"
    assert "work for any organiser yet" in client.get("/en/organiser").get_data(as_text=True)


def test_an_editor_sees_members_and_changes_none(
    client: CheckingClient, organiser: Organiser, manager: Account
) -> None:
    client.sign_in(makers.member(organiser))
    page = client.get(url(organiser)).get_data(as_text=True)
    assert "Maija" in page
    assert "Invite a member" not in page
    number = membership_of(organiser, manager).id
    assert client.get(url(organiser, "new")).status_code == 403
    assert client.post(url(organiser, number, "role"), data={"role": "editor"}).status_code == 403
    assert client.post(url(organiser, number, "removal")).status_code == 403


def test_another_organisers_membership_is_not_there(
    client: CheckingClient, organiser: Organiser, manager: Account
) -> None:
    other = makers.organiser("kainuu")
    stranger = makers.member(other, "stranger@example.org", Role.MANAGER)
    number = membership_of(other, stranger).id
    assert client.post(url(organiser, number, "removal")).status_code == 404
    assert client.post(url(other, number, "removal")).status_code == 404
    assert client.get(url(other)).status_code == 404


def test_a_removed_member_is_not_written_to(client: CheckingClient, organiser: Organiser, manager: Account) -> None:
    account = makers.account("bertta@example.org")
    client.post(url(organiser, "new"), data=NEW)
    with transaction():
        db.session.delete(membership_of(organiser, account))
    assert newest_letter().state == "obsolete"
