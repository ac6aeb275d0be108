"""`make crash`: what holds when processes are killed at any moment (`python -m tests.crash --help`)."""
