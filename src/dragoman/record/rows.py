"""Turns records of `model` into rows of the schema and rows back into records. No SQL runs here."""

import json
import sqlite3
from functools import lru_cache
from typing import cast

from dragoman.model.document import Basis, Comment, Document, Genre, Part, PartKind, Repairs
from dragoman.model.issues import Issue
from dragoman.model.records import Assessment, Certainty, Event, EventType, Reason, Statement, Status
from dragoman.model.run import Run
from dragoman.text.edtf import bounds_of

Cell = str | int | float | None
Row = dict[str, Cell]
FIRST, LAST = "0000-00-00", "9999-99-99"


def day_bounds(value: str) -> tuple[str | None, str | None]:
    """First and last day of an EDTF date as comparable strings; (None, None) for "" and for what cannot be read."""
    if not value:
        return None, None
    try:
        first, last = bounds_of(value)
    except ValueError:
        return None, None
    return (first.isoformat() if first else FIRST), (last.isoformat() if last else LAST)


def document_row(doc: Document) -> Row:
    """The row of a document, without its parts, comments, coder and run."""
    first, last = day_bounds(doc.published)
    return {
        "id": doc.id, "name": doc.name, "title": doc.title, "text": doc.text, "published": doc.published,
        "published_first": first, "published_last": last, "published_basis": doc.published_basis,
        "published_reason": doc.published_reason, "outlet": doc.outlet, "carriers": _list(doc.carriers),
        "author": doc.author, "url": doc.url, "language": doc.language, "genre": doc.genre, "source": doc.sha256,
        "file": doc.file, "record": doc.record, "reader": doc.reader, "encoding": doc.repairs.encoding,
        "undecodable": doc.repairs.undecodable, "nul": doc.repairs.nul, "surrogates": doc.repairs.surrogates,
    }  # fmt: skip


def run_row(run: Run) -> Row:
    """The row of a run."""
    return {
        "id": run.id, "started": run.started, "program": run.program, "model": run.model,
        "vocabulary": run.vocabulary, "steps": json.dumps(run.steps),
    }  # fmt: skip


def event_row(event: Event) -> Row:
    """The row of an event, without its sides and run, and without its thread: that is derived, see `thread_events`."""
    first, last = day_bounds(event.date)
    return {
        "id": event.id, "document": event.document, "quote": event.quote, "start": event.span[0], "end": event.span[1],
        "trigger_word": event.trigger, "trigger_start": event.trigger_span[0], "trigger_end": event.trigger_span[1],
        "type": event.type, "status": event.status, "date": event.date, "date_first": first, "date_last": last,
        "place": event.place, "voice": event.voice, "thread": "", "mode": event.mode,
        "people": _list(event.people), "actor_sectors": _list(event.actor_sectors),
        "recipient_sectors": _list(event.recipient_sectors), "unofficial": int(event.unofficial),
        "confidence": event.confidence, "background": int(event.background), "reasons": _reasons(event.reasons),
    }  # fmt: skip


def statement_row(statement: Statement) -> Row:
    """The row of a statement, without its run."""
    first, last = day_bounds(statement.date)
    return {
        "id": statement.id, "document": statement.document, "quote": statement.quote, "start": statement.span[0],
        "end": statement.span[1], "speaker": statement.speaker, "speaker_actor": statement.speaker_actor,
        "role": statement.role, "mode": statement.mode, "cue": statement.cue, "cue_start": statement.cue_span[0],
        "cue_end": statement.cue_span[1], "date": statement.date, "date_first": first, "date_last": last,
        "voice": statement.voice, "foretells": int(statement.foretells), "horizon": statement.horizon,
        "certainty": statement.certainty, "confidence": statement.confidence,
        "reasons": _reasons(statement.reasons),
    }  # fmt: skip


def assessment_row(assessment: Assessment) -> Row:
    """The row of an assessment, without its run."""
    first, last = day_bounds(assessment.date)
    return {
        "id": assessment.id, "document": assessment.document, "quote": assessment.quote,
        "start": assessment.span[0], "end": assessment.span[1], "party_a": assessment.parties[0],
        "party_b": assessment.parties[1], "level": assessment.level, "trend": assessment.trend,
        "voice": assessment.voice, "date": assessment.date, "date_first": first, "date_last": last,
        "confidence": assessment.confidence, "reasons": _reasons(assessment.reasons),
    }  # fmt: skip


