"""Pages that are the same for everybody give no session and may be kept; pages about somebody may not."""

from flask import Flask

from tests.client import CheckingClient


def test_a_visitor_gets_no_session(app: Flask, client: CheckingClient) -> None:
    for path in ("/fi/", "/fi/events", "/fi/cookies"):
        response = client.get(path)
        assert "session=" not in response.headers.get("Set-Cookie", "")
        assert response.headers["Cache-Control"] == "no-cache"


def test_a_page_with_a_form_is_not_kept(app: Flask, client: CheckingClient) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    response = client.get("/fi/feedback")
    assert "session=" in response.headers["Set-Cookie"]
    assert response.headers["Cache-Control"] == "no-store"
