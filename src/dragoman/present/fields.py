"""Records as plain fields for JSON, CSV and tables: the names of the coding manual, and a readable form of the status.

A frozen record in, a dict with a fixed order of keys out. Nothing is escaped here.
"""

from collections.abc import Mapping, Sequence

from dragoman.model.document import Document
from dragoman.model.issues import Reject
from dragoman.model.records import Assessment, Event, Statement
from dragoman.model.resolution import ActorEntry
from dragoman.present.wording import spell_status
from dragoman.text.edtf import spell
from dragoman.text.hashing import Plain

Fields = dict[str, Plain]


def document_fields(doc: Document) -> Fields:
    """What is known about a document, without its text."""
    return {
        "id": doc.id, "name": doc.name, "title": doc.title, "published": doc.published,
        "published_basis": doc.published_basis, "published_reason": doc.published_reason, "outlet": doc.outlet,
        "carriers": list(doc.carriers), "author": doc.author, "url": doc.url, "language": doc.language,
        "genre": doc.genre, "file": doc.file, "record": doc.record, "sha256": doc.sha256, "reader": doc.reader,
        "issues": [f"{issue.code} {issue.message}" for issue in doc.issues],
    }  # fmt: skip


def event_fields(event: Event) -> Fields:
    """An event by the coding manual; `readable` is the status with its voice."""
    return {
        "id": event.id, "document": event.document, "quote": event.quote, "trigger": event.trigger,
        "span": list(event.span), "trigger_span": list(event.trigger_span), "type": event.type,
        "actors": list(event.actors), "recipients": list(event.recipients), "people": list(event.people),
        "status": event.status, "date": event.date, "place": event.place, "voice": event.voice,
        "readable": spell_status(event.status, event.voice), "readable_date": spell(event.date),
        "thread": event.thread, "mode": event.mode, "actor_sectors": list(event.actor_sectors),
        "recipient_sectors": list(event.recipient_sectors), "unofficial": event.unofficial,
        "background": event.background, "confidence": event.confidence,
    }  # fmt: skip


def statement_fields(statement: Statement) -> Fields:
    """A statement by the coding manual."""
    return {
        "id": statement.id, "document": statement.document, "quote": statement.quote, "span": list(statement.span),
        "speaker": statement.speaker, "speaker_actor": statement.speaker_actor, "role": statement.role,
        "mode": statement.mode, "cue": statement.cue, "date": statement.date, "voice": statement.voice,
        "confidence": statement.confidence,
    }  # fmt: skip


def assessment_fields(assessment: Assessment) -> Fields:
    """An assessment by the coding manual."""
    return {
        "id": assessment.id, "document": assessment.document, "quote": assessment.quote,
        "span": list(assessment.span), "parties": list(assessment.parties), "level": assessment.level,
        "trend": assessment.trend, "voice": assessment.voice, "date": assessment.date,
        "confidence": assessment.confidence,
    }  # fmt: skip


def actor_fields(entry: ActorEntry, *, said: Sequence[str] = (), did: Sequence[str] = ()) -> Fields:
    """An actor across documents, with the ids of what is said and done by it."""
    return {
        "id": entry.id, "kind": entry.kind, "name": entry.name, "code": entry.code,
        "spellings": [f"{s.name} ({s.mentions} in {s.documents})" for s in entry.spellings],
        "offices": list(entry.offices), "reasons": list(entry.reasons), "unsure": list(entry.unsure),
        "said": list(said), "did": list(did),
    }  # fmt: skip


def reject_fields(reject: Reject) -> Fields:
    """An input that was not read."""
    return {
        "file": reject.file, "record": reject.record, "reason": reject.reason, "remedy": reject.remedy,
        "sha256": reject.sha256,
    }  # fmt: skip


def flatten(fields: Mapping[str, Plain]) -> dict[str, str | int | float]:
    """The same fields with one value each, for tables: lists joined by "; ", truth as "yes" or ""."""
    return {key: _flat(value) for key, value in fields.items()}


def _flat(value: Plain) -> str | int | float:
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, Sequence):
        return "; ".join(str(_flat(item)) for item in value)
    return ""
