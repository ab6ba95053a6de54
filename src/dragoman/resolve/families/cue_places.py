"""Finds cues of several words in a list of folded words, each by its longest word, which is rare.

In: words, and an index of cues. Out: places. It must not know what the cues mean.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

Cue = TypeVar("Cue", bound=Hashable)


class CueIndex(Generic[Cue]):
    """Cues by their longest word.

    Args:
        cues: the folded words of each, and what it stands for; those without words are left out.
    """

    def __init__(self, cues: Iterable[tuple[Sequence[str], Cue]]) -> None:
        found: dict[str, list[tuple[int, tuple[str, ...], Cue]]] = {}
        for words, cue in cues:
            if words:
                key = max(words, key=len)
                found.setdefault(key, []).append((list(words).index(key), tuple(words), cue))
        self._cues: Mapping[str, list[tuple[int, tuple[str, ...], Cue]]] = found

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, int, Cue]]:
        """First and last-plus-one word of each cue found, and the cue; in the order of their longest words."""
        for at, word in enumerate(words):
            for before, cue, meaning in self._cues.get(word, ()):
                start = at - before
                if start >= 0 and tuple(words[start : start + len(cue)]) == cue:
                    yield start, start + len(cue), meaning
