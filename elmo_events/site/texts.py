"""Long texts of the site's own pages, from Markdown files in the three languages of the interface.

`# ` begins the title, `## ` a section; what stands before the first section is the lead.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "texts"


@dataclass(frozen=True)
class Section:
    title: str
    text: str


@dataclass(frozen=True)
class Text:
    title: str
    lead: str
    sections: tuple[Section, ...]


@lru_cache
def text(name: str, language: str) -> Text:
    written = (FOLDER / f"{name}.{language}.md").read_text(encoding="utf-8")
    head, *sections = written.split("\n## ")
    title, _, lead = head.removeprefix("# ").partition("\n")
    return Text(title.strip(), lead.strip(), tuple(_section(section) for section in sections))


def _section(written: str) -> Section:
    title, _, body = written.partition("\n")
    return Section(title.strip(), body.strip())
