"""Finds words in the documents and quotes of a dossier (SQLite FTS5).

A user's words in, hits with snippets out, best first. Every word is taken literally: no query language leaks through.
"""

import sqlite3
from dataclasses import dataclass
from typing import Literal

HitKind = Literal["document", "event", "statement", "assessment"]
OPEN, CLOSE = "\ue000", "\ue001"
"""Private-use marks around found words in a snippet; whoever shows it replaces them."""

_DOCUMENTS = (
    "SELECT d.id AS id, d.id AS document, d.name AS name, snippet(document_words, -1, ?, ?, ' … ', 24) AS snippet,"
    " NULL AS confidence"
    " FROM document_words JOIN documents AS d ON d.number = document_words.rowid"
    " WHERE document_words MATCH ? AND 0 <= ? ORDER BY document_words.rank LIMIT ?"
)
_RECORDS: tuple[HitKind, ...] = ("event", "statement", "assessment")
_SQL: dict[HitKind, str] = {
    "document": _DOCUMENTS,
    **{
        kind: (
            f"SELECT r.id AS id, r.document AS document, d.name AS name,"
            f" snippet({kind}_words, -1, ?, ?, ' … ', 40) AS snippet, r.confidence AS confidence"
            f" FROM {kind}_words JOIN {kind}s AS r ON r.number = {kind}_words.rowid"
            f" JOIN documents AS d ON d.id = r.document WHERE {kind}_words MATCH ? AND r.confidence >= ?"
            f" ORDER BY {kind}_words.rank LIMIT ?"
        )
        for kind in _RECORDS
    },
}


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where all words stand.

    Attributes:
        kind: of the record; `id`: its id.
        document: id of its document; `name`: that one's name.
        snippet: the words around.
        confidence: 0..1, None for a document.
    """

    kind: HitKind
    id: str
    document: str
    name: str
    snippet: str
    confidence: float | None = None


def escape_query(words: str) -> str:
    """The words as an FTS5 query in which each is literal; text in double quotes stays together as a phrase.

    Example:
        >>> escape_query('visit "New Delhi" AND')
        '"visit" "New Delhi" "AND"'
    """
    phrases: list[str] = []
    for place, piece in enumerate(words.replace("\0", " ").split('"')):
        phrases += [piece.strip()] if place % 2 else piece.split()
    return " ".join(f'"{phrase}"' for phrase in phrases if any(c.isalnum() for c in phrase))


def search_words(db: sqlite3.Connection, words: str, *, limit: int = 20, min_confidence: float = 0.0) -> list[Hit]:
    """Hits in documents first, then in the quotes of records; at most `limit` of each kind; [] if no word is given."""
    query = escape_query(words)
    if not query:
        return []
    hits = []
    for kind, sql in _SQL.items():
        for row in db.execute(sql, (OPEN, CLOSE, query, min_confidence, limit or -1)):
            hits.append(Hit(kind, row["id"], row["document"], row["name"], row["snippet"], row["confidence"]))
    return hits


def count_hidden_hits(db: sqlite3.Connection, words: str, min_confidence: float) -> int:
    """How many records hold all words in their quotes, but lie below that confidence."""
    query = escape_query(words)
    if not query:
        return 0
    sql = (
        "SELECT count(*) FROM {0}_words JOIN {0}s AS r ON r.number = {0}_words.rowid"
        " WHERE {0}_words MATCH ? AND r.confidence < ?"
    )
    return sum(int(db.execute(sql.format(kind), (query, min_confidence)).fetchone()[0]) for kind in _RECORDS)
