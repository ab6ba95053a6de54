"""What people decide about the record: dated lines with the evidence by which each finds its record again.

A decision never edits what the program found. It names the words it was taken on, so that it can be carried over when
a newer version reads the document again. This file knows nothing of files, databases or of how decisions are applied.
"""

from dataclasses import dataclass
from typing import Literal

Action = Literal[
    "accept", "reject", "correct", "add", "correct-document", "join", "part", "outcome", "note", "undo", "remove"
]
TargetKind = Literal["event", "statement", "assessment", "document", "actor", "decision"]
RecordKind = Literal["event", "statement", "assessment"]

ACTIONS: tuple[Action, ...] = (
    "accept", "reject", "correct", "add", "correct-document", "join", "part", "outcome", "note", "undo", "remove",
)  # fmt: skip
Verdict = Literal["true", "false", "partly", "open"]
VERDICTS: tuple[Verdict, ...] = ("true", "false", "partly", "open")
"""What a person can say became of a prediction; open: it cannot be told yet."""
RECORD_KINDS: tuple[RecordKind, ...] = ("event", "statement", "assessment")
TARGET_KINDS: tuple[TargetKind, ...] = (*RECORD_KINDS, "document", "actor", "decision")
NOWHERE = (-1, -1)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a decision is about, and where it stood when the decision was taken.

    Attributes:
        kind: of the target.
        id: its id at that time; for an actor its name.
        sha256: of the bytes that held the document; `record`: the place inside that file, "" for all of it.
        name: of the document.
        text: SHA-256 of the stored text; spans mean the same only in the same text.
        quote: the words; `span`: where they stand.
        trigger: the word that names an event; `trigger_span`: where it stands.
        type: PLOVER type of an event, speaker of a statement, parties of an assessment, code of an actor.
        says: what a record says apart from its date and place, in one line: type, status and sides.
    """

    kind: TargetKind
    id: str
    sha256: str = ""
    record: str = ""
    name: str = ""
    text: str = ""
    quote: str = ""
    span: tuple[int, int] = NOWHERE
    trigger: str = ""
    trigger_span: tuple[int, int] = NOWHERE
    type: str = ""
    says: str = ""

    @property
    def page(self) -> tuple[str, str]:
        """The document by its bytes: hash and place inside the file, ("", "") where none is meant."""
        return self.sha256, self.record


@dataclass(frozen=True, slots=True)
class Change:
    """A field's right value, as one string or, for a list, as several; `was` is what stood there."""

    field: str
    values: tuple[str, ...]
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of a decisions file.

    Attributes:
        id: "x-" and 16 hex digits of the SHA-256 of the content.
        when: UTC, ISO 8601 to the microsecond.
        who: as the person is called in lists and reasons.
        action: what was decided.
        targets: what it is about, for `add` the record that is to be: two for `join` and `part`, else one; for `undo`
            the decision, with its page, and any other that was taken with it in one step.
        changes: fields and right values, for the two kinds of `correct` and for `add`; for `outcome` the verdict, as
            field "outcome".
        why: in the person's words; the text of a note.
    """

    id: str
    when: str
    who: str
    action: Action
    targets: tuple[Evidence, ...]
    changes: tuple[Change, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A line of a decisions file that could not be read; it stays in the file."""

    file: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Match:
    """Whether a decision's evidence was found again.

    Attributes:
        decision: id of the decision; `target`: id that the evidence had then.
        found: id of the record or document now, "" if there is none.
        moved: what differs from then, "" if nothing; where nothing was found, why.
    """

    decision: str
    target: str
    found: str
    moved: str = ""


@dataclass(frozen=True, slots=True)
class Opposition:
    """Decisions of several people in force that contradict each other: none of them is applied.

    Attributes:
        target: id of the record or document; of both, parted by a space, for join against part.
        field: what they differ about; "record" for accepted against rejected.
        decisions: ids, by time.
        values: what each says, in that order.
    """

    target: str
    field: str
    decisions: tuple[str, ...]
    values: tuple[str, ...]
