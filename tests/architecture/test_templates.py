"""A template takes from the components what is used, and nothing else (rule 4)."""

import re
from collections.abc import Mapping

from tests.architecture.source import ROOT

TEMPLATES = ROOT / "templates"
TAKEN = re.compile(r'{%-?\s*from\s+"[^"]+"\s+import\s+([^%]+?)(?:\s+with context)?\s*-?%}')
EXTENDED = re.compile(r'{%-?\s*extends\s+"([^"]+)"')
INCLUDED = re.compile(r'{%-?\s*include\s+"([^"]+)"')


def sources() -> dict[str, str]:
    files = (path for path in TEMPLATES.rglob("*") if path.suffix in {".html", ".txt", ".xml"})
    return {str(path.relative_to(TEMPLATES)): path.read_text(encoding="utf-8") for path in files}


def who_sees(name: str, templates: Mapping[str, str]) -> set[str]:
    """Templates that see what this one imports: itself, those that extend it, and those that any of them includes."""
    seen, found = {name}, [name]
    while found:
        one = found.pop()
        extending = {other for other, source in templates.items() if one in EXTENDED.findall(source)}
        near = (extending | set(INCLUDED.findall(templates[one]))) - seen
        seen |= near
        found += near
    return seen


def taken_in_vain(templates: Mapping[str, str]) -> dict[str, list[str]]:
    """Names of macros that a template imports and nobody who sees them calls."""
    calling = {name: TAKEN.sub("", source) for name, source in templates.items()}
    found = {}
    for name, source in templates.items():
        macros = [macro.split(" as ")[-1].strip() for taken in TAKEN.findall(source) for macro in taken.split(",")]
        rest = " ".join(calling[one] for one in who_sees(name, templates)) if macros else ""
        if vain := [macro for macro in macros if not re.search(rf"\b{macro}\(", rest)]:
            found[name] = vain
    return found


def test_templates_take_only_the_macros_that_are_used() -> None:
    assert taken_in_vain(sources()) == {}


def test_a_macro_that_is_taken_in_vain_is_found() -> None:
    frame = '{% from "a.html" import tag, icon, notice as note %}{% include "part.html" %}'
    page = '{% extends "frame.html" %}{{ tag("x") }}'
    templates = {"frame.html": frame, "page.html": page, "part.html": '{{ icon("x") }}'}
    assert taken_in_vain(templates) == {"frame.html": ["note"]}
