"""Encryption at rest for what may reveal health or belief: diets and accessibility needs."""

import base64
import hashlib

from cryptography.fernet import Fernet
from flask import current_app


def encrypt(text: str) -> str:
    return _cipher().encrypt(text.encode()).decode()


def decrypt(written: str) -> str:
    """The text. Raises InvalidToken when the key is another than the one that wrote it."""
    return _cipher().decrypt(written.encode()).decode()


def _cipher() -> Fernet:
    """Fernet wants 32 bytes in base64: a digest makes them from a key of any length."""
    digest = hashlib.sha256(current_app.config["ELMO_ENCRYPTION_KEY"].encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))
