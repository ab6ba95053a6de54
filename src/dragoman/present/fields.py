"""Records as plain fields for JSON, CSV and tables: the names of the coding manual, and a readable form of the status.

A frozen record in, a dict with a fixed order of keys out. Nothing is escaped here.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dragoman.model.document import Document
from dragoman.model.issues import Reject
from dragoman.model.records import Assessment, Event, Statement
from dragoman.model.resolution import ActorEntry, Commitment, Contradiction, Family, Step, Thread
from dragoman.present.wording import spell_standing, spell_status
from dragoman.text.edtf import spell
from dragoman.text.hashing import Plain

if TYPE_CHECKING:
    from dragoman.resolve.sources import SourcePage

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
        "foretells": statement.foretells, "horizon": statement.horizon, "certainty": statement.certainty,
        "confidence": statement.confidence,
    }  # fmt: skip


def prediction_fields(statement: Statement, outcome: str = "") -> Fields:
    """A statement that foretells; `outcome` is what people say became of it: true, false, partly, open, opposed, ""."""
    return {**statement_fields(statement), "readable_horizon": spell(statement.horizon) if statement.horizon else "",
            "outcome": outcome}  # fmt: skip


def assessment_fields(assessment: Assessment) -> Fields:
    """An assessment by the coding manual."""
    return {
        "id": assessment.id, "document": assessment.document, "quote": assessment.quote,
        "span": list(assessment.span), "parties": list(assessment.parties), "level": assessment.level,
        "trend": assessment.trend, "voice": assessment.voice, "date": assessment.date,
        "confidence": assessment.confidence,
    }  # fmt: skip


def thread_fields(thread: Thread, quote: str = "") -> Fields:
    """A thread; `quote` is the telling that tells it best, `readable` the standing with those who say otherwise."""
    return {
        "id": thread.id, "type": thread.type, "actors": list(thread.actors), "recipients": list(thread.recipients),
        "people": list(thread.people), "date": thread.date, "readable_date": spell(thread.date), "place": thread.place,
        "standing": thread.standing, "readable": spell_standing(thread), "reason": thread.reason,
        "dissent": list(thread.dissent), "documents": thread.documents, "sources": thread.sources,
        "background": thread.background, "confidence": thread.confidence, "weight": thread.weight,
        "records": list(thread.records), "quote": quote,
    }  # fmt: skip


def step_fields(step: Step, outlet: str) -> Fields:
    """One telling in the life of a thread; `readable` is the status with its voice."""
    return {
        "record": step.record, "document": step.document, "told": step.told, "date": step.date,
        "status": step.status, "voice": step.voice, "readable": spell_status(step.status, step.voice),
        "outlet": outlet, "quote": step.quote, "repeats": step.repeats,
    }  # fmt: skip


def commitment_fields(commitment: Commitment, confidence: float) -> Fields:
    """What one side announced, promised or proposed; `confidence` is that of its thread."""
    return {
        "id": commitment.id, "thread": commitment.thread, "announced": commitment.announced,
        "by": list(commitment.by), "to": list(commitment.to), "due": commitment.due,
        "readable_due": spell(commitment.due) if commitment.due else "", "moved_from": list(commitment.moved_from),
        "standing": commitment.standing, "confidence": confidence, "quote": commitment.what,
    }  # fmt: skip


def contradiction_fields(contradiction: Contradiction) -> Fields:
    """Two records that cannot both be true; `value_a` and `value_b` are what each says."""
    return {
        "id": contradiction.id, "clash": contradiction.clash, "thread": contradiction.thread,
        "records": list(contradiction.records), "value_a": contradiction.values[0],
        "value_b": contradiction.values[1], "reason": contradiction.reason, "source": contradiction.source,
    }  # fmt: skip


def family_fields(family: Family) -> Fields:
    """Documents that carry one text; `shared` says what each two of them share."""
    return {
        "id": family.id, "original": family.original, "reason": family.reason, "documents": list(family.documents),
        "shared": [f"{o.a} {o.b}: {o.kind}{f' ({o.reason})' if o.reason else ''}" for o in family.overlaps],
    }  # fmt: skip


def source_fields(page: "SourcePage") -> Fields:
    """An outlet in numbers; `own` texts are nobody else's, `told_first` and `originals` are threads and families."""
    owner = page.owner
    return {
        "outlet": page.outlet, "kind": page.kind, "country": page.country, "owner": owner.state if owner else "",
        "ownership": owner.ownership if owner else "", "owner_source": owner.source if owner else "",
        "documents": len(page.documents), "own": len(page.documents) - len(page.copied), "copied": len(page.copied),
        "told_first": len(page.ahead), "originals": len(page.first),
        "stood": [f"{number} {standing}" for standing, number in page.stood],
    }  # fmt: skip


def source_page_fields(page: "SourcePage") -> Fields:
    """An outlet with the ids behind its numbers; a copied text with its family and the outlet that it is of."""
    copied = [{"document": each.document, "family": each.family, "of": each.origin} for each in page.copied]
    return {
        **source_fields(page), "document_ids": list(page.documents), "told_first_ids": list(page.ahead),
        "original_ids": list(page.first), "copied_ids": copied,
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