def document_of(
    row: sqlite3.Row,
    *,
    parts: tuple[sqlite3.Row, ...] = (),
    comments: tuple[sqlite3.Row, ...] = (),
    issues: tuple[sqlite3.Row, ...] = (),
) -> Document:
    """The document of a row and of the rows that belong to it, each in text order."""
    return Document(
        id=row["id"], name=row["name"], text=row["text"], sha256=row["source"], file=row["file"],
        reader=row["reader"], record=row["record"], published=row["published"],
        published_basis=cast(Basis, row["published_basis"]), published_reason=row["published_reason"],
        outlet=row["outlet"], carriers=_tuple(row["carriers"]), author=row["author"], url=row["url"],
        language=row["language"], genre=cast(Genre, row["genre"]),
        parts=tuple(Part(cast(PartKind, r["kind"]), r["start"], r["end"]) for r in parts),
        comments=tuple(Comment(r["start"], r["end"], r["date"]) for r in comments),
        repairs=Repairs(row["encoding"], row["undecodable"], row["nul"], row["surrogates"]),
        issues=tuple(Issue(r["code"], r["message"], r["start"], r["end"]) for r in issues),
    )  # fmt: skip


def event_of(
    row: sqlite3.Row, actors: tuple[str, ...], recipients: tuple[str, ...], *, thread: str | None = None
) -> Event:
    """The event of a row and of its sides; in the thread that the row names, or in another."""
    return Event(
        id=row["id"], document=row["document"], quote=row["quote"], span=(row["start"], row["end"]),
        trigger=row["trigger_word"], trigger_span=(row["trigger_start"], row["trigger_end"]),
        type=cast(EventType, row["type"]), status=cast(Status, row["status"]), actors=actors, recipients=recipients,
        people=_tuple(row["people"]), date=row["date"], place=row["place"], voice=row["voice"],
        thread=row["thread"] if thread is None else thread, mode=row["mode"],
        actor_sectors=_tuple(row["actor_sectors"]), recipient_sectors=_tuple(row["recipient_sectors"]),
        unofficial=bool(row["unofficial"]),
        confidence=row["confidence"], background=bool(row["background"]), reasons=_reasons_of(row["reasons"]),
    )  # fmt: skip


def statement_of(row: sqlite3.Row) -> Statement:
    """The statement of a row."""
    return Statement(
        id=row["id"], document=row["document"], quote=row["quote"], span=(row["start"], row["end"]),
        speaker=row["speaker"], speaker_actor=row["speaker_actor"], role=row["role"], mode=row["mode"],
        cue=row["cue"], cue_span=(row["cue_start"], row["cue_end"]), date=row["date"], voice=row["voice"],
        foretells=bool(row["foretells"]), horizon=row["horizon"], certainty=cast(Certainty, row["certainty"]),
        confidence=row["confidence"], reasons=_reasons_of(row["reasons"]),
    )  # fmt: skip


def assessment_of(row: sqlite3.Row) -> Assessment:
    """The assessment of a row."""
    return Assessment(
        id=row["id"], document=row["document"], quote=row["quote"], span=(row["start"], row["end"]),
        parties=(row["party_a"], row["party_b"]), level=row["level"], trend=row["trend"], voice=row["voice"],
        date=row["date"], confidence=row["confidence"], reasons=_reasons_of(row["reasons"]),
    )  # fmt: skip


def _list(values: tuple[str, ...]) -> str:
    return json.dumps(values, ensure_ascii=False)


@lru_cache(maxsize=4096)
def _tuple(cell: str) -> tuple[str, ...]:
    """Few lists are long, and many are the same."""
    return tuple(json.loads(cell))


def _reasons(reasons: tuple[Reason, ...]) -> str:
    return json.dumps([[r.field, r.value, r.why] for r in reasons], ensure_ascii=False)


def _reasons_of(cell: str) -> tuple[Reason, ...]:
    return tuple(Reason(*three) for three in json.loads(cell)) if cell != "[]" else ()
