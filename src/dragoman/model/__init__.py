"""The frozen types that all floors share; standard library only."""

from dragoman.model.analysis import Analysis, Mention, Sentence
from dragoman.model.decisions import BrokenLine, Change, Decision, Evidence, Match, Opposition
from dragoman.model.document import Comment, Document, Part, PartKind, Repairs
from dragoman.model.errors import (
    DragomanError,
    EvaluateError,
    IngestError,
    LanguageError,
    LockedError,
    RecordError,
    UsageError,
    VocabError,
)
from dragoman.model.issues import Issue, Reject
from dragoman.model.records import Assessment, Event, Reason, Records, Statement
from dragoman.model.resolution import (
    ActorEntry,
    Contradiction,
    Family,
    Overlap,
    SourceDocument,
    Spelling,
    Step,
    Thread,
)
from dragoman.model.run import Run

__all__ = [
    "ActorEntry",
    "Analysis",
    "Assessment",
    "BrokenLine",
    "Change",
    "Comment",
    "Contradiction",
    "Decision",
    "Document",
    "DragomanError",
    "EvaluateError",
    "Event",
    "Evidence",
    "Family",
    "IngestError",
    "Issue",
    "LanguageError",
    "LockedError",
    "Match",
    "Mention",
    "Opposition",
    "Overlap",
    "Part",
    "PartKind",
    "Reason",
    "RecordError",
    "Records",
    "Reject",
    "Repairs",
    "Run",
    "Sentence",
    "SourceDocument",
    "Spelling",
    "Statement",
    "Step",
    "Thread",
    "UsageError",
    "VocabError",
]
