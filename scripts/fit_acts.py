"""Fit the weights of `act_weights.tsv` on coded texts, and print what dropping unlikely rows does to the triggers.

Usage: python scripts/fit_acts.py GOLD_DIR[:TEXTS_DIR] ... [--write]

Right means that the coder names an act at the row's word, whatever its type and sides. The regression is that of
`fit_confidence.py`; the figures printed are of documents left out in turn. Fit this before the confidence, which is of
the rows that are kept.
"""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from fit_confidence import Row, Sample, chances

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
            yield Row(doc.id, False, each, j in right), len(wanted.events)


def print_cuts(sample: Sample, gold: int) -> None:
    """Precision, recall and F1 of triggers by where the cut is, on documents left out."""
    guess, right = chances(sample.score_left_out()), sample.right
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
    sample = Sample.of(rows, RAREST)
    print(f"{len(rows)} rows, {sample.right.mean():.2f} are acts")
    print_cuts(sample, sum({row.doc: number for row, number in found}.values()))
    if arguments.write:
        lines = sample.spell_weights(0.0)
        TABLE.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
