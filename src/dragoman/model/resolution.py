"""What holds across documents: threads with their lives, reprint families, contradictions, actors.

All of it is derived from records and can be rebuilt; every part names the records and documents it rests on.
"""

from dataclasses import dataclass
from typing import Literal

from dragoman.model.records import EventType, Status

Standing = Literal[
    "happened", "claimed", "disputed", "did not happen", "planned", "proposed", "possible",
    "postponed", "cancelled", "lapsed",
]  # fmt: skip
STANDINGS: tuple[Standing, ...] = (
    "happened", "claimed", "disputed", "did not happen", "planned", "proposed", "possible",
    "postponed", "cancelled", "lapsed",
)  # fmt: skip
CommitmentStanding = Literal["open", "kept", "lapsed", "moved", "dropped", "proposed"]
COMMITMENT_STANDINGS: tuple[CommitmentStanding, ...] = ("open", "kept", "lapsed", "moved", "dropped", "proposed")
CopyKind = Literal["copy", "partial", "update", "retelling", "quotation", "boilerplate"]
JOINING_KINDS: frozenset[CopyKind] = frozenset(("copy", "partial", "update", "retelling"))
"""Kinds that make two documents one source; a quotation at length or common boilerplate does not."""
Clash = Literal["date", "place", "sides", "people", "status", "count", "first", "office", "existence", "membership"]


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """What is known about the page of a record, without its text; fields as in `Document`."""

    id: str
    title: str = ""
    published: str = ""
    outlet: str = ""
    carriers: tuple[str, ...] = ()
    author: str = ""
    genre: str = "news"


@dataclass(frozen=True, slots=True)
class Join:
    """Two groups of records that became one thread, or part of one; a group goes by its smallest id.

    Attributes:
        kept: name of one group, and of the two together; `gone`: name of the other.
        worth: the mean weight of the pairs between them.
    """

    kept: str
    gone: str
    worth: float


@dataclass(frozen=True, slots=True)
class Part:
    """The records of one group, ids sorted, and the joins that made it, in their order."""

    records: tuple[str, ...]
    joins: tuple[Join, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One telling in the life of a thread.

    Attributes:
        record: id of the event; `document`: of its text.
        told: EDTF, when the text was published, or the day on which the words were said.
        date: EDTF of the event as this telling has it.
        status: what `voice` says became of it.
        quote: the words.
        repeats: True when an earlier step has said the same.
    """

    record: str
    document: str
    told: str
    date: str
    status: Status
    voice: str
    quote: str
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Thread:
    """One real-world event with all its tellings.

    Attributes:
        id: "t-" and 16 hex digits, of the smallest id among its records; it stays while that record does.
        records: ids of its events, sorted.
        date: EDTF, the best supported; `place` and `people` likewise, people in their fullest form.
        standing: what the record as a whole says became of it, from `reason`.
        dissent: who says otherwise, as "denied by X"; "" if nobody.
        documents: number of texts; `sources`: of independent ones.
        weight: for ranking only: independent sources, then documents, then confidence.
    """

    id: str
    type: EventType
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    records: tuple[str, ...]
    date: str = ""
    place: str = ""
    people: tuple[str, ...] = ()
    standing: Standing = "happened"
    reason: str = ""
    dissent: tuple[str, ...] = ()
    documents: int = 1
    sources: int = 1
    background: bool = False
    confidence: float = 0.5
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class WordGiven:
    """What one text says became of one thread, without its words.

    Attributes:
        standing: of the thread, as the record as a whole has it on the last day of publication.
        voice: who vouches for `status`.
    """

    thread: str
    standing: Standing
    document: str
    voice: str
    status: Status


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet that a text credits.

    Attributes:
        outlet: its usual name.
        kind: first (the text was there before), line (the text is the outlet's), told (named for what it reported).
        span: of the words that credit it.
        agency: True for a news agency.
    """

    outlet: str
    kind: str
    span: tuple[int, int]
    agency: bool


@dataclass(frozen=True, slots=True)
class Overlap:
    """Text that two documents share.

    Attributes:
        a: id of a document; `b`: of the other, a < b.
        kind: what the sharing is.
        share_a: part of a's body words that stand in b, 0..1; `share_b` likewise.
        reason: what showed it, for people to read.
    """

    a: str
    b: str
    kind: CopyKind
    share_a: float
    share_b: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Family:
    """Documents that carry one text, whole or in part.

    Attributes:
        id: "f-" and 16 hex digits, of the smallest id among its documents.
        documents: ids, the likely original first, the others by date.
        original: id of the likely original; `reason`: why it is taken for that.
        overlaps: which carry what of which.
    """

    id: str
    documents: tuple[str, ...]
    original: str
    reason: str
    overlaps: tuple[Overlap, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two records that cannot both be true, or a record against a known fact.

    Attributes:
        id: "c-" and 16 hex digits of its content.
        clash: what cannot be true together.
        thread: id of the thread, "" for a record against a fact.
        records: ids of the two events (or of one, against a fact).
        values: what each says, in the order of `records`; against a fact the second is the fact.
        reason: why the two cannot both be true.
        source: where the fact comes from, "" between two records.
    """

    id: str
    clash: Clash
    thread: str
    records: tuple[str, ...]
    values: tuple[str, str]
    reason: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One form under which an actor is named, in how many mentions and documents."""

    name: str
    mentions: int
    documents: int


@dataclass(frozen=True, slots=True)
class ActorEntry:
    """A person, state, organisation or group under one identifier.

    Attributes:
        id: a code ("PAK", "IGO:SCO", "GRP:TALIBAN") or, for a person, "p-" and 16 hex digits.
        kind: person, state, organisation or group.
        name: the fullest form.
        code: of the state or body that a person belongs to, "" if unknown.
        spellings: most frequent first.
        offices: "foreign minister of Russia, 2004-03-09/..", as known facts or as texts say.
        reasons: why the spellings are one person.
        unsure: ids of actors that may be the same but are kept apart.
    """

    id: str
    kind: Literal["person", "state", "organisation", "group"]
    name: str
    code: str = ""
    spellings: tuple[Spelling, ...] = ()
    offices: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Commitment:
    """What one side announced, promised or proposed, as the tellings of its thread have it on a day.

    Attributes:
        id: "m-" and 16 hex digits, of the thread and of the promise if another record holds it.
        by: codes of who is bound; `to`: codes of the other side.
        what: the words of the earliest telling as a plan.
        thread: id of the thread that tells it.
        announced: EDTF, when that was told, "" if unknown.
        due: EDTF of the date told last, "" if none is, or the new one is not told.
        moved_from: earlier dates, first to last, that the present one does not fit.
        standing: open; kept, told later as happened; lapsed, due before the day and nothing told; moved, put off or
            given another date; dropped, cancelled or told not to have come about; proposed, never told as decided.
    """

    id: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    what: str
    thread: str
    announced: str = ""
    due: str = ""
    moved_from: tuple[str, ...] = ()
    standing: CommitmentStanding = "open"
