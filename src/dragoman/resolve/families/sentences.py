"""Which sentences of one text the other has, in these or other words, and what stands in those that it lacks.

In: two texts seen against each other. Out: `Told`, one for each. It must not conclude what kind of sharing that is.

Shared runs of words miss a sentence that an editor touched all over; here a sentence counts as had if the other text
has most of its telling words close together.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from dragoman.resolve.families.shared import Side
from dragoman.resolve.families.words import Words
from dragoman.vocab.page_words import load_date_words

MOST = 400
"""Sentences at the beginning of a text that are looked at: reports have fewer, and the work grows with the product."""
SHORTEST = 4
"""Live words below which something between two stops is no sentence."""
_LONG = 3
"""Letters of words that tell nothing: "the", "has", "for"."""
_FEWEST = 3
"""Telling words that a sentence has at least."""
NEW = 0.5
"""Part of its telling words below which a sentence is new to the other text."""
KEPT = 0.6
"""Part from which it is kept, however edited."""
TOP = 6
"""Sentences in which a report says its news, under points and captions."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence seen against another text.

    Attributes:
        places: of its live words.
        had: part of it that stands in the other text in one place.
    """

    places: tuple[int, ...]
    had: float


@dataclass(frozen=True)
class Told:
    """The sentences of one text, seen against another."""

    side: Side
    sentences: tuple[Sentence, ...]

    @cached_property
    def new(self) -> tuple[Sentence, ...]:
        """Those that the other text has not."""
        return tuple(each for each in self.sentences if each.had < NEW)

    @property
    def facts(self) -> int:
        """Different names and numbers in new sentences that the other text lacks."""
        places = chain.from_iterable(each.places for each in self.new)
        return len({self.side.words.folded[at] for at in places if self.side.is_news(at)})

    @property
    def new_top(self) -> float:
        """Part of the words of the first sentences that stands in new ones."""
        top = self.sentences[:TOP]
        return _count([each for each in top if each.had < NEW]) / max(1, _count(top))

    @property
    def unbroken(self) -> float:
        """Part of the words from the first kept sentence to the last that stands in kept ones."""
        kept = [at for at, each in enumerate(self.sentences) if each.had >= KEPT]
        if not kept:
            return 0.0
        stretch = self.sentences[kept[0] : kept[-1] + 1]
        return _count([each for each in stretch if each.had >= KEPT]) / _count(stretch)


def read_told(side: Side, other: Side) -> Told:
    """The sentences of `side`, and how much of each stands in `other`."""
    postings = _find_pairs(other.words)
    found = []
    for places in _split(side.words):
        if len(telling := _telling(side.words, places)) >= _FEWEST:
            near = Counter(chain.from_iterable(postings.get(word, ()) for word in telling))
            worded = max(near.values(), default=0) / len(telling)
            copied = sum(side.shared[at] for at in places) / len(places)
            found.append(Sentence(places, max(worded, copied)))
    return Told(side, tuple(found))


def _find_pairs(words: Words) -> Mapping[str, list[int]]:
    """Telling words to the pairs of neighbouring sentences in which they stand: an editor joins and parts sentences."""
    postings: dict[str, list[int]] = {}
    for at, places in enumerate(_split(words)):
        for word in _telling(words, places):
            known = postings.setdefault(word, [])
            known += [pair for pair in (at - 1, at) if pair not in known[-1:]]
    return postings


def _split(words: Words) -> list[tuple[int, ...]]:
    """The places of the live words of each sentence."""
    spans = words.sentences[:MOST]
    sentences = (tuple(at for at in range(start, end) if words.live[at]) for start, end in spans)
    return [places for places in sentences if len(places) >= SHORTEST]


def _telling(words: Words, places: Sequence[int]) -> set[str]:
    """Numbers and longer words; not days and months, which another edition moves."""
    folded = (words.folded[at] for at in places)
    return {word for word in folded if (len(word) > _LONG or word[0].isdigit()) and word not in load_date_words()}


def _count(sentences: Sequence[Sentence]) -> int:
    return sum(len(each.places) for each in sentences)
