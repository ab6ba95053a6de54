"""Fit the weights of sets of sides, for `fit_sides.py`: a log-linear model over the sets that `choosing.py` compares.

The chance of a set is its exponential score over that of all sets tried for the act; the fit makes the coder's set
likely, with a ridge towards "as likely as each for itself" alone.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from dragoman.extract.events.choosing import (
    LIKELIHOOD,
    TOGETHER,
    Ballot,
    Codes,
    features_of_choice,
    features_of_sides,
    find_likelihood,
    list_options,
)  # fmt: skip

RAREST = 6
STRENGTH = 0.05
"""Inverse of the ridge (.01 to .1 alike)."""
STEPS = 200
Weights = dict[str, dict[str, float]]


@dataclass(frozen=True)
class Trial:
    """The ways to fill the roles of one act: for each its features with values, and whether the coder chose it."""

    features: tuple[dict[tuple[str, str], float], ...]
    right: tuple[bool, ...]


def make_trial(ballots: Sequence[Ballot], actors: Codes, recipients: Codes) -> Trial:
    """All ways, with those marked that give each role as the coder has it; if none does, those with the same sides."""
    options = [[(each, _weighed(each, chosen), chosen) for chosen in list_options(each)] for each in ballots]
    ways = [way for way in product(*options) if not _meet([chosen for _, _, chosen in way])]
    gold = {"actor": actors, "recipient": recipients, "party": actors | recipients}
    exact = tuple(all(chosen == gold[ballot.role] for ballot, _, chosen in way) for way in ways)
    loose = tuple(Codes().union(*(chosen for _, _, chosen in way)) == gold["party"] for way in ways)
    features = tuple(
        {(ballot.role, name): value for ballot, values, _ in way for name, value in values.items()}
        | {(TOGETHER, name): 1.0 for name in features_of_sides(ballots, [chosen for _, _, chosen in way])}
        for way in ways
    )
    return Trial(features, exact if any(exact) else loose)


def _weighed(ballot: Ballot, chosen: Codes) -> dict[str, float]:
    return {LIKELIHOOD: find_likelihood(ballot, chosen)} | dict.fromkeys(features_of_choice(ballot, chosen), 1.0)


def _meet(sets: Sequence[Codes]) -> bool:
    return len(sets) > 1 and bool(sets[0] & sets[1])


def fit_choices(trials: Iterable[Trial]) -> Weights:
    """Role to feature to weight; trials without a right way teach nothing."""
    used = [trial for trial in trials if any(trial.right)]
    count = Counter(name for trial in used for name in {name for way in trial.features for name in way})
    names = sorted(name for name, times in count.items() if times >= RAREST)
    matrix, act = _to_matrix(used, names)
    right = np.array([flag for trial in used for flag in trial.right], dtype=float)
    start = np.array([1.0 if name == LIKELIHOOD else 0.0 for _, name in names])

    def cost(weights: np.ndarray) -> tuple[float, np.ndarray]:
        score = matrix @ weights
        most = np.full(len(used), -np.inf)
        np.maximum.at(most, act, score)
        share = np.exp(score - most[act])
        all_, good = np.bincount(act, share), np.bincount(act, share * right)
        pull = (weights - start) / STRENGTH
        slope = matrix.T @ (share / all_[act] - share * right / good[act]) + pull
        return float(np.log(all_ / good).sum() + 0.5 * pull @ (weights - start)), slope

    found = minimize(cost, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS}).x
    weights: Weights = {}
    for (role, name), weight in zip(names, found, strict=True):
        weights.setdefault(role, {})[name] = float(weight)
    return weights


def _to_matrix(trials: Sequence[Trial], names: list[tuple[str, str]]) -> tuple[csr_matrix, np.ndarray]:
    """One row a way; and the number of the act of each row."""
    index = {name: at for at, name in enumerate(names)}
    ways = [(number, way) for number, trial in enumerate(trials) for way in trial.features]
    cells = [
        (row, index[name], value) for row, (_, way) in enumerate(ways) for name, value in way.items() if name in index
    ]  # fmt: skip
    down, across, values = zip(*cells, strict=True)
    return csr_matrix((values, (down, across)), shape=(len(ways), len(names))), np.array([number for number, _ in ways])
