"""`export csv` and `export jsonl`: one file for each kind of record, one row or line for each record."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from dragoman.present.escaping import for_cell
from dragoman.present.export.writing import make_folder, write_text
from dragoman.present.fields import (
    Fields,
    assessment_fields,
    document_fields,
    event_fields,
    flatten,
    statement_fields,
)
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters


def export_csv(dossier: Dossier, out: Path, *, min_confidence: float = 0.0) -> int:
    """Write one CSV file for each kind; text that a spreadsheet would take for a formula is neutralised."""
    return _export(_kinds(dossier, min_confidence), out, suffix="csv", encode=encode_csv)


def export_jsonl(dossier: Dossier, out: Path, *, min_confidence: float = 0.0) -> int:
    """Write one JSON-lines file for each kind."""
    return _export(_kinds(dossier, min_confidence), out, suffix="jsonl", encode=_encode_lines)


def _export(
    kinds: Iterable[tuple[str, Iterable[Fields]]],
    out: Path,
    *,
    suffix: str,
    encode: Callable[[Iterable[Fields]], str],
) -> int:
    make_folder(out)
    files = [(out / f"{kind}.{suffix}", encode(rows)) for kind, rows in kinds]
    for path, text in files:
        write_text(path, text)
    return len(files)


def _kinds(dossier: Dossier, min_confidence: float) -> Iterator[tuple[str, Iterable[Fields]]]:
    wanted = Filters(min_confidence=min_confidence)
    yield "documents", map(document_fields, dossier.documents())
    yield "events", map(event_fields, dossier.events(wanted))
    yield "statements", map(statement_fields, dossier.statements(wanted))
    yield "assessments", map(assessment_fields, dossier.assessments(wanted))


def encode_csv(rows: Iterable[Fields]) -> str:
    """Rows as CSV text with a header line; "" for no rows."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    for number, row in enumerate(rows):
        if not number:
            writer.writerow(row)
        writer.writerow([for_cell(cell) if isinstance(cell, str) else cell for cell in flatten(row).values()])
    return text.getvalue()


def _encode_lines(rows: Iterable[Fields]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
