"""Finds passages that a page repeats word for word: they are coded once, so the later copies are set aside.

In: the text and its units. Out: spans of later copies. It must not know which part of the page a passage belongs to.
"""

import re
from collections.abc import Iterable, Iterator

from dragoman.ingest.plaintext.units import Unit, passage_key

MIN_WORDS = 8
MIN_LENGTH = 30
"""Characters below which a sentence has no eight words."""
_SENTENCE = re.compile(r"[^\s.!?…][^.!?…]*[.!?…]*[\"'”’)]{0,3}")


def find_repeats(units: Iterable[Unit]) -> tuple[tuple[int, int], ...]:
    """Spans, in text order, of units and sentences of at least eight words that stood on the page before."""
    seen: set[str] = set()
    spans: list[tuple[int, int]] = []
    for unit in units:
        whole = unit.key if unit.end - unit.start <= 2000 else passage_key(unit.text)
        if whole in seen:
            spans.append((unit.start, unit.end))
            continue
        spans.extend(_repeated_sentences(unit, seen))
        if _is_long(whole):
            seen.add(whole)
    return tuple(spans)


def _repeated_sentences(unit: Unit, seen: set[str]) -> Iterator[tuple[int, int]]:
    for match in _SENTENCE.finditer(unit.text):
        if match.end() - match.start() < MIN_LENGTH:
            continue
        key = passage_key(match.group())
        if not _is_long(key):
            continue
        if key in seen:
            yield unit.start + match.start(), unit.start + match.end()
        seen.add(key)


def _is_long(key: str) -> bool:
    return key.count(" ") + 1 >= MIN_WORDS
