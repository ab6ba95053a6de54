"""The text of a document as a reader sees it: by part of the page, and by paragraph.

A document in, blocks out that together cover its text without gaps; nothing is changed or left out of it here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model.document import Document, PartKind

_LINE_END = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words from `start` to `words_end`, then the white space to `end`."""

    start: int
    words_end: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One part of the page with the white space behind it.

    Attributes:
        kind: of the part.
        date: EDTF, when a reader's comment was written, "" if unknown or no comment.
        names_reader: True for what the site wrote beside a reader's comment: who that reader is.
    """

    kind: PartKind
    start: int
    end: int
    paragraphs: tuple[Paragraph, ...]
    date: str = ""
    names_reader: bool = False


def blocks_of(doc: Document) -> Iterator[Block]:
    """All parts in text order; text of no part counts to the part before it, at the beginning to the first."""
    dates = {comment.start: comment.date for comment in doc.comments}
    parts = [part for part in doc.parts if part.start < part.end]
    kinds = [part.kind for part in parts] or ["body"]
    starts = [0, *(part.start for part in parts[1:]), len(doc.text)]
    for place, kind in enumerate(kinds):
        start, end = starts[place], starts[place + 1]
        beside = "comment" in kinds[max(0, place - 1) : place + 2]
        date = dates.get(parts[place].start, "") if parts else ""
        yield Block(kind, start, end, tuple(_paragraphs(doc.text, start, end)), date, kind == "furniture" and beside)


def _paragraphs(text: str, start: int, end: int) -> Iterator[Paragraph]:
    """Paragraphs end at blank lines; where a part has none, at each line's end."""
    ends = list(_LINE_END.finditer(text, start, end))
    blank = [found for found in ends if found.group().count("\n") > 1 and found.end() < end]
    for found in blank or ends:
        if found.start() > start:
            yield Paragraph(start, found.start(), found.end())
            start = found.end()
    if start < end:
        yield Paragraph(start, start + len(text[start:end].rstrip()), end)
