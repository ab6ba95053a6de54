"""Makes a partition of the parts that a reader gave: in order, without overlap, covering all but white space.

In: the text and parts in any state. Out: parts that fit `Document`, bylines parted from the body.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import islice

from dragoman.ingest.plaintext.cues import is_byline, stamp_of_line
from dragoman.ingest.plaintext.repeats import find_repeats
from dragoman.ingest.plaintext.units import Unit
from dragoman.model.document import Part

ARTICLE = frozenset({"title", "body", "caption"})
PEELED_LINES = 3
_LINE = re.compile(r"\S[^\n]*")
_INK = re.compile(r"\S(?:.*\S)?", re.DOTALL)


def cover_text(text: str, parts: Iterable[Part]) -> tuple[Part, ...]:
    """`parts` sorted, cut where they overlap (the earlier keeps its place), gaps with ink filled as furniture."""
    covered: list[Part] = []
    at = 0
    for part in sorted(parts, key=lambda one: (one.start, -one.end)):
        start, end = max(part.start, at), min(part.end, len(text))
        if start >= end:
            continue
        covered.extend(_ink(text, Part("furniture", at, start)))
        covered.extend(_ink(text, Part(part.kind, start, end)))
        at = end
    covered.extend(_ink(text, Part("furniture", at, len(text))))
    return tuple(covered)


def peel_bylines(text: str, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """`parts` with the first lines of the body as bylines where they only hold names, outlets or a date."""
    index = next((index for index, part in enumerate(parts) if part.kind == "body"), -1)
    if index < 0:
        return parts
    body = parts[index]
    peeled: list[Part] = []
    for line in islice(_LINE.finditer(text, body.start, body.end), PEELED_LINES):
        unit = Unit(line.start(), line.end(), line.group())
        if line.end() == body.end or not (is_byline(unit) or stamp_of_line(unit)):
            break
        peeled.extend(_ink(text, Part("byline", line.start(), line.end())))
    rest = _ink(text, Part("body", peeled[-1].end if peeled else body.start, body.end))
    return (*parts[:index], *peeled, *rest, *parts[index + 1 :])


def set_aside_copies(text: str, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """`parts` with passages that the article repeats word for word as furniture from the second time on."""
    article = (part for part in parts if part.kind in ARTICLE)
    lines = (line for part in article for line in _LINE.finditer(text, part.start, part.end))
    copies = find_repeats(Unit(line.start(), line.end(), line.group()) for line in lines)
    cut: list[Part] = []
    for part in parts:
        at = part.start
        if part.kind in ARTICLE:
            for start, end in copies[bisect_left(copies, (part.start, 0)) : bisect_left(copies, (part.end, 0))]:
                cut.extend((*_ink(text, Part(part.kind, at, start)), *_ink(text, Part("furniture", start, end))))
                at = end
        cut.extend(_ink(text, Part(part.kind, at, part.end)))
    return tuple(cut)


def _ink(text: str, part: Part) -> Iterable[Part]:
    """The part without outer white space; nothing if it has only that."""
    match = _INK.search(text, part.start, part.end)
    return (Part(part.kind, match.start(), match.end()),) if match else ()
