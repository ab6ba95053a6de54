"""Says which rows are wanted: a frozen set of filters, and the SQL condition of each, for one kind of record.

In: codes and dates already checked by the caller. Out: conditions with their parameters; nothing runs here.
"""

import json
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.model.records import Status
from dragoman.record.rows import day_bounds

Kind = Literal["documents", "events", "statements", "assessments", "threads", "contradictions", "families"]
Order = Literal["", "latest", "documents", "sources", "weight"]
"""As each kind is listed; by date, the latest first; threads by the texts behind them, or by independent sources."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What rows must meet; an empty field asks for nothing.

    Attributes:
        pair: two actor codes, in any order; both must take part.
        actor: one code that takes part.
        type: PLOVER type, upper case.
        status: what the voice says became of it.
        standing: of a thread, as seen on `as_of`.
        told_as: statuses, with one of which some event tells a thread.
        clash: what a contradiction is about.
        voice: `author`, `comment`, or a part of the speaker's name, in any case.
        since: EDTF; rows whose date can be on or after its first day.
        until: EDTF; rows whose date can be on or before its last day.
        document: a document's id, the beginning of one, or its name.
        outlet: who first published a document, exactly; only documents have one.
        min_confidence: 0..1; rows of at least this confidence. Documents have none.
        foretells: only statements that foretell.
        limit: most rows wanted, 0 for all; `offset`: rows of such a list that were shown before.
        among: ids of events or statements; these rows, or the threads of these events. None for any.
        threads: ids of threads; these and no others. None for any.
        as_of: ISO day by which a plan must have come about; "" for the last day on which a text was published.
        order: of the rows, "" for the usual one of the kind; "latest" for events, assessments and threads; "weight",
            "documents" and "sources" for threads.
    """

    pair: tuple[str, str] | None = None
    actor: str = ""
    type: str = ""
    status: str = ""
    voice: str = ""
    since: str = ""
    until: str = ""
    document: str = ""
    min_confidence: float = 0.0
    foretells: bool = False
    limit: int = 0
    standing: str = ""
    told_as: tuple[Status, ...] = ()
    clash: str = ""
    as_of: str = ""
    offset: int = 0
    order: Order = ""
    outlet: str = ""
    among: tuple[str, ...] | None = None
    threads: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """One filter as SQL: the words that name it to the user, the condition, its parameters."""

    label: str
    sql: str
    values: tuple[str | float, ...]


LAST_CHARACTER = "\U0010ffff"
"""Sorts after every other: ids that begin with P stand from P to P + this."""

_NOT_AFTER = "CASE threads.date_first WHEN '0000-00-00' THEN threads.date_last ELSE threads.date_first END"
"""A thread of which no text says when it was, only that it is news ("by May 2014"), counts by the end of its date."""
_SIDE = "events.id IN (SELECT s.event FROM event_sides AS s WHERE s.code = ?)"
_HAS_SIDE = "EXISTS (SELECT 1 FROM event_sides AS s WHERE s.event = events.id AND s.code = ?)"
"""Asked of events at hand; the one above of all events, from the side."""
_BOTH_SIDES = (
    "SELECT s.event FROM event_sides AS s JOIN event_sides AS t ON t.event = s.event WHERE s.code = ? AND t.code = ?"
)
_THREAD_SIDE = "threads.id IN (SELECT s.thread FROM thread_sides AS s WHERE s.code = ?)"
_THREAD_PAIR = "threads.id IN (SELECT p.thread FROM thread_pairs AS p WHERE p.a = ? AND p.b = ?)"
_SURE_PAIR = "threads.id IN (SELECT p.thread FROM thread_pairs AS p WHERE p.a = ? AND p.b = ? AND p.confidence >= ?)"
"""What `_confidence` asks for as well; here it spares looking at the threads of a pair that are not sure, the most."""
_TOLD = "id IN (SELECT t.thread FROM thread_events AS t JOIN events AS e ON e.id = t.event WHERE {})"
_LISTED = "(SELECT value FROM json_each(?))"
_TOLD_AS = (
    "EXISTS (SELECT 1 FROM thread_events AS t JOIN events AS e ON e.id = t.event"
    " WHERE t.thread = threads.id AND e.status IN ({}))"
)
_DOCUMENT = "(SELECT d.id FROM documents AS d WHERE d.name = ? OR (d.id >= ? AND d.id < ?))"
_OF_RECORDS = (
    "EXISTS (SELECT 1 FROM contradiction_events AS c JOIN events ON events.id = c.event"
    " WHERE c.contradiction = contradictions.id AND {})"
)
"""A contradiction meets what one of its records meets, a family what one of its documents meets."""
_OF_DOCUMENTS = (
    "families.id IN (SELECT f.family FROM family_documents AS f JOIN documents ON documents.id = f.document WHERE {})"
)
_DOCUMENT_ACTOR = "documents.id IN (SELECT s.document FROM document_sides AS s WHERE s.code = ?)"
_DOCUMENT_PAIR = (
    f"(documents.id IN (SELECT e.document FROM events AS e WHERE e.id IN ({_BOTH_SIDES}))"
    " OR documents.id IN (SELECT a.document FROM assessments AS a"
    " WHERE (a.party_a = ? AND a.party_b = ?) OR (a.party_a = ? AND a.party_b = ?)))"
)


