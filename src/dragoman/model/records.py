"""The record of a text: events, statements, assessments, each with the words that prove it.

Fields are those of the coding manual. Spans are code points into `Document.text`, half-open, and
`text[start:end] == quote` always holds.
"""

from dataclasses import dataclass
from typing import Literal

from dragoman.model.issues import Issue

Status = Literal["happened", "planned", "proposed", "postponed", "cancelled", "denied", "possible"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip

STATUSES: tuple[Status, ...] = ("happened", "planned", "proposed", "postponed", "cancelled", "denied", "possible")
EVENT_TYPES: tuple[EventType, ...] = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
Certainty = Literal["", "will", "likely", "may", "unlikely", "will not"]
CERTAINTIES: tuple[Certainty, ...] = ("will", "likely", "may", "unlikely", "will not")


@dataclass(frozen=True, slots=True)
class Reason:
    """One step from the words to a field: which field, what was decided, and which entry, cue or rule decided it."""

    field: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something that one political actor does to, with or about another; see the coding manual.

    Attributes:
        id: "e-" and 16 hex digits of the SHA-256 of the content, unique in a dossier.
        document: id of the document.
        span: of `quote`; `trigger_span`: of `trigger`.
        date: EDTF, "" if the text gives no hold.
        voice: `author`, `comment`, or the speaker's name.
        thread: slug of the real-world event.
        confidence: 0..1.
        background: True for history told as background to the news.
        reasons: how each field came about, for `explain`.
    """

    id: str
    document: str
    quote: str
    span: tuple[int, int]
    trigger: str
    trigger_span: tuple[int, int]
    type: EventType
    status: Status
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    people: tuple[str, ...] = ()
    date: str = ""
    place: str = ""
    voice: str = "author"
    thread: str = ""
    mode: str = ""
    actor_sectors: tuple[str, ...] = ()
    recipient_sectors: tuple[str, ...] = ()
    unofficial: bool = False
    confidence: float = 0.5
    background: bool = False
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Words that the text attributes to somebody; `quote` is the content without the "X said".

    Attributes:
        foretells: True where the words say what will, may or is likely to come about; not a plan, a promise, a wish.
        horizon: EDTF, when or by when that is to be, "" if the words give no hold.
        certainty: how sure the words are of it, "" where they foretell nothing.
    """

    id: str
    document: str
    quote: str
    span: tuple[int, int]
    speaker: str
    speaker_actor: str = ""
    role: str = "unknown"
    mode: str = "indirect"
    cue: str = ""
    cue_span: tuple[int, int] = (-1, -1)
    date: str = ""
    voice: str = "author"
    confidence: float = 0.5
    reasons: tuple[Reason, ...] = ()
    foretells: bool = False
    horizon: str = ""
    certainty: Certainty = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """A phrase that says how two sides get on, or which way that moves."""

    id: str
    document: str
    quote: str
    span: tuple[int, int]
    parties: tuple[str, str]
    level: str = ""
    trend: str = ""
    voice: str = "author"
    date: str = ""
    confidence: float = 0.5
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Records:
    """All that was read out of one document, in text order."""

    document: str
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    assessments: tuple[Assessment, ...] = ()
    issues: tuple[Issue, ...] = ()
