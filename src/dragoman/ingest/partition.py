"""Makes a partition of the parts that a reader gave: in order, without overlap, covering all but white space.

In: the text and parts in any state. Out: parts that fit `Document`. It must not know what the parts mean.
"""

import re
from collections.abc import Iterable

from dragoman.model.document import Part

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


def _ink(text: str, part: Part) -> Iterable[Part]:
    """The part without outer white space; nothing if it has only that."""
    match = _INK.search(text, part.start, part.end)
    return (Part(part.kind, match.start(), match.end()),) if match else ()
