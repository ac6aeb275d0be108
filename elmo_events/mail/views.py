"""The demo's mailbox: without an SMTP server, e-mail is read here. In production there is no such page."""

from flask import Response, abort, current_app

from elmo_events.foundation.access import open_to_all
from elmo_events.foundation.pages import page
from elmo_events.mail import queries
from elmo_events.mail.blueprint import blueprint

LETTER_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self';"
    " sandbox allow-popups allow-top-navigation-by-user-activation"
)


@open_to_all
@blueprint.get("/mailbox")
def mailbox() -> tuple[str, int]:
    _only_in_demo()
    return page("mail/mailbox.html", messages=queries.newest())


@open_to_all
@blueprint.get("/mailbox/<int:number>")
def mailbox_message(number: int) -> tuple[str, int]:
    _only_in_demo()
    return page("mail/mailbox_message.html", message=queries.message(number) or abort(404))


@open_to_all
@blueprint.get("/mailbox/<int:number>/letter.html")
def mailbox_letter(number: int) -> Response:
    """The letter as a mail program shows it: its own styles are allowed here, scripts are not."""
    _only_in_demo()
    message = queries.message(number) or abort(404)
    return Response(
        message.html or "",
        mimetype="text/html",
        headers={
            "Content-Security-Policy": LETTER_POLICY,
            "X-Frame-Options": "SAMEORIGIN",
        },
    )


@open_to_all
@blueprint.get("/mailbox/<int:number>/<int:position>")
def mailbox_file(number: int, position: int) -> Response:
    _only_in_demo()
    message = queries.message(number) or abort(404)
    if position >= len(message.attachments):
        abort(404)
    file = message.attachments[position]
    return Response(
        file.content,
        content_type=file.content_type,
        headers={"Content-Disposition": f"attachment; filename={file.filename}"},
    )


def _only_in_demo() -> None:
    if current_app.config["ELMO_MODE"] != "demo" or current_app.config["MAIL_SERVER"]:
        abort(404)
