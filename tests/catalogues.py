"""Texts of the interface: found in code and templates (`babel.cfg`), kept for translators in one catalogue a language.

`make catalogues` adds new texts to the catalogues and drops those that nobody shows any more.
"""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
TRANSLATIONS = ROOT / "elmo_events" / "translations"
LANGUAGES = ("fi", "sv")  # English is what the source is written in
KEYWORDS: Mapping[str, tuple[int, ...] | None] = {**DEFAULT_KEYWORDS, "_l": None}


def path_of(language: str) -> Path:
    return TRANSLATIONS / language / "LC_MESSAGES" / "messages.po"


def written() -> Catalog:
    """Every text in the source, with the files where it stands."""
    with (ROOT / "babel.cfg").open(encoding="utf-8") as lines:
        methods, options = parse_mapping_cfg(lines)
    catalogue = Catalog(project="ELMO Events", charset="utf-8")
    for name, _line, text, comments, context in extract_from_dir(
        ROOT, methods, options, keywords=KEYWORDS, directory_filter=is_ours
    ):
        catalogue.add(text, locations=[(name, 0)], auto_comments=comments, context=context)
    return catalogue


def is_ours(folder: str) -> bool:
    return Path(folder).relative_to(ROOT).parts[0] in {"elmo_events", "templates"}


def translated(language: str) -> Catalog:
    with path_of(language).open("rb") as lines:
        return read_po(lines, locale=language)


def save(language: str, catalogue: Catalog) -> None:
    text = BytesIO()
    write_po(text, catalogue, width=120, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
    path_of(language).write_bytes(text.getvalue())


def main() -> None:
    template = written()
    for language in LANGUAGES:
        catalogue = translated(language)
        catalogue.update(template, no_fuzzy_matching=True)
        save(language, catalogue)
        missing = sum(1 for message in catalogue if message.id and not message.string)
        print(f"{language}: {len(catalogue)} texts, {missing} to translate")


if __name__ == "__main__":
    main()
