"""The weights of what speaks for an actor being a side of an act, and for a set of actors being all of one side.

In: `side_weights.tsv` and `side_choices.tsv`, written by `scripts/fit_sides.py`. Out: role to feature to weight. Knows
no text.
"""

from collections.abc import Mapping
from functools import cache

from dragoman.model.errors import VocabError
from dragoman.vocab.tables import read_table

ByRole = Mapping[str, Mapping[str, float]]


def load_side_weights() -> ByRole:
    """Log-odds of one candidate by role (actor, recipient, party) and feature name; "constant" is the intercept."""
    return load_weights_by_role("side_weights.tsv")


def load_side_choices() -> ByRole:
    """Log-odds of a set of candidates by role and feature name."""
    return load_weights_by_role("side_choices.tsv")


@cache
def load_weights_by_role(name: str) -> ByRole:
    """A table of role, feature and weight.

    Raises:
        VocabError: a weight is no number, with file and line.
    """
    weights: dict[str, dict[str, float]] = {}
    for row in read_table(name, ("role", "feature", "weight")):
        try:
            weights.setdefault(row["role"], {})[row["feature"]] = float(row["weight"])
        except ValueError as error:
            raise VocabError(f"{name}, line {row.line}: {row['weight']!r} is no number") from error
    return weights
