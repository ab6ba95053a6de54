"""Finds words in the documents and quotes of a dossier (SQLite FTS5).

A user's words in, hits with snippets out, best first. Every word is taken literally: no query language leaks through.
"""

import sqlite3
from dataclasses import dataclass
from typing import Literal

from dragoman.record.filters import Filters, Kind, conditions_of

HitKind = Literal["document", "event", "statement", "assessment"]
OPEN, CLOSE = "\ue000", "\ue001"
"""Private-use marks around found words in a snippet; whoever shows it replaces them."""

KINDS: tuple[HitKind, ...] = ("document", "event", "statement", "assessment")
RANKED = 20_000
"""Places from which on hits come as they were read: words that stand everywhere rank nothing, and take long to rank."""
MOST_WORDS = 60
"""Words of a query that count; FTS5 refuses some hundreds."""
TABLES: dict[HitKind, Kind] = {
    "document": "documents", "event": "events", "statement": "statements", "assessment": "assessments",
}  # fmt: skip
_TELLS_OF = (
    "(EXISTS (SELECT 1 FROM events AS e CROSS JOIN event_sides AS s ON s.event = e.id WHERE e.document = documents.id"
    " AND s.code = ?) OR EXISTS (SELECT 1 FROM assessments AS a WHERE a.document = documents.id"
    " AND ? IN (a.party_a, a.party_b)))"
)
"""The filter of texts by actor, asked of each text that holds the words: what it does for all texts takes too long."""
_SQL = (
    "SELECT {rows}.id AS id, {document} AS document,"
    " (SELECT d.name FROM documents AS d WHERE d.id = {document}) AS name,"
    " snippet({words}, -1, ?, ?, ' … ', {around}) AS snippet, {confidence} AS confidence"
    " FROM {words} JOIN {rows} ON {rows}.number = {words}.rowid"
    " WHERE {words} MATCH ? AND {where} {order} LIMIT ? OFFSET ?"
)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """Which hits are wanted; an empty field asks for nothing.

    Attributes:
        kind: of the record.
        year: "2012", in which a text was published, or what it tells took place.
        actor: a code that takes part.
        offset: hits of each kind that were shown before.
    """

    kind: HitKind | None = None
    year: str = ""
    actor: str = ""
    offset: int = 0


ANYWHERE = Narrowing()


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
    wanted = [phrase for phrase in phrases if any(c.isalnum() for c in phrase)]
    return " ".join(f'"{phrase}"' for phrase in wanted[:MOST_WORDS])


def search_words(
    db: sqlite3.Connection, words: str, *, limit: int = 20, min_confidence: float = 0.0, narrowed: Narrowing = ANYWHERE
) -> list[Hit]:
    """Hits in documents first, then in the quotes of records; at most `limit` of each kind; [] if no word is given."""
    query = escape_query(words)
    if not query:
        return []
    hits = []
    for kind in (narrowed.kind,) if narrowed.kind else KINDS:
        where, values = narrow(kind, narrowed, min_confidence)
        sql = _hits_sql(kind, where, ranked=count_places(db, kind, query) <= RANKED)
        for row in db.execute(sql, (OPEN, CLOSE, query, *values, limit or -1, narrowed.offset)):
            hits.append(Hit(kind, row["id"], row["document"], row["name"], row["snippet"], row["confidence"]))
    return hits


def narrow(kind: HitKind, narrowed: Narrowing, min_confidence: float) -> tuple[str, tuple[str | float, ...]]:
    """The condition that rows of a kind must meet beside holding the words, with its values."""
    one_by_one = kind == "document" and narrowed.actor
    filters = Filters(
        actor="" if one_by_one else narrowed.actor, since=narrowed.year, until=narrowed.year,
        min_confidence=min_confidence,
    )  # fmt: skip
    conditions = conditions_of(TABLES[kind], filters)
    sql = [each.sql for each in conditions] + ([_TELLS_OF] if one_by_one else [])
    values = [value for each in conditions for value in each.values] + ([narrowed.actor] * 2 if one_by_one else [])
    return " AND ".join(sql) or "1", tuple(values)


def count_places(db: sqlite3.Connection, kind: HitKind, query: str) -> int:
    """How many rows of a kind hold the words, whatever else they are."""
    return int(db.execute(f"SELECT count(*) FROM {kind}_words WHERE {kind}_words MATCH ?", (query,)).fetchone()[0])


def split_snippet(snippet: str) -> list[tuple[str, bool]]:
    """A snippet in pieces, in order: words as they stand, and found ones (True).

    Example:
        >>> split_snippet("on \ue000Monday\ue001 he")
        [('on ', False), ('Monday', True), (' he', False)]
    """
    pieces = []
    for place, part in enumerate(snippet.split(OPEN)):
        found, close, rest = part.partition(CLOSE) if place else ("", "", part)
        pieces += [(found, bool(close)), (rest, False)]
    return [(words, marked) for words, marked in pieces if words]


def _hits_sql(kind: HitKind, where: str, *, ranked: bool) -> str:
    rows, whole = TABLES[kind], kind == "document"
    return _SQL.format(
        rows=rows, words=f"{kind}_words", where=where, around=24 if whole else 40,
        document="documents.id" if whole else f"{rows}.document", confidence="NULL" if whole else "confidence",
        order=f"ORDER BY {kind}_words.rank" if ranked else "",
    )  # fmt: skip


def count_hidden_hits(db: sqlite3.Connection, words: str, min_confidence: float) -> int:
    """How many records hold all words in their quotes, but lie below that confidence."""
    query = escape_query(words)
    if not query:
        return 0
    sql = (
        "SELECT count(*) FROM {0}_words JOIN {0}s AS r ON r.number = {0}_words.rowid"
        " WHERE {0}_words MATCH ? AND r.confidence < ?"
    )
    return sum(int(db.execute(sql.format(kind), (query, min_confidence)).fetchone()[0]) for kind in KINDS[1:])
