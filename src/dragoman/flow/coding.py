"""Codes a batch of documents: analyses those that can be coded, extracts their records, and checks every quote.

Documents in, (document, records) pairs out in the same order. One bad document never stops the others: it is kept
without records and with an issue that says why.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.flow.steps import PipelineLike, Tools, WorldLike
from dragoman.model.analysis import Analysis
from dragoman.model.document import Document
from dragoman.model.errors import DragomanError
from dragoman.model.issues import Issue
from dragoman.model.records import Assessment, Event, Records, Statement

NOT_ENGLISH = "W501"
FAULT = "W502"
LOST_QUOTE = "W503"


def is_codable(doc: Document) -> bool:
    """Whether the rules can read it: English, or of a language that cannot be told."""
    return doc.language in ("", "en")


def code_documents(
    docs: Sequence[Document], tools: Tools, *, pipeline: PipelineLike | None, world: WorldLike
) -> Iterator[tuple[Document, Records]]:
    """The records of each document, in order; `pipeline` may be None when none of them can be coded."""
    codable = [doc for doc in docs if is_codable(doc)]
    analyses = pipeline.analyse(codable) if pipeline and codable else iter(())
    for doc in docs:
        if is_codable(doc):
            yield doc, _extract(doc, next(analyses), tools, world)
        else:
            message = (
                f"not coded: the text is in {doc.language!r}, only English is coded; it is kept and can be searched"
            )
            yield doc, Records(doc.id, issues=(Issue(NOT_ENGLISH, message),))


def _extract(doc: Document, analysis: Analysis, tools: Tools, world: WorldLike) -> Records:
    try:
        return check_records(doc, tools.extract_records(doc, analysis, world))
    except DragomanError:
        raise
    except Exception as error:  # a fault of ours in one text must not cost the user all others
        message = f"not coded: a fault in Dragoman ({type(error).__name__}: {error}); please report it with this text"
        return Records(doc.id, issues=(Issue(FAULT, message),))


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
