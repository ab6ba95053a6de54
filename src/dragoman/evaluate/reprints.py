"""How well copies and updates are told from reports in own words: labelled pairs of articles.

In: a table of pairs (ids, label, reason) and the folder of the JSONL corpora that hold the articles. Out: precision,
recall and F1 of copies (whole and partial), of updates, and of either, which is what makes two texts one source; over
all pairs and over each half.

The pairs fall into two halves by the hash of their ids: `tuning`, on which numbers may be set, and `kept`, on which
they may not. A pair counts as found only if its texts also share a key by which the dossier would bring them together.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.evaluate.measure import Measure
from dragoman.evaluate.reports import Report, Share
from dragoman.evaluate.running import Text, read_texts
from dragoman.model.errors import EvaluateError
from dragoman.resolve.families import Reading, compare_readings, fingerprint, read_document
from dragoman.text.hashing import hash_bytes
from dragoman.vocab.tables import read_table_file

CLASSES = {"reprint": "copies", "partial": "copies", "update": "updates"}
"""Labels that count; all others are pairs in which nothing should be found."""
LABELS = (*CLASSES, "retelling", "quotation", "boilerplate", "own words", "unrelated")
_FOUND = {"copy": "copies", "partial": "copies", "update": "updates"}
_HALVES = ("tuning", "kept")


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two ids of the corpora, the label and what the reader saw."""

    a: str
    b: str
    label: str
    reason: str

    @property
    def half(self) -> str:
        """The half to which the pair belongs, by the hash of its ids."""
        return _HALVES[int(hash_bytes(f"{self.a} {self.b}".encode())[:2], 16) % 2]


def score_reprints(file: Path, corpora: Path, *, show: bool = False) -> Report:
    """Compare the texts of every pair.

    Args:
        file: the pairs, as `evaluate/data/reprints.tsv`.
        corpora: folder of JSONL files with `id`, `published` and `text`; pairs whose articles it lacks are left out.
        show: list the pairs that are wrong.

    Raises:
        EvaluateError: the folder holds none of the articles, or a label is unknown.
    """
    pairs = read_pairs(file)
    readings = read_articles(corpora, {end for pair in pairs for end in (pair.a, pair.b)})
    there = [pair for pair in pairs if pair.a in readings and pair.b in readings]
    if not there:
        raise EvaluateError(f"{corpora} holds no article of {file.name}. Name the folder of the JSONL corpora.")
    kinds = {pair: _find_kind(readings[pair.a], readings[pair.b]) for pair in there}
    measures = dict(_measure("", there, kinds))
    for half in _HALVES:
        measures |= _measure(f", {half} half", [pair for pair in there if pair.half == half], kinds)
    details = {f"{label}: {kind or 'nothing'} found": share for (label, kind), share in _tabulate(there, kinds).items()}
    lines = tuple(_describe_error(pair, kinds[pair]) for pair in there if not _is_right(pair, kinds[pair]))
    counts = {"pairs": len(there), "pairs left out": len(pairs) - len(there)}
    return Report(measures=measures, details=details, counts=counts, lines=lines if show else ())


def read_pairs(file: Path) -> list[LabelledPair]:
    """The pairs in file order.

    Raises:
        VocabError: the table is malformed.
        EvaluateError: a label is unknown.
    """
    rows = read_table_file(file, ("a", "b", "label", "reason"))
    for row in rows:
        if row["label"] not in LABELS:
            raise EvaluateError(f'{file}, line {row.line}: unknown label "{row["label"]}"; use {", ".join(LABELS)}')
    return [LabelledPair(row.required("a"), row.required("b"), row["label"], row["reason"]) for row in rows]


def read_articles(folder: Path, wanted: Collection[str]) -> dict[str, Reading]:
    """The articles of the JSONL corpora in a folder that are wanted, by id, read for comparison.

    Raises:
        EvaluateError: a file is no corpus.
    """
    texts: dict[str, Text] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            try:
                row = json.loads(line)
                name = str(row["id"])
                if name in wanted:
                    texts[name] = Text(name, row["text"], row.get("published", ""))
            except (ValueError, KeyError, TypeError) as error:
                raise EvaluateError(f"{path} is no corpus: a row is not JSON with an id and a text.") from error
    ordered = [texts[name] for name in sorted(texts)]
    return {text.name: read_document(doc) for text, doc in zip(ordered, read_texts(ordered), strict=True)}


def _find_kind(a: Reading, b: Reading) -> str:
    if not set(fingerprint(a)) & set(fingerprint(b)):
        return ""
    overlap = compare_readings(a, b)
    return overlap.kind if overlap else ""


def _measure(
    suffix: str, pairs: Sequence[LabelledPair], kinds: Mapping[LabelledPair, str]
) -> Iterator[tuple[str, Measure]]:
    for name in dict.fromkeys(CLASSES.values()):
        gold = [pair for pair in pairs if CLASSES.get(pair.label) == name]
        found = [pair for pair in pairs if _FOUND.get(kinds[pair]) == name]
        yield f"{name}{suffix}", Measure(len(set(gold) & set(found)), len(found), len(gold))
    gold = [pair for pair in pairs if pair.label in CLASSES]
    found = [pair for pair in pairs if kinds[pair] in _FOUND]
    yield f"either{suffix}", Measure(len(set(gold) & set(found)), len(found), len(gold))


def _tabulate(pairs: Sequence[LabelledPair], kinds: Mapping[LabelledPair, str]) -> dict[tuple[str, str], Share]:
    labels = Counter(pair.label for pair in pairs)
    times = Counter((pair.label, kinds[pair]) for pair in pairs)
    return {key: Share(count, labels[key[0]]) for key, count in sorted(times.items())}


def _is_right(pair: LabelledPair, kind: str) -> bool:
    return CLASSES.get(pair.label) == _FOUND.get(kind)


def _describe_error(pair: LabelledPair, kind: str) -> str:
    return f"~ {pair.a} {pair.b}: {kind or 'nothing'} for {pair.label} ({pair.reason})"
