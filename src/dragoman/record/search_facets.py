"""Counts what a search finds, by kind, by year and by actor, for narrowing it down.

The folder of a dossier and words in, one frozen count out. Words that stand in very many rows are counted among the
first of them only, and said to be.
"""

import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dragoman.record.connection import connect_reader, explained
from dragoman.record.searching import ANYWHERE, KINDS, TABLES, HitKind, Narrowing, count_places, escape_query, narrow

COUNTED = 2_000
"""Rows of each kind that are looked at: with 20,000 documents and 340,000 events some 50 ms for common words."""
ACTORS = 12
"""Actors that are named, those with most hits first."""
_YEARS = "SELECT substr({day}, 1, 4) AS year, count(*), sum({sure}) FROM {rows} WHERE {where} GROUP BY year"
_CODES = {
    "event": "SELECT code, count(DISTINCT event) FROM event_sides WHERE event IN (SELECT id FROM events WHERE {})"
    " GROUP BY code",
    "statement": "SELECT speaker_actor, count(*) FROM statements WHERE speaker_actor <> '' AND {} GROUP BY 1",
    "assessment": "SELECT code, count(*) FROM (SELECT party_a AS code FROM assessments WHERE {0} UNION ALL"
    " SELECT party_b FROM assessments WHERE {0}) WHERE code <> '' GROUP BY code",
}
_HOLDING = "number IN (SELECT rowid FROM {0}_words WHERE {0}_words MATCH ? LIMIT ?)"


@dataclass(frozen=True, slots=True)
class Facets:
    """What a search finds, in numbers.

    Attributes:
        kinds: (kind, hits) in a fixed order, narrowed by all but the kind.
        years: ("2012", hits) in order; hits without a year are left out.
        actors: (code, hits), most hits first; of records only, not of texts.
        hidden: records left out as less certain.
        partial: kinds with so many places that only the first were counted: there are more hits than said.
    """

    kinds: tuple[tuple[HitKind, int], ...]
    years: tuple[tuple[str, int], ...]
    actors: tuple[tuple[str, int], ...]
    hidden: int
    partial: frozenset[HitKind]


def count_facets(
    folder: Path, words: str, *, min_confidence: float = 0.0, narrowed: Narrowing = ANYWHERE
) -> Facets:
    """The counts of a search; all are empty if no word is given.

    Raises:
        RecordError: no dossier there, damaged, or of another version.
    """
    query = escape_query(words)
    if not query:
        return Facets((), (), (), 0, frozenset())
    kinds, hidden = {}, 0
    years: Counter[str] = Counter()
    actors: Counter[str] = Counter()
    with explained(folder), closing(connect_reader(folder)) as db:
        partial = frozenset(kind for kind in KINDS if count_places(db, kind, query) > COUNTED)
        for kind in KINDS:
            found = _count_years(db, kind, query, narrowed, min_confidence)
            kinds[kind] = sum(sure for _, sure in found.values())
            if narrowed.kind in (None, kind):
                years += Counter({year: sure for year, (_, sure) in found.items() if year and "0000" < year < "9999"})
                actors += _count_actors(db, kind, query, narrowed, min_confidence)
                hidden += sum(every for every, _ in found.values()) - kinds[kind]
    return Facets(
        tuple(kinds.items()), tuple(sorted(years.items())),
        tuple(sorted(actors.items(), key=lambda each: (-each[1], each[0]))[:ACTORS]), hidden, partial,
    )  # fmt: skip


def _count_years(
    db: sqlite3.Connection, kind: HitKind, query: str, narrowed: Narrowing, least: float
) -> dict[str | None, tuple[int, int]]:
    """For each year all hits, and those that are sure enough."""
    where, values = narrow(kind, narrowed, 0.0)
    whole = kind == "document"
    sql = _YEARS.format(
        day="published_first" if whole else "date_first", sure="1 OR ?" if whole else "confidence >= ?",
        rows=TABLES[kind], where=f"{_HOLDING.format(kind)} AND {where}",
    )  # fmt: skip
    return {year: (every, sure) for year, every, sure in db.execute(sql, (least, query, COUNTED, *values))}


def _count_actors(
    db: sqlite3.Connection, kind: HitKind, query: str, narrowed: Narrowing, least: float
) -> Counter[str]:
    if kind not in _CODES:
        return Counter()
    where, values = narrow(kind, narrowed, least)
    sql = _CODES[kind].format(f"{_HOLDING.format(kind)} AND {where}")
    times = 2 if kind == "assessment" else 1
    return Counter(dict(db.execute(sql, (query, COUNTED, *values) * times).fetchall()))
