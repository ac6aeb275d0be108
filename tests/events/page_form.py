"""What a browser would send when the form of a page is sent as it stands."""

from html.parser import HTMLParser

from werkzeug.datastructures import MultiDict

IGNORED = {"submit", "button", "checkbox", "radio"}


def form_of(html: str) -> MultiDict[str, str]:
    return _Form(html).sent


class _Form(HTMLParser):
    """Fields of the page's main part; what stands inside a template is no field."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.sent: MultiDict[str, str] = MultiDict()
        self._templates = 0
        self._area = self._select = ""
        self.feed(html[html.index('<main id="content"') :])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        name, value = attributes.get("name") or "", attributes.get("value") or ""
        if tag == "template":
            self._templates += 1
        elif self._templates:
            return
        elif tag == "input" and name:
            kind = attributes.get("type") or "text"
            if kind not in IGNORED or ("checked" in attributes):
                self.sent.add(name, value)
        elif tag == "textarea":
            self._area = name
            self.sent.add(name, "")
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and "selected" in attributes:
            self.sent.add(self._select, value)

    def handle_endtag(self, tag: str) -> None:
        if tag == "template":
            self._templates -= 1
        elif tag == "textarea":
            self._area = ""
        elif tag == "select":
            self._select = ""

    def handle_data(self, text: str) -> None:
        if self._area and not self._templates:
            self.sent[self._area] += text.lstrip("\r\n") if not self.sent[self._area] else text
