"""The model: "no change", moved by what is known now.

The log-odds of the outcomes are those of the baseline "no change" plus weights times standardised traits. With all
weights at zero the model is that baseline itself; a ridge draws them there. Fitted by Newton's method.

Source: Hastie, Tibshirani, Friedman, The Elements of Statistical Learning (2009), 4.4 and 18.3.2.
"""

import math
from dataclasses import dataclass

import numpy as np

from dragoman.relate.outlook.calendar import Floats, Ints

PENALTY = 30.0
"""The ridge: half of it times the squared weights is added to the loss, as if each weight were drawn from a normal
distribution with variance 1/PENALTY. Swept 3-100, see docs/outlook.md."""
FARTHEST = 3.0
"""Standardised traits are cut here, so that a month unlike any before does not run away."""
_CLOSE = 1e-6
"""Newton's step squares the error: after a step of this size the weights hold to about 1e-12."""
_TINY = 1e-300
_MOST_STEPS = 50
_STILL = 1e-9
"""A trait that moves by less than this share of its size does not move."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted model; `weights` has one row a trait, one column an outcome, and is 0 where only one ever came about."""

    centre: Floats
    scale: Floats
    weights: Floats

    def standardise(self, traits: Floats) -> Floats:
        """In standard deviations from the mean; a trait that never moved is 0."""
        return np.clip((traits - self.centre) / self.scale, -FARTHEST, FARTHEST)

    def foretell(self, traits: Floats, expected: Floats) -> Floats:
        """Probabilities of the outcomes for one month; `expected` are those of no change."""
        return _soften(np.log(expected) + self.standardise(traits) @ self.weights)


def fit_model(traits: Floats, answers: Ints, expected: Floats, horizon: int, start: Floats) -> Fit:
    """Fit the model.

    Args:
        traits: one row a month; `answers`: the outcome of each, none unknown.
        expected: probabilities by no change, one row a month.
        horizon: months that share most of what lies ahead of them count as one: each row weighs 1/horizon.
        start: weights to start from, those of the month before.
    """
    spread = traits.std(axis=0)
    still = spread < _STILL * (1 + np.abs(traits).max(axis=0))
    fit = Fit(traits.mean(axis=0), np.where(still, np.inf, spread), np.zeros_like(start))
    if len(np.unique(answers)) < 2:
        return fit
    came = np.eye(expected.shape[1])[answers]
    weights = _descend(fit.standardise(traits), came, np.log(expected), 1 / horizon, start)
    return Fit(fit.centre, fit.scale, weights)


def _descend(x: Floats, came: Floats, offset: Floats, weight: float, weights: Floats) -> Floats:
    """Newton's method with halved steps; the loss is strictly convex, so there is one minimum."""
    products = (x[:, :, None] * x[:, None, :]).reshape(len(x), -1)
    loss, chances = _loss(x, came, offset, weight, weights)
    for _ in range(_MOST_STEPS):
        slope = weight * x.T @ (chances - came) + PENALTY * weights
        step = np.linalg.solve(_bend(products, chances, weight), slope.ravel()).reshape(slope.shape)
        size = np.abs(step).max()
        tried, chances = _loss(x, came, offset, weight, weights - step)
        while tried > loss and size >= _CLOSE:
            step, size = step / 2, size / 2
            tried, chances = _loss(x, came, offset, weight, weights - step)
        weights, loss = weights - step, tried
        if size < _CLOSE:
            break
    return weights


def _bend(products: Floats, chances: Floats, weight: float) -> Floats:
    """The Hessian, weights in the order trait by trait, within it outcome by outcome.

    Args:
        products: one row a month, of each trait with each.
    """
    outcomes = chances.shape[1]
    traits = math.isqrt(products.shape[1])
    shape = chances[:, :, None] * np.eye(outcomes) - chances[:, :, None] * chances[:, None, :]
    bend = (products.T @ shape.reshape(len(products), -1)).reshape(traits, traits, outcomes, outcomes)
    size = traits * outcomes
    return weight * bend.transpose(0, 2, 1, 3).reshape(size, size) + PENALTY * np.eye(size)


def _loss(x: Floats, came: Floats, offset: Floats, weight: float, weights: Floats) -> tuple[float, Floats]:
    """The loss, and the probabilities behind it."""
    chances = _soften(offset + x @ weights)
    likelihood = np.log(np.maximum((chances * came).sum(axis=1), _TINY)).sum()
    return float(PENALTY / 2 * (weights**2).sum() - weight * likelihood), chances


def _soften(logits: Floats) -> Floats:
    """Probabilities from log-odds, along the last axis."""
    powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float64)
