"""The frozen types that all floors share; standard library only."""

from dragoman.model.analysis import Analysis, Mention, Sentence
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
from dragoman.model.run import Run

__all__ = [
    "Analysis",
    "Assessment",
    "Comment",
    "Document",
    "DragomanError",
    "EvaluateError",
    "Event",
    "IngestError",
    "Issue",
    "LanguageError",
    "LockedError",
    "Mention",
    "Part",
    "PartKind",
    "Reason",
    "RecordError",
    "Records",
    "Reject",
    "Repairs",
    "Run",
    "Sentence",
    "Statement",
    "UsageError",
    "VocabError",
]
