"""The runs of quoted words in a document.

In: the stored text and the parts that are read. Out: spans between quotation marks, in text order, without the marks.
A quotation that runs over several paragraphs opens each of them and closes once.
"""

import re
from dataclasses import dataclass

from dragoman.model.document import Document

_MARK = re.compile(r"[“”\"„»«]|''|``")
_BLANK = re.compile(r"\n\s*\n|\n")
_OPENERS = frozenset("“„«") | {"``"}
_CLOSERS = frozenset("”»") | {"''"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """Characters `start` to `end` (exclusive) between two marks; `paragraph` numbers the line it stands in."""

    start: int
    end: int
    paragraph: int
    closed: bool = True


def find_quotations(doc: Document) -> list[Quotation]:
    """All quotations of the parts that are read, in text order."""
    found: list[Quotation] = []
    number = 0
    for part in doc.parts:
        if part.kind == "furniture":
            continue
        start = part.start
        for match in [*_BLANK.finditer(doc.text, part.start, part.end), None]:
            end = match.start() if match else part.end
            found.extend(_in_paragraph(doc.text, start, end, number))
            number += 1
            start = match.end() if match else end
    return found


def _in_paragraph(text: str, start: int, end: int, number: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened = -1
    for match in _MARK.finditer(text, start, end):
        mark = match.group()
        if opened < 0 and mark not in _CLOSERS:
            opened = match.end()
        elif opened >= 0 and mark not in _OPENERS:
            found.append(_trim(text, opened, match.start(), number, closed=True))
            opened = -1
        elif opened < 0 and mark in _CLOSERS:
            continue
    if opened >= 0:
        found.append(_trim(text, opened, end, number, closed=False))
    return [quotation for quotation in found if quotation.end > quotation.start]


def _trim(text: str, start: int, end: int, number: int, *, closed: bool) -> Quotation:
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    return Quotation(start, end, number, closed)
