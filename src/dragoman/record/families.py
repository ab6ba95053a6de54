"""Reads reprint families and overlaps out of a dossier.

A connection in, frozen records of `model` out. Nothing is written here.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import cast

from dragoman.model.resolution import CopyKind, Credit, Family, Overlap
from dragoman.record.telling import chunks, marks


def select_families(db: sqlite3.Connection, ids: Iterable[str]) -> Iterator[Family]:
    """The families with these ids, in their order."""
    for some in chunks(ids):
        rows = {row["id"]: row for row in db.execute(f"SELECT * FROM families WHERE id IN ({marks(some)})", some)}
        documents: dict[str, list[str]] = defaultdict(list)
        sql = f"SELECT family, document FROM family_documents WHERE family IN ({marks(some)}) ORDER BY family, place"
        family_of: dict[str, str] = {}
        for row in db.execute(sql, some):
            documents[row["family"]].append(row["document"])
            family_of[row["document"]] = row["family"]
        inside: dict[str, list[Overlap]] = defaultdict(list)
        for overlap in overlaps_among(db, family_of):
            if family_of[overlap.a] == family_of[overlap.b]:
                inside[family_of[overlap.a]].append(overlap)
        for id in some:
            yield Family(id, tuple(documents[id]), rows[id]["original"], rows[id]["reason"], tuple(inside[id]))


def families_of(db: sqlite3.Connection, documents: Iterable[str]) -> list[Family]:
    """The families that hold one of these documents, by id."""
    ids: set[str] = set()
    for some in chunks(documents):
        sql = f"SELECT family FROM family_documents WHERE document IN ({marks(some)})"
        ids |= {row["family"] for row in db.execute(sql, some)}
    return list(select_families(db, sorted(ids)))


def credits_of(db: sqlite3.Connection, documents: Iterable[str] | None) -> dict[str, tuple[Credit, ...]]:
    """Whom each of these documents, None for all, credits, in text order; those without a credit are left out."""
    found: dict[str, tuple[Credit, ...]] = {}
    for where, some in [("1", [])] if documents is None else _places(documents):
        for row in db.execute(f"SELECT * FROM credits WHERE {where} ORDER BY document, place", some):
            credit = Credit(row["outlet"], row["kind"], (row["start"], row["end"]), bool(row["agency"]))
            found[row["document"]] = (*found.get(row["document"], ()), credit)
    return found


def _places(documents: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
    return ((f"document IN ({marks(some)})", some) for some in chunks(documents))


def overlaps_among(db: sqlite3.Connection, documents: Iterable[str] | None) -> list[Overlap]:
    """All overlaps between these documents, None for all of them."""
    if documents is None:
        return [overlap_of(row) for row in db.execute("SELECT * FROM overlaps ORDER BY a, b")]
    wanted = set(documents)
    return [o for o in overlaps_at(db, wanted) if o.a in wanted and o.b in wanted]


def overlaps_at(db: sqlite3.Connection, documents: Iterable[str]) -> list[Overlap]:
    """All overlaps that one of these documents has, sorted."""
    found: set[Overlap] = set()
    for some in chunks(sorted(documents)):
        for end in ("a", "b"):
            sql = f"SELECT a, b, kind, share_a, share_b, reason FROM overlaps WHERE {end} IN ({marks(some)})"
            found.update(map(overlap_of, db.execute(sql, some)))
    return sorted(found, key=lambda o: (o.a, o.b))


def overlap_of(row: sqlite3.Row) -> Overlap:
    """The overlap of a row."""
    return Overlap(row["a"], row["b"], cast(CopyKind, row["kind"]), row["share_a"], row["share_b"], row["reason"])
