"""The evidence of a decision: what is written down about a record or document, so that it is found again later.

A document and a record of it in, `Evidence` out.
"""

from dragoman.model.decisions import Evidence, RecordKind
from dragoman.model.document import Document
from dragoman.model.records import Assessment, Event, Statement
from dragoman.text.hashing import hash_bytes

Record = Event | Statement | Assessment


def evidence_of_record(doc: Document, record: Record, shown: Record) -> Evidence:
    """Evidence of a record: `record` as the program made it, by which it is found again, `shown` as people saw it."""
    event = record if isinstance(record, Event) else None
    return Evidence(
        kind=kind_of(record), id=record.id, sha256=doc.sha256, record=doc.record, name=doc.name,
        text=hash_text(doc.text), quote=record.quote, span=record.span,
        trigger=event.trigger if event else "", trigger_span=event.trigger_span if event else (-1, -1),
        type=type_of(record), says=say_content(shown),
    )  # fmt: skip


def evidence_of_document(doc: Document) -> Evidence:
    """Evidence of a whole document."""
    return Evidence("document", doc.id, doc.sha256, doc.record, doc.name, hash_text(doc.text))


def hash_text(text: str) -> str:
    """SHA-256 of a stored text."""
    return hash_bytes(text.encode("utf-8"))


def kind_of(record: Record) -> RecordKind:
    """Which kind of record it is."""
    if isinstance(record, Event):
        return "event"
    return "statement" if isinstance(record, Statement) else "assessment"


def type_of(record: Record) -> str:
    """What a record must still be for a decision to mean it: type, speaker, or parties."""
    if isinstance(record, Event):
        return record.type
    return record.speaker if isinstance(record, Statement) else " ".join(record.parties)


def anchor_of(record: Record) -> tuple[int, int]:
    """Where a record hangs in the text: an event at its trigger, the others at their quote."""
    return record.trigger_span if isinstance(record, Event) else record.span


def say_content(record: Record) -> str:
    """What a record says in one line, apart from date and place: what its confidence is about."""
    if isinstance(record, Event):
        return f"{record.type} {record.status}: {', '.join(record.actors)} > {', '.join(record.recipients)}"
    if isinstance(record, Statement):
        return f"{record.speaker} ({record.speaker_actor})"
    return " ".join(filter(None, (*record.parties, record.level, record.trend)))
