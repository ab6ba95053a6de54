"""How much it says that two texts share a word: little for "talks", much for "gypsum".

In: `word_rarity.tsv`, beginnings of words by how few news texts have them. Out: a number for each. Knows no text.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from dragoman.vocab.tables import read_table

STEM = 6
"""Letters of a word that are compared."""
RAREST = 6.0
"""For a word that the table does not have, since less than one text in 200 has it: as if one in 400 had."""


def weigh_words(stems: Iterable[str]) -> float:
    """The sum of the rarities of some beginnings of words; summed in order, so that it is the same each time."""
    rarity = load_rarity()
    return sum(rarity.get(stem, RAREST) for stem in sorted(stems))


@cache
def load_rarity() -> Mapping[str, float]:
    """Natural logarithm of texts by texts with the word, in halves; by the first letters of the word."""
    rows = read_table("word_rarity.tsv", ("rarity", "words"))
    found: dict[str, float] = {}
    for row in rows:
        try:
            found.update(dict.fromkeys(row.list_of("words"), float(row.required("rarity"))))
        except ValueError as error:
            raise row.fault(f'"{row["rarity"]}" is no number') from error
    return found
