"""The weights of what speaks for two tellings being of one event.

In: `thread_weights.tsv`, written by `scripts/fit_threads.py`. Out: feature to weight. Knows no text.
"""

from collections.abc import Mapping
from functools import cache

from dragoman.model.errors import VocabError
from dragoman.vocab.tables import read_table


@cache
def load_thread_weights() -> Mapping[str, float]:
    """Log-odds by feature name; "constant" is the intercept.

    Raises:
        VocabError: a weight is no number, with file and line.
    """
    weights: dict[str, float] = {}
    for row in read_table("thread_weights.tsv", ("feature", "weight")):
        try:
            weights[row["feature"]] = float(row["weight"])
        except ValueError as error:
            raise VocabError(f"thread_weights.tsv, line {row.line}: {row['weight']!r} is no number") from error
    return weights
