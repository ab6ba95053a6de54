"""Tables of fitted weights: log-odds by feature name, written by the scripts that fit them. Knows no text.

In: `confidence.tsv` (of `scripts/fit_confidence.py`), `act_weights.tsv` (of `scripts/fit_acts.py`),
`thread_weights.tsv` (of `scripts/fit_threads.py`), `copy_weights.tsv` (of `scripts/fit_copies.py`). Out: weights.
"""

from collections.abc import Mapping
from functools import cache

from dragoman.model.errors import VocabError
from dragoman.vocab.tables import read_table


def load_confidence() -> Mapping[str, float]:
    """What speaks for an event being right."""
    return load_weights("confidence.tsv")


def load_act_weights() -> Mapping[str, float]:
    """What speaks for a row being an act between sides at all."""
    return load_weights("act_weights.tsv")


def load_thread_weights() -> Mapping[str, float]:
    """What speaks for two tellings being of one event."""
    return load_weights("thread_weights.tsv")


def load_copy_weights() -> Mapping[str, float]:
    """What speaks for a whole copy, a part of a text, a later version, and two reports, by "kind: feature"."""
    return load_weights("copy_weights.tsv")


@cache
def load_weights(name: str) -> Mapping[str, float]:
    """Log-odds by feature name; "constant" is the intercept.

    Raises:
        VocabError: a weight is no number, with file and line.
    """
    weights: dict[str, float] = {}
    for row in read_table(name, ("feature", "weight")):
        try:
            weights[row["feature"]] = float(row["weight"])
        except ValueError as error:
            raise VocabError(f"{name}, line {row.line}: {row['weight']!r} is no number") from error
    return weights
