"""Takes the decision that a text holds a record which the program did not find: words and fields in, a line out.

The record then stands in the dossier like any other, with full confidence and with who added it; `undo` takes it out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from dragoman.flow.deciding import Desk, Done, take_decision
from dragoman.model.decisions import NOWHERE, Change, Evidence, RecordKind
from dragoman.model.document import Document
from dragoman.model.errors import UsageError
from dragoman.record.dossier import Dossier
from dragoman.resolve.decisions.evidence import hash_text
from dragoman.text.hashing import make_id

_PREFIX = {"event": "e", "statement": "s", "assessment": "a"}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a new record: code points into the text of a document, half-open.

    Attributes:
        document: its id, or the beginning of one.
        span: of the quote.
        trigger: of the word that names an event, within the quote; None for the whole quote.
    """

    document: str
    span: tuple[int, int]
    trigger: tuple[int, int] | None = None


def add(desk: Desk, kind: RecordKind, words: Words, changes: Sequence[Change], why: str = "") -> Done:
    """Say that these words of a document are a record with these fields.

    Raises:
        UsageError: no such document or words, or a field is missing or not right.
    """
    with Dossier(desk.folder) as opened:
        doc, _ = opened.find(words.document)
    if not isinstance(doc, Document):
        raise UsageError(f"{words.document} is no document: name the one that holds the words.")
    start, end = words.span
    if not 0 <= start < end <= len(doc.text) or not doc.text[start:end].strip():
        raise UsageError(f"{start}-{end} are no words of {doc.id}, whose text has {len(doc.text):,} characters.")
    target = _evidence(doc, kind, words, desk.who)
    return take_decision(desk, "add", (target,), changes=(*changes, *_voice(doc, start, changes)), why=why)


def _voice(doc: Document, start: int, changes: Sequence[Change]) -> tuple[Change, ...]:
    """What stands in a reader's comment a reader says, unless the person says otherwise."""
    given = any(change.field == "voice" for change in changes)
    return () if given or doc.part_at(start) != "comment" else (Change("voice", ("comment",)),)


def _evidence(doc: Document, kind: RecordKind, words: Words, who: str) -> Evidence:
    """The words as evidence, under an id of their own that stays whatever becomes of the record's fields."""
    (start, end), trigger = words.span, (words.trigger or words.span) if kind == "event" else NOWHERE
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    id = make_id(_PREFIX[kind], ["added", doc.sha256, doc.record, start, end, who, now])
    return Evidence(
        kind, id, doc.sha256, doc.record, doc.name, hash_text(doc.text), doc.text[start:end], (start, end),
        doc.text[slice(*trigger)] if kind == "event" else "", trigger,
    )  # fmt: skip
