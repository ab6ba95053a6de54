"""Words of time: what a word or phrase can mean in a date.

In: `data/time_words.tsv`. Out: look-ups by folded word and by folded phrase, read once and kept. It must not know how
the words are joined to dates.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.model.errors import VocabError

DATA = Path(__file__).parent / "data"
FILE = "time_words.tsv"
_PIECE = re.compile(r"[0-9]+/[0-9]+|[0-9]+(?:st|nd|rd|th)?|'s\b|[^\W\d_]+|\S")


@dataclass(frozen=True, slots=True)
class TimeWord:
    """One row: what kind of word it is, the number or unit meant, and whether it needs a capital letter."""

    kind: str
    value: str
    capital: bool


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The table, sorted for look-up.

    Attributes:
        words: folded word → its meaning.
        phrases: first folded word of a phrase → (all its words, meaning), longest first.
    """

    words: Mapping[str, TimeWord]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], TimeWord], ...]]


def split_phrase(phrase: str) -> tuple[str, ...]:
    """The folded pieces of a phrase; full stops fall away.

    Example:
        >>> split_phrase("New Year’s Eve")
        ('new', 'year', "'s", 'eve')
    """
    pieces = _PIECE.findall(phrase.replace("’", "'").casefold())
    return tuple(piece for piece in pieces if piece != ".")


@cache
def load_time_words() -> TimeWords:
    """The words of time.

    Raises:
        VocabError: a row has the wrong number of columns, or a word stands twice.
    """
    words: dict[str, TimeWord] = {}
    phrases: dict[str, dict[tuple[str, ...], TimeWord]] = {}
    for number, (kind, value, spellings, capital, _) in _read_rows():
        meaning = TimeWord(kind, value, capital == "yes")
        for pieces in map(split_phrase, spellings.split("|")):
            if pieces[0] in words and len(pieces) == 1 or pieces in phrases.get(pieces[0], {}):
                raise VocabError(f"{FILE}, line {number}: {' '.join(pieces)!r} stands twice. Keep one of them")
            if len(pieces) == 1:
                words[pieces[0]] = meaning
            else:
                phrases.setdefault(pieces[0], {})[pieces] = meaning
    return TimeWords(
        words, {first: tuple(sorted(rows.items(), key=lambda row: -len(row[0]))) for first, rows in phrases.items()}
    )


def _read_rows() -> list[tuple[int, list[str]]]:
    rows = []
    for number, line in enumerate((DATA / FILE).read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("# "):
            continue
        fields = line.split("\t")
        if len(fields) != 5:
            raise VocabError(f"{FILE}, line {number}: {len(fields)} columns instead of 5. Separate them by tabs")
        rows.append((number, fields))
    return rows[1:]
