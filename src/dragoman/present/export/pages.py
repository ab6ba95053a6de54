"""`export md`: one Markdown page a document with its records, for people to read beside the article."""

from collections.abc import Iterator
from pathlib import Path

from dragoman.model.document import Document
from dragoman.model.records import Assessment, Event, Records
from dragoman.present.escaping import for_markdown
from dragoman.present.export.naming import name_files
from dragoman.present.export.writing import make_folder, write_text
from dragoman.present.wording import spell_outlet, spell_published, spell_sides, spell_status, spell_voice
from dragoman.record.dossier import Dossier
from dragoman.text.edtf import spell

LONGEST_QUOTE = 300


def export_pages(dossier: Dossier, out: Path, *, min_confidence: float = 0.0) -> int:
    """Write a page for each document with its rows of at least that confidence; the number of pages."""
    make_folder(out)
    ids = dossier.document_ids()
    for _, safe, doc in name_files(map(dossier.document, ids)):
        records = dossier.records_of(doc.id, min_confidence=min_confidence)
        write_text(out / f"{safe}.md", "\n".join(page_lines(doc, records)) + "\n")
    return len(ids)


def page_lines(doc: Document, records: Records) -> Iterator[str]:
    """The lines of one page."""
    yield f"# {for_markdown(doc.title or doc.name)}\n"
    yield f"{for_markdown(spell_outlet(doc))}, {for_markdown(spell_published(doc))}. Document {doc.id}."
    yield from _section("Events", map(_event, records.events))
    yield from _section("Statements", (f"{for_markdown(s.speaker)}: {_quote(s.quote)}" for s in records.statements))
    yield from _section("Assessments", map(_assessment, records.assessments))


def _event(event: Event) -> str:
    status = for_markdown(spell_status(event.status, event.voice))
    return f"{spell(event.date)}: {event.type} {for_markdown(spell_sides(event))}, {status}. {_quote(event.quote)}"


def _assessment(item: Assessment) -> str:
    said = " ".join(filter(None, (item.level, item.trend)))
    return f"{' and '.join(item.parties)}, {said}, says {for_markdown(spell_voice(item.voice))}: {_quote(item.quote)}"


def _section(heading: str, lines: Iterator[str]) -> Iterator[str]:
    items = [f"- {line}" for line in lines]
    if items:
        yield f"\n## {heading}\n"
        yield from items


def _quote(text: str) -> str:
    cut = text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rstrip() + "…"
    return f"“{for_markdown(cut)}”"
