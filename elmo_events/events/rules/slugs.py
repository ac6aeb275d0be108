"""The last piece of an event's public address."""

import re

RESERVED_SLUGS = {"past", "new", "events", "feed"}  # addresses beside the events themselves
LONGEST_MADE = 60  # of those made from a title; an organiser may write a longer one
LONGEST = 80


def is_slug(text: str) -> bool:
    return len(text) <= LONGEST and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text) is not None
