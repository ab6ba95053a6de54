"""Kinds of act by the words that name them: "trip" and "visit" are one kind.

In: `act_words.tsv`. Out: for a trigger, the kinds that its words name. Knows no text and no type.
"""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.vocab.tables import read_table

STEM = 6
"""Letters by which words of no kind are told apart: "inaugurated" and "inauguration" agree in six."""


@dataclass(frozen=True, slots=True)
class ActWords:
    """Beginnings of words, sorted, each with its kinds; and whole words and phrases with theirs."""

    beginnings: tuple[str, ...]
    of_beginning: tuple[frozenset[str], ...]
    whole: dict[str, frozenset[str]]

    def kinds_of(self, trigger: str) -> frozenset[str]:
        """The kinds that a trigger names; for words of no kind their own first letters."""
        return _kinds_of(self, trigger)

    def kinds_of_word(self, word: str) -> frozenset[str]:
        """The kinds of one folded word; none if the table does not know it."""
        if word in self.whole:
            return self.whole[word]
        at = bisect_right(self.beginnings, word)
        for near in range(at - 1, max(-1, at - 40), -1):
            if word.startswith(self.beginnings[near]):
                return self.of_beginning[near]
            if self.beginnings[near][0] != word[0]:
                break
        return frozenset()

    def __hash__(self) -> int:
        return id(self)


@lru_cache(maxsize=16384)
def _kinds_of(table: ActWords, trigger: str) -> frozenset[str]:
    folded = " ".join(trigger.casefold().split())
    if folded in table.whole:
        return table.whole[folded]
    words = [word.strip(".,;:'’\"()") for word in folded.replace("-", " ").split()]
    words = [word for word in words if word]
    found = frozenset(kind for word in words for kind in table.kinds_of_word(word))
    return found or frozenset(word[:STEM] for word in words[-1:])


@cache
def load_act_words() -> ActWords:
    """The table, read once."""
    begins: dict[str, set[str]] = {}
    whole: dict[str, set[str]] = {}
    for row in read_table("act_words.tsv", ("kind", "words")):
        for form in row["words"].split("|"):
            shelf = whole if form.endswith("=") or " " in form else begins
            shelf.setdefault(form.rstrip("="), set()).add(row["kind"])
    ordered = sorted(begins)
    kinds = tuple(frozenset(begins[form]) for form in ordered)
    return ActWords(tuple(ordered), kinds, {form: frozenset(kinds) for form, kinds in whole.items()})
