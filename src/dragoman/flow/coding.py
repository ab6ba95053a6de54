"""Codes a batch of documents: analyses those that can be coded, extracts their records, and checks every quote.

Documents in, (document, records) pairs out in the same order. One bad document never stops the others: it is kept
without records and with an issue that says why.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from dragoman.flow.steps import PipelineLike, Tools
from dragoman.model.analysis import Analysis
from dragoman.model.document import Document
from dragoman.model.errors import DragomanError
from dragoman.model.issues import Issue
from dragoman.model.records import Assessment, Event, Records, Statement

FAULT = "W501"
LOST_QUOTE = "W502"


@dataclass(frozen=True, slots=True)
class Coder:
    """What it takes to code documents: the steps, the loaded model, the loaded vocabulary."""

    tools: Tools
    pipeline: PipelineLike
    world: Any

    def code_documents(self, docs: Sequence[Document]) -> Iterator[tuple[Document, Records]]:
        """The records of each document, in order; none for one that cannot be coded."""
        analyses = self.pipeline.analyse(
            [doc for doc in docs if is_codable(doc)],
            lambda doc, analysis: self.tools.find_mentions(doc, analysis, self.world),
        )
        for doc in docs:
            yield doc, self._extract(doc, next(analyses)) if is_codable(doc) else Records(doc.id)

    def _extract(self, doc: Document, analysis: Analysis) -> Records:
        try:
            return check_records(doc, self.tools.extract_records(doc, analysis, self.world))
        except DragomanError:
            raise
        except Exception as error:  # a fault of ours in one text must not cost the user all others
            message = (
                f"not coded: a fault in Dragoman ({type(error).__name__}: {error}); please report it with this text"
            )
            return Records(doc.id, issues=(Issue(FAULT, message),))


def is_codable(doc: Document) -> bool:
    """Whether the rules can read it: English, or of a language that cannot be told."""
    return doc.language in ("", "en")


def check_records(doc: Document, records: Records) -> Records:
    """The records whose quote is the text at its span; an issue for each that had to go."""
    events = tuple(e for e in records.events if _stands(doc, e) and _trigger_stands(doc, e))
    statements = tuple(s for s in records.statements if _stands(doc, s))
    assessments = tuple(a for a in records.assessments if _stands(doc, a))
    kept = {e.id for e in events} | {s.id for s in statements} | {a.id for a in assessments}
    everything: tuple[Event | Statement | Assessment, ...] = (
        *records.events,
        *records.statements,
        *records.assessments,
    )
    lost = tuple(
        Issue(LOST_QUOTE, f"record {record.id} left out: its quote is not the text at its span", *record.span)
        for record in everything
        if record.id not in kept
    )
    return replace(records, events=events, statements=statements, assessments=assessments, issues=records.issues + lost)


def _stands(doc: Document, record: Event | Statement | Assessment) -> bool:
    start, end = record.span
    return 0 <= start < end <= len(doc.text) and doc.text[start:end] == record.quote


def _trigger_stands(doc: Document, event: Event) -> bool:
    start, end = event.trigger_span
    return 0 <= start <= end and doc.text[start:end] == event.trigger
