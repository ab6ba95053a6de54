"""Which two states a text speaks of at a given place: what "relations", "the two countries" are understood of.

In: a `Reading`, and the pairs whose relation was named so far. Out: codes.
"""

from collections import Counter
from dataclasses import dataclass, field

from dragoman.extract.assessments.pairs import Pair
from dragoman.extract.reading import Reading

_STANDS_OUT = 1.5
"""How much more often than any other a state must be named to be taken for the other side; not tuned."""
_FOCUS_SENTENCES = 12
"""How far back the pair last spoken of still is what "relations" means; not tuned."""
_JUST = 2
"""How many sentences back a pair was just spoken of; not tuned."""


@dataclass(slots=True)
class Focus:
    """The pairs that the text has spoken of so far: (sentence, pair), oldest first."""

    reading: Reading
    pairs: list[tuple[int, Pair]] = field(default_factory=list)
    judged: tuple[int, Pair] | None = None

    def note(self, token: int, pair: Pair) -> None:
        """Take in a pair whose relation was named."""
        if self.pairs and self.pairs[-1][1] == pair:
            self.pairs.pop()
        self.pairs.append((self.reading.an.sentence[token], pair))

    def note_last(self, token: int, pairs: tuple[Pair, ...]) -> None:
        """Take in the one pair that a word judged; it is not what "relations" are understood of, only "tensions"."""
        if len(pairs) == 1:
            self.judged = (self.reading.an.sentence[token], pairs[0])

    def pair_at(self, token: int) -> tuple[str, ...]:
        """The pair whose relation was last named, else the two states last named together; () if none."""
        sentence = self.reading.an.sentence[token]
        named = self.reading.pair_at(token)
        if self.pairs and sentence - self.pairs[-1][0] <= _FOCUS_SENTENCES:
            return self.pairs[-1][1]
        return named

    def just_named(self, token: int) -> tuple[str, ...]:
        """The pair whose relation was named a sentence or two before; () if none was."""
        sentence = self.reading.an.sentence[token]
        latest = max((*self.pairs[-1:], *((self.judged,) if self.judged else ())), key=lambda at: at[0], default=None)
        return latest[1] if latest and sentence - latest[0] <= _JUST else ()

    def partner_of(self, token: int, code: str) -> str:
        """Whom the text last spoke of together with `code`, else the state that it names most; "" if nobody."""
        return self.last_partner_of(token, code) or self._main_other(code)

    def last_partner_of(self, token: int, code: str) -> str:
        """Whom the text last spoke of together with `code`, "" if nobody."""
        sentence = self.reading.an.sentence[token]
        for at, pair in reversed(self.pairs):
            if code in pair and sentence - at <= _FOCUS_SENTENCES:
                return pair[1] if pair[0] == code else pair[0]
        named = self.reading.pair_at(token)
        if code in named:
            return next((other for other in named if other != code), "")
        return ""

    def _main_other(self, code: str) -> str:
        """The state that the document names most beside `code`, "" if none stands out."""
        named = (m for m in self.reading.an.mentions if m.kind != "place" and not m.former)
        counts = Counter(each for mention in named for each in mention.codes if each != code)
        ranked = counts.most_common(2)
        if not ranked or len(ranked) == 2 and ranked[0][1] < _STANDS_OUT * ranked[1][1]:
            return ""
        return ranked[0][0]
