"""The weights of the confidence of events.

In: `confidence.tsv`, written by `scripts/fit_confidence.py`. Out: weight by feature. Knows no text.
"""

from collections.abc import Mapping
from functools import cache

from dragoman.model.errors import VocabError
from dragoman.vocab.tables import read_table


@cache
def load_confidence() -> Mapping[str, float]:
    """Log-odds by feature name; "constant" is the intercept.

    Raises:
        VocabError: a weight is no number, with file and line.
    """
    weights: dict[str, float] = {}
    for row in read_table("confidence.tsv", ("feature", "weight")):
        try:
            weights[row["feature"]] = float(row["weight"])
        except ValueError as error:
            raise VocabError(f"confidence.tsv, line {row.line}: {row['weight']!r} is no number") from error
    return weights
