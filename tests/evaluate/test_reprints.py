"""The scorer of reprints: classes, halves, missing articles; and the shipped pairs."""

import json
from collections import Counter
from pathlib import Path

import pytest

import dragoman.evaluate
from dragoman.evaluate.reprints import LABELS, read_pairs, score_reprints
from dragoman.model.errors import EvaluateError
from dragoman.vocab.tables import read_table_file

TEXT = (
    "The ministers of both states signed a treaty on trade in the capital on Monday and promised to lower the tariffs on "
    "grain, steel and wool within two years. Parliament will debate the paper in June, and farmers have announced that "
    "they will march against it. The treaty replaces one that was signed after the war and lapsed nine years ago."
)
OTHER = "A storm tore the roofs off forty houses on the northern coast, and the ferries stayed in port until Thursday noon."


def make_set(folder, rows):
    texts = {"a": TEXT, "b": TEXT.replace("wool", "hides"), "c": OTHER}
    lines = (json.dumps({"id": name, "published": "2014-03-10", "text": text}) for name, text in texts.items())
    (folder / "corpus.jsonl").write_text("\n".join(lines), encoding="utf-8")
    table = ["a\tb\tlabel\treason", *("\t".join(row) for row in rows)]
    (folder / "pairs.tsv").write_text("\n".join(table), encoding="utf-8")
    return folder / "pairs.tsv", folder


def test_copies_are_counted_and_pairs_without_articles_left_out(tmp_path):
    rows = [("a", "b", "reprint", "same"), ("a", "c", "unrelated", "no"), ("a", "z", "reprint", "gone")]
    report = score_reprints(*make_set(tmp_path, rows), show=True)
    assert (report.measures["copies"].right, report.measures["copies"].found, report.measures["copies"].gold) == (1, 1, 1)
    assert report.counts == {"pairs": 2, "pairs left out": 1}
    assert report.lines == ()


def test_wrong_pairs_are_listed(tmp_path):
    report = score_reprints(*make_set(tmp_path, [("a", "b", "update", "later")]), show=True)
    assert report.lines == ("~ a b: copy for update (later)",)


def test_unknown_labels_and_empty_folders_are_errors(tmp_path):
    with pytest.raises(EvaluateError, match="unknown label"):
        read_pairs(make_set(tmp_path, [("a", "b", "twin", "")])[0])
    with pytest.raises(EvaluateError, match="holds no article"):
        score_reprints(*make_set(tmp_path, [("x", "y", "reprint", "")]))


def test_the_shipped_pairs_are_balanced_and_in_two_halves():
    pairs = read_pairs(Path(dragoman.evaluate.__file__).parent / "data" / "reprints.tsv")
    labels = Counter(pair.label for pair in pairs)
    assert len(pairs) >= 150
    assert all(pair.a < pair.b and pair.reason for pair in pairs)
    assert labels["reprint"] + labels["partial"] >= 45 and labels["update"] >= 35 and labels["own words"] >= 40
    assert set(Counter(pair.half for pair in pairs)) == {"tuning", "kept"}


def test_the_second_part_is_apart_from_the_first_and_in_two_halves():
    folder = Path(dragoman.evaluate.__file__).parent / "data"
    pairs = read_pairs(folder / "reprints_second.tsv")
    ends = [(pair.a, pair.b) for pair in pairs]
    assert len(set(ends)) == len(pairs) >= 100
    assert set(ends).isdisjoint((pair.a, pair.b) for pair in read_pairs(folder / "reprints.tsv"))
    assert all(pair.a < pair.b and pair.reason for pair in pairs)
    assert set(Counter(pair.half for pair in pairs)) == {"tuning", "kept"}


def test_the_third_part_is_apart_from_the_others():
    folder = Path(dragoman.evaluate.__file__).parent / "data"
    pairs = read_pairs(folder / "reprints_third.tsv")
    others = {(pair.a, pair.b) for name in ("reprints.tsv", "reprints_second.tsv") for pair in read_pairs(folder / name)}
    assert len({(pair.a, pair.b) for pair in pairs}) == len(pairs) >= 100
    assert others.isdisjoint((pair.a, pair.b) for pair in pairs)
    assert all(pair.a < pair.b and pair.reason for pair in pairs)


def test_changed_labels_are_those_of_the_tables():
    folder = Path(dragoman.evaluate.__file__).parent / "data"
    parts = [pair for name in ("reprints.tsv", "reprints_second.tsv") for pair in read_pairs(folder / name)]
    labels = {(pair.a, pair.b): pair.label for pair in parts}
    columns = ("a", "b", "before", "after", "reason_before")
    changes = read_table_file(folder / "reprints_changes.tsv", columns)
    assert changes
    assert all(labels[row["a"], row["b"]] == row["after"] != row["before"] in LABELS for row in changes)
