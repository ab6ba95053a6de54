"""Whether a sentence says why: it holds one of the words of `reason_words.tsv`. A sentence in, yes or no out."""

import re
from functools import cache

from dragoman.vocab.tables import read_table


@cache
def load_reason_words() -> re.Pattern[str]:
    """A pattern that finds any of the words, whole and in small letters."""
    words = [row.required("word") for row in read_table("reason_words.tsv", ("word", "note"))]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})\b")


def says_why(sentence: str) -> bool:
    """Whether the sentence holds a word that gives a reason.

    Example:
        >>> says_why("The minister called the visit off, citing a cold.")
        True
        >>> says_why("The minister called the visit off.")
        False
    """
    return bool(load_reason_words().search(" ".join(sentence.casefold().split())))
