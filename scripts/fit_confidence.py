"""Fit the weights of `confidence.tsv` on coded texts, and print how well the confidence is calibrated.

Usage: python scripts/fit_confidence.py GOLD_DIR[:TEXTS_DIR] ... [--write]

Right means type, both roles and status. The regression is logistic with a ridge of 1/C; calibration is measured by
leaving out each document in turn groups (8 folds by document), so the table printed is of texts not fitted on.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from dragoman.evaluate.manual.agreement import fields_agree
from dragoman.evaluate.manual.items import coding_of, read_gold
from dragoman.evaluate.manual.pairing import event_likeness, pair_items
from dragoman.evaluate.record import find_documents
from dragoman.evaluate.running import Coder, load_coder

TABLE = Path(__file__).resolve().parent.parent / "src" / "dragoman" / "vocab" / "data" / "confidence.tsv"
HEADER = (
    "# Weights (log-odds) of the confidence of an event, by feature; fitted by scripts/fit_confidence.py. "
    "Do not edit by hand.\n# A confidence of .6 means: of a hundred such rows about sixty are right in type, roles and "
    "status.\nfeature\tweight\n"
)
RIDGE = 3.0
CAUTION = 0.2
"""Log-odds taken off all rows: of 200 drawn from articles that nobody coded 120 were right where .65 was foretold."""
FOLDS = 8
FIELDS = ("type", "actors", "recipients", "status")


@dataclass(frozen=True)
class Row:
    """One event: its document, its features, whether it is right."""

    doc: str
    features: dict[str, float]
    right: bool


def read_rows(folder: Path, texts: Path, coder: Coder) -> list[Row]:
    """Code the texts of a gold folder and judge each event."""
    gold = read_gold(folder)
    docs = find_documents(gold, folder, texts)
    rows: list[Row] = []
    for file, (doc, records) in zip(gold, coder.code_documents(docs), strict=True):
        wanted, found = file.place_in(doc.text), coding_of(doc, records)
        pairs = {j: i for i, j in pair_items(wanted.events, found.events, event_likeness)}
        for j, event in enumerate(records.events):
            why = next(reason.why for reason in event.reasons if reason.field == "confidence")
            right = j in pairs and fields_agree(wanted.events[pairs[j]], found.events[j], *FIELDS)
            rows.append(Row(doc.id, read_features(why), right))
    return rows


def read_features(why: str) -> dict[str, float]:
    """Features as `explain` shows them: "weight=0.9; sides 2=1"."""
    pairs = (part.rpartition("=") for part in why.split("; ") if "=" in part)
    return {name: float(value) for name, _, value in pairs}


def fit(matrix: np.ndarray, right: np.ndarray, ridge: float = RIDGE) -> np.ndarray:
    """Ridge logistic regression by Newton steps; the first column is the constant and is not shrunk."""
    weights = np.zeros(matrix.shape[1])
    penalty = np.full(matrix.shape[1], ridge)
    penalty[0] = 0.0
    for _ in range(50):
        guess = 1.0 / (1.0 + np.exp(-matrix @ weights))
        slope = matrix.T @ (right - guess) - penalty * weights
        curve = (matrix * (guess * (1 - guess))[:, None]).T @ matrix + np.diag(penalty + 1e-9)
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def to_matrix(rows: list[Row], names: list[str]) -> np.ndarray:
    """One row an event; the constant first."""
    index = {name: at for at, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names) + 1))
    matrix[:, 0] = 1.0
    for at, row in enumerate(rows):
        for name, value in row.features.items():
            matrix[at, index[name] + 1] = value
    return matrix


def print_calibration(rows: list[Row], matrix: np.ndarray, right: np.ndarray) -> None:
    """Confidence of rows whose documents were left out, against how many are right."""
    groups = {doc: at % FOLDS for at, doc in enumerate(sorted({row.doc for row in rows}))}
    fold = np.array([groups[row.doc] for row in rows])
    guess = np.zeros(len(rows))
    for number in range(FOLDS):
        weights = fit(matrix[fold != number], right[fold != number])
        guess[fold == number] = 1.0 / (1.0 + np.exp(-matrix[fold == number] @ weights))
    error = 0.0
    print("confidence   rows  right")
    for low in np.arange(0.0, 1.0, 0.1):
        inside = (guess >= low) & (guess < low + 0.1)
        if inside.any():
            print(f"{low:.1f}-{low + 0.1:.1f}     {inside.sum():5} {right[inside].mean():6.2f}")
            error += inside.mean() * abs(right[inside].mean() - guess[inside].mean())
    print(f"expected calibration error {error:.3f}")
    for cut in (0.3, 0.35, 0.4, 0.45, 0.5, 0.6):
        kept = guess >= cut
        if kept.any():
            share = right[kept].sum() / right.sum()
            print(f"cut {cut:.2f}: {kept.sum()} rows, {right[kept].mean():.2f} right, {share:.2f} of the right kept")


def main() -> None:
    """Fit, print, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", help="GOLD_DIR or GOLD_DIR:TEXTS_DIR")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    coder = load_coder()
    rows: list[Row] = []
    for each in arguments.gold:
        folder, _, texts = each.partition(":")
        rows.extend(read_rows(Path(folder), Path(texts or folder), coder))
    names = sorted({name for row in rows for name in row.features})
    matrix, right = to_matrix(rows, names), np.array([row.right for row in rows], dtype=float)
    print(f"{len(rows)} events, {right.mean():.2f} right")
    print_calibration(rows, matrix, right)
    if arguments.write:
        weights = fit(matrix, right)
        weights[0] -= CAUTION
        lines = [f"{name}\t{weight:.2f}" for name, weight in zip(["constant", *names], weights, strict=True)]
        TABLE.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
