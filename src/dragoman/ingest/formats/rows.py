"""One row of a table (JSONL object, CSV line) to a page: `text` as it stands or `html` rendered, the rest as hints."""

from collections.abc import Mapping, Sequence

from dragoman.ingest.html.read import Carrier, read_html
from dragoman.ingest.page import Hint, HintField, Page
from dragoman.model.errors import IngestError
from dragoman.text.sanitise import decode_bytes, is_binary, sanitise

COLUMNS: tuple[str, ...] = ("id", "title", "text", "html", "published", "outlet", "author", "url")
_HINTS: tuple[HintField, ...] = ("title", "published", "outlet", "author", "url")

Cell = str | int | float | bool | None | Sequence[object] | Mapping[str, object]


def decode_table(data: bytes) -> str:
    """Decode a table.

    Raises:
        IngestError: the bytes are no text, or only white space.
    """
    text = decode_bytes(data).text
    if is_binary(text):
        raise IngestError("no text in any known encoding", remedy="Save the table as UTF-8.")
    if not text.strip():
        raise IngestError("the file holds only white space", remedy="Fetch it again if it should hold articles.")
    return text


def read_row(row: Mapping[str, Cell], *, name: str, record: str, reader: str) -> Page:
    """Make a page of one row.

    Args:
        row: cells by column name; unknown columns are ignored. `text` wins where there is `html` as well.
        name: used where the row has no `id`.
        record: "row 17".
        reader: name and version of the table's reader.

    Raises:
        IngestError: neither `text` nor `html` holds anything, or one is no string.
    """
    name = sanitise(_as_text(row.get("id"))).text.strip() or name
    hints = tuple(
        Hint(field, value, f"column {field}")
        for field in _HINTS
        if (value := sanitise(_as_text(row.get(field))).text.strip())
    )
    text = _body(row, "text", record)
    if text.strip():
        clean = sanitise(text)
        return Page(name, clean.text, reader, record, hints=hints, repairs=clean.repairs)
    page = _body(row, "html", record)
    if page.strip():
        return read_html(page, Carrier(name, record, hints=hints))
    raise IngestError("no text: both `text` and `html` are empty or missing", remedy="Fill one of them.", record=record)


def _body(row: Mapping[str, Cell], column: str, record: str) -> str:
    value = row.get(column)
    if value is None or isinstance(value, str):
        return value or ""
    kind = type(value).__name__
    raise IngestError(f"`{column}` is {kind}, not a string", remedy="Write it as a JSON string.", record=record)


def _as_text(value: Cell) -> str:
    if value is None or isinstance(value, Mapping):
        return ""
    if isinstance(value, str) or not isinstance(value, Sequence):
        return str(value)
    return " and ".join(str(item) for item in value if isinstance(item, str | int))