def conditions_of(kind: Kind, filters: Filters) -> tuple[Condition, ...]:
    """The condition of each filter that is set, in a fixed order; a filter that `kind` has no field for is left out."""
    if kind == "contradictions":
        clash = [Condition(f"--clash {filters.clash}", "clash = ?", (filters.clash,))] if filters.clash else []
        unsure = [_all_sure(filters.min_confidence)] if filters.min_confidence else []
        others = replace(filters, min_confidence=0.0, pair=None, actor="")
        return (*clash, *_sides(kind, filters), *_through(_OF_RECORDS, "events", others), *unsure)
    if kind == "families":
        return _through(_OF_DOCUMENTS, "documents", filters)
    found = [*_sides(kind, filters), *_fields(kind, filters), *_dates(kind, filters), *_document(kind, filters)]
    return (*found, *_among(kind, filters), *_confidence(kind, filters))


def _through(sql: str, kind: Kind, filters: Filters) -> tuple[Condition, ...]:
    """The conditions of another kind, for what hangs on rows of it."""
    return tuple(replace(condition, sql=sql.format(condition.sql)) for condition in conditions_of(kind, filters))


def _all_sure(least: float) -> Condition:
    """A contradiction is no surer than the less sure of its records."""
    sql = f"NOT {_OF_RECORDS.format('confidence < ?')}"
    return Condition(f"--min-confidence {least:g}", sql, (least,))


def _sides(kind: Kind, filters: Filters) -> list[Condition]:
    found = []
    if filters.pair:
        found.append(_pair(kind, *filters.pair, filters.min_confidence))
    if filters.actor:
        found.append(_actor(kind, filters.actor))
    return found


def _pair(kind: Kind, a: str, b: str, least: float) -> Condition:
    label = f"--pair {a} {b}"
    if kind == "events":
        return Condition(label, f"events.id IN ({_BOTH_SIDES})", (a, b))
    if kind == "threads":
        both, sure = (min(a, b), max(a, b)), least > 0
        return Condition(label, _SURE_PAIR if sure else _THREAD_PAIR, (*both, least) if sure else both)
    if kind == "contradictions":
        return Condition(label, _OF_RECORDS.format(f"{_HAS_SIDE} AND {_HAS_SIDE}"), (a, b))
    if kind == "statements":
        return Condition(label, "speaker_actor IN (?, ?)", (a, b))
    if kind == "assessments":
        return Condition(label, "((party_a = ? AND party_b = ?) OR (party_a = ? AND party_b = ?))", (a, b, b, a))
    return Condition(label, _DOCUMENT_PAIR, (a, b, a, b, b, a))


def _actor(kind: Kind, code: str) -> Condition:
    label = f"--actor {code}"
    if kind == "events":
        return Condition(label, _SIDE, (code,))
    if kind == "threads":
        return Condition(label, _THREAD_SIDE, (code,))
    if kind == "contradictions":
        return Condition(label, _OF_RECORDS.format(_HAS_SIDE), (code,))
    if kind == "statements":
        return Condition(label, "speaker_actor = ?", (code,))
    if kind == "assessments":
        return Condition(label, "? IN (party_a, party_b)", (code,))
    return Condition(label, _DOCUMENT_ACTOR, (code,))


