"""Libraries that another library loads as soon as it finds them, though nobody uses them."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without(library: str) -> Iterator[None]:
    """What is imported inside doesn't find this library, unless it is loaded already; afterwards everybody does."""
    if library in sys.modules:
        yield
        return
    sys.modules[library] = None  # type: ignore[assignment]  # so Python's import system says that there is no such module
    try:
        yield
    finally:
        del sys.modules[library]
