"""Finds the records that a person should look at first: heavy threads whose telling is in doubt.

The folder of a dossier and filters in, ids with what speaks for looking at each out. Nothing is written here.

Rules
    * What a record is worth: the weight of its thread times the sum of its doubts.
    * Doubts: confidence near the cut, 1 at the cut and 0 at `REACH` from it; a part in a contradiction, 1; a plan of
      which nothing was heard after its day, 0.6; several independent sources of a record below the cut, 0.5.
    * The second record of a thread counts half, the third a third: the next thread brings more than the tenth telling.
    * Threads are ranked first and only the best looked into, so that no list of all events is ever sorted.
"""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from dragoman.record.connection import connect_reader, explained
from dragoman.record.filters import LAPSED, Condition, Filters, conditions_of
from dragoman.record.threads import last_day

Kind = Literal["events", "statements", "assessments"]
KINDS: tuple[Kind, ...] = ("events", "statements", "assessments")
LONGEST = 500
"""Records of a queue: more than anybody looks through before it is made anew."""
REACH = 0.45
_CLASHING = "SELECT event FROM contradiction_events"
_NEAR = f"max(0.0, 1.0 - abs(confidence - :cut) / {REACH})"
_LAPSED = f"coalesce({LAPSED.replace('?', ':day')}, 0)"
_UNSURE = "0.5 * (sources > 1 AND confidence < :cut)"
_SCORE_OF_THREAD = f"weight * ({_NEAR} + (id IN clashing) + 0.6 * {_LAPSED} + {_UNSURE})"


@dataclass(frozen=True, slots=True)
class Queued:
    """A record to look at, and why.

    Attributes:
        id: of the record.
        score: what the queue is ordered by.
        clashes: in how many contradictions it has a part.
        lapsed: whether it tells a plan of which nothing was heard after its day.
        sources: independent sources of its thread; 0 for what has no thread.
        confidence: of the record.
    """

    id: str
    score: float
    clashes: int
    lapsed: bool
    sources: int
    confidence: float


def select_queue(
    folder: Path,
    kind: Kind,
    filters: Filters,
    *,
    cut: float,
    without: Iterable[str] = (),
    only: Iterable[str] | None = None,
) -> tuple[Queued, ...]:
    """The records that meet the filters, the most important first, at most `LONGEST`.

    Args:
        folder: of the dossier.
        kind: of record.
        filters: which records; their least confidence and their limit are not heeded.
        cut: the confidence from which on rows are shown: near it a decision changes most.
        without: ids that are decided already.
        only: ids that alone are wanted, None for all.

    Raises:
        RecordError: no dossier there, or it is damaged.
    """
    wanted = replace(filters, min_confidence=0.0, limit=0, offset=0)
    left_out, picked = sorted(without), None if only is None else sorted(only)
    with explained(folder), closing(connect_reader(folder)) as db:
        if kind == "events":
            return _select_events(db, wanted, cut, left_out, picked)
        return _select_others(db, kind, wanted, cut, left_out, picked)


def _select_events(
    db: sqlite3.Connection, filters: Filters, cut: float, without: Sequence[str], only: Sequence[str] | None
) -> tuple[Queued, ...]:
    day = last_day(db)
    filters = replace(filters, as_of=filters.as_of or day)
    threads, of_threads = _where(conditions_of("threads", filters), "t")
    events, of_events = _where(conditions_of("events", filters), "e")
    picked = "" if only is None else " AND id IN (SELECT value FROM json_each(:only))"
    holding = "" if only is None else (
        " AND id IN (SELECT thread FROM thread_events WHERE event IN (SELECT value FROM json_each(:only)))"
    )  # fmt: skip
    sql = f"""
        WITH clashing AS MATERIALIZED
            (SELECT DISTINCT te.thread FROM contradiction_events AS c JOIN thread_events AS te ON te.event = c.event),
        best AS MATERIALIZED
            (SELECT id, weight, sources, {_LAPSED} AS lapsed FROM threads WHERE {threads}{holding}
             ORDER BY {_SCORE_OF_THREAD} DESC, id LIMIT :threads),
        told AS MATERIALIZED
            (SELECT id, confidence, status = 'planned' AS planned FROM events WHERE {events}{picked}
             AND id IN (SELECT event FROM thread_events WHERE thread IN (SELECT id FROM best))
             AND id NOT IN (SELECT value FROM json_each(:without))),
        weighed AS MATERIALIZED
            (SELECT told.id AS id, best.id AS thread, lapsed AND planned AS lapsed, sources, confidence,
             weight * ({_NEAR} + (told.id IN ({_CLASHING})) + 0.6 * (lapsed AND planned) + {_UNSURE}) AS score
             FROM told JOIN thread_events AS te ON te.event = told.id JOIN best ON best.id = te.thread)
        SELECT id, lapsed, sources, confidence,
               score / row_number() OVER (PARTITION BY thread ORDER BY score DESC, id) AS score,
               (SELECT count(*) FROM contradiction_events AS c WHERE c.event = weighed.id) AS clashes
        FROM weighed ORDER BY 5 DESC, id LIMIT :longest"""
    values = {
        "cut": cut, "day": day, "without": json.dumps(without), "only": json.dumps(only),
        "longest": LONGEST, "threads": LONGEST + len(without), **of_threads, **of_events,
    }  # fmt: skip
    return tuple(Queued(r["id"], r["score"], r["clashes"], bool(r["lapsed"]), r["sources"], r["confidence"])
                 for r in db.execute(sql, values))  # fmt: skip


def _select_others(
    db: sqlite3.Connection, kind: Kind, filters: Filters, cut: float, without: Sequence[str], only: Sequence[str] | None
) -> tuple[Queued, ...]:
    """Statements and assessments have no thread: those nearest to the cut, and of statements those that foretell."""
    where, values = _where(conditions_of(kind, filters), "w")
    picked = "" if only is None else " AND id IN (SELECT value FROM json_each(:only))"
    foretells = "foretells" if kind == "statements" else "0"
    sql = (
        f"SELECT id, {_NEAR} + 0.5 * {foretells} AS score, confidence FROM {kind} WHERE {where}{picked}"
        " AND id NOT IN (SELECT value FROM json_each(:without)) ORDER BY score DESC, id LIMIT :longest"
    )
    given = {"cut": cut, "without": json.dumps(without), "only": json.dumps(only), "longest": LONGEST, **values}
    return tuple(Queued(row["id"], row["score"], 0, False, 0, row["confidence"]) for row in db.execute(sql, given))


def _where(conditions: Sequence[Condition], prefix: str) -> tuple[str, dict[str, str | float]]:
    """Conditions with named parameters, so that they can stand in one statement with others."""
    pieces: list[str] = []
    values: dict[str, str | float] = {}
    for condition in conditions:
        sql = condition.sql
        for value in condition.values:
            name = f"{prefix}{len(values)}"
            sql, values[name] = sql.replace("?", f":{name}", 1), value
        pieces.append(sql)
    return " AND ".join(pieces) or "1", values
