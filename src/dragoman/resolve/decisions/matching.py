"""Finds the record that a decision means, also after a newer version has read the document again.

The same document is known by its bytes. In an unchanged text the same type at overlapping words is the same record; in
a text that is rendered otherwise the words must be the same. Whatever is doubtful is not matched but reported.
"""

from collections.abc import Sequence

from dragoman.model.decisions import Evidence
from dragoman.model.records import Records
from dragoman.resolve.decisions.evidence import Record, anchor_of, kind_of, say_content, type_of

GONE = "no record of this kind stands at these words any more"


def records_in(records: Records) -> tuple[Record, ...]:
    """All records of a document in one row."""
    return (*records.events, *records.statements, *records.assessments)


def find_record(
    evidence: Evidence, records: Sequence[Record], *, text: str, types: Sequence[str] = ()
) -> tuple[Record | None, str]:
    """The record that `evidence` means, and what has moved since; None with the reason if there is none.

    Args:
        evidence: of a record, taken from the document whose records are given.
        records: of that document, as the program found them.
        text: SHA-256 of its stored text.
        types: types that the record may have besides that of the evidence: a correction that came true.

    Returns:
        The record and "", or the record and what differs, or None and why.
    """
    kin = [record for record in records if kind_of(record) == evidence.kind]
    allowed = (evidence.type, *types)
    if text != evidence.text:
        return _same_words([record for record in kin if type_of(record) in allowed], evidence)
    found = next((record for record in kin if record.id == evidence.id), None)
    found = found or _overlapping([record for record in kin if type_of(record) in allowed], evidence)
    return (found, _difference(found, evidence)) if found else (None, _reason(kin, evidence))


def _overlapping(records: Sequence[Record], evidence: Evidence) -> Record | None:
    """The record that shares most of the words; of equals the one that says the same, then the first in the text."""
    near = [(_shared(anchor_of(record), _anchor(evidence)), record) for record in records]
    hits = [(-shared, say_content(record) != evidence.says, record.span, record.id, record)
            for shared, record in near if shared > 0]  # fmt: skip
    return min(hits, key=lambda hit: hit[:4])[-1] if hits else None


def _same_words(records: Sequence[Record], evidence: Evidence) -> tuple[Record | None, str]:
    """In a text of other offsets: the one record with the same quote and trigger."""
    wanted = (_fold(evidence.quote), evidence.trigger)
    hits = [record for record in records if (_fold(record.quote), _trigger(record)) == wanted]
    if len(hits) > 1:
        return None, f"the stored text has changed, and {len(hits)} records have these words now"
    if not hits:
        return None, "the stored text has changed, and no record has these words"
    return hits[0], f"the stored text has changed: {_spans(evidence.span, hits[0].span)}"


def _difference(record: Record, evidence: Evidence) -> str:
    moved = []
    if anchor_of(record) != _anchor(evidence):
        moved.append(_spans(_anchor(evidence), anchor_of(record)))
    if type_of(record) != evidence.type:
        moved.append(f"{evidence.type} is now {type_of(record)}")
    return "; ".join(moved)


def _reason(kin: Sequence[Record], evidence: Evidence) -> str:
    for record in kin:
        if _shared(anchor_of(record), _anchor(evidence)) > 0:
            return f"these words are now {say_content(record)} ({record.id})"
    return GONE


def _anchor(evidence: Evidence) -> tuple[int, int]:
    return evidence.trigger_span if evidence.kind == "event" else evidence.span


def _shared(a: tuple[int, int], b: tuple[int, int]) -> int:
    return min(a[1], b[1]) - max(a[0], b[0])


def _spans(old: tuple[int, int], new: tuple[int, int]) -> str:
    return f"characters {old[0]}-{old[1]} are now {new[0]}-{new[1]}"


def _fold(words: str) -> str:
    return " ".join(words.split())


def _trigger(record: Record) -> str:
    return getattr(record, "trigger", "")
