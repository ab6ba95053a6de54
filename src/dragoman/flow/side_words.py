"""Finds the words that stand for states, organisations and groups in quotes and descriptions of speakers.

In: a few words of a record. Out: names in them with their codes. It knows the vocabulary, no dossier.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from dragoman.vocab.gazetteer import Name, fold_word
from dragoman.vocab.world import World

_WORD = re.compile(r"(?:[A-Z]\.)+|\w+(?:['’](?!s\b)\w+)*|[^\w\s]")
_CODED_KINDS = frozenset(("state", "adjective", "people", "prefix", "organisation", "group"))
_BODIES = frozenset(("organisation", "group", "body"))
_SPELLED_KINDS = frozenset(("state", "organisation", "group"))


class SideWords:
    """Reads words with the names of a vocabulary."""

    def __init__(self, world: World) -> None:
        """Take the names."""
        self._names = world.names

    def spelled(self, quote: str, sides: AbstractSet[str], day: str) -> Iterator[tuple[str, str]]:
        """Names of states, organisations and groups in a quote with the code that they have that day.

        A doubtful name, or an adjective, counts only for a side of the record.
        """
        folded = [fold_word(word) for word in _WORD.findall(quote)]
        spans: list[tuple[int, int]] = []
        next_word = 0
        for at in self._names.starts(folded):
            if at < next_word:
                continue
            next_word, end, code = self._read(folded, at, sides, day)
            if code:
                spans = spans or [found.span() for found in _WORD.finditer(quote)]
                yield quote[spans[at][0] : spans[end - 1][1]], code

    def _read(self, folded: Sequence[str], at: int, sides: AbstractSet[str], day: str) -> tuple[int, int, str]:
        """Where the longest name at a word ends, where the part of it ends that has a code, and the code."""
        hit = self._names.at(folded, at)
        last = hit.last if hit else at + 1
        while hit:
            code = _code_of(hit.names, sides, day)
            if code:
                return last, hit.last, code
            hit = self._names.at(folded[: hit.last - 1], at) if hit.last - at > 1 else None
        return last, last, ""

    def body_in(self, words: str) -> str:
        """The code of the first organisation, group or state's body in a description: "a statement from the X"."""
        folded = [fold_word(word) for word in _WORD.findall(words)]
        for at in self._names.starts(folded):
            hit = self._names.at(folded, at)
            for name in hit.names if hit else ():
                if name.kind in _BODIES and name.codes and not name.doubtful and not name.needs_state:
                    return name.codes[0]
        return ""


def _code_of(names: tuple[Name, ...], sides: AbstractSet[str], day: str) -> str:
    """The code of a name that day; one of the record before any other."""
    sure = ""
    for name in names:
        if name.kind in _CODED_KINDS and name.codes and name.valid_on(day):
            if name.codes[0] in sides:
                return name.codes[0]
            if not sure and name.kind in _SPELLED_KINDS and not name.doubtful:
                sure = name.codes[0]
    return sure
