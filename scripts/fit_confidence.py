"""Fit the weights of `confidence.tsv` on coded texts, and print how well the confidence is calibrated.

Usage: python scripts/fit_confidence.py GOLD_DIR[:TEXTS_DIR] ... [--unread GOLD_DIR[:TEXTS_DIR] ...] [--write]

Right means type, both roles and status. The regression is logistic with a ridge of 1/C. All figures are of documents
left out in turn (8 folds). Texts that were read while the program was built flatter it: if unread ones are given, the
constant is the one that foretells their rows.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

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
RIDGE = 6.0
"""Swept from 3 to 20 on 181 documents, left out in turn: log-loss .488 at 3, .489 at 6, .492 at 20."""
RAREST = 5
LEAST = 0.01
FOLDS = 8
CUTS = (0.4, 0.45, 0.5, 0.55, 0.6)
FIELDS = ("type", "actors", "recipients", "status")


@dataclass(frozen=True)
class Row:
    """One event: its document, its features, whether it is right."""

    doc: str
    unread: bool
    features: Mapping[str, float]
    right: bool


def read_rows(folder: Path, texts: Path, coder: Coder, unread: bool) -> Iterator[Row]:
    """Code the texts of a gold folder and judge each event."""
    gold = read_gold(folder)
    docs = find_documents(gold, folder, texts)
    for file, (doc, records) in zip(gold, coder.code_documents(docs), strict=True):
        wanted, found = file.place_in(doc.text), coding_of(doc, records)
        pairs = {j: i for i, j in pair_items(wanted.events, found.events, event_likeness)}
        for j, event in enumerate(records.events):
            why = next(reason.why for reason in event.reasons if reason.field == "confidence")
            right = j in pairs and fields_agree(wanted.events[pairs[j]], found.events[j], *FIELDS)
            yield Row(doc.id, unread, read_features(why), right)


def read_features(why: str) -> dict[str, float]:
    """Features as `explain` shows them: "weight=0.9; sides 2=1"."""
    pairs = (part.rpartition("=") for part in why.split("; ") if "=" in part)
    return {name: float(value) for name, _, value in pairs}


@dataclass(frozen=True)
class Sample:
    """What a table is fitted on: one row an act."""

    names: Sequence[str]
    matrix: csr_matrix
    right: np.ndarray
    fold: np.ndarray
    unread: np.ndarray

    @classmethod
    def of(cls, rows: Sequence[Row], rarest: int = RAREST) -> "Sample":
        """Rare features are left out; documents are dealt to the folds in the order of their names."""
        count = Counter(name for row in rows for name, value in row.features.items() if value)
        names = sorted(name for name, times in count.items() if times >= rarest)
        index = {name: at for at, name in enumerate(names)}
        cells = [
            (at, index[name], value)
            for at, row in enumerate(rows)
            for name, value in row.features.items()
            if name in index
        ]
        down, across, values = zip(*cells, strict=True)
        folds = {doc: at % FOLDS for at, doc in enumerate(sorted({row.doc for row in rows}))}
        return cls(
            names, csr_matrix((values, (down, across)), shape=(len(rows), len(names))),
            np.array([row.right for row in rows], dtype=float), np.array([folds[row.doc] for row in rows]),
            np.array([row.unread for row in rows]),
        )  # fmt: skip

    def fit(self, chosen: np.ndarray) -> LogisticRegression:
        """The regression on some of the rows."""
        model = LogisticRegression(C=1.0 / RIDGE, max_iter=3000)
        return model.fit(self.matrix[chosen], self.right[chosen])

    def score_left_out(self) -> np.ndarray:
        """Log-odds of each row by the weights of the other folds."""
        totals = np.zeros(len(self.right))
        for number in range(FOLDS):
            held = self.fold == number
            totals[held] = self.fit(~held).decision_function(self.matrix[held])
        return totals

    def find_shift(self, totals: np.ndarray) -> float:
        """What to add to all log-odds so that as many unread rows are right as are foretold; 0 without such rows."""
        if not self.unread.any():
            return 0.0
        low, high = -3.0, 3.0
        for _ in range(40):
            middle = (low + high) / 2
            foretold = chances(totals[self.unread] + middle).mean()
            low, high = (middle, high) if foretold < self.right[self.unread].mean() else (low, middle)
        return (low + high) / 2

    def spell_weights(self, shift: float) -> list[str]:
        """The lines of a table of weights fitted on all rows; weights of next to nothing are left out."""
        model = self.fit(np.ones(len(self.right), dtype=bool))
        weights = [("constant", model.intercept_[0] + shift), *zip(self.names, model.coef_[0], strict=True)]
        told = ((feature, weight) for feature, weight in weights if abs(weight) >= LEAST or feature == "constant")
        return [f"{feature}\t{weight:.2f}" for feature, weight in told]


def chances(totals: np.ndarray) -> np.ndarray:
    """Log-odds as chances."""
    return 1.0 / (1.0 + np.exp(-totals))


def print_calibration(sample: Sample, guess: np.ndarray) -> None:
    """What is foretold against how many are right."""
    right, unread = sample.right, sample.unread
    error = 0.0
    print("foretold     rows  right | unread  right")
    for low in np.arange(0.0, 1.0, 0.1):
        inside = (guess >= low) & (guess < low + 0.1)
        if inside.any():
            new = f"{(inside & unread).sum():6} {right[inside & unread].mean():6.2f}" if (inside & unread).any() else ""
            print(f"{low:.1f}-{low + 0.1:.1f}     {inside.sum():5} {right[inside].mean():6.2f} | {new}")
            error += inside.mean() * abs(right[inside].mean() - guess[inside].mean())
    print(f"expected calibration error {error:.3f}")


def print_cuts(sample: Sample, guess: np.ndarray) -> None:
    """How many rows a cut keeps, and how many of them are right."""
    for cut in CUTS:
        for name, of in (("all", np.ones(len(guess), dtype=bool)), ("unread", sample.unread)):
            kept = of & (guess >= cut)
            if kept.any():
                right, share = sample.right[kept].mean(), sample.right[kept].sum() / sample.right[of].sum()
                print(f"cut {cut:.2f}, {name}: {kept.sum()} rows, {right:.2f} right, {share:.2f} kept")


def main() -> None:
    """Fit, print, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", help="GOLD_DIR or GOLD_DIR:TEXTS_DIR")
    parser.add_argument("--unread", nargs="*", default=[], help="the same, of texts that nobody read while building")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    coder = load_coder()
    rows: list[Row] = []
    for each in (*arguments.gold, *arguments.unread):
        folder, _, texts = each.partition(":")
        rows.extend(read_rows(Path(folder), Path(texts or folder), coder, each in arguments.unread))
    sample = Sample.of(rows)
    totals = sample.score_left_out()
    shift = sample.find_shift(totals)
    print(f"{len(rows)} events, {sample.right.mean():.2f} right, shift {shift:.2f}")
    print_calibration(sample, chances(totals + shift))
    print_cuts(sample, chances(totals + shift))
    if arguments.write:
        lines = sample.spell_weights(shift)
        TABLE.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
