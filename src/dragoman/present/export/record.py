"""`export record`: one JSON file a document, in the shape of the coding manual's section "The file".

An open dossier and a folder in, files out. The shape is fixed by the manual; keys beyond it are ignored by scorers.
"""

import json
from pathlib import Path

from dragoman.model.document import Document
from dragoman.model.records import Records
from dragoman.present.export.naming import name_files
from dragoman.present.export.writing import make_folder, write_text
from dragoman.present.fields import Fields, assessment_fields, event_fields, statement_fields
from dragoman.record.dossier import Dossier


def export_record(dossier: Dossier, out: Path, *, min_confidence: float = 0.0) -> int:
    """Write every document's record below `out`, rows of at least that confidence; the number of files.

    Raises:
        UsageError: the folder cannot be written.
    """
    make_folder(out)
    ids = dossier.document_ids()
    for name, safe, doc in name_files(map(dossier.document, ids)):
        content = record_of(name, doc, dossier.records_of(doc.id, min_confidence=min_confidence))
        write_text(out / f"{safe}.json", json.dumps(content, ensure_ascii=False, indent=1) + "\n")
    return len(ids)


def record_of(name: str, doc: Document, records: Records) -> Fields:
    """The content of one file."""
    return {
        "doc": f"{name}.txt",
        "document": {
            "published": doc.published,
            "published_basis": doc.published_basis if doc.published else "",
            "outlet": doc.outlet,
            "carrier": doc.carriers[-1] if doc.carriers else "",
            "author": doc.author,
            "genre": doc.genre,
        },
        "events": [_without_document(event_fields(event)) for event in records.events],
        "statements": [_without_document(statement_fields(statement)) for statement in records.statements],
        "assessments": [_without_document(assessment_fields(assessment)) for assessment in records.assessments],
    }


def _without_document(fields: Fields) -> Fields:
    return {key: value for key, value in fields.items() if key != "document"}
