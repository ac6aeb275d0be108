"""A visitor over plain HTTP: keeps cookies, reads forms, fills them in. Fast enough for hundreds of them at once."""

import http.client
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit


@dataclass
class Answer:
    status: int
    text: str
    path: str
    kind: str = ""

    @property
    def is_page(self) -> bool:
        return self.kind.startswith("text/html")

    @property
    def title(self) -> str:
        return self.text.split("<title>", 1)[-1].split("</title>", 1)[0].strip()


@dataclass
class Visitor:
    """One browser, without a screen. A redirect is followed once, as a page after a form needs."""

    address: str
    timeout: float = 60.0
    cookies: dict[str, str] = field(default_factory=dict)
    follows: bool = True

    def get(self, path: str) -> Answer:
        return self._ask("GET", path)

    def post(self, path: str, fields: Mapping[str, str]) -> Answer:
        return self._ask("POST", path, urlencode(fields).encode())

    def fill_in(self, path: str, fields: Mapping[str, str]) -> Answer:
        """Fetch a page and send its form back with these fields."""
        return self.post(path, {**form_in(self.get(path).text), **fields})

    def sign_in(self, email: str, password: str) -> Answer:
        answer = self.fill_in("/en/sign-in", {"email": email, "password": password})
        assert answer.status == 200, f"{email} could not sign in"
        assert not answer.path.endswith("/sign-in"), f"{email} could not sign in"
        return answer

    def _ask(self, method: str, path: str, body: bytes | None = None) -> Answer:
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=self.timeout)
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Referer": self.address + path}
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        text = response.read().decode(errors="replace")
        for line in response.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        connection.close()
        if self.follows and 300 <= response.status < 400:
            target = urlsplit(response.headers["Location"])
            return self._ask("GET", target.path + (f"?{target.query}" if target.query else ""))
        return Answer(response.status, text, path, response.headers.get("Content-Type", ""))


def form_in(html: str) -> dict[str, str]:
    """What the page's forms would send untouched, and the first choice of each group of radio buttons."""
    reader = _FormReader()
    reader.feed(html)
    return reader.fields


class _FormReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        name = attributes.get("name", "")
        if tag == "select":
            self._select = name
        elif tag == "option" and ("selected" in attributes or self._select not in self.fields):
            self.fields[self._select] = attributes.get("value", "")
        elif tag in {"input", "textarea"} and name:
            self._note(name, attributes)

    def _note(self, name: str, attributes: dict[str, str]) -> None:
        match attributes.get("type"):
            case "checkbox" if "checked" not in attributes:
                return
            case "radio" if name in self.fields and "checked" not in attributes:
                return
            case "submit" | "button":
                return
            case _:
                self.fields[name] = attributes.get("value", "")
