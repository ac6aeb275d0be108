"""What is encrypted can be read with the key that wrote it, and with no other."""

import pytest
from cryptography.fernet import InvalidToken
from flask import Flask

from elmo_events.foundation.encryption import decrypt, encrypt


def test_a_text_comes_back(app: Flask) -> None:
    written = encrypt("keliakia, Åsa")
    assert "keliakia" not in written
    assert decrypt(written) == "keliakia, Åsa"


def test_another_key_reads_nothing(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    written = encrypt("keliakia")
    monkeypatch.setitem(app.config, "ELMO_ENCRYPTION_KEY", "another key of thirty-two letters")
    with pytest.raises(InvalidToken):
        decrypt(written)
