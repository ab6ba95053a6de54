"""Dictionary forms of verbs that the language model's rules get wrong: "hoped" is of "hope", not of "hop".

In: `lemmas.tsv`. Out: form to dictionary form, both in lower case. Knows no text.
"""

from collections.abc import Mapping
from functools import cache

from dragoman.vocab.tables import read_table


@cache
def load_lemmas() -> Mapping[str, str]:
    """Inflected form to dictionary form; for verbs alone.

    Raises:
        VocabError: a cell is empty, or a form stands twice.
    """
    found: dict[str, str] = {}
    for row in read_table("lemmas.tsv", ("form", "lemma")):
        form = row.required("form")
        if form in found:
            raise row.fault(f"{form} stands twice. Merge the two rows")
        found[form] = row.required("lemma")
    return found
