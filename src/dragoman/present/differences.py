"""The differences of two texts word by word: what both say, what only the first says, what only the second says.

Two texts in, pieces out whose words together are both texts. Runs of words that stand once in each text hold the two
together; between them the same is tried with shorter runs. The time grows with the length of the texts, whatever
stands in them: no pair of words is compared twice at one depth, and the depth is bounded.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

RUNS = (4, 2, 1)
"""Words of a run that holds the texts together, the safest first."""
DEEPEST = 12
"""How often what lies between two such runs is looked at anew."""
CHAFF = 2
"""At most so many common words between two changes are taken for chance: "the" amid a rewritten sentence."""
_WORD = re.compile(r"\S+\s*")

Words = Sequence[str]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of both texts (same), of the first only (gone) or of the second only (new)."""

    kind: Literal["same", "gone", "new"]
    words: str


def compare_texts(a: str, b: str) -> list[Piece]:
    """The pieces in order; where words were exchanged, what is gone stands before what is new.

    Example:
        >>> [(piece.kind, piece.words) for piece in compare_texts("They met today.", "They spoke today.")]
        [('same', 'They '), ('gone', 'met '), ('new', 'spoke '), ('same', 'today.')]
    """
    ours, theirs = _WORD.findall(a), _WORD.findall(b)
    spans = list(_join(_align(_keys(ours), _keys(theirs), (0, 0), 0)))
    spans = _without_chaff(spans, len(ours), len(theirs))
    pieces = []
    for first, second, length in _with_gaps(spans, len(ours), len(theirs)):
        if length:
            pieces.append(Piece("same", "".join(ours[first[0] : first[1]])))
            continue
        pieces += [Piece("gone", "".join(ours[first[0] : first[1]]))] if first[0] < first[1] else []
        pieces += [Piece("new", "".join(theirs[second[0] : second[1]]))] if second[0] < second[1] else []
    return pieces


Span = tuple[int, int, int]
"""Place in the first text, place in the second, number of words that are the same from there on."""


def _keys(words: Words) -> list[str]:
    return [word.strip() for word in words]


def _align(a: Words, b: Words, base: tuple[int, int], depth: int) -> Iterator[Span]:
    """The spans of words that are the same, in order; `base` is where a and b begin in the whole texts."""
    head = _count_same(a, b)
    if head:
        yield base[0], base[1], head
    a, b, base = a[head:], b[head:], (base[0] + head, base[1] + head)
    tail = _count_same(a[::-1], b[::-1])
    inner_a, inner_b = a[: len(a) - tail], b[: len(b) - tail]
    if inner_a and inner_b and depth < DEEPEST:
        yield from _between(inner_a, inner_b, base, depth)
    if tail:
        yield base[0] + len(inner_a), base[1] + len(inner_b), tail


def _between(a: Words, b: Words, base: tuple[int, int], depth: int) -> Iterator[Span]:
    """Split at runs that stand once in both; what lies between is aligned in its turn."""
    anchors = next((found for size in RUNS if (found := _find_anchors(a, b, size))), [])
    if not anchors:
        return
    at_a = at_b = 0
    for in_a, in_b in [*anchors, (len(a), len(b))]:
        yield from _align(a[at_a:in_a], b[at_b:in_b], (base[0] + at_a, base[1] + at_b), depth + 1)
        if in_a < len(a):
            yield base[0] + in_a, base[1] + in_b, 1
        at_a, at_b = in_a + 1, in_b + 1


def _find_anchors(a: Words, b: Words, size: int) -> list[tuple[int, int]]:
    """First words of the runs that stand once in each: the longest row of them that rises in both texts."""
    once_a, once_b = _stand_once(a, size), _stand_once(b, size)
    places = [(once_a[run], once_b[run]) for run in once_a if run in once_b]
    return _longest_rising(sorted(places))


def _stand_once(words: Words, size: int) -> dict[tuple[str, ...], int]:
    found: dict[tuple[str, ...], int] = {}
    for place in range(len(words) - size + 1):
        run = tuple(words[place : place + size])
        found[run] = -1 if run in found else place
    return {run: place for run, place in found.items() if place >= 0}


def _longest_rising(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest row of places whose second number rises as the first does (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, second) in enumerate(places):
        at = bisect_left(tops, second)
        before.append(ends[at - 1] if at else -1)
        if at == len(tops):
            tops.append(second)
            ends.append(index)
        else:
            tops[at], ends[at] = second, index
    row: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        row.append(places[index])
        index = before[index]
    return row[::-1]


def _count_same(a: Words, b: Words) -> int:
    return next((place for place, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _join(spans: Iterator[Span]) -> Iterator[Span]:
    """Spans that touch in both texts as one."""
    last: Span | None = None
    for span in spans:
        if last and (last[0] + last[2], last[1] + last[2]) == span[:2]:
            last = (last[0], last[1], last[2] + span[2])
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def _without_chaff(spans: list[Span], size_a: int, size_b: int) -> list[Span]:
    """Without the few common words that stand between two changes larger than they are."""
    bounded = [(0, 0, 0), *spans, (size_a, size_b, 0)]
    around = zip(bounded, spans, bounded[2:], strict=False)
    return [span for before, span, after in around if not _is_chaff(before, span, after)]


def _is_chaff(before: Span, span: Span, after: Span) -> bool:
    return span[2] <= CHAFF and span[2] < min(_gap(before, span), _gap(span, after))


def _gap(first: Span, second: Span) -> int:
    """Words between two spans, in the text that has more of them."""
    return max(second[0] - first[0], second[1] - first[1]) - first[2]


def _with_gaps(spans: list[Span], size_a: int, size_b: int) -> Iterator[tuple[tuple[int, int], tuple[int, int], int]]:
    """The spans and what lies between them: places in both texts, and the number of words that are the same."""
    at_a = at_b = 0
    for in_a, in_b, length in [*spans, (size_a, size_b, 0)]:
        if (at_a, at_b) != (in_a, in_b):
            yield (at_a, in_a), (at_b, in_b), 0
        if length:
            yield (in_a, in_a + length), (in_b, in_b + length), length
        at_a, at_b = in_a + length, in_b + length
