"""Fit the weights of `thread_weights.tsv` on coded texts, and print how well threads come out.

Usage: python scripts/fit_threads.py GOLD_DIR[:TEXTS_DIR] ... [--write]

Each pair of records that the program may take for one event gives one question: does the coder give both one thread?
The regression is logistic with a ridge. F1 is B-cubed over the coder's events, those not found being threads of their
own, once with the folder's own texts left out and once with all.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from dragoman.evaluate.manual.items import CodedEvent, read_gold
from dragoman.evaluate.record import find_documents
from dragoman.evaluate.running import Coder, load_coder
from dragoman.model.records import Event
from dragoman.model.resolution import SourceDocument
from dragoman.resolve.threads.barring import may_be_one
from dragoman.resolve.threads.features import features_of
from dragoman.resolve.threads.keys import keys_of
from dragoman.resolve.threads.linking import APART, MOST, Link
from dragoman.resolve.threads.parting import part_all
from dragoman.resolve.threads.told import Telling, tell

TABLE = Path(__file__).resolve().parent.parent / "src" / "dragoman" / "vocab" / "data" / "thread_weights.tsv"
HEADER = (
    "# Weights (log-odds) of what speaks for two tellings being of one event; fitted by scripts/fit_threads.py. "
    "Do not edit by hand.\nfeature\tweight\n"
)
STRENGTH = 0.03
"""Inverse of the ridge. Swept from .02 to .08, each folder left out in turn: mean log-loss .4191 at .02, .4179 at
.03, .4194 at .05, .4231 at .08."""
RAREST = 6
LEAST = 0.005


@dataclass(frozen=True)
class Asked:
    """Two records that may be one event; `same` is None where the coder has not both."""

    a: str
    b: str
    features: tuple[str, ...]
    same: bool | None


@dataclass(frozen=True)
class Set:
    """The records of one folder, the coder's events (thread, record found for it), and the questions."""

    name: str
    tellings: tuple[Telling, ...]
    coded: tuple[tuple[str, str | None], ...]
    asked: tuple[Asked, ...]


def read_set(folder: Path, texts: Path, coder: Coder) -> Set:
    """Code the texts of a gold folder and pair the records with the coder's."""
    gold = read_gold(folder)
    docs = find_documents(gold, folder, texts)
    tellings: list[Telling] = []
    threads: dict[str, str] = {}
    coded: list[tuple[str, str | None]] = []
    for file, (doc, records) in zip(gold, coder.code_documents(docs), strict=True):
        source = SourceDocument(doc.id, doc.title, doc.published, doc.outlet, doc.carriers, doc.author, doc.genre)
        free = list(records.events)
        for wanted in file.place_in(doc.text).events:
            found = take_event(free, wanted)
            coded.append((wanted.thread, found.id if found else None))
            if found:
                threads[found.id] = wanted.thread
        tellings.extend(tell(event, source) for event in records.events)
    return Set(folder.name, tuple(tellings), tuple(coded), tuple(ask(tellings, threads)))


def take_event(free: list[Event], wanted: CodedEvent) -> Event | None:
    """A record whose trigger touches the coder's, of his type before others; it is taken only once."""
    near = [e for e in free if any(a < e.trigger_span[1] and e.trigger_span[0] < b for a, b in wanted.trigger_places)]
    found = min(near, key=lambda e: e.type != wanted.type, default=None)
    if found:
        free.remove(found)
    return found


def ask(tellings: Sequence[Telling], threads: dict[str, str]) -> list[Asked]:
    """All pairs that share a key and may be one."""
    shelves: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        for key in keys_of(telling):
            shelves[key].append(telling)
    pairs = {(a.event.id, b.event.id): (a, b) for shelf in shelves.values() for a, b in combinations(shelf, 2)}
    asked = []
    for (one, other), (a, b) in sorted(pairs.items()):
        if may_be_one(a, b):
            same = threads[one] == threads[other] if one in threads and other in threads else None
            asked.append(Asked(one, other, tuple(dict.fromkeys(features_of(a, b))), same))
    return asked


def fit(asked: Sequence[Asked]) -> dict[str, float]:
    """Weights by feature, "constant" first."""
    known = [row for row in asked if row.same is not None]
    count = Counter(name for row in known for name in row.features)
    names = sorted(name for name, times in count.items() if times >= RAREST)
    weights = weigh_rows(known)
    model = LogisticRegression(C=STRENGTH, max_iter=2000, solver="lbfgs")
    model.fit(to_matrix(known, names), np.array([row.same for row in known]), sample_weight=weights)
    return {"constant": float(model.intercept_[0]), **dict(zip(names, map(float, model.coef_[0]), strict=True))}


def weigh_rows(rows: Sequence[Asked]) -> np.ndarray:
    """Less for records that are asked about many others, so that events told very often do not count for all.

    The fourth root of the product was swept with the square root and none: seeds left out .770, .764 and less.
    """
    times = Counter(id for row in rows for id in (row.a, row.b))
    weights = np.array([(times[row.a] * times[row.b]) ** -0.25 for row in rows])
    return weights * len(rows) / weights.sum()


def to_matrix(rows: Sequence[Asked], names: Sequence[str]) -> csr_matrix:
    """One row a question."""
    index = {name: at for at, name in enumerate(names)}
    places = [(at, index[name]) for at, row in enumerate(rows) for name in row.features if name in index]
    down, across = zip(*places, strict=True)
    return csr_matrix((np.ones(len(places)), (down, across)), shape=(len(rows), len(names)))


def score(data: Set, weights: dict[str, float]) -> tuple[float, float, float]:
    """B-cubed precision, recall and F1 of the threads made with these weights."""
    sums = [(row, weights["constant"] + sum(weights.get(name, 0.0) for name in row.features)) for row in data.asked]
    links = [Link(*sorted((row.a, row.b)), min(MOST, total)) for row, total in sums if total > APART]
    home = {id: members[0] for members in part_all(data.tellings, links) for id in members}
    pairs = [(thread, home.get(id or "", f"none {at}")) for at, (thread, id) in enumerate(data.coded)]
    precision, recall = half(pairs, 1, 0), half(pairs, 0, 1)
    return precision, recall, 2 * precision * recall / (precision + recall)


def half(pairs: Sequence[tuple[str, str]], key: int, other: int) -> float:
    """One half of B-cubed: of those alike in `key`, the share alike in `other`."""
    shelves: dict[str, Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        shelves[pair[key]][pair[other]] += 1
    return sum(shelves[pair[key]][pair[other]] / shelves[pair[key]].total() for pair in pairs) / len(pairs)


def main() -> None:
    """Fit, print, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", help="GOLD_DIR or GOLD_DIR:TEXTS_DIR")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    coder = load_coder()
    sets = []
    for each in arguments.gold:
        folder, _, texts = each.partition(":")
        sets.append(read_set(Path(folder), Path(texts or folder), coder))
    weights = fit([row for data in sets for row in data.asked])
    for data in sets:
        others = [row for other in sets if other is not data for row in other.asked]
        for label, used in (("left out", fit(others) if others else {}), ("all", weights)):
            if used:
                print(f"{data.name}, {label}: P {{:.3f}} R {{:.3f}} F1 {{:.3f}}".format(*score(data, used)))
    if arguments.write:
        lines = [f"{name}\t{weight:.3f}" for name, weight in weights.items() if abs(weight) >= LEAST]
        TABLE.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
