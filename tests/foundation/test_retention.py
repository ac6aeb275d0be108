"""What is due is forgotten even when something else can't be."""

from datetime import datetime

import pytest
from flask import Flask

from elmo_events.foundation import retention


def test_one_that_fails_keeps_no_other_from_being_forgotten(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def fails(moment: datetime) -> int:
        raise LookupError("no such table")

    def forgets(moment: datetime) -> int:
        asked.append("the other")
        return 1

    monkeypatch.setattr(retention, "_forgetters", {"one": fails, "the other": forgets})
    with pytest.raises(LookupError):
        retention.forget_what_is_due()
    assert asked == ["the other"]
