"""Writes what resolving finds, inside one transaction: keys, overlaps, links, and the lists of what is half done.

Comes from `DossierWriter.resolving`. It stores and hands out; what is compared with what stands in `blocking`, how
families and threads are replaced in `settling`. It must not know how anything is judged.
"""

import sqlite3
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from dragoman.model.document import Document
from dragoman.model.resolution import Contradiction, Credit, Overlap
from dragoman.record.blocking import Blocks, Key, Span
from dragoman.record.joins import Pairs, replace_pairs
from dragoman.record.queries import find_document
from dragoman.record.telling import StoredTelling, chunks, marks, select_tellings

Weighed = tuple[int, int, float]
"""Numbers of two events, and the weight of their link."""
_DERIVED = (
    "contradiction_events", "contradictions", "thread_events", "thread_sides", "threads", "thread_joins",
    "event_links", "event_keys", "document_sources", "family_documents", "families", "overlaps", "fingerprints",
    "credits", "resolved", "unsettled_documents", "unsettled_events", "unchecked_events", "vacated",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ResolutionMaker:
    """What makes the rows: the run, and the version of each step by name."""

    run: str
    versions: Mapping[str, str]

    def made(self, step: str) -> tuple[str, str, str]:
        """The last three cells of a row: run, step, version."""
        return self.run, step, self.versions[step]


class Resolution:
    """What holds across documents, open for writing."""

    def __init__(self, db: sqlite3.Connection, maker: ResolutionMaker) -> None:
        self.db = db
        self.maker = maker
        self.documents = Blocks(db, "document")
        self.events = Blocks(db, "event")

    def clear_other_versions(self, version: str) -> None:
        """Forget all that was resolved if any of it was resolved by another version."""
        if self.db.execute("SELECT 1 FROM resolved WHERE version <> ? LIMIT 1", (version,)).fetchone():
            for table in _DERIVED:
                self.db.execute(f"DELETE FROM {table}")

    def pending(self, limit: int) -> list[Document]:
        """Some documents that are not resolved yet, by day of publication: what is compared lies near together then."""
        sql = (
            "SELECT id FROM documents WHERE id NOT IN (SELECT document FROM resolved)"
            " ORDER BY published_first, id LIMIT ?"
        )
        return [find_document(self.db, row["id"]) for row in self.db.execute(sql, (limit,)).fetchall()]

    def mark_resolved(self, documents: Iterable[str], version: str) -> None:
        """Remember that these documents have been compared with all others."""
        rows = [(document, version, self.maker.run) for document in documents]
        self.db.executemany("INSERT OR REPLACE INTO resolved VALUES (?, ?, ?)", rows)

    def number_of(self, document: str) -> int:
        """The row number of a document."""
        return int(self.db.execute("SELECT number FROM documents WHERE id = ?", (document,)).fetchone()[0])

    def documents_at(self, numbers: Iterable[int]) -> list[Document]:
        """Whole documents by row number, sorted by id."""
        ids = []
        for some in chunks(numbers):
            ids += [r["id"] for r in self.db.execute(f"SELECT id FROM documents WHERE number IN ({marks(some)})", some)]
        return [find_document(self.db, id) for id in sorted(ids)]

    def tellings_of(self, documents: Iterable[str]) -> list[StoredTelling]:
        """The events of these documents, with their reasons."""
        return list(select_tellings(self.db, "document", documents, reasons=True))

    def tellings_at(self, numbers: Iterable[int], *, reasons: bool = False) -> list[StoredTelling]:
        """Events by row number, with their reasons if these are asked for."""
        return list(select_tellings(self.db, "number", numbers, reasons=reasons))

    def store_credits(self, document: str, credits: Iterable[Credit]) -> None:
        """Keep whom a document credits."""
        rows = [(document, n, c.outlet, c.kind, *c.span, int(c.agency)) for n, c in enumerate(credits)]
        self.db.executemany("INSERT INTO credits VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

    def store_overlaps(self, overlaps: Iterable[Overlap], new: Container[str] = ()) -> None:
        """Keep overlaps; the families of both documents are to be made anew, and threads that both tell of.

        All threads of what is `new` are made anew as it is.
        """
        for o in overlaps:
            if o.a not in new and o.b not in new:
                self.unsettle_events_of((o.a,))
            row = (o.a, o.b, o.kind, o.share_a, o.share_b, o.reason, *self.maker.made("compare_readings"))
            self.db.execute(f"INSERT OR REPLACE INTO overlaps VALUES ({marks(row)})", row)
            self.unsettle_documents((o.a, o.b))

    def store_links(self, links: Iterable[Weighed], new: Container[int] = ()) -> None:
        """Keep links; of two events that were not linked one is to be settled anew, unless one of them is `new`."""
        sql = "INSERT OR IGNORE INTO event_links VALUES (?, ?, ?)"
        for a, b, weight in links:
            added = self.db.execute(sql, (min(a, b), max(a, b), weight)).rowcount
            if added and a not in new and b not in new:
                self.unsettle_events((min(a, b),))

    def store_contradictions(self, found: Iterable[Contradiction], step: str) -> None:
        """Keep contradictions, each with the records that clash."""
        for c in found:
            row = (c.id, c.clash, c.thread or None, *c.values, c.reason, c.source, *self.maker.made(step))
            self.db.execute(f"INSERT OR IGNORE INTO contradictions VALUES ({marks(row)})", row)
            rows = [(c.id, place, event) for place, event in enumerate(c.records)]
            self.db.executemany("INSERT OR IGNORE INTO contradiction_events VALUES (?, ?, ?)", rows)

    def unsettle_documents(self, documents: Iterable[str]) -> None:
        """Note documents whose family has to be made anew."""
        self.db.executemany("INSERT OR IGNORE INTO unsettled_documents VALUES (?)", [(id,) for id in documents])

    def unsettle_events(self, numbers: Iterable[int]) -> None:
        """Note events whose thread has to be made anew."""
        self.db.executemany("INSERT OR IGNORE INTO unsettled_events VALUES (?)", [(number,) for number in numbers])

    def unsettle_events_of(self, documents: Iterable[str]) -> None:
        """The threads of all events of these documents are to be made anew."""
        for some in chunks(documents):
            sql = f"INSERT OR IGNORE INTO unsettled_events SELECT number FROM events WHERE document IN ({marks(some)})"
            self.db.execute(sql, some)

    def drop_links(self, spans: Iterable[tuple[Key, Span]]) -> None:
        """Drop the links that only a span which is too full by now had brought about."""
        for a, b in self._pairs_in("event", spans):
            if not self.events.may_compare(a, b):
                self.db.execute("DELETE FROM event_links WHERE a = ? AND b = ?", (a, b))

    def drop_overlaps(self, spans: Iterable[tuple[Key, Span]]) -> None:
        """Likewise for documents."""
        for a, b in self._pairs_in("document", spans):
            if not self.documents.may_compare(a, b):
                ids = "SELECT id FROM documents WHERE number IN (?, ?)"
                self.unsettle_events_of([row["id"] for row in self.db.execute(f"{ids} LIMIT 1", (a, b))])
                self.db.execute(f"DELETE FROM overlaps WHERE a IN ({ids}) AND b IN ({ids})", (a, b, a, b))

    def _pairs_in(self, kind: str, spans: Iterable[tuple[Key, Span]]) -> set[tuple[int, int]]:
        """Joined pairs that lie in one of the spans."""
        blocks = self.events if kind == "event" else self.documents
        found: set[tuple[int, int]] = set()
        for key, span in spans:
            inside = set(blocks.members(key, span))
            joined = self._links_of(inside) if kind == "event" else _overlaps_of(self.db, inside)
            found |= {pair for pair in joined if inside.issuperset(pair)}
        return found

    def _links_of(self, numbers: set[int]) -> list[tuple[int, int]]:
        found = []
        for some in chunks(sorted(numbers)):
            sql = f"SELECT a, b FROM event_links WHERE a IN ({marks(some)})"
            found += [(row["a"], row["b"]) for row in self.db.execute(sql, some)]
        return found

    def drop_needless_vacated(self) -> None:
        """Strike off the places of keys that were never too full: nothing changes for those that are left there."""
        for blocks in (self.documents, self.events):
            keys = (
                "SELECT key FROM vacated AS v WHERE kind = ? GROUP BY key HAVING count(*)"
                f" + (SELECT count(*) FROM {blocks.table} AS t WHERE t.key = v.key) <= ?"
            )
            sql = f"DELETE FROM vacated WHERE kind = ? AND key IN ({keys})"
            self.db.execute(sql, (blocks.kind, blocks.kind, blocks.most))

    def renew_pairs(self, pairs: Pairs) -> None:
        """Keep what people want together and apart now; what the change touches has to be made anew."""
        touched = replace_pairs(self.db, pairs)
        self.unsettle_documents(touched["document"])
        for id in touched["event"]:
            self.db.execute("INSERT OR IGNORE INTO unsettled_events SELECT number FROM events WHERE id = ?", (id,))

    def has_vacated(self) -> bool:
        """Whether places became free under keys that were too full."""
        return self.db.execute("SELECT 1 FROM vacated LIMIT 1").fetchone() is not None

    def take_vacated(self, kind: str, limit: int) -> dict[Key, list[float]]:
        """Places that became free under some of the keys; they are taken off the list."""
        keys = [
            row["key"]
            for row in self.db.execute("SELECT DISTINCT key FROM vacated WHERE kind = ? LIMIT ?", (kind, limit))
        ]
        found: dict[Key, list[float]] = {}
        for key in keys:
            rows = self.db.execute("SELECT place FROM vacated WHERE kind = ? AND key = ?", (kind, key))
            found[key] = [row["place"] for row in rows]
            self.db.execute("DELETE FROM vacated WHERE kind = ? AND key = ?", (kind, key))
        return found


def forget_document(db: sqlite3.Connection, document: str) -> None:
    """Take away what was resolved from a document; the next `read` does it again. For what is corrected by people."""
    events = "SELECT number FROM events WHERE document = ?"
    db.execute("DELETE FROM resolved WHERE document = ?", (document,))
    db.execute("DELETE FROM credits WHERE document = ?", (document,))
    db.execute("DELETE FROM overlaps WHERE a = ? OR b = ?", (document, document))
    db.execute("DELETE FROM fingerprints WHERE document = (SELECT number FROM documents WHERE id = ?)", (document,))
    db.execute(f"DELETE FROM event_links WHERE a IN ({events}) OR b IN ({events})", (document, document))
    db.execute(f"DELETE FROM event_keys WHERE event IN ({events})", (document,))
    clashing = "SELECT c.contradiction FROM contradiction_events AS c JOIN events AS e ON e.id = c.event"
    sql = f"DELETE FROM contradictions WHERE thread IS NULL AND id IN ({clashing} WHERE e.document = ?)"
    db.execute(sql, (document,))


def has_unresolved(db: sqlite3.Connection, version: str) -> bool:
    """Whether anything is left to resolve."""
    sql = "SELECT 1 FROM documents WHERE id NOT IN (SELECT document FROM resolved WHERE version = ?) LIMIT 1"
    if db.execute(sql, (version,)).fetchone():
        return True
    tables = ("unsettled_documents", "unsettled_events", "unchecked_events", "vacated")
    return any(db.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in tables)


def _overlaps_of(db: sqlite3.Connection, numbers: set[int]) -> list[tuple[int, int]]:
    found = []
    for some in chunks(sorted(numbers)):
        sql = (
            "SELECT a.number AS a, b.number AS b FROM overlaps AS o JOIN documents AS a ON a.id = o.a"
            f" JOIN documents AS b ON b.id = o.b WHERE a.number IN ({marks(some)})"
        )
        found += [(row["a"], row["b"]) for row in db.execute(sql, some)]
    return found
