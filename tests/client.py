"""A client that refuses a page which is not as all our pages must be (architecture, rule 5)."""

from html.parser import HTMLParser
from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from elmo_events.accounts.models import Account

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
LABELLED = {"input", "select", "textarea"}


class CheckingClient(FlaskClient):
    """Checks every HTML page that it gets or is answered with."""

    def open(self, *arguments: Any, **options: Any) -> TestResponse:
        options.setdefault("buffered", True)  # streamed answers end before their context does
        with self.application.app_context():  # each request has its own `g` and session, as outside of tests
            response = super().open(*arguments, **options)
        is_page = response.mimetype == "text/html" and not 300 <= response.status_code < 400
        if is_page and not (response.request and response.request.path.endswith("letter.html")):
            check_page(response.get_data(as_text=True))
        return response

    def sign_in(self, account: Account) -> None:
        """As if this account had just signed in."""
        with self.session_transaction() as session:
            session["_user_id"], session["_fresh"] = account.get_id(), True


def check_page(html: str) -> None:
    page = Page(html)
    assert page.language in {"fi", "sv", "en"}, "html has no lang of ours"
    assert len(page.headings) == 1, f"a page has one h1, this has {page.headings}"
    assert page.title.startswith(page.headings[0]), f"title “{page.title}” does not begin with h1 “{page.headings[0]}”"
    double = {name for name in page.ids if page.ids.count(name) > 1}
    assert not double, f"ids used twice: {double}"
    assert not page.inline, f"inline script, style or handler: {page.inline}"
    known = set(page.ids)
    for name, attributes in page.controls:
        labelled = (
            attributes.get("id") in page.labels or attributes.get("aria-label") or attributes.get("aria-labelledby")
        )
        assert labelled or attributes.get("hidden-in-label"), f"{name} {attributes.get('name')} has no label"
        described = (attributes.get("aria-describedby") or "").split()
        assert set(described) <= known, f"aria-describedby of {attributes.get('name')} names what is not there"
    for target in page.labels | page.references:
        assert target in known, f"something points at #{target}, which is not there"
    for error in page.error_ids:
        assert any(
            error in (attributes.get("aria-describedby") or "").split() for _, attributes in page.all_elements
        ), f"the error #{error} is tied to no field"


class Page(HTMLParser):
    """What we want to know of a page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.language = self.title = ""
        self.headings: list[str] = []
        self.ids: list[str] = []
        self.labels: set[str] = set()
        self.references: set[str] = set()
        self.controls: list[tuple[str, dict[str, str | None]]] = []
        self.all_elements: list[tuple[str, dict[str, str | None]]] = []
        self.inline: list[str] = []
        self.error_ids: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.title = " ".join(self.title.split())
        self.headings = [" ".join(heading.split()) for heading in self.headings]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.all_elements.append((tag, attributes))
        if tag not in VOID:
            self._open.append(tag)
        if tag == "html":
            self.language = attributes.get("lang") or ""
        if tag == "h1":
            self.headings.append("")
        self._note(tag, attributes)

    def _note(self, tag: str, attributes: dict[str, str | None]) -> None:
        if identity := attributes.get("id"):
            self.ids.append(identity)
            if identity.endswith("-error"):
                self.error_ids.append(identity)
        if tag == "label" and attributes.get("for"):
            self.labels.add(attributes["for"] or "")
        if (attributes.get("href") or "").startswith("#") and len(attributes["href"] or "") > 1:
            self.references.add((attributes["href"] or "")[1:])
        if tag in LABELLED and attributes.get("type") not in {"hidden", "submit", "button"}:
            self.controls.append((tag, attributes | ({"hidden-in-label": "yes"} if "label" in self._open else {})))
        external = tag == "script" and (attributes.get("src") or attributes.get("type") == "application/ld+json")
        if (tag in {"script", "style"} and not external) or "style" in attributes:
            self.inline.append(tag)
        self.inline += [name for name in attributes if name.startswith("on")]

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open and self._open.pop() != tag:
                pass

    def handle_data(self, text: str) -> None:
        if self._open and self._open[-1] == "title" and "svg" not in self._open:
            self.title += text
        if "h1" in self._open and "svg" not in self._open:
            self.headings[-1] += text
