"""Keeps which events and documents people want together or apart, for whoever makes threads and families.

A connection and pairs of ids in. The pairs are what decisions mean now; they are renewed by each resolving.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Literal

PairKind = Literal["event", "document"]
Pair = tuple[str, str]
Pairs = Mapping[tuple[PairKind, str, str], bool]
"""Kind and two ids, the smaller first, to whether they are wanted together (True) or apart."""


def select_pairs(db: sqlite3.Connection) -> dict[tuple[PairKind, str, str], bool]:
    """All pairs."""
    return {(r["kind"], r["a"], r["b"]): bool(r["together"]) for r in db.execute("SELECT * FROM decided_pairs")}


def pairs_of(db: sqlite3.Connection, kind: PairKind, together: bool) -> list[Pair]:
    """The pairs of one kind that are wanted together, or apart; sorted."""
    sql = "SELECT a, b FROM decided_pairs WHERE kind = ? AND together = ? ORDER BY a, b"
    return [(row["a"], row["b"]) for row in db.execute(sql, (kind, int(together)))]


def pairs_differ(db: sqlite3.Connection, pairs: Pairs) -> bool:
    """Whether other pairs are kept than these."""
    return select_pairs(db) != dict(pairs)


def replace_pairs(db: sqlite3.Connection, pairs: Pairs) -> dict[PairKind, set[str]]:
    """Keep these pairs and no others; the ids that the change touches, by kind."""
    known = select_pairs(db)
    changed = {key for key in known.keys() | pairs.keys() if known.get(key) != pairs.get(key)}
    db.execute("DELETE FROM decided_pairs")
    rows = [(kind, a, b, int(together)) for (kind, a, b), together in pairs.items()]
    db.executemany("INSERT INTO decided_pairs VALUES (?, ?, ?, ?)", rows)
    return {kind: _ids(changed, kind) for kind in ("event", "document")}


def _ids(changed: Iterable[tuple[PairKind, str, str]], kind: PairKind) -> set[str]:
    return {id for of_kind, a, b in changed if of_kind == kind for id in (a, b)}
