"""Finds the words that somebody searched for in a text, as the index of the dossier compares them.

A text and a query in, spans out. Case and accents do not count; no pattern is made of either text.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from dragoman.record.searching import escape_query

_WORD = re.compile(r"[^\W_]+")
MOST_PHRASES = 20
"""Words or phrases of a query that are looked for."""


def find_words(text: str, query: str) -> list[tuple[int, int]]:
    """Spans of every word of the query, of a phrase in double quotes as a whole; in text order, none twice.

    Example:
        >>> find_words("Visits to São Paulo; a visit.", 'visit "sao paulo"')
        [(10, 19), (23, 28)]
    """
    wanted = [phrase for words in escape_query(query).split('"')[1::2][:MOST_PHRASES] if (phrase := _words(words))]
    if not wanted:
        return []
    words = [(found.start(), found.end()) for found in _WORD.finditer(text)]
    folded = [_fold(text[start:end]) for start, end in words]
    return sorted({(words[first][0], words[last][1]) for first, last in _places(folded, wanted)})


def _places(folded: Sequence[str], wanted: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    for place, word in enumerate(folded):
        for phrase in wanted:
            if word == phrase[0] and list(folded[place : place + len(phrase)]) == phrase:
                yield place, place + len(phrase) - 1


def _words(text: str) -> list[str]:
    return [_fold(found.group()) for found in _WORD.finditer(text)]


def _fold(word: str) -> str:
    """The word without case and accents."""
    if word.isascii():
        return word.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).casefold()
