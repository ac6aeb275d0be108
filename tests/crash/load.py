"""People who sign up one after the other, and remember whether they were told that they are in."""

import itertools
import threading
import time
from http.client import HTTPException
from types import TracebackType

from tests.crash.stage import SLUG
from tests.servers.visitor import Visitor

PAGE = f"/en/events/{SLUG}/registration"
AT_ONCE = 4
PAUSE = 0.05  # after an error, as a person would pause too


class Load:
    """A few visitors at once, for as long as the block lasts."""

    def __init__(self, address: str) -> None:
        self.seen_in: list[str] = []
        self.errors = 0
        self._address = address
        self._numbers = itertools.count(1)
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._sign_people_up, daemon=True) for _ in range(AT_ONCE)]

    def __enter__(self) -> "Load":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join(timeout=30)

    def wait_for_more(self, people: int, seconds: float) -> None:
        """Until so many more have seen that they are in. Raises TimeoutError: the product does not work again."""
        before, end = len(self.seen_in), time.monotonic() + seconds
        while len(self.seen_in) < before + people:
            if time.monotonic() > end:
                raise TimeoutError("nobody can sign up any more")
            time.sleep(0.02)

    def _sign_people_up(self) -> None:
        while not self._over.is_set():
            number = next(self._numbers)
            email = f"person{number}@example.org"
            person = {"first_name": "Etunimi", "last_name": f"Sukunimi{number}", "email": email, "organisation": "Oy"}
            try:
                answer = Visitor(self._address, timeout=10).fill_in(PAGE, person)
            except (OSError, HTTPException):  # refused, reset, torn or never answered: the server was killed
                self._note_error()
                continue
            if answer.status == 200 and answer.title.startswith("You are in"):
                self.seen_in.append(email)
            else:
                self._note_error()

    def _note_error(self) -> None:
        self.errors += 1
        self._over.wait(PAUSE)
