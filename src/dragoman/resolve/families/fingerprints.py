"""The keys by which texts that share a passage find each other, and the pairs that are worth a comparison.

In: words, or the documents that hold each key. Out: keys to be stored with a document; pairs of ids.
It must not compare texts: a shared key is a hint.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from dragoman.resolve.families.words import Words

WINDOW = 28
"""Runs of which the one with the smallest hash becomes a key (winnowing, Schleimer, Wilkerson and Aiken 2003): a shared
passage of `WINDOW + RUN - 1` = 32 words always shares a key, and about one run in 14 is kept."""
CROWD = 16
"""Documents that may hold a key before it is taken for common text; see `pair_candidates`."""


def fingerprint_words(words: Words) -> tuple[int, ...]:
    """The keys of a text, sorted; none for a text of fewer than five words. Standing sentences give no keys."""
    live = [value for value, alive in zip(words.hashes, words.live, strict=False) if alive]
    return tuple(sorted(set(_smallest_of_windows(live))))


def _smallest_of_windows(hashes: Sequence[int]) -> Iterator[int]:
    width = min(WINDOW, len(hashes))
    at = -1
    for end in range(max(width, 1), len(hashes) + 1):
        if at < end - width:
            window = hashes[end - width : end]
            at = end - 1 - window[::-1].index(min(window))
        elif hashes[end - 1] <= hashes[at]:
            at = end - 1
        else:
            continue
        yield hashes[at]


def pair_candidates(holders: Mapping[int | str, Collection[str]]) -> frozenset[tuple[str, str]]:
    """The pairs of documents to compare, smaller id first.

    All documents that hold one key are paired, unless they are more than `CROWD`: then the key is standing text or a
    text printed everywhere, and each is paired only with the first `CROWD` of them by id. So the work grows with the
    documents and not with their square, a text of a hundred copies is still found whole, and the pairs depend on
    which documents there are, not on the order in which they came.

    Args:
        holders: key to the ids of the documents that hold it; after one new document only its own keys are needed.
    """
    pairs: set[tuple[str, str]] = set()
    for ids in holders.values():
        ordered = sorted(ids)
        pairs.update(combinations(ordered[:CROWD], 2))
        pairs.update((first, later) for later in ordered[CROWD:] for first in ordered[:CROWD])
    return frozenset(pairs)
