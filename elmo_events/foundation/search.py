"""Search that understands word forms: one table holds the lemmas of what can be found, whatever it is.

SQLite finds in it with FTS5, PostgreSQL with a text index; the same words find the same things on both. All words must be
there, in any form and in any of our languages; the last one may still be being typed.
"""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Float,
    Integer,
    Select,
    String,
    Text,
    UniqueConstraint,
    cast,
    column,
    delete,
    func,
    literal,
    literal_column,
    select,
    table,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, mapped_column

from elmo_events.foundation.database import Base, db, transaction
from elmo_events.foundation.lemmas import lemmas, normal
from elmo_events.foundation.search_index import VECTOR, belongs_to

LONGEST_WORD = 60
MOST_WORDS = 12  # of a question: who pastes a whole text finds what holds its first words
MOST_FORMS = 20_000  # of a document
SHORTEST_START = 2  # letters of a word that is still being typed
# Words that stand everywhere are not asked for, unless there is nothing else.
SMALL_WORDS = {
    "ja", "tai", "sekä", "on", "ei", "että", "och", "eller", "som", "för", "med", "till", "av", "på", "en", "ett", "i",
    "and", "or", "of", "the", "a", "an", "to", "in", "for", "with",
}  # fmt: skip
Wording = str | Mapping[str, str] | None  # plain, or in several languages
REBUILT_TOGETHER = 25  # in one transaction: nobody else waits long

_FTS = table("search_fts", column("rowid", Integer), column("rank", Float))
# The “+” keeps SQLite from going through all of a kind first, and searching anew for each.
_unindexed_kind = literal_column("+search_document.kind", String())


