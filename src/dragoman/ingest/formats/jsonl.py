"""JSON lines: one object a line with `text` or `html`, and `id`, `title`, `published`, `outlet`, `author`, `url`."""

import json
from collections.abc import Iterator

from dragoman.ingest.formats.rows import Cell, decode_table, read_row
from dragoman.ingest.naming import record_name
from dragoman.ingest.page import Page, Source
from dragoman.model.errors import IngestError

READER = "jsonl/1"


def read_jsonl(source: Source) -> Iterator[Page | IngestError]:
    """Give each line's page; a line that is no such object is an error, the others are read."""
    lines = decode_table(source.data).split("\n")
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield _read_line(line, source, number)
            except IngestError as error:
                yield error


def _read_line(line: str, source: Source, number: int) -> Page:
    record = f"row {number}"
    try:
        row: Cell = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = "nested too deep" if isinstance(error, RecursionError) else str(error)
        raise IngestError(f"not JSON: {reason}", remedy="Write one JSON object a line.", record=record) from error
    if not isinstance(row, dict):
        kind = type(row).__name__
        raise IngestError(f"the line is {kind}, not an object", remedy='Write {"text": "..."}.', record=record)
    return read_row(row, name=record_name(source, number), record=record, reader=READER)
