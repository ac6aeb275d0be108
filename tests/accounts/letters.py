"""What was written to people: delivers what waits and gives the newest e-mail."""

import re

from elmo_events.foundation import jobs
from elmo_events.foundation.database import db
from elmo_events.mail import queries
from elmo_events.mail.models import Message


def newest_letter() -> Message:
    jobs.run_queued()
    db.session.rollback()  # a transaction that is open sees what was there when it began
    db.session.expire_all()
    return queries.newest(1)[0]


def number_of_letters() -> int:
    db.session.rollback()
    return len(queries.newest())


def path_in(letter: Message) -> str:
    """The path of the link in a letter."""
    found = re.search(r"http://localhost(/\S+)", letter.text or "")
    assert found, (letter.state, letter.last_error, letter.text)
    return found[1]
