"""Events together with what is known about the page that tells them, without texts: what resolving reads.

A connection in, tellings out. Nothing is written here.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from dragoman.model.records import Event, Status
from dragoman.model.resolution import SourceDocument, Standing, WordGiven
from dragoman.record.rows import event_of

Value = TypeVar("Value", str, int)
CHUNK = 500
"""Values in one IN (...): below the limit of every SQLite."""
_EVENT = (
    "number, id, document, quote, start, end, trigger_word, trigger_start, trigger_end, type, status, date, place,"
    " voice, thread, mode, people, actor_sectors, recipient_sectors, unofficial, confidence, background"
)
_VOICE_ACTOR = (
    "CASE WHEN voice IN ('author', 'comment') THEN '' ELSE coalesce((SELECT min(s.speaker_actor) FROM statements AS s"
    " WHERE s.document = events.document AND s.speaker = events.voice AND s.speaker_actor <> ''), '') END"
    " AS voice_actor"
)
EVENT_WITHOUT_REASONS = f"{_EVENT}, '[]' AS reasons"
"""Columns of an event; reasons are long, and to read them takes as long as all else."""
_SOURCE = "id, title, published, outlet, carriers, author, genre"


@dataclass(frozen=True, slots=True)
class StoredTelling:
    """One event with its row number, the page that tells it, and the code that its voice belongs to, "" if none."""

    number: int
    event: Event
    source: SourceDocument
    voice_actor: str = ""


def select_tellings(
    db: sqlite3.Connection, column: str, values: Iterable[Value], *, reasons: bool = False
) -> Iterator[StoredTelling]:
    """The events whose `number`, `id` or `document` is among the values; reasons, which are long, if asked for."""
    wanted = f"{f'{_EVENT}, reasons' if reasons else EVENT_WITHOUT_REASONS}, {_VOICE_ACTOR}"
    for some in chunks(values):
        rows = db.execute(f"SELECT {wanted} FROM events WHERE {column} IN ({marks(some)})", some).fetchall()
        sides = select_sides(db, [row["id"] for row in rows])
        sources = select_sources(db, {row["document"] for row in rows})
        for row in rows:
            actors, recipients = sides[row["id"], "actor"], sides[row["id"], "recipient"]
            event = event_of(row, tuple(actors), tuple(recipients))
            yield StoredTelling(row["number"], event, sources[row["document"]], row["voice_actor"])


def select_sources(db: sqlite3.Connection, documents: Iterable[str] | None) -> dict[str, SourceDocument]:
    """What is known about the pages of these documents, None for all of them."""
    if documents is None:
        return {row[0]: _source_of(row) for row in db.execute(f"SELECT {_SOURCE} FROM documents ORDER BY id")}
    found = {}
    for some in chunks(sorted(documents)):
        for row in db.execute(f"SELECT {_SOURCE} FROM documents WHERE id IN ({marks(some)})", some):
            found[row[0]] = _source_of(row)
    return found


def select_words_given(db: sqlite3.Connection) -> Iterator[WordGiven]:
    """What each text says became of each thread, by thread and event: light enough for a whole dossier."""
    sql = (
        "SELECT t.thread, CASE WHEN h.standing = 'planned' AND h.date_last < (SELECT max(published_first)"
        " FROM documents) THEN 'lapsed' ELSE h.standing END AS standing,"
        " e.document, e.voice, e.status FROM thread_events AS t"
        " JOIN threads AS h ON h.id = t.thread JOIN events AS e ON e.id = t.event ORDER BY t.thread, t.event"
    )
    for row in db.execute(sql):
        yield WordGiven(
            row["thread"], cast(Standing, row["standing"]), row["document"], row["voice"], cast(Status, row["status"])
        )
def _source_of(row: sqlite3.Row) -> SourceDocument:
    """Most pages have no other carriers; so many rows are read that this is worth a look."""
    id, title, published, outlet, carriers, author, genre = row
    return SourceDocument(
        id, title, published, outlet, () if carriers == "[]" else tuple(json.loads(carriers)), author, genre
    )


def chunks(values: Iterable[Value]) -> Iterator[list[Value]]:
    """The values in lists that fit into one statement."""
    every = list(values)
    for start in range(0, len(every), CHUNK):
        yield every[start : start + CHUNK]


def marks(values: Sequence[object]) -> str:
    """A question mark for each value."""
    return ", ".join("?" * len(values))


def select_sides(db: sqlite3.Connection, ids: Sequence[str]) -> dict[tuple[str, str], list[str]]:
    """The codes of each event and side, "actor" or "recipient", in the order of the record."""
    sides: dict[tuple[str, str], list[str]] = defaultdict(list)
    for some in chunks(ids):
        sql = f"SELECT event, side, code FROM event_sides WHERE event IN ({marks(some)}) ORDER BY event, side, place"
        for row in db.execute(sql, some):
            sides[row["event"], row["side"]].append(row["code"])
    return sides
