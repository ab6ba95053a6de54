"""The PLV sentences: marks, both tasks, and what is counted."""

import doctest

import pytest

from dragoman.evaluate import plv
from dragoman.evaluate.plv import PlvRow, compare_alone, compare_marked, score_plv, unmark
from dragoman.model.errors import EvaluateError

HEADER = "\tsentence_id\tmarked_sentence\tgold_penta\tgold_root\n"


def write(path, *rows):
    lines = (f'{i}\t{i}\t"{marked}"\t{quad}\t{root}\n' for i, (marked, quad, root) in enumerate(rows))
    path.write_text(HEADER + "".join(lines), encoding="utf-8")
    return path


def row(text, root, quad):
    return PlvRow(text, (0, 1), (2, 3), root, quad)


def test_examples_in_the_docstrings_hold():
    assert doctest.testmod(plv).failed == 0


@pytest.mark.parametrize(
    ("marked", "source", "target"),
    [
        ("<s>Arnor</s> raided <t>Mordor</t>.", "Arnor", "Mordor"),
        ("<t>Mordor</t> was raided by <s>Arnor</s>.", "Arnor", "Mordor"),
        ("<s><t>Mordor</t> elves</s> rebelled.", "Mordor elves", "Mordor"),
        ("<s>Arnor</s> agreed to talk.", "Arnor", ""),
    ],
)
def test_marks_give_the_spans_of_both_sides(marked, source, target):
    found = unmark(marked, "ASSAULT", "4")
    assert (found.text[slice(*found.source)], found.text[slice(*found.target)]) == (source, target)
    assert "<" not in found.text


def test_with_the_pair_marked_every_row_has_one_type():
    rows = [row("a", "ASSAULT", "4"), row("b", "AID", "2"), row("c", "AID", "2")]
    report = compare_marked(rows, ["ASSAULT", "ASSAULT", ""])
    assert report.scores()["marked: accuracy"] == pytest.approx(33.3)
    assert report.scores()["marked: macro F1"] == pytest.approx(33.3)
    assert report.measures["marked AID"].gold == 2


def test_found_by_itself_each_type_of_a_sentence_counts_once():
    rows = [row("a", "ASSAULT", "4"), row("a", "AID", "2"), row("b", "ACCUSE", "3"), row("c", "AID", "2")]
    found = [["ASSAULT", "ASSAULT"], ["ASSAULT", "ASSAULT"], ["REJECT"], []]
    report = compare_alone(rows, found)
    root, quad = report.measures["alone: root"], report.measures["alone: quad"]
    assert (root.right, root.found, root.gold) == (1, 2, 4)
    assert (quad.right, quad.found, quad.gold) == (2, 2, 4)
    assert report.counts["events a sentence"] == 1.0


def test_private_sides_are_actors_once_they_are_marked(tmp_path, coder):
    path = write(
        tmp_path / "plv.tsv",
        ("<s>The bakers' union</s> condemned <t>the millers' guild</t> on Monday.", "3", "ACCUSE"),
        ("<t>Harbour clerks</t> were arrested by <s>town wardens</s> after a long quarrel.", "4", "COERCE"),
        ("<s>The league</s> withdrew its troops from <t>the valley people</t>.", "2", "YIELD"),
    )
    report = score_plv(path, coder=coder)
    assert report.scores()["marked: accuracy"] == 100
    assert report.counts["sentences"] == 3


@pytest.mark.parametrize("content", [None, "", "a\tb\n1\t2\n", HEADER])
def test_a_file_of_another_shape_is_an_error(content, tmp_path):
    path = tmp_path / "plv.tsv"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(EvaluateError, match=r"plv\.tsv"):
        score_plv(path)
