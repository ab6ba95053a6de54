"""Plain text and Markdown: the stored text is the file's own text, with line ends unified.

A file with many articles is cut where the user's own pattern matches (`--split`).
"""

import re
from collections.abc import Iterator

from dragoman.ingest.naming import page_name, record_name
from dragoman.ingest.page import Page, Source
from dragoman.model.errors import IngestError, UsageError
from dragoman.text.sanitise import Clean, decode_bytes, is_binary

READER = "text/1"
SPLIT_READER = "split/1"


def read_plain(source: Source) -> Iterator[Page]:
    """Give the whole file as one page.

    Raises:
        IngestError: it is no text, or holds nothing but white space.
    """
    clean = decode_text(source.data)
    yield Page(page_name(source), clean.text, READER, repairs=clean.repairs)


def decode_text(data: bytes, *, declared: str = "") -> Clean:
    """Decode bytes that should be prose.

    Raises:
        IngestError: they are binary, or hold nothing but white space.
    """
    clean = decode_bytes(data, declared=declared)
    if is_binary(clean.text):
        raise IngestError("no text in any known encoding", remedy="Save it as UTF-8 text.")
    if not clean.text.strip():
        raise IngestError("the file holds only white space", remedy="Fetch it again if it should hold a text.")
    return clean


def read_split(source: Source, *, pattern: str) -> Iterator[Page | IngestError]:
    """Give each stretch between two matches as a page; the matched words open the page that follows.

    Args:
        source: a plain-text file.
        pattern: regular expression, `^` and `$` match at lines. It comes from the user, never from a document.

    Raises:
        UsageError: the pattern is no regular expression, or matches the empty string.
        IngestError: the file is no text, or the pattern matches nowhere.
    """
    expression = _compiled(pattern)
    clean = decode_text(source.data)
    starts = [match.start() for match in expression.finditer(clean.text)]
    if not starts:
        raise IngestError(f"--split {pattern!r} matches nowhere in the file", remedy="Try the pattern on one heading.")
    ends = [*starts[1:], len(clean.text)]
    if clean.text[: starts[0]].strip():
        starts, ends = [0, *starts], [starts[0], *ends]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1):
        text = clean.text[start:end]
        if text.strip():
            yield Page(record_name(source, number), text, SPLIT_READER, f"part {number}", repairs=clean.repairs)
        else:
            yield IngestError("no text between two cuts", remedy="Check the pattern.", record=f"part {number}")


def _compiled(pattern: str) -> re.Pattern[str]:
    try:
        expression = re.compile(pattern, re.MULTILINE)
    except re.error as error:
        raise UsageError(f"--split {pattern!r} is no regular expression: {error}") from error
    if expression.match(""):
        raise UsageError(f"--split {pattern!r} also matches the empty string. Name what a first line looks like.")
    return expression
