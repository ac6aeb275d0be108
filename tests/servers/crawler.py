"""Follows links as a search engine would, a few of each kind of page."""

from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from flask import Flask
from werkzeug.exceptions import HTTPException

from tests.servers.visitor import Visitor

EACH_KIND = {"fi": 2, "sv": 1, "en": 1, "": 2}  # in Finnish two of each kind; in the other languages one


@dataclass
class Crawl:
    """Pages by address, and links that lead nowhere. `kinds` names the page kind of each address."""

    pages: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    dead: dict[str, str] = field(default_factory=dict)

    def one_of_each_kind(self) -> dict[str, str]:
        """Kind and address, in Finnish where there is a choice."""
        chosen: dict[str, str] = {}
        for path in sorted(self.pages, key=lambda path: (not path.startswith("/fi/"), len(path))):
            chosen.setdefault(self.kinds[path], path)
        return chosen


def crawl(app: Flask, visitor: Visitor, starts: list[str]) -> Crawl:
    found, seen = Crawl(), Counter[tuple[str, str, bool]]()
    queue = [(path, "the start") for path in starts]
    known = set(starts)
    while queue:
        path, source = queue.pop(0)
        kind, language = kind_of(app, path)
        if not kind:
            found.dead[path] = source
            continue
        asked = (kind, language, "?" in path)
        if seen[asked] >= EACH_KIND[language]:
            continue
        seen[asked] += 1
        answer = visitor.get(path)
        if answer.status >= 400:
            found.dead[path] = f"{answer.status}, linked from {source}"
        if not answer.is_page:
            continue
        found.pages[answer.path], found.kinds[answer.path] = answer.text, kind_of(app, answer.path)[0]
        for link in links_in(answer.text, answer.path):
            if link not in known:
                known.add(link)
                queue.append((link, path))
    return found


def kind_of(app: Flask, path: str) -> tuple[str, str]:
    """The endpoint that answers an address, and its language; empty where nothing does."""
    try:
        endpoint, values = app.url_map.bind("localhost").match(urlsplit(path).path)
    except HTTPException:
        return "", ""
    return endpoint, values.get("language", "")


def links_in(html: str, page: str) -> list[str]:
    """Addresses on our own site, without their fragments."""
    reader = _LinkReader()
    reader.feed(html)
    links = (urlsplit(urljoin(page, href)) for href in reader.hrefs)
    ours = (link for link in links if not link.netloc and not link.scheme and not link.path.startswith("/static/"))
    return [link.path + (f"?{link.query}" if link.query else "") for link in ours]


class _LinkReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.hrefs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        href = dict(attrs).get("href" if tag == "a" else "src") if tag in {"a", "iframe"} else None
        if href and not href.startswith("#"):
            self.hrefs.append(href)
