"""`/document/ID`: the text as stored, its records underlined and in the margin; `/why/RECORD`: how one came about."""

from collections.abc import Iterable, Sequence
from functools import partial

from starlette.requests import Request

from dragoman.model.decisions import RECORD_KINDS
from dragoman.model.document import Document
from dragoman.model.errors import UsageError
from dragoman.model.records import Assessment, Event, Statement
from dragoman.model.resolution import Family
from dragoman.present.citing import spell_source
from dragoman.present.cut import DEFAULT_CUT
from dragoman.present.explaining import title_of
from dragoman.present.fields import Fields, document_fields
from dragoman.present.found_words import find_words
from dragoman.present.margin import in_text_order, margin_fields, mark_of
from dragoman.present.review_page import blank_fields
from dragoman.present.segments import Mark
from dragoman.present.text_parts import blocks_of
from dragoman.present.web.answering import Page, missing
from dragoman.present.web.asked import read_number
from dragoman.present.web.desk import Desk
from dragoman.present.web.links import with_query
from dragoman.present.web.marked_text import CHOSEN, HIT, list_ids, render_text
from dragoman.present.web.noticed import notices_of
from dragoman.present.web.person import guess_who, who_of
from dragoman.present.web.why import Why
from dragoman.present.wording import spell_page, spell_published

Record = Event | Statement | Assessment
MOST = 150
"""Records in the margin at once, some 50 KB of HTML, and with what explains each some 300 KB; all are underlined."""


def show_document(desk: Desk, request: Request) -> Page:
    """One text; less certain records are left out unless the query asks for all of them, or for that one."""
    query = request.query_params
    with desk.open() as opened:
        with missing():
            doc = opened.document(request.path_params["id"])
        every = in_text_order(opened.records_of(doc.id))
        family = next(iter(opened.families_of([doc.id])), None)
        copies = opened.sources_of(family.documents) if family else {}
        chosen = next((record for record in every if record.id == query.get("record")), None)
        why = Why.load(opened, doc, chosen, str(request.base_url)) if chosen else None
        notices, current = notices_of(opened, query.get("done", "")), opened.is_current()
    shown = [record for record in every if "all" in query or record is chosen or record.confidence >= DEFAULT_CUT]
    hits = find_words(doc.text, query.get("q", ""))
    rows = tuple(margin_fields(record) for record in shown)
    number = max(1, read_number(request, "page", 1))
    beside = rows[(number - 1) * MOST : number * MOST]
    marks = _marks(every, shown, chosen, hits)
    context = {
        "doc": doc, "published": spell_published(doc), "text": partial(render_text, doc, marks), "ids": list_ids(marks),
        "citation": spell_source(doc), "notices": notices, "current": current, "who": who_of(request),
        "guess": guess_who(), "back": with_query(request.url.path, query, done=""),
        "blank": [(kind, blank_fields(kind)) for kind in RECORD_KINDS],
        "hidden": len(every) - len(shown), "hits": len(hits), "family": family, "why": why,
        "copies": {id: spell_page(source) for id, source in copies.items()},
        "beside": beside, "number": number, "more": number * MOST < len(rows),
        "explain": partial(_explain, desk, doc, shown[:MOST]),
        "kinds": [(kind, sum(row["kind"] == kind for row in rows)) for kind in RECORD_KINDS],
    }  # fmt: skip
    return Page(doc.title or doc.name, "document.html.jinja", context, rows, _data(doc, rows, family))


def show_why(desk: Desk, request: Request) -> Page:
    """How each field of one record came about; without the frame of the desk if a page asks for that part alone."""
    with desk.open() as opened:
        with missing():
            doc = opened.document(request.path_params["id"])
            record = opened.find(request.path_params["record"])[0]
            if not isinstance(record, Record) or record.document != doc.id:
                raise UsageError(f"{doc.id} holds no record {request.path_params['record']!r}.")
        why = Why.load(opened, doc, record, str(request.base_url))
    context = {"doc": doc, "why": why, "part": request.headers.get("HX-Request") == "true"}
    return Page(f"Why {title_of(record)}", "why.html.jinja", context, why.reasons, why.fields())


def _explain(desk: Desk, doc: Document, records: Sequence[Record]) -> dict[str, Why]:
    """Why each of the records is there, by id: for a page of a file, which cannot ask for one of them later."""
    with desk.open() as opened:
        return {record.id: Why.load(opened, doc, record, "") for record in records}


def _marks(
    every: Iterable[Record], shown: Iterable[Record], chosen: Record | None, hits: Iterable[tuple[int, int]]
) -> list[Mark]:
    """What lies over the text; a record that is left out keeps the place that addresses lead to."""
    known = {record.id for record in shown}
    marks = [mark_of(record, shown=record.id in known) for record in every]
    if chosen:
        marks.append(Mark(*chosen.span, CHOSEN))
    return marks + [Mark(*span, HIT, anchor=f"hit-{number}") for number, span in enumerate(hits, 1)]


def _data(doc: Document, rows: Sequence[Fields], family: Family | None) -> Fields:
    """The document with its text by parts; what names readers who commented is left out here as well."""
    parts: list[Fields] = [
        {"kind": block.kind, "start": block.start, "end": block.end, "date": block.date,
         "text": "" if block.names_reader else doc.text[block.start : block.end]}
        for block in blocks_of(doc)
    ]  # fmt: skip
    return {**document_fields(doc), "family": family.id if family else "", "parts": parts, "records": list(rows)}
