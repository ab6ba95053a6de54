"""Which runs of a document are read, and as one paragraph each.

Furniture is left out. Lines are paragraphs, unless a sentence plainly runs on over the break (hard-wrapped text, or
a sentence cut in two by an inserted block): then the lines are read together.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model.document import Document, Part

_LINE = re.compile(r"[^\n]+")
_ENDS_OPEN = re.compile(r"[\w,;]['’”\"]?\s*\Z")
READ_KINDS = frozenset({"title", "body", "caption", "comment"})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Characters `start` to `end` of the stored text, and the kind of part that they stand in."""

    start: int
    end: int
    part: str


def paragraphs_of(doc: Document) -> Iterator[Paragraph]:
    """The paragraphs to be read, in text order."""
    for part in doc.parts:
        if part.kind in READ_KINDS:
            yield from _split_part(doc.text, part)


def _split_part(text: str, part: Part) -> Iterator[Paragraph]:
    current: tuple[int, int] | None = None
    for match in _LINE.finditer(text, part.start, part.end):
        start, end = _trim(text, match.start(), match.end())
        if start >= end:
            continue
        if current and part.kind == "body" and _runs_on(text, current, start):
            current = (current[0], end)
            continue
        if current:
            yield Paragraph(current[0], current[1], part.kind)
        current = (start, end)
    if current:
        yield Paragraph(current[0], current[1], part.kind)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    line = text[start:end]
    return start + len(line) - len(line.lstrip()), start + len(line.rstrip())


def _runs_on(text: str, current: tuple[int, int], start: int) -> bool:
    """A sentence runs on when the line before stops without a stop and the next one begins in lower case."""
    long_enough = current[1] - current[0] >= 40
    return long_enough and text[start].islower() and bool(_ENDS_OPEN.search(text, current[1] - 3, current[1]))
