"""Records that people found in a text and the program did not: made of the words that a decision names.

A document, its records as the program found them, and decisions in; the same records with the added ones out. What
somebody adds others can correct or reject like any record. Where the program finds the record by itself in the
meantime, or the words are gone, nothing is added and the match says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dragoman.model.decisions import RECORD_KINDS, Decision, Evidence, Match
from dragoman.model.document import Document
from dragoman.model.records import Assessment, Event, Reason, Records, Statement
from dragoman.resolve.decisions.changing import explain_decision, set_fields
from dragoman.resolve.decisions.evidence import Record, anchor_of, hash_text, kind_of, type_of
from dragoman.resolve.decisions.force import Claim, by_time
from dragoman.resolve.decisions.matching import records_in

ADD = "add"
NEEDED = {"event": ("type", "status", "actors"), "statement": ("speaker",), "assessment": ("parties",)}
"""Fields without which there is no record, by kind."""


@dataclass(frozen=True, slots=True)
class Added:
    """A document's records with the added ones, the ids of these, and for each decision what it was matched with."""

    records: Records
    ids: frozenset[str] = frozenset()
    matches: tuple[Match, ...] = ()


def add_records(
    doc: Document, records: Records, decisions: Iterable[Decision], rejected: frozenset[str] = frozenset()
) -> Added:
    """Add what decisions in force add to this document; of two people who add the same record the first does.

    A record that is among the `rejected` keeps nothing out: whoever gives a record other words rejects it and adds one.
    """
    added = Added(records)
    for decision in sorted((d for d in decisions if d.action == ADD), key=by_time):
        target = decision.targets[0]
        if target.page == (doc.sha256, doc.record) and target.kind in RECORD_KINDS:
            added = _add(doc, added, decision, target, rejected)
    return added


def _add(doc: Document, added: Added, decision: Decision, target: Evidence, rejected: frozenset[str]) -> Added:
    start, moved = _find_words(doc, target)
    if start < 0:
        return replace(added, matches=(*added.matches, Match(decision.id, target.id, "", moved)))
    record = _make(doc, decision, target, start)
    known = _same(record, (each for each in records_in(added.records) if each.id not in rejected))
    if known is not None:
        moved = "" if known.id == target.id else f"not added: it stands there already as {known.id}"
        return replace(added, matches=(*added.matches, Match(decision.id, target.id, known.id, moved)))
    match = Match(decision.id, target.id, record.id, moved)
    return Added(_put(added.records, record), added.ids | {record.id}, (*added.matches, match))


def _find_words(doc: Document, target: Evidence) -> tuple[int, str]:
    """Where the words begin, -1 if that is not sure; and what has moved."""
    start, end = target.span
    if target.text == hash_text(doc.text) and 0 <= start < end and doc.text[start:end] == target.quote:
        return start, ""
    places = doc.text.count(target.quote) if target.quote else 0
    if places != 1:
        return -1, f"not added: the stored text has changed, and its words stand there {places} times"
    found = doc.text.index(target.quote)
    return found, f"the stored text has changed: its words begin at {found} now, then at {start}"


def _make(doc: Document, decision: Decision, target: Evidence, start: int) -> Record:
    """The record with its fields; a person vouches for it, so that its confidence is full."""
    span, shift = (start, start + len(target.quote)), start - target.span[0]
    why = (Reason("record", target.kind, explain_decision(decision, "added")),)
    record: Record
    if target.kind == "event":
        first, last = target.trigger_span
        record = Event(target.id, doc.id, target.quote, span, target.trigger, (first + shift, last + shift), "CONSULT",
                       "happened", (), (), confidence=1.0, reasons=why)  # fmt: skip
    elif target.kind == "statement":
        record = Statement(target.id, doc.id, target.quote, span, "", confidence=1.0, reasons=why)
    else:
        record = Assessment(target.id, doc.id, target.quote, span, ("", ""), confidence=1.0, reasons=why)
    return set_fields(record, (Claim(change.field, change.values, decision) for change in decision.changes))


def _same(record: Record, records: Iterable[Record]) -> Record | None:
    """The record of that kind and type that stands at these words already."""
    first, last = anchor_of(record)
    for known in records:
        start, end = anchor_of(known)
        alike = kind_of(known) == kind_of(record) and type_of(known) == type_of(record)
        if known.id == record.id or (alike and max(first, start) < min(last, end)):
            return known
    return None


def _put(records: Records, record: Record) -> Records:
    """The records with one more, each kind in text order."""
    if isinstance(record, Event):
        return replace(records, events=tuple(sorted((*records.events, record), key=lambda each: each.span)))
    if isinstance(record, Statement):
        return replace(records, statements=tuple(sorted((*records.statements, record), key=lambda each: each.span)))
    return replace(records, assessments=tuple(sorted((*records.assessments, record), key=lambda each: each.span)))
