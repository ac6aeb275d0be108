"""Passwords, and which addresses are the same: no database, no web."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST_PASSWORD, LONGEST_PASSWORD = 12, 200
RESET_LASTS = timedelta(hours=1)
INVITATION_LASTS = timedelta(days=7)
SIGN_IN_LINK_LASTS = timedelta(minutes=30)
ENTRY_LASTS = timedelta(days=60)  # of the links in letters about events and meetings
SESSION_LASTS = timedelta(hours=12)
AUDIT_KEPT = timedelta(days=730)
CLOSED_ACCOUNT_KEPT = timedelta(days=90)

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# Made once with the cost above: making it anew at each start would cost each process 0.05 s.
HASH_OF_NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$6O0vCBussmTyfutpA17ueA$FYFAQlffhJODUQuSYMypNAY1y2LV+VHLQTjGw6vFADA"


def normal_address(email: str) -> str:
    return email.strip().lower()


def hash_password(password: str) -> str:
    return _hasher.hash(password)


def is_password(password: str, password_hash: str | None) -> bool:
    """Takes the same time when there is no password to compare with, so that nobody learns who has an account."""
    try:
        return _hasher.verify(password_hash or HASH_OF_NOBODY, password) and password_hash is not None
    except (VerificationError, InvalidHashError):
        return False


def is_old_hash(password_hash: str) -> bool:
    return _hasher.check_needs_rehash(password_hash)


def is_easy_to_guess(password: str, email: str) -> bool:
    """Few different characters, or little beside the address."""
    plain = password.casefold()
    own_words = [word for word in re.split(r"[^\w]+", email.casefold()) if len(word) > 3]  # noqa: PLR2004
    rest = plain
    for word in own_words:
        rest = rest.replace(word, "")
    return len(set(plain)) < 5 or len(rest) < 6 or plain in {"password1234", "salasana1234", "123456789012"}  # noqa: PLR2004


def is_local_path(target: str) -> bool:
    """Whether a redirect to this stays on our site; browsers read “\\” as “/”, and “//” as another host."""
    if not target.startswith("/") or target[1:2] in {"/", "\\"} or any(ord(letter) <= 32 for letter in target):  # noqa: PLR2004
        return False
    parts = urlsplit(target)
    return not parts.scheme and not parts.netloc
