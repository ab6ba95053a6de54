"""PDF files with a text layer: lines joined to paragraphs, words split at line ends joined, running heads left out."""

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median
from typing import TYPE_CHECKING

from dragoman.ingest.naming import page_name
from dragoman.ingest.page import Hint, Page, Source
from dragoman.model.errors import IngestError
from dragoman.text.sanitise import sanitise

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

READER = "pdf/1"
MAX_PAGES = 1000
"""Longest file in pages; reading takes 20-100 ms a page."""
MAX_CONTENT = 1024 * 1024
"""Most bytes of one page's unpacked content; text of 5 MB takes a minute."""
SHORT_LINE = 0.75
"""A line this much shorter than the page's usual line, and closed by a full stop, ends its paragraph."""
REPEATED = 3
"""A first or last line that stands on so many pages, whatever its number, is a running head."""

_DIGITS = re.compile(r"\d+")
_CLOSED = re.compile(r"[.!?:;][\"'\u201d\u2019)\]]*$")
_HYPHEN = re.compile(r"[^\W\d_][-\u2010\u00ad]$")


def read_pdf(source: Source) -> Iterator[Page]:
    """Give the file as one page.

    Raises:
        IngestError: encrypted, damaged, or without a text layer (scanned).
    """
    reader = _open(source.data)
    pages = [_lines(text) for text in _page_texts(reader)]
    if not any(pages):
        reason = "the PDF has no text layer: it is scanned or holds pictures only"
        raise IngestError(reason, remedy="Run an OCR program over it and read the result.")
    text = sanitise("\n\n".join(join_lines(_without_heads(pages)))).text
    yield Page(page_name(source), text, READER, hints=tuple(_hints(reader)))


def join_lines(pages: Sequence[Sequence[str]]) -> list[str]:
    """Join the lines of all pages to paragraphs, across page ends where a sentence goes on.

    Args:
        pages: lines of each page; "" is an empty line.
    """
    paragraphs: list[str] = []
    open_paragraph = False
    for lines in pages:
        width = median([len(line) for line in lines if line] or [0])
        for at, line in enumerate(lines):
            if not line:
                open_paragraph = open_paragraph and at == len(lines) - 1
                continue
            if open_paragraph and paragraphs:
                paragraphs[-1] = _joined(paragraphs[-1], line)
            else:
                paragraphs.append(line)
            open_paragraph = not (_CLOSED.search(line) and len(line) < SHORT_LINE * width)
        open_paragraph = open_paragraph and bool(paragraphs) and not _CLOSED.search(paragraphs[-1])
    return paragraphs


def _joined(paragraph: str, line: str) -> str:
    if _HYPHEN.search(paragraph) and line[:1].islower():
        return paragraph[:-1] + line
    return f"{paragraph} {line}"


def _open(data: bytes) -> "PdfReader":
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its complaints come back as rejects
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        locked = reader.is_encrypted and not reader.decrypt("")
    except Exception as error:  # pypdf raises a dozen unrelated types on damaged files
        raise _damaged(error) from error
    if locked:
        raise IngestError("the PDF is encrypted", remedy="Open it with its password and save a copy without.")
    return reader


def _page_texts(reader: "PdfReader") -> list[str]:
    try:
        count = len(reader.pages)
        pages = reader.pages[:MAX_PAGES]
        heavy = [at for at, page in enumerate(pages, start=1) if _content_size(page) > MAX_CONTENT]
        texts = [] if heavy else [page.extract_text() or "" for page in pages]
    except Exception as error:  # as above
        raise _damaged(error) from error
    if count > MAX_PAGES:
        raise IngestError(f"the PDF has {count:,} pages, the limit is {MAX_PAGES:,}", remedy="Split it into parts.")
    if heavy:
        reason = f"page {heavy[0]} of the PDF holds more than {MAX_CONTENT // 2**20} MB of drawing"
        raise IngestError(reason, remedy="Print it to a new PDF, or save its text.")
    return texts


def _content_size(page: "PageObject") -> int:
    content = page.get_contents()
    return 0 if content is None else len(content.get_data())


def _damaged(error: Exception) -> IngestError:
    reason = f"the PDF is damaged or protected ({type(error).__name__}: {str(error)[:120]})"
    return IngestError(reason, remedy="Open it in a PDF viewer and print it to a new PDF.")


def _lines(text: str) -> list[str]:
    lines = [" ".join(line.split()) for line in text.split("\n")]
    return lines if any(lines) else []


def _without_heads(pages: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """Drop first and last lines that repeat from page to page, page numbers aside."""
    ends = Counter(key for page in pages if page for key in {_key(page[0]), _key(page[-1])})
    heads = {key for key, count in ends.items() if count >= REPEATED}
    kept: list[Sequence[str]] = []
    for page in pages:
        first = 1 if page and _key(page[0]) in heads else 0
        last = len(page) - (1 if len(page) > first and _key(page[-1]) in heads else 0)
        kept.append(page[first:last])
    return kept


def _key(line: str) -> str:
    return _DIGITS.sub("#", line)


def _hints(reader: "PdfReader") -> Iterator[Hint]:
    try:
        found = reader.metadata
        made = found.creation_date if found else None
        title, author = (found.title, found.author) if found else (None, None)
    except Exception:  # damaged metadata says nothing; the text is read all the same
        return
    if title and str(title).strip():
        yield Hint("title", " ".join(sanitise(str(title)).text.split()), "PDF Title")
    if author and str(author).strip():
        yield Hint("author", " ".join(sanitise(str(author)).text.split()), "PDF Author")
    if made:
        yield Hint("published", made.isoformat(), "PDF CreationDate")
