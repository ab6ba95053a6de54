"""The weights of what speaks for an actor being a side of an act.

In: `side_weights.tsv`, written by `scripts/fit_sides.py`. Out: role to feature to weight. Knows no text.
"""

from collections.abc import Mapping
from functools import cache

from dragoman.model.errors import VocabError
from dragoman.vocab.tables import read_table


@cache
def load_side_weights() -> Mapping[str, Mapping[str, float]]:
    """Log-odds by role (actor, recipient, party) and feature name; "constant" is the intercept.

    Raises:
        VocabError: a weight is no number, with file and line.
    """
    weights: dict[str, dict[str, float]] = {}
    for row in read_table("side_weights.tsv", ("role", "feature", "weight")):
        try:
            weights.setdefault(row["role"], {})[row["feature"]] = float(row["weight"])
        except ValueError as error:
            raise VocabError(f"side_weights.tsv, line {row.line}: {row['weight']!r} is no number") from error
    return weights
