"""Time and progress: the caller's clock, a deadline, a wish to stop, and news while the planner works."""

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic


@dataclass(frozen=True, slots=True)
class Progress:
    """News: seconds since the planner began, its step, the best breaks so far and their bound."""

    seconds: float
    step: str
    breaks: int | None
    bound: int | None
    placed: int


def no_news(_: Progress) -> None:
    """Listen to nothing."""


def never() -> bool:
    """Nobody wishes to stop."""
    return False


class Deadline:
    """Says whether work must end: `seconds` have passed since it was made, or `stopped()` is true."""

    def __init__(
        self,
        seconds: float | None = None,
        stopped: Callable[[], bool] = never,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self.clock = clock
        self.stopped = stopped
        self.began = clock()
        self.seconds = seconds

    def elapsed(self) -> float:
        return self.clock() - self.began

    def left(self) -> float:
        return float("inf") if self.seconds is None else self.seconds - self.elapsed()

    def spent(self) -> float:
        """The share of the time that is gone, from 0 to 1; 0 when there is no limit."""
        return 0.0 if not self.seconds or self.seconds == float("inf") else self.elapsed() / self.seconds

    def over(self) -> bool:
        return self.left() <= 0 or self.stopped()

    def within(self, seconds: float) -> "Deadline":
        """A deadline that ends after so many seconds, or with this one if that is sooner."""
        return Deadline(min(seconds, self.left()), self.stopped, self.clock)
