"""What is left when the dust has settled: registrations in the database, letters at the mail server."""

import os
import subprocess
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from sqlalchemy import select, text, update

from elmo_events import create_app
from elmo_events.foundation.clock import now
from elmo_events.foundation.database import db, transaction
from elmo_events.mail.models import Message
from elmo_events.mail.rules import MessageState
from elmo_events.registration.models import Registration
from elmo_events.registration.rules import RegistrationState
from tests.crash.killer import Killer
from tests.crash.load import Load
from tests.servers import smtp, web


@dataclass
class Found:
    summary: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def expect(self, is_so: bool, otherwise: str) -> None:
        if not is_so:
            self.broken.append(otherwise)


def let_leases_end(settings: dict[str, Any]) -> None:
    """As if five minutes had passed: what a killed worker held may be taken by another."""
    app = create_app(**settings)
    with app.app_context():
        with transaction():
            db.session.execute(
                update(Message)
                .where(Message.state == MessageState.SENDING)
                .values(leased_until=now() - timedelta(seconds=1))
            )
        db.session.remove()
        db.engine.dispose()


def send_what_is_due(settings: dict[str, Any]) -> None:
    """What the sweep does every minute."""
    environment = {**web.environment(settings), "PATH": os.environ["PATH"]}
    subprocess.run([web.ELMO, "mail", "send"], env=environment, check=True, capture_output=True)


def read(settings: dict[str, Any], load: Load, mailroom: smtp.Mailroom, killer: Killer) -> Found:
    app = create_app(**settings)
    with app.app_context():
        registrations = db.session.scalars(select(Registration)).all()
        messages = db.session.scalars(select(Message)).all()
        intact = db.session.scalar(text("PRAGMA integrity_check"))
        found = judged(load, mailroom, killer, list(registrations), list(messages))
        found.expect(intact == "ok", f"the database file is damaged: {intact}")
        db.session.remove()
        db.engine.dispose()
    return found


def judged(
    load: Load,
    mailroom: smtp.Mailroom,
    killer: Killer,
    registrations: list[Registration],
    messages: list[Message],
) -> Found:
    found = Found()
    there = {row.email for row in registrations if row.state == RegistrationState.CONFIRMED}
    letters = Counter(mailroom.recipients)
    doubled = {address for address, number in letters.items() if number > 1}
    tried_twice = {message.to_address for message in messages if message.attempts > 1}
    unsent = [message.to_address for message in messages if message.state != MessageState.SENT]

    lost = set(load.seen_in) - there
    found.expect(not lost, f"saw “You are in” and are not in the database: {sorted(lost)}")
    found.expect(len(load.seen_in) > 0, "nobody signed up: this proved nothing")
    without = there - set(letters)
    found.expect(not without, f"are in and were sent no confirmation: {sorted(without)}; unsent: {sorted(unsent)}")
    found.expect(set(letters) <= there, f"were sent a confirmation and are not in: {sorted(set(letters) - there)}")
    found.expect(doubled <= tried_twice, f"sent twice without a crash between: {sorted(doubled - tried_twice)}")
    found.expect(
        len(doubled) <= killer.kills["worker"], f"{len(doubled)} doubled letters from {killer.kills['worker']} kills"
    )
    for address in doubled:
        numbers = {str(letter["Message-ID"]) for letter in mailroom.to(address)}
        found.expect(len(numbers) == 1, f"letters to {address} differ in Message-ID: {numbers}")
    found.summary += [
        f"killed: {', '.join(f'{name} {number} times' for name, number in sorted(killer.kills.items()))}",
        f"saw “You are in”: {len(load.seen_in)}; registrations in the database: {len(there)}",
        f"confirmations at the mail server: {sum(letters.values())} to {len(letters)} people, {len(doubled)} of them twice",
    ]
    return found
