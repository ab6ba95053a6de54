"""Which words of two texts stand in both, and what the rest looks like.

In: the words of two documents. Out: for each a `Side`: runs, shares, whether its opening is shared, what is its own.
It must not conclude what kind of sharing that is.
"""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import compress, pairwise
from operator import and_

from dragoman.resolve.families.dates import day_of
from dragoman.resolve.families.words import RUN, Span, Words

SHORTEST = 8
"""Words of the shortest shared passage that counts; below it stand set phrases and names of bodies."""
LEAST = 20
"""Shared words in all below which two texts share nothing: one sentence of background, a long title, a short saying."""
_FEWEST_RUNS = 10
"""Runs that `LEAST` words in passages of `SHORTEST` have at least."""
OPENING = 50
"""Words that make up the opening of a text, where news puts what is new."""
LEAD = 40
"""Words in which a report says its news."""
TOP = 80
"""Words among which the other text would have it, under points, a caption or a teaser."""
_LONG = 3
"""Letters of words that carry no news: "the", "has", "for"."""
BLOCK = 15
"""Words of an unshared stretch from which it is matter of its own and not an editor's change of wording."""
PLACE = 40
"""Unshared words between two shared passages from which these stand in different places of a text."""


@dataclass(frozen=True)
class Side:
    """One text seen against another.

    Attributes:
        words: of the text.
        shared: 1 for each word that stands in a shared passage, else 0.
        other: the different words of the other text.
    """

    words: Words
    shared: bytes
    other: frozenset[str]

    @cached_property
    def live(self) -> tuple[int, ...]:
        """Places of the words that do not stand in standing sentences."""
        return tuple(compress(range(len(self.shared)), self.words.live))

    @cached_property
    def count(self) -> int:
        """Live words that are shared."""
        return sum(map(and_, self.shared, self.words.live))

    @property
    def share(self) -> float:
        """Part of the live words that is shared."""
        return _ratio(self.count, len(self.live))

    @property
    def share_of_all(self) -> float:
        """Part of all words that is shared, standing ones too."""
        return _ratio(sum(self.shared), len(self.shared))

    @property
    def standing(self) -> float:
        """Part of the shared words that stands in standing sentences."""
        return 1.0 - _ratio(self.count, sum(self.shared))

    @property
    def quoted(self) -> float:
        """Part of the shared live words that stands in quotation marks."""
        heard = bytes(map(and_, self.shared, self.words.live))
        return _ratio(sum(map(and_, heard, self.words.quoted)), self.count)

    @property
    def opening(self) -> float:
        """Part of the first live words that is shared."""
        first = self.live[:OPENING]
        return _ratio(sum(self.shared[at] for at in first), len(first))

    @property
    def unheard(self) -> float:
        """Part of the live words that are unshared and whose very word the other text does not have."""
        return _ratio(sum(self._is_unheard(at) for at in self.live), len(self.live))

    def _is_unheard(self, at: int) -> bool:
        word = self.words.folded[at]
        return not self.shared[at] and len(word) > _LONG and word not in self.other

    @property
    def own(self) -> float:
        """Part of the live words in unshared stretches of at least `BLOCK` words."""
        lengths = (self._live_words(span) for span in spans_of(self.shared, 0))
        return _ratio(sum(length for length in lengths if length >= BLOCK), len(self.live))

    @cached_property
    def news(self) -> int:
        """Different names and numbers in unshared stretches of at least `BLOCK` words that the other text lacks."""
        stretches = (span for span in spans_of(self.shared, 0) if self._live_words(span) >= BLOCK)
        places = (at for start, end in stretches for at in range(start, end) if self.words.live[at])
        return len({self.words.folded[at] for at in places if self.is_news(at)})

    def is_news(self, at: int) -> bool:
        """A number, or a word with a capital inside a sentence, that the other text does not have."""
        if self.words.folded[at] in self.other:
            return False
        text, start = self.words.doc.text, self.words.starts[at]
        inside = start >= 2 and text[start - 1] == " " and (text[start - 2].islower() or text[start - 2] == ",")
        return text[start].isdigit() or text[start].isupper() and inside

    @cached_property
    def places(self) -> int:
        """Shared passages, those with fewer than `PLACE` words between them as one."""
        spans = list(spans_of(self.shared, 1))
        return sum(following[0] - span[1] >= PLACE for span, following in pairwise(spans)) + bool(spans)

    @cached_property
    def times(self) -> int:
        """Times of day in shared passages."""
        return sum(map(and_, self.shared, self.words.times))

    @cached_property
    def passages(self) -> tuple[int, ...]:
        """Live words of each shared passage, in text order; those of standing sentences alone left out."""
        lengths = (self._live_words(span) for span in spans_of(self.shared, 1))
        return tuple(length for length in lengths if length >= SHORTEST)

    def _live_words(self, span: Span) -> int:
        return sum(self.words.live[span[0] : span[1]])


def share_lead(side: Side, other: Side) -> float:
    """Part of the longer words of one text's lead that stand at the top of the other, in whatever order."""
    lead = [side.words.folded[at] for at in side.live[:LEAD] if len(side.words.folded[at]) > _LONG]
    top = {other.words.folded[at] for at in other.live[:TOP]}
    return _ratio(sum(word in top for word in lead), len(lead))


def find_shared(a: Words, b: Words) -> tuple[Side, Side] | None:
    """Both texts, each against the other; None if fewer than `LEAST` words in passages of `SHORTEST` are shared."""
    common = a.places.keys() & b.places.keys()
    if len(common) < _FEWEST_RUNS:
        return None
    side_a, side_b = _see(a, b, common), _see(b, a, common)
    return (side_a, side_b) if min(sum(side_a.shared), sum(side_b.shared)) >= LEAST else None


def order_sides(sides: tuple[Side, Side]) -> tuple[Side, Side]:
    """The side of which the larger part is shared, then the other; whichever came first."""
    longer, shorter = sorted(sides, key=lambda side: (side.share, -len(side.live), side.words.doc.id))
    return shorter, longer


def find_later(sides: tuple[Side, Side]) -> Side | None:
    """The side that was published on a later day, None if that is not known or it was one day."""
    first, second = (day_of(side.words.doc.published) for side in sides)
    if first is None or second is None or first == second:
        return None
    return sides[1] if second > first else sides[0]


def _see(words: Words, other: Words, common: Set[int]) -> Side:
    shared = bytearray(len(words.folded))
    for value in common:
        for at in words.places[value]:
            shared[at : at + RUN] = b"\1" * RUN
    for start, end in list(spans_of(shared, 1)):
        if end - start < SHORTEST:
            shared[start:end] = bytes(end - start)
    return Side(words, bytes(shared), other.vocabulary)


def spans_of(marks: bytes | bytearray, value: int) -> Iterator[Span]:
    """The stretches of `marks`, all 0 or 1, that hold `value`, in order."""
    wanted, other = bytes((value,)), bytes((1 - value,))
    start = marks.find(wanted)
    while start >= 0:
        end = marks.find(other, start)
        end = len(marks) if end < 0 else end
        yield start, end
        start = marks.find(wanted, end)


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
