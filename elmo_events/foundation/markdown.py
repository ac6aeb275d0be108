"""Markdown that organisers write, as HTML that is safe to show."""

from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "h2", "h3", "h4", "h5", "blockquote", "code", "pre", "hr"}
LOWEST = 5
_parser = MarkdownIt("commonmark", {"html": False, "linkify": False})


@lru_cache(maxsize=1024)
def to_html(text: str | None, top: int = 3) -> Markup:
    """HTML of Markdown. Its headings begin at level `top`, below those of the page, and skip none; scripts, pictures and
    foreign tags are dropped.
    """
    if not text:
        return Markup("")
    tokens = _parser.parse(text)
    headings = [token for token in tokens if token.type in {"heading_open", "heading_close"}]
    used = sorted({token.tag for token in headings})
    for token in headings:
        token.tag = f"h{min(top + used.index(token.tag), LOWEST)}"
    rendered = _parser.renderer.render(tokens, _parser.options, {})
    clean = nh3.clean(
        rendered, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener nofollow",
    )  # fmt: skip
    return Markup(clean)  # noqa: S704  nh3 has just cleaned it
