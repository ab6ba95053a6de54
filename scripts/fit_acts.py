"""Fit the weights of `act_weights.tsv` on coded texts, and print what dropping unlikely rows does to the triggers.

Usage: python scripts/fit_acts.py GOLD_DIR[:TEXTS_DIR] ... [--write]

Right means that the coder names an act at the row's word, whatever its type and sides. The regression is that of
`fit_confidence.py`; the figures printed are of documents left out in turn. Fit this before the confidence, which is of
the rows that are kept.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from fit_confidence import FOLDS, Row, fit, to_matrix

from dragoman.evaluate.manual.items import coding_of, read_gold
from dragoman.evaluate.manual.pairing import event_likeness, pair_items
from dragoman.evaluate.record import find_documents
from dragoman.evaluate.running import Coder, load_coder
from dragoman.extract.events.acts import Setting, features_of_act
from dragoman.extract.events.building import find_events, find_rows
from dragoman.extract.records import begin_reading
from dragoman.model.records import Records

TABLE = Path(__file__).resolve().parent.parent / "src" / "dragoman" / "vocab" / "data" / "act_weights.tsv"
HEADER = (
    "# Weights (log-odds) of what speaks for a row being an act between sides at all, by feature; fitted by "
    "scripts/fit_acts.py.\n# Do not edit by hand.\nfeature\tweight\n"
)
RAREST = 40
"""A feature seen less often gets no weight (8, 20 and 40 do the same on documents left out)."""
RIDGE = 6.0
"""Swept 4, 8, 16: F1 of triggers differs by .1."""


def read_rows(folder: Path, texts: Path, coder: Coder) -> Iterator[tuple[Row, int]]:
    """Each row of the texts of a gold folder before any is dropped, and how many acts the coder has in its document."""
    gold = read_gold(folder)
    docs = find_documents(gold, folder, texts)
    find = coder.tools.find_mentions
    world = replace(coder.world, act_weights={})
    analyses = coder.pipeline.analyse(docs, lambda doc, tokens: find(doc, tokens, coder.world))
    for file, doc, analysis in zip(gold, docs, analyses, strict=True):
        reading = begin_reading(doc, analysis, world)
        drafts = find_rows(reading)
        setting = Setting.of(reading, drafts)
        features = [features_of_act(setting, draft) for draft in drafts]
        wanted = file.place_in(doc.text)
        found = coding_of(doc, Records(doc.id, events=tuple(find_events(reading))))
        right = {j for _, j in pair_items(wanted.events, found.events, event_likeness)}
        for j, each in enumerate(features):
            yield Row(doc.id, each, j in right), len(wanted.events)


def print_cuts(rows: list[Row], matrix: np.ndarray, right: np.ndarray, gold: int) -> None:
    """Precision, recall and F1 of triggers by where the cut is, on documents left out."""
    groups = {doc: at % FOLDS for at, doc in enumerate(sorted({row.doc for row in rows}))}
    fold = np.array([groups[row.doc] for row in rows])
    guess = np.zeros(len(rows))
    for number in range(FOLDS):
        weights = fit(matrix[fold != number], right[fold != number], RIDGE)
        guess[fold == number] = 1.0 / (1.0 + np.exp(-matrix[fold == number] @ weights))
    for cut in (0.0, *np.arange(0.2, 0.46, 0.02)):
        kept = guess >= cut
        true = right[kept].sum()
        print(
            f"cut {cut:.2f}: {kept.sum()} rows, precision {true / kept.sum():.3f}, recall {true / gold:.3f}, "
            f"F1 {2 * true / (kept.sum() + gold):.4f}"
        )


def main() -> None:
    """Fit, print, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", help="GOLD_DIR or GOLD_DIR:TEXTS_DIR")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    coder = load_coder()
    found: list[tuple[Row, int]] = []
    for each in arguments.gold:
        folder, _, texts = each.partition(":")
        found.extend(read_rows(Path(folder), Path(texts or folder), coder))
    rows = [row for row, _ in found]
    count = Counter(name for row in rows for name, value in row.features.items() if value)
    names = sorted(name for name, times in count.items() if times >= RAREST)
    trimmed = [replace(row, features={n: v for n, v in row.features.items() if n in names}) for row in rows]
    matrix, right = to_matrix(trimmed, names), np.array([row.right for row in rows], dtype=float)
    print(f"{len(rows)} rows, {right.mean():.2f} are acts")
    print_cuts(rows, matrix, right, sum({row.doc: number for row, number in found}.values()))
    if arguments.write:
        weights = fit(matrix, right, RIDGE)
        lines = [f"{name}\t{weight:.2f}" for name, weight in zip(["constant", *names], weights, strict=True)]
        TABLE.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
