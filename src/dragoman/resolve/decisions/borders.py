"""The borders of a document's parts as a person sets them.

A kind that the person names consists of what is given and of nothing else: what it held elsewhere becomes furniture,
and what other kinds held inside the given spans goes over to it. In and out: parts of one text, in text order.
"""

import re
from collections.abc import Iterable, Sequence
from typing import cast, get_args

from dragoman.model.document import Comment, Part, PartKind
from dragoman.model.errors import UsageError

PART_KINDS: tuple[PartKind, ...] = get_args(PartKind)
_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})\Z", re.ASCII)
_VALUE = re.compile(r"([a-z]+) (\d{1,9})-(\d{1,9})\Z", re.ASCII)


def read_span(kind: PartKind, words: str) -> Part:
    """A part from "START-END".

    Raises:
        UsageError: not two numbers, the first smaller.
    """
    match = _SPAN.match(words.strip())
    if not match or int(match[1]) >= int(match[2]):
        raise UsageError(f"--{kind} {words!r}: write two numbers of characters, the first smaller, as 120-3400.")
    return Part(kind, int(match[1]), int(match[2]))


def write_parts(parts: Iterable[Part]) -> tuple[str, ...]:
    """Parts as the values of a decision: "body 120-3400"."""
    return tuple(f"{part.kind} {part.start}-{part.end}" for part in parts)


def read_parts(values: Sequence[str], length: int) -> tuple[Part, ...]:
    """The parts that a decision's values name, for a text of `length` characters.

    Raises:
        UsageError: a value is no part, lies outside the text, or overlaps another.
    """
    parts = []
    for value in values:
        match = _VALUE.match(value)
        if not match or match[1] not in PART_KINDS:
            raise UsageError(f"{value!r} is no part. Parts are as 'body 120-3400', of: {', '.join(PART_KINDS)}.")
        parts.append(Part(cast(PartKind, match[1]), int(match[2]), int(match[3])))
    return _check_order(parts, length)


def set_borders(parts: Sequence[Part], given: Sequence[Part], length: int) -> tuple[Part, ...]:
    """The parts of a text after a person has said where some of them lie.

    Raises:
        UsageError: the given ones overlap or lie outside the text.

    Example:
        >>> write_parts(set_borders([Part("body", 0, 90)], [Part("body", 20, 60)], 90))
        ('furniture 0-20', 'body 20-60', 'furniture 60-90')
    """
    wanted = _check_order(given, length)
    kinds = {part.kind for part in wanted}
    rest = [Part("furniture", p.start, p.end) if p.kind in kinds else p for p in parts]
    return tuple(sorted([*wanted, *_cut_out(rest, wanted)], key=lambda part: part.start))


def date_comments(parts: Sequence[Part], comments: Sequence[Comment]) -> tuple[Comment, ...]:
    """One comment for each part of that kind, with the date of the old comment in which it begins, "" if none."""
    return tuple(
        Comment(part.start, part.end, next((c.date for c in comments if c.start <= part.start < c.end), ""))
        for part in parts
        if part.kind == "comment"
    )


def _check_order(parts: Iterable[Part], length: int) -> tuple[Part, ...]:
    ordered = sorted(parts, key=lambda part: part.start)
    end = 0
    for part in ordered:
        if part.start < end or part.start >= part.end or part.end > length:
            raise UsageError(
                f"{part.kind} {part.start}-{part.end} overlaps another part or lies outside the text, "
                f"which has {length:,} characters. `dragoman show ID --json` gives the text."
            )
        end = part.end
    return tuple(ordered)


def _cut_out(parts: Sequence[Part], wanted: Sequence[Part]) -> Iterable[Part]:
    """What is left of `parts` outside of `wanted`; both in text order."""
    for part in parts:
        start = part.start
        for cut in wanted:
            if cut.end <= start or cut.start >= part.end:
                continue
            if start < cut.start:
                yield Part(part.kind, start, cut.start)
            start = cut.end
        if start < part.end:
            yield Part(part.kind, start, part.end)
