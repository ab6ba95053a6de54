"""Which words of our rendering another extractor has chosen: its output, laid back onto our text by tokens.

In: two token sequences. Out: a mark for each token of the first. The longest common runs come first, so that a
paragraph that stands twice on the page is found where its neighbours stand. Knows nothing of markup.
"""

import re
from collections import Counter
from difflib import SequenceMatcher

TOKEN = re.compile(r"\w+")
SHINGLE = 4
"""Tokens in a row that count as the same passage; shorter runs meet by chance."""
MAX_PAIRS = 2_000_000
"""Above so many equal shingle pairs (a page that repeats itself) positions are not told apart: seconds, not hours."""

Shingle = tuple[str, ...]


def tokens_of(text: str) -> list[str]:
    """The words of a text in lower case, without punctuation."""
    return TOKEN.findall(text.lower())


def mark_common(page: list[str], chosen: list[str]) -> bytearray:
    """Mark the tokens of `page` that stand in `chosen`.

    Returns:
        One byte a token of `page`, 1 if it lies in a run of at least `SHINGLE` tokens that `chosen` has too, in the
        same order of runs.
    """
    marks = bytearray(len(page))
    ours, theirs = _shingles(page), _shingles(chosen)
    if _pairs(ours, theirs) > MAX_PAIRS:
        known = set(theirs)
        runs = [(at, 1) for at, shingle in enumerate(ours) if shingle in known]
    else:
        matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
        runs = [(block.a, block.size) for block in matcher.get_matching_blocks() if block.size]
    for start, size in runs:
        end = start + size + SHINGLE - 1
        marks[start:end] = b"\x01" * (end - start)
    return marks


def _shingles(tokens: list[str]) -> list[Shingle]:
    return [tuple(tokens[at : at + SHINGLE]) for at in range(len(tokens) - SHINGLE + 1)]


def _pairs(ours: list[Shingle], theirs: list[Shingle]) -> int:
    """How many positions of the one equal positions of the other: the work of an alignment."""
    counts, others = Counter(ours), Counter(theirs)
    return sum(count * others[shingle] for shingle, count in counts.items())