class SearchDocument(Base):
    """The lemmas of one thing that can be found. `kind` and `about_id` point upwards without a foreign key."""

    __tablename__ = "search_document"
    __table_args__ = (UniqueConstraint("kind", "about_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    about_id: Mapped[int]
    lemmas: Mapped[str] = mapped_column(Text)


belongs_to(SearchDocument.__table__)


def index(kind: str, about_id: int, *texts: Wording) -> None:
    """Let something be found by these texts, and by no others that it was found by before. Writes: its search document."""
    row = {"kind": kind, "about_id": about_id, "lemmas": " ".join(_forms_in(texts))}
    dialect = postgresql if _on_postgresql() else sqlite
    writing = dialect.insert(SearchDocument).values(row)
    db.session.execute(
        writing.on_conflict_do_update(index_elements=["kind", "about_id"], set_={"lemmas": row["lemmas"]})
    )


def forget(kind: str, about_id: int) -> None:
    """Let something be found no more. Writes: removes its search document."""
    db.session.execute(delete(SearchDocument).where(SearchDocument.kind == kind, SearchDocument.about_id == about_id))


def matching(kind: str, words: str) -> Select[int] | None:
    """The ids of what holds all these words: `Profile.id.in_(matching("profile", words))`. None when nothing was asked."""
    asked = _question(words)
    return None if asked is None else select(SearchDocument.about_id).where(*_conditions(kind, asked))


def ranked(kind: str, words: str) -> Select[int, float] | None:
    """Ids and how well each one fits, the best first. None when nothing was asked."""
    asked = _question(words)
    if asked is None:
        return None
    if _on_postgresql():
        # Which words are there, not how often: to find their places would mean to read every document that matches anew.
        fit: ColumnElement[float] = func.ts_rank(literal_column(VECTOR), _postgresql_question(asked), 1, type_=Float)
        fit = fit.label("fit")
        found = select(SearchDocument.about_id, fit).where(*_conditions(kind, asked))
    else:
        fit = (-_FTS.c.rank).label("fit")
        joined = select(SearchDocument.about_id, fit).join(_FTS, _FTS.c.rowid == SearchDocument.id)
        found = joined.where(_unindexed_kind == kind, _matches(asked))
    return found.order_by(fit.desc(), SearchDocument.about_id)


Indexer = Callable[[int], None]


@dataclass(frozen=True)
class Findable:
    """A kind of thing that can be found: the ids of all that there are, and how one of them is indexed."""

    ids: Callable[[], Sequence[int]]
    index_one: Indexer


_findables: dict[str, Findable] = {}


def finds(kind: str, ids: Callable[[], Sequence[int]]) -> Callable[[Indexer], Indexer]:
    """Register a function that indexes one thing of a kind by its id, so that all search documents can be made anew."""

    def remember(index_one: Indexer) -> Indexer:
        _findables[kind] = Findable(ids, index_one)
        return index_one

    return remember


def rebuild() -> dict[str, int]:
    """Make every search document anew, a few at a time, and drop those of what is gone. Returns how many, by kind."""
    rebuilt = {}
    for kind, findable in _findables.items():
        there = findable.ids()
        with transaction():
            gone = select(SearchDocument.about_id).where(SearchDocument.kind == kind)
            for number in set(db.session.scalars(gone)) - set(there):
                forget(kind, number)
        for start in range(0, len(there), REBUILT_TOGETHER):
            with transaction():
                for number in there[start : start + REBUILT_TOGETHER]:
                    findable.index_one(number)
        rebuilt[kind] = len(there)
    return rebuilt


def words_of(text: str) -> list[str]:
    """The words of a text, without what stands between them."""
    parted = "".join(letter if letter.isalnum() else " " for letter in normal(text))
    return [word[:LONGEST_WORD] for word in parted.split()]


def _forms_in(texts: tuple[Wording, ...]) -> list[str]:
    plain = chain.from_iterable(text.values() if isinstance(text, Mapping) else (text or "",) for text in texts)
    forms = chain.from_iterable(
        sorted(_forms(word) | {_without_marks(word)}) for text in plain for word in words_of(text)
    )
    return list(forms)[:MOST_FORMS]


def _forms(word: str) -> set[str]:
    """The word as it stands, and its lemmas; a lemma with a hyphen or an apostrophe in it counts as its words."""
    return {word, *chain.from_iterable(words_of(lemma) for lemma in lemmas(word))}


def _without_marks(word: str) -> str:
    """“makela” for “mäkelä”: not every keyboard has our letters. Who types the marks means them."""
    parts = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(part for part in parts if not unicodedata.combining(part)))


def _question(words: str) -> list[set[str]] | None:
    """For each word that is asked for the forms of which one must be there; the start of a word ends in “*”."""
    typed = list(dict.fromkeys(words_of(words)))
    asked = ([word for word in typed if word not in SMALL_WORDS] or typed)[:MOST_WORDS]
    if not asked:
        return None
    forms = [_forms(word) for word in asked]
    last = typed[-1]
    if asked[-1] == last and len(last) >= SHORTEST_START and not words[-1].isspace():
        forms[-1].add(f"{last}*")
    return forms


def _conditions(kind: str, asked: list[set[str]]) -> tuple[ColumnElement[bool], ...]:
    if _on_postgresql():
        # The “||” keeps PostgreSQL from going through all of a kind, and reading each document anew.
        unindexed_kind = SearchDocument.kind.concat("")
        return unindexed_kind == kind, literal_column(VECTOR).op("@@")(_postgresql_question(asked))
    return SearchDocument.kind == kind, SearchDocument.id.in_(select(_FTS.c.rowid).where(_matches(asked)))


def _matches(asked: list[set[str]]) -> ColumnElement[bool]:
    return literal_column("search_fts").op("MATCH", return_type=Boolean())(_sqlite_question(asked))


# Words are ours alone, made of letters and digits: neither database has anything to interpret in them.
def _sqlite_question(asked: list[set[str]]) -> str:
    def quoted(form: str) -> str:
        return f'"{form[:-1]}" *' if form.endswith("*") else f'"{form}"'

    return " AND ".join(f"({' OR '.join(map(quoted, sorted(forms)))})" for forms in asked)


def _postgresql_question(asked: list[set[str]]) -> ColumnElement[Any]:
    def quoted(form: str) -> str:
        return f"'{form[:-1]}':*" if form.endswith("*") else f"'{form}'"

    text = " & ".join(f"({' | '.join(map(quoted, sorted(forms)))})" for forms in asked)
    return cast(literal(text), postgresql.TSQUERY)


def _on_postgresql() -> bool:
    return db.engine.dialect.name == "postgresql"
