"""Kill a process in the middle of one click: at some of its statements, at its commit, and right after it.

What the click changes must be there as a whole or not at all, and once it is there, each of its letters goes out once.
Each step is a process of its own: nothing but the files on the disk outlives a kill.
"""

import json
import os
import random
import signal
import sys
import traceback
from collections.abc import Callable
from http import HTTPStatus
from itertools import count
from pathlib import Path
from typing import Any

from flask import current_app
from sqlalchemy import event

from elmo_events import create_app
from elmo_events.foundation.database import Base, db
from elmo_events.mail.jobs import sweep
from elmo_events.mail.rules import MessageState
from tests.conftest import settings_in
from tests.crash.stories import STORIES, Click, letters, written

NEVER = -1


class Halfway:
    """One story: a twin that nobody disturbs shows what there is before and after; the other one is killed again and again."""

    def __init__(self, folder: Path, name: str, dice: random.Random) -> None:
        self.name, self.broken, self.kills, self._dice = name, list[str](), 0, dice
        self._settings = settings_in(folder / name.replace(" ", "-")) | {"ELMO_SQLITE_SYNCHRONOUS": "FULL"}

    def play(self, most: int) -> None:
        """Kills at so many moments, drawn by lot; the last one is right after the commit, before the letters' nudges."""
        story = STORIES[self.name]
        self._in_a_process(lambda: Base.metadata.create_all(db.engine))
        undisturbed = Click(**self._in_a_process(lambda: story(1).__dict__))
        clicked = Click(**self._in_a_process(lambda: story(2).__dict__))
        before = self._written(undisturbed)
        self._expect(self._written(clicked) == before, "the twins differ")
        end = self._in_a_process(lambda: _click(undisturbed, NEVER))
        after = self._written(undisturbed)
        self._expect(before != after, "the click changed nothing")
        found = before
        for moment in [*sorted(self._dice.sample(range(1, end), min(most - 1, end - 1))), end]:
            if found != before:
                break
            self._strike(clicked, moment)
            found = self._written(clicked)
            self._expect(found == (after if moment == end else before), f"half written at {moment} of {end}: {found}")
        self._expect(found == after, "no kill fell between the commit and the nudges of its letters")
        self._in_a_process(sweep)
        unsent = self._in_a_process(lambda: _unsent(clicked.event_id))
        self._expect(unsent == "nothing", f"letters that were lost: {unsent}")
        self._expect(self._written(clicked) == after, "not as if nobody had been killed")

    def _strike(self, click: Click, moment: int) -> None:
        answer = self._in_a_process(lambda: _click(click, moment))
        self._expect(answer is None, f"nobody was killed at {moment}")
        self.kills += 1

    def _written(self, click: Click) -> Any:
        return self._in_a_process(lambda: written(click.event_id))

    def _expect(self, is_so: bool, otherwise: str) -> None:
        if not is_so:
            self.broken.append(f"{self.name}: {otherwise}")

    def _in_a_process(self, work: Callable[[], Any]) -> Any:
        """What it answers, as JSON; None when it was killed. Raises RuntimeError when it failed in another way."""
        sys.stdout.flush()
        reader, writer = os.pipe()
        if (child := os.fork()) == 0:
            _answer(self._settings, work, writer)
        os.close(writer)
        with os.fdopen(reader) as answers:
            answer = answers.read()
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if status not in (0, -signal.SIGKILL):
            raise RuntimeError(f"{self.name}: a step failed")
        return json.loads(answer) if status == 0 else None


def _answer(settings: dict[str, Any], work: Callable[[], Any], writer: int) -> None:
    status = 1
    try:
        with create_app(**settings).app_context(), os.fdopen(writer, "w") as answers:
            json.dump(work() or "nothing", answers)
        status = 0
    except Exception:
        traceback.print_exc()
    finally:
        os._exit(status)


def _click(click: Click, moment: int) -> int:
    """At which moment the commit was over. The process kills itself at the given one."""
    moments, committed_at = count(1), [0]

    def pass_by(*_: Any) -> int:
        if (number := next(moments)) == moment:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    def note_commit(*_: Any) -> None:
        committed_at[0] = pass_by()

    event.listen(db.engine, "before_cursor_execute", pass_by)
    event.listen(db.engine, "commit", pass_by)
    event.listen(db.session, "after_commit", note_commit)
    for counters in Path(current_app.config["ELMO_INSTANCE"]).glob("limits.db*"):
        counters.unlink()  # nobody clicks as often as we do here
    answer = current_app.test_client().post(click.path, data=click.fields)
    assert answer.status_code == HTTPStatus.FOUND, answer.status
    return committed_at[0]


def _unsent(event_id: int) -> list[str]:
    return [message.kind for message in letters(event_id) if message.state != MessageState.SENT]
