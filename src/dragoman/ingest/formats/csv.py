"""CSV with a header line: the columns of JSONL; commas, semicolons or tabs between them."""

import csv
import io
from collections.abc import Iterator

from dragoman.ingest.formats.rows import COLUMNS, decode_table, read_row
from dragoman.ingest.naming import record_name
from dragoman.ingest.page import Page, Source
from dragoman.model.errors import IngestError

READER = "csv/1"
MAX_FIELD = 2**31 - 1
"""Largest field in characters; the C long of Windows ends there."""
MAX_REREADS = 20
"""Reading starts anew on the line after an unclosed quote; all lines may be read again so often on average."""


def read_csv(source: Source) -> Iterator[Page | IngestError]:
    """Give each row's page; a row that does not fit the header is an error, the others are read.

    Raises:
        IngestError: there is no header with a column `text` or `html`.
    """
    csv.field_size_limit(MAX_FIELD)
    text = decode_table(source.data)
    delimiter, header = _read_header(text)
    for number, row in enumerate(_rows(text.split("\n"), delimiter), start=1):
        if isinstance(row, IngestError):
            row.record = f"row {number}"
            yield row
            continue
        try:
            yield _read_fields(row, header, source, number)
        except IngestError as error:
            yield error


def _read_header(text: str) -> tuple[str, list[str]]:
    line = text.lstrip("\n").partition("\n")[0]
    best: tuple[int, str, list[str]] = (-1, ",", [])
    for delimiter in ",;\t":
        names = [name.strip().lower() for name in next(csv.reader(io.StringIO(line), delimiter=delimiter), [])]
        best = max(best, (len(set(names) & set(COLUMNS)), delimiter, names), key=lambda item: item[0])
    _, delimiter, header = best
    if "text" not in header and "html" not in header:
        found = ", ".join(header[:12])[:200] or "none"
        remedy = f"Name the columns in the first line: {', '.join(COLUMNS)}."
        raise IngestError(f"no column named text or html; columns found: {found}", remedy=remedy)
    return delimiter, header


def _rows(lines: list[str], delimiter: str) -> Iterator[list[str] | IngestError]:
    """Rows after the header. A row with a broken quote is an error, and reading goes on with the next line."""
    first = next(at for at, line in enumerate(lines) if line) + 1
    budget = MAX_REREADS * len(lines)
    while budget > 0:
        consumed = 0
        rows = csv.reader((line + "\n" for line in lines[first:]), delimiter=delimiter, strict=True)
        try:
            for row in rows:
                consumed = rows.line_num
                if any(row):
                    yield row
            return
        except csv.Error as error:
            yield IngestError(f"line {first + consumed + 1}: {error}", remedy="Close the quote or double it.")
            first += consumed + 1
            budget -= rows.line_num
    yield IngestError("too many broken quotes; the rest is not read", remedy="Export the table again.")


def _read_fields(row: list[str], header: list[str], source: Source, number: int) -> Page:
    record = f"row {number}"
    if len(row) != len(header):
        reason = f"the row has {len(row)} fields, the header {len(header)}"
        raise IngestError(reason, remedy="Put quotes round fields that hold the separator.", record=record)
    return read_row(dict(zip(header, row, strict=True)), name=record_name(source, number), record=record, reader=READER)
