"""What decisions make of one document and its records. Nothing that the program found is lost: it is set aside.

A document, its records as the program found them, and the decisions on them in; the records as people want them out,
with the originals of those that changed. A changed field says in its reasons who decided it, when and why.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from dragoman.model.decisions import RECORD_KINDS, Decision, Match, Opposition
from dragoman.model.document import Document, Genre
from dragoman.model.errors import UsageError
from dragoman.model.records import Records
from dragoman.resolve.decisions.adding import ADD, Added, add_records
from dragoman.resolve.decisions.borders import date_comments, read_parts, set_borders
from dragoman.resolve.decisions.changing import accepted_says, contest, explain_decision, set_fields, vouch
from dragoman.resolve.decisions.evidence import Record, hash_text, kind_of, say_content
from dragoman.resolve.decisions.force import Claim, Settled, settle
from dragoman.resolve.decisions.matching import find_record, records_in

ON_RECORDS = frozenset({"accept", "reject", "correct", ADD})
_TYPE_FIELDS = frozenset({"type", "speaker", "parties"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """A document's records after decisions.

    Attributes:
        records: as they are shown.
        aside: those that were changed or rejected, as the program found them.
        matches: for each decision on a record of the document, what it was matched with.
        oppositions: what people differ about.
        added: ids of records that people added, those included that others rejected or corrected.
    """

    records: Records
    aside: tuple[Record, ...] = ()
    matches: tuple[Match, ...] = ()
    oppositions: tuple[Opposition, ...] = ()
    added: frozenset[str] = frozenset()


def place_added(doc: Document, records: Records, decisions: Sequence[Decision]) -> Added:
    """The records that the program found with those that people added; what people rejected keeps none of these out."""
    matches = match_decisions(doc, records, (decision for decision in decisions if decision.action == "reject"))
    return add_records(doc, records, decisions, frozenset(match.found for match in matches))


def match_decisions(
    doc: Document, records: Records, decisions: Iterable[Decision], added: frozenset[str] = frozenset()
) -> tuple[Match, ...]:
    """For each decision and each record of this document that it names, the record that it means now; not for `add`.

    What was decided on a record of the program never comes to mean one of the `added`; these are known by their ids.
    """
    text = hash_text(doc.text)
    matches = []
    for decision in (d for d in decisions if d.action != ADD):
        for evidence in decision.targets:
            if evidence.page == (doc.sha256, doc.record) and evidence.kind in RECORD_KINDS:
                candidates = [r for r in records_in(records) if r.id not in added or r.id == evidence.id]
                found, moved = find_record(evidence, candidates, text=text, types=_new_types(decision))
                matches.append(Match(decision.id, evidence.id, found.id if found else "", moved))
    return tuple(matches)


def decide_records(doc: Document, records: Records, decisions: Sequence[Decision]) -> Outcome:
    """Apply decisions in force to the records that the program found in a document.

    Args:
        doc: the document as it is shown.
        records: its records as the program found them.
        decisions: in force, on records of this document; others are passed over.
    """
    placed = place_added(doc, records, decisions)
    records = placed.records
    wanted = {d.id: d for d in decisions if d.action in ON_RECORDS}
    matches = match_decisions(doc, records, wanted.values(), placed.ids)
    by_record: dict[str, list[Decision]] = defaultdict(list)
    for match in matches:
        if match.found:
            by_record[match.found].append(wanted[match.decision])
    decided = [record for record in records_in(records) if record.id in by_record]
    settled = {r.id: contest(r, settle(r.id, by_record[r.id])) for r in decided}
    changed = {r.id: _apply(r, settled[r.id]) for r in decided}
    return Outcome(
        records=_put_in(records, changed),
        aside=tuple(r for r in decided if changed[r.id] != r),
        matches=(*placed.matches, *(_check_says(m, wanted[m.decision], changed.get(m.found)) for m in matches)),
        oppositions=tuple(o for id in sorted(settled) for o in settled[id].oppositions),
        added=placed.ids,
    )


def correct_document(doc: Document, decisions: Sequence[Decision]) -> tuple[Document, tuple[Opposition, ...]]:
    """The document with the fields that people corrected, and what they differ about.

    Borders of parts hold only in the text that they were set in.
    """
    held = settle(doc.id, [d for d in decisions if borders_fit(doc, d)])
    changed = doc
    for claim in held.claims.values():
        changed = _correct(changed, claim)
    return changed, held.oppositions


def borders_fit(doc: Document, decision: Decision) -> bool:
    """Whether a decision on a document sets no borders, or sets them in the text that the document still has."""
    borders = [change.values for change in decision.changes if change.field == "parts"]
    if not borders:
        return True
    if any(evidence.text != hash_text(doc.text) for evidence in decision.targets):
        return False
    try:
        return all(read_parts(values, len(doc.text)) for values in borders)
    except UsageError:
        return False


def _new_types(decision: Decision) -> tuple[str, ...]:
    """The type, speaker or parties that a correction gives: a newer version may have found them by itself."""
    return tuple(" ".join(change.values) for change in decision.changes if change.field in _TYPE_FIELDS)


def _apply(record: Record, settled: Settled) -> Record | None:
    """The record as decided; None if it is rejected."""
    if settled.rejected:
        return None
    changed = set_fields(record, settled.claims.values())
    fitting = [decision for decision in settled.accepted if accepted_says(decision) == say_content(changed)]
    return vouch(changed, fitting[0]) if fitting else changed


def _check_says(match: Match, decision: Decision, record: Record | None) -> Match:
    """The match; an acceptance does not count where what was accepted is not what the record says now."""
    if decision.action != "accept" or record is None or accepted_says(decision) == say_content(record):
        return match
    then, now = accepted_says(decision), say_content(record)
    return replace(match, moved=f"not applied: accepted as {then}, it now says {now}")


def _put_in(records: Records, changed: dict[str, Record | None]) -> Records:
    def shown(kind: str) -> Any:
        own = [r for r in records_in(records) if kind_of(r) == kind]
        decided = (changed.get(r.id, r) for r in own)
        return tuple(r for r in decided if r is not None)

    return replace(records, events=shown("event"), statements=shown("statement"), assessments=shown("assessment"))


def _correct(doc: Document, claim: Claim) -> Document:
    if claim.field == "parts":
        given = read_parts(claim.values, len(doc.text))
        parts = set_borders(doc.parts, given, len(doc.text))
        return replace(doc, parts=parts, comments=date_comments(parts, doc.comments))
    value = claim.values[0]
    if claim.field == "published":
        return replace(
            doc, published=value, published_basis="stated" if value else "unknown",
            published_reason=explain_decision(claim.decision),
        )  # fmt: skip
    if claim.field == "genre":
        return replace(doc, genre=cast(Genre, value))
    return replace(doc, outlet=value) if claim.field == "outlet" else replace(doc, author=value)