def _fields(kind: Kind, filters: Filters) -> list[Condition]:
    found = []
    if filters.type and kind in ("events", "threads"):
        found.append(Condition(f"--type {filters.type}", "type = ?", (filters.type,)))
    if filters.status and kind == "events":
        found.append(Condition(f"--status {filters.status}", "status = ?", (filters.status,)))
    if filters.outlet and kind == "documents":
        found.append(Condition(f"outlet {filters.outlet}", "outlet = ?", (filters.outlet,)))
    if filters.foretells and kind == "statements":
        found.append(Condition("predictions", "foretells = 1", ()))
    if filters.standing and kind == "threads":
        found.append(_standing(filters.standing, filters.as_of))
    if filters.told_as and kind == "threads":
        marks = ", ".join("?" * len(filters.told_as))
        found.append(Condition(" or ".join(filters.told_as), _TOLD_AS.format(marks), filters.told_as))
    if filters.voice and kind == "threads":
        told = _voice("e.voice", filters.voice)
        found.append(replace(told, sql=_TOLD.format(told.sql)))
    elif filters.voice and kind != "documents":
        found.append(_voice("speaker" if kind == "statements" else "voice", filters.voice))
    return found


LAPSED = "standing = 'planned' AND date_last < ?"
"""A plan whose last day has passed without a word of what became of it."""


def _standing(standing: str, as_of: str) -> Condition:
    """The plus keeps the planner from the index on standings: other filters leave far fewer rows."""
    label = f"--standing {standing}"
    if standing == "lapsed":
        return Condition(label, f"+{LAPSED}", (as_of,))
    if standing == "planned":
        return Condition(label, "+standing = 'planned' AND (date_last IS NULL OR date_last >= ?)", (as_of,))
    return Condition(label, "+standing = ?", (standing,))


def _voice(column: str, voice: str) -> Condition:
    if voice in ("author", "comment"):
        return Condition(f"--voice {voice}", f"{column} = ?", (voice,))
    pattern = voice.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return Condition(f"--voice {voice}", f"{column} LIKE ? ESCAPE '\\'", (f"%{pattern}%",))


def _dates(kind: Kind, filters: Filters) -> list[Condition]:
    column = "published" if kind == "documents" else "date"
    found = []
    since, until = day_bounds(filters.since)[0], day_bounds(filters.until)[1]
    if since:
        found.append(Condition(f"--since {filters.since}", f"{column}_last >= ?", (since,)))
    if until:
        first = _NOT_AFTER if kind == "threads" else f"{column}_first"
        found.append(Condition(f"--until {filters.until}", f"{first} <= ?", (until,)))
    return found


def _document(kind: Kind, filters: Filters) -> list[Condition]:
    if not filters.document:
        return []
    if kind == "threads":
        sql = _TOLD.format(f"e.document IN {_DOCUMENT}")
    else:
        sql = f"{'documents.id' if kind == 'documents' else f'{kind}.document'} IN {_DOCUMENT}"
    wanted = filters.document
    return [Condition(f"--document {wanted}", sql, (wanted, wanted, wanted + LAST_CHARACTER))]


def _among(kind: Kind, filters: Filters) -> list[Condition]:
    found = []
    if filters.threads is not None and kind == "threads":
        found.append(Condition("these threads", f"id IN {_LISTED}", (json.dumps(filters.threads),)))
    if filters.among is not None and kind in ("events", "statements", "threads"):
        sql = f"id IN {_LISTED}" if kind != "threads" else _TOLD.format(f"e.id IN {_LISTED}")
        found.append(Condition("these records", sql, (json.dumps(filters.among),)))
    return found


def _confidence(kind: Kind, filters: Filters) -> list[Condition]:
    least = filters.min_confidence
    if not least or kind == "documents":
        return []
    return [Condition(f"--min-confidence {least:g}", "confidence >= ?", (least,))]
