"""Groups of words that the grammar needs: verbs that steer their object, nouns of measure, particles.

In: `word_groups.tsv`. Out: for a group's name the set of its words. It must not know how a sentence is parsed; words
that the conditions of predicates name stand in `classes.tsv`.
"""

from functools import cache

from dragoman.vocab.tables import read_table

FILE = "word_groups.tsv"
COLUMNS = ("group", "words", "note")


@cache
def load_word_groups() -> dict[str, frozenset[str]]:
    """Group name to dictionary forms in lower case.

    Raises:
        VocabError: a faulty row, an empty group, or a group told twice.
    """
    groups: dict[str, frozenset[str]] = {}
    for row in read_table(FILE, COLUMNS):
        name = row.required("group")
        if name in groups:
            raise row.fault(f"group {name} stands twice. Merge the two rows")
        row.required("words")
        groups[name] = frozenset(row.list_of("words"))
    return groups


def word_group(name: str) -> frozenset[str]:
    """The words of one group; a KeyError names a group that the table lacks."""
    return load_word_groups()[name]
