"""The runs of quoted words in a document.

In: the stored text and the parts that are read. Out: spans between quotation marks, in text order, without the marks.
A quotation that runs over several paragraphs opens each of them and closes once; it comes out as one span. It must
not know who speaks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.extract.speech.marks import open_marks
from dragoman.model.document import Document

_MARK = re.compile("â€œ|â€\x9d|â€�|[“”\"„»«]|''|``")
_BLANK = re.compile(r"\n\s*\n|\n")
_OPENERS = frozenset({"“", "„", "«", "``", "â€œ"})
_CLOSERS = frozenset({"”", "»", "â€\x9d", "â€�"})
_STOPS = frozenset(".?!")
_LONGEST = 4000
"""A mark that finds no partner within so many characters stands alone."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Characters `start` to `end` (exclusive) between two marks; `paragraph` numbers the line it starts in.

    Attributes:
        start: first character behind the opening mark.
        end: behind the last character before the closing mark, blanks and a final comma left out.
        paragraph: number of the line in the document.
        outer_start: of the opening mark; `outer_end`: behind the closing mark.
        closed: False where the closing mark is missing.
        last_paragraph: number of the line in which it ends.
    """

    start: int
    end: int
    paragraph: int
    outer_start: int
    outer_end: int
    closed: bool = True
    last_paragraph: int = -1


def find_quotations(doc: Document) -> list[Quotation]:
    """All quotations of the parts that are read, in text order."""
    found: list[Quotation] = []
    for number, (start, end) in enumerate(_paragraphs(doc)):
        for quotation in _in_paragraph(doc.text, start, end, number):
            before = found[-1] if found else None
            if before and not before.closed and number == before.last_paragraph + 1 and quotation.outer_start == start:
                found[-1] = _join(before, quotation)
            else:
                found.append(quotation)
    return [quotation for quotation in found if quotation.closed or quotation.last_paragraph > quotation.paragraph]


def _join(before: Quotation, after: Quotation) -> Quotation:
    return Quotation(
        before.start,
        after.end,
        before.paragraph,
        before.outer_start,
        after.outer_end,
        after.closed,
        after.last_paragraph,
    )


def _paragraphs(doc: Document) -> Iterator[tuple[int, int]]:
    for part in doc.parts:
        if part.kind == "furniture":
            continue
        start = part.start
        for match in _BLANK.finditer(doc.text, part.start, part.end):
            yield start, match.start()
            start = match.end()
        yield start, part.end


def _in_paragraph(text: str, start: int, end: int, number: int) -> list[Quotation]:
    matches = list(_MARK.finditer(text, start, end))
    if all(match.group() == '"' for match in matches):
        mended = open_marks(text, [match.start() for match in matches], start, end)
        if mended is not None:
            return _runs(text, matches, mended, end, number)
    return _pairs(text, matches, end, number)


def _runs(text: str, matches: list[re.Match[str]], quoted: list[bool], end: int, number: int) -> list[Quotation]:
    """Runs of quoted words by what is known of each mark; a mark inside a run opens one of its paragraphs."""
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    for match, behind in zip(matches, quoted, strict=True):
        if behind:
            opened = opened or match
        elif opened is not None:
            found.append(_trim(text, opened, match.span(), number, closed=True))
            opened = None
    if opened is not None:
        found.append(_trim(text, opened, (end, end), number, closed=False))
    return [quotation for quotation in found if quotation.end > quotation.start]


def _pairs(text: str, matches: list[re.Match[str]], end: int, number: int) -> list[Quotation]:
    """Runs of quoted words, each from a mark that opens to the next that closes."""
    found: list[Quotation] = []
    opened: re.Match[str] | None = None
    for match in matches:
        if opened is not None and match.start() - opened.end() > _LONGEST:
            opened = None
        if _opens(text, match, is_open=opened is not None):
            opened = match
        elif opened is not None and match.group() not in _OPENERS:
            found.append(_trim(text, opened, match.span(), number, closed=True))
            opened = None
    if opened is not None:
        found.append(_trim(text, opened, (end, end), number, closed=False))
    return [quotation for quotation in found if quotation.end > quotation.start]


def _opens(text: str, match: re.Match[str], *, is_open: bool) -> bool:
    """Whether a mark opens a quotation: by its form, else by what stands around it.

    In damaged copies blanks have moved to the wrong side of a straight mark: behind a colon it opens all the same,
    and behind a full stop it closes what is open.
    """
    mark = match.group()
    if mark in _OPENERS or mark in _CLOSERS:
        return mark in _OPENERS and not (is_open and mark == "``")
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    if before == ":" and after.isspace():
        return True
    if is_open:
        stopped = text[max(0, match.start() - 4) : match.start()].rstrip()[-1:] in _STOPS
        return before.isspace() and after.isalnum() and not stopped
    return not (before.isalnum() or before in ".,?!") or after.isalnum()


def _trim(text: str, opened: re.Match[str], closing: tuple[int, int], number: int, *, closed: bool) -> Quotation:
    start, end = opened.end(), closing[0]
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return Quotation(start, end, number, opened.start(), closing[1], closed, number)
