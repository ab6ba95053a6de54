"""The words of an article as they are compared: folded, without furniture, comments and titles.

In: a document. Out: its words with the hashes of its runs of five, and which words stand in quotation marks or in
sentences that many articles carry. It must not know another document, nor what the comparison concludes.

Case, white space and punctuation do not count, and neither does the way in which tokenised corpora write brackets
("-LRB-"). The hashes are of our own making, since Python's differ from process to process and the keys are stored.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from hashlib import blake2b
from itertools import pairwise

from dragoman.model.document import Document
from dragoman.resolve.families.cue_places import CueIndex
from dragoman.vocab.copying import load_standing_cues

RUN = 5
"""Words in a run; five is usual for reprints of news: shorter runs are set phrases, longer ones miss edited copies."""
_MODULUS = (1 << 61) - 1
_BASE = 1_000_003
_LEADING = pow(_BASE, RUN - 1, _MODULUS)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BRACKETS = frozenset(("lrb", "rrb", "lsb", "rsb", "lcb", "rcb"))
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+|\n\s*\n")
_QUOTE = re.compile(r"[\"“”]|\n\s*\n")
_TIME = re.compile(r"\b\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\b|GMT\b|UTC\b)", re.IGNORECASE)
_LONGEST_QUOTE = 1500
"""Characters; more between two straight marks means that one of them is missing."""
_BETWEEN = 2
"""Sentences between two standing ones that are taken for standing too: forms and terms come in blocks."""
_FLIPPED = bytes((1, 0, *range(2, 256)))
Span = tuple[int, int]


@dataclass(frozen=True)
class Words:
    """The compared words of one document.

    Attributes:
        doc: the document.
        folded: its words; `starts`: where each begins in the text, rising.
        hashes: of the run that begins at each word; four fewer than words.
    """

    doc: Document
    folded: tuple[str, ...]
    starts: tuple[int, ...]
    hashes: tuple[int, ...]

    @cached_property
    def places(self) -> Mapping[int, list[int]]:
        """Hash of a run to the places where it begins, rising."""
        found: dict[int, list[int]] = {}
        for at, value in enumerate(self.hashes):
            found.setdefault(value, []).append(at)
        return found

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The different words."""
        return frozenset(self.folded)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """First and last-plus-one word of each sentence, in order."""
        ends = (bisect_left(self.starts, match.end()) for match in _SENTENCE_END.finditer(self.doc.text))
        return tuple(pairwise(sorted({0, *ends, len(self.starts)})))

    @cached_property
    def standing(self) -> bytes:
        """1 for each word of a sentence that stands under many articles, else 0."""
        hits = [self.starts[at] for at, _, _ in _standing_index().find(self.folded)]
        return self._mark(_standing_spans(self.doc.text, hits)) if hits else bytes(len(self.folded))

    @cached_property
    def live(self) -> bytes:
        """1 for each word that is not `standing`, else 0."""
        return self.standing.translate(_FLIPPED)

    @cached_property
    def quoted(self) -> bytes:
        """1 for each word between quotation marks, else 0."""
        return self._mark(_quoted_spans(self.doc))

    @cached_property
    def times(self) -> bytes:
        """1 for the first word of each time of day ("7:05 p.m."), else 0; posts of a live page bear them."""
        return self._mark((match.start(), match.start() + 1) for match in _TIME.finditer(self.doc.text))

    def _mark(self, spans: Iterator[Span]) -> bytes:
        marks = bytearray(len(self.starts))
        for start, end in spans:
            first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
            marks[first:last] = b"\1" * (last - first)
        return bytes(marks)


def read_words(doc: Document) -> Words:
    """The words of the body and the captions, in order."""
    folded: list[str] = []
    starts: list[int] = []
    for start, end in _compared_spans(doc):
        matches = list(_WORD.finditer(doc.text, start, end))
        found = [_fold(match[0]) for match in matches]
        folded += [word for word in found if word]
        starts += [match.start() for match, word in zip(matches, found, strict=True) if word]
    return Words(doc, tuple(folded), tuple(starts), tuple(_hash_runs(folded)))


def _compared_spans(doc: Document) -> Iterator[Span]:
    return ((part.start, part.end) for part in doc.parts if part.kind in ("body", "caption"))


@lru_cache(maxsize=1 << 17)
def _fold(word: str) -> str:
    """A word as it is compared, "" for a bracket."""
    folded = word.lower().replace("’", "'")
    return "" if folded in _BRACKETS else folded


@lru_cache(maxsize=1 << 17)
def _hash_word(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8"), digest_size=7).digest(), "big")


def _hash_runs(words: list[str]) -> Iterator[int]:
    """A polynomial hash of each run, rolled on from the one before it."""
    numbers = [_hash_word(word) for word in words]
    value = 0
    for at, number in enumerate(numbers):
        if at >= RUN:
            value -= numbers[at - RUN] * _LEADING
        value = (value * _BASE + number) % _MODULUS
        if at >= RUN - 1:
            yield value


def _quoted_spans(doc: Document) -> Iterator[Span]:
    """What stands between double marks; a mark that is never closed opens nothing."""
    for start, end in _compared_spans(doc):
        opened: int | None = None
        for match in _QUOTE.finditer(doc.text, start, end):
            if match[0] not in "\"“”":
                opened = None
            elif opened is None or match[0] == "“" or match.start() - opened > _LONGEST_QUOTE:
                opened = None if match[0] == "”" else match.end()
            else:
                yield opened, match.start()
                opened = None


def _standing_spans(text: str, hits: list[int]) -> Iterator[Span]:
    """The sentences in which the hits stand, and up to two sentences between such."""
    borders = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    numbers = sorted({bisect_right(borders, hit) - 1 for hit in hits})
    for number, following in zip(numbers, [*numbers[1:], numbers[-1]], strict=True):
        last = following if following - number <= _BETWEEN + 1 else number
        yield borders[number], borders[last + 1]


@cache
def _standing_index() -> CueIndex[str]:
    return CueIndex((fold_words(cue), cue) for cue in load_standing_cues())


def fold_words(text: str) -> list[str]:
    """The words of a text as they are compared.

    Example:
        >>> fold_words("“It’s over,” -LRB- Agency -RRB-")
        ["it's", 'over', 'agency']
    """
    words = (match[0].lower().replace("’", "'") for match in _WORD.finditer(text))
    return [word for word in words if word not in _BRACKETS]
