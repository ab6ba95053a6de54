"""Fit the weights of `copy_weights.tsv` on labelled pairs of articles, and print how well copies and versions are told.

Usage: python scripts/fit_copies.py CORPORA_DIR [--write]

Fitted on the tuning half of `reprints.tsv` and `reprints_second.tsv` and on all of `reprints_third.tsv`, as far as the
pairs share text. Printed is what ten-fold cross-validation says of these. How well the program does on the kept half,
`dragoman evaluate reprints` tells: this script does not look at it.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

import dragoman
from dragoman.evaluate.reprints import LabelledPair, read_articles, read_pairs
from dragoman.resolve.families.comparing import Reading
from dragoman.resolve.families.dates import days_between
from dragoman.resolve.families.shared import find_later, find_shared, order_sides
from dragoman.resolve.families.versions import KINDS, Pair

PACKAGE = Path(dragoman.__file__).parent
PAIRS = PACKAGE / "evaluate" / "data"
TABLE = PACKAGE / "vocab" / "data" / "copy_weights.tsv"
HEADER = (
    "# Weights (log-odds) of what speaks for a whole copy, a part among other matter, a later version, two reports; "
    "fitted by scripts/fit_copies.py. Do not edit by hand.\nfeature\tweight\n"
)
CLASSES = {"reprint": "whole", "partial": "part", "update": "version"}
"""By label; all others are two reports."""
STRENGTH = 1.0
"""Inverse of the ridge on scaled features. Swept from .2 to 5 by cross-validation of copy against version, before the
fourth class came: right are 94.9 to 95.3 %, mean log-loss .173 at .2, .125 at 1, .108 at 5; 1 is taken since a few
hundred pairs speak for caution."""
FOLDS = 10


def read_questions() -> list[LabelledPair]:
    """The labelled pairs that may be used for fitting."""
    halved = [pair for name in ("reprints.tsv", "reprints_second.tsv") for pair in read_pairs(PAIRS / name)]
    return [pair for pair in halved if pair.half == "tuning"] + read_pairs(PAIRS / "reprints_third.tsv")


def read_row(a: Reading, b: Reading) -> dict[str, float] | None:
    """The features of two texts without the constant, which the regression adds; None if they share nothing."""
    sides = find_shared(a.words, b.words)
    if sides is None:
        return None
    shorter, longer = order_sides(sides)
    days = days_between(a.doc.published, b.doc.published) or 0
    features = dict(Pair(shorter, longer, days, find_later(sides)).features)
    del features["constant"]
    return features


def fit(rows: np.ndarray, labels: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Constants by kind, and weights by kind and feature, for features as they are."""
    scaler = StandardScaler().fit(rows)
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(scaler.transform(rows), labels)
    order = [list(model.classes_).index(kind) for kind in KINDS]
    weights = model.coef_[order] / scaler.scale_
    return model.intercept_[order] - weights @ scaler.mean_, weights


def count_right(rows: np.ndarray, labels: Sequence[str]) -> tuple[int, int]:
    """Of how many pairs cross-validation says rightly whether they are of one story, and then, whether versions."""
    model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=5000))
    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=1)
    found = cross_val_predict(model, rows, labels, cv=folds, method="predict_proba")
    apart, version = (found[:, sorted(KINDS).index(kind)] for kind in ("apart", "version"))
    gold = np.array(labels)
    versions = (version > (1 - apart) / 2) == (gold == "version")
    return int(np.sum((apart > 0.5) == (gold == "apart"))), int(np.sum(versions[gold != "apart"]))


def main() -> None:
    """Fit, print, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    pairs = read_questions()
    readings = read_articles(arguments.corpora, {id for pair in pairs for id in (pair.a, pair.b)})
    read = [(pair, read_row(readings[pair.a], readings[pair.b])) for pair in pairs]
    known = [(features, CLASSES.get(pair.label, "apart")) for pair, features in read if features]
    names = list(known[0][0])
    rows = np.array([[features[name] for name in names] for features, _ in known])
    labels = [label for _, label in known]
    of_one = sum(label != "apart" for label in labels)
    one, version = count_right(rows, labels)
    print(f"cross-validation: one story or two {one} of {len(labels)} right, version or copy {version} of {of_one}")
    constants, weights = fit(rows, labels)
    if arguments.write:
        lines = []
        for at, kind in enumerate(KINDS):
            values = zip(["constant", *names], [constants[at], *weights[at]], strict=True)
            lines += [f"{kind}: {name}\t{value:.3f}" for name, value in values]
        TABLE.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
