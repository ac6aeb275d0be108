"""Markdown that organisers write, as HTML that is safe to show."""

from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a", "h3", "h4", "h5", "blockquote", "code", "pre", "hr"}
_parser = MarkdownIt("commonmark", {"html": False, "linkify": False})


@lru_cache(maxsize=1024)
def to_html(text: str | None) -> Markup:
    """HTML of Markdown. Headings start below the page's own two levels; scripts, pictures and foreign tags are dropped."""
    if not text:
        return Markup("")
    rendered = _parser.render(text)
    for level in (3, 2, 1):
        rendered = rendered.replace(f"<h{level}>", f"<h{level + 2}>").replace(f"</h{level}>", f"</h{level + 2}>")
    clean = nh3.clean(
        rendered, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener nofollow",
    )  # fmt: skip
    return Markup(clean)  # noqa: S704  nh3 has just cleaned it
