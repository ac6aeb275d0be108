"""Signed links: a personal address that can't be guessed, and addresses that work outside a request (in e-mails)."""

from typing import Any

from flask import current_app, url_for
from itsdangerous import BadSignature, URLSafeSerializer, URLSafeTimedSerializer


def sign(purpose: str, value: Any) -> str:
    """A token that carries a value; it never expires by itself (put a version into the value to end it)."""
    return str(_signer(purpose).dumps(value))


def read(purpose: str, token: str) -> Any | None:
    """The value, or None when the token is not ours or was made for another purpose."""
    try:
        return _signer(purpose).loads(token)
    except BadSignature:
        return None


def sign_for_a_while(purpose: str, value: Any) -> str:
    return str(_timed_signer(purpose).dumps(value))


def read_if_fresh(purpose: str, token: str, seconds: int) -> Any | None:
    """The value, or None when the token is not ours, for another purpose, or older than this."""
    try:
        return _timed_signer(purpose).loads(token, max_age=seconds)
    except BadSignature:  # an expired signature is one of its kinds
        return None


def external_url(endpoint: str, **values: Any) -> str:
    """A whole address under ELMO_BASE_URL, whatever host a request claims to be for."""
    return base_url() + url_for(endpoint, **values, _external=False)


def base_url() -> str:
    return str(current_app.config["ELMO_BASE_URL"])


def _signer(purpose: str) -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt=purpose)


def _timed_signer(purpose: str) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt=purpose)
