"""`show`, `explain`, `search`: one record in its text, how it came about, and where words stand."""

from typing import Annotated

import typer

from dragoman.model.document import Document
from dragoman.model.errors import UsageError
from dragoman.model.records import Assessment, Event, Statement
from dragoman.model.resolution import Contradiction, Family, Thread
from dragoman.present.clashes import tell_clashes
from dragoman.present.cli.families import show_family
from dragoman.present.cli.options import AllOption, DossierOption, JsonOption, LeastOption, find_existing
from dragoman.present.cli.output import Form, emit_json, emit_rows, emit_text, say
from dragoman.present.cli.threads import show_thread
from dragoman.present.cut import choose_cut, describe_hidden
from dragoman.present.escaping import for_terminal
from dragoman.present.explaining import facts_of, passage_of, reason_fields, record_fields, spell_made, title_of
from dragoman.present.fields import Fields, document_fields
from dragoman.present.thread_page import ThreadPage, contradiction_lines
from dragoman.present.wording import spell_published
from dragoman.record.dossier import Dossier
from dragoman.record.finding import Provenance

_HIT_COLUMNS = ("kind", "id", "document", "words")
IdArgument = Annotated[str, typer.Argument(metavar="ID", help="An id, or the beginning of one.")]


def show(id: IdArgument, dossier: DossierOption = None, as_json: JsonOption = False) -> None:
    """Show one record: its fields, its quote in the text around it, its document and how that was dated."""
    from dragoman.flow.reviewing import decisions_on
    from dragoman.present.decided import decision_fields, spell_decision

    with Dossier(find_existing(dossier)) as opened:
        record, made = opened.find(id)
        if isinstance(record, Thread | Family | Contradiction):
            _show_joined(record, opened, as_json)
            return
        decided = decisions_on(opened, record)
        if as_json:
            emit_json({**_json_of(record, made), "decisions": [decision_fields(reviewed) for reviewed in decided]})
            return
        lines = [f"decided  {_line(spell_decision(reviewed))}" for reviewed in decided]
        if isinstance(record, Document):
            emit_text("\n".join([*lines, *_document_lines(record, opened)]))
            return
        doc = opened.document(record.document)
        source = [*_source_lines(doc, made), *lines]
        emit_text("\n".join([*_record_lines(record), "", *_context_lines(doc, record), "", *source]))


def explain(id: IdArgument, dossier: DossierOption = None, as_json: JsonOption = False) -> None:
    """Show how each field of a record came about: the entry, the cue or the rule that decided it."""
    with Dossier(find_existing(dossier)) as opened:
        record, made = opened.find(id)
        if isinstance(record, Document):
            raise UsageError(f"{record.id} is a document; `dragoman show {record.id}` says how it was dated.")
        if isinstance(record, Thread | Family | Contradiction):
            raise UsageError(f"{record.id} is joined from several records; `dragoman show {record.id}` says why.")
        rows = reason_fields(record)
        if as_json:
            emit_json({"id": record.id, "quote": record.quote, "made_by": spell_made(made), "reasons": rows})
            return
        emit_text("\n".join([*_record_lines(record), ""]))
        if not emit_rows(rows, "table", ("field", "value", "why")):
            say(f"The coder noted no reasons for {record.id}.")
        emit_text(f"\nMade by {spell_made(made)}.")


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help='All must stand there; "two words" as a phrase.')],
    dossier: DossierOption = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=0, help="At most N hits of a kind; 0 is all.")] = 10,
    everything: AllOption = False,
    least: LeastOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find words in documents and in the quotes of records."""
    from dragoman.record.searching import CLOSE, OPEN

    query = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
    cut = choose_cut(everything, least)
    columns = ("kind", "id", "sure", "document", "words") if everything or least is not None else _HIT_COLUMNS
    with Dossier(find_existing(dossier)) as opened:
        hits = opened.search(query, limit=limit, min_confidence=cut)
        marks = str.maketrans({OPEN: "[", CLOSE: "]"})
        rows: list[Fields] = [
            {"kind": h.kind, "id": h.id, "sure" if not as_json else "confidence": h.confidence, "document": h.name,
             "words": " ".join(h.snippet.translate(marks).split())}
            for h in hits
        ]  # fmt: skip
        if not emit_rows(rows, "json" if as_json else "table", columns):
            say(f"No text holds all of these words: {query}. {opened.count('documents'):,} documents were searched.")
        hidden = describe_hidden(opened.count_hidden_hits(query, cut))
        if hidden:
            say(hidden)


def _show_joined(record: Thread | Family | Contradiction, opened: Dossier, as_json: bool) -> None:
    """What was joined from several records or documents; a contradiction with the records that clash."""
    form: Form = "json" if as_json else "table"
    if isinstance(record, Thread):
        show_thread(ThreadPage.load(opened, record), form)
    elif isinstance(record, Family):
        show_family(opened, record, form)
    elif as_json:
        emit_json(tell_clashes(opened, [record])[0].fields())
    else:
        events = [event for id in record.records if isinstance(event := opened.find(id)[0], Event)]
        sources = opened.sources_of(event.document for event in events)
        emit_text("\n".join(contradiction_lines(record, {event.id: event for event in events}, sources)))


def _json_of(record: Document | Event | Statement | Assessment, made: Provenance) -> Fields:
    fields: Fields = (
        {**document_fields(record), "text": record.text} if isinstance(record, Document) else record_fields(record)
    )
    return {**fields, "run": made.run, "step": made.step, "version": made.version}


def _record_lines(record: Event | Statement | Assessment) -> list[str]:
    lines = [f"{type(record).__name__} {record.id}: {_line(title_of(record))}"]
    return lines + [f"{name:<9}{_line(value)}" for name, value in facts_of(record).items()]


def _context_lines(doc: Document, record: Event | Statement | Assessment) -> list[str]:
    passage = passage_of(doc, record)
    return [f"    {_line(passage.before)} >>{_line(passage.quote)}<< {_line(passage.after)}"]


def _source_lines(doc: Document, made: Provenance) -> list[str]:
    where = ", ".join(filter(None, (doc.outlet, *doc.carriers, doc.author)))
    return [
        f"in       {_line(doc.title or doc.name)}{f' ({_line(where)})' if where else ''}",
        f"document {doc.id}, {_line(doc.file)} {doc.record}".rstrip(),
        f"dated    {_line(spell_published(doc))}",
        f"made by  {spell_made(made)}",
    ]


def _document_lines(doc: Document, opened: Dossier) -> list[str]:
    records = opened.records_of(doc.id)
    counts = (
        f"{len(records.events)} events, {len(records.statements)} statements, {len(records.assessments)} assessments"
    )
    facts = {
        "outlet": doc.outlet, "carriers": ", ".join(doc.carriers), "author": doc.author, "url": doc.url,
        "genre": doc.genre, "language": doc.language, "published": spell_published(doc),
        "file": f"{doc.file} {doc.record}".strip(), "sha256": doc.sha256, "reader": doc.reader, "records": counts,
    }  # fmt: skip
    lines = [f"Document {doc.id}: {_line(doc.title or doc.name)}"]
    lines += [f"{key:<10}{_line(value)}" for key, value in facts.items() if value]
    lines += [f"issue     {issue.code} {_line(issue.message)}" for issue in doc.issues]
    return [*lines, "", doc.text]


def _line(text: str) -> str:
    return for_terminal(text)
