"""The set of contradicting pairs: reading it, a dossier for each pair, counting what is found and what is left alone."""

import json
from collections import Counter
from contextlib import contextmanager

import pytest

from dragoman.evaluate.contradictions import (
    FIELDS,
    KINDS,
    make_finder,
    read_clash_pairs,
    score_contradictions,
)
from dragoman.evaluate.floors import FILE
from dragoman.model.errors import EvaluateError
from dragoman.model.resolution import Contradiction
from dragoman.record.dossier import Dossier
from dragoman.text.edtf import bounds_of

A = {"published": "2012-10-05", "outlet": "Gazette", "text": "Russia visited Pakistan on Thursday, 4 October 2012."}
B = {"published": "2012-10-07", "outlet": "Herald", "text": "Russia visited Pakistan on 2 October 2012, once only."}
ROW = {"id": "x1", "kind": "hard", "field": "date", "a": A, "b": B, "why": "4 and 2 October."}


@pytest.fixture
def make_set(tmp_path):
    def write(*rows):
        path = tmp_path / "pairs.jsonl"
        path.write_text("".join(json.dumps(ROW | row) + "\n" for row in rows), encoding="utf-8")
        return path

    return write


def clash(field="date"):
    return Contradiction("c-1", field, "t-1", ("e-1", "e-2"), ("2012-10-04", "2012-10-02"), "two days")


def test_a_hard_pair_is_found_only_under_its_own_field(make_set):
    path = make_set({}, {"id": "x2"}, {"id": "x3", "field": "place"})
    reported = {"x1": [clash(), clash("people")], "x2": [], "x3": [clash("date")]}
    report = score_contradictions(path, show=True, find=lambda pair: reported[pair.id])
    assert (report.shares["hard found"].right, report.shares["hard found"].total) == (1, 3)
    assert report.details["hard, under any field"].right == 2
    assert (report.details["hard date"].right, report.details["hard place"].right) == (1, 0)
    assert [line[:5] for line in report.lines] == ["+ x1 ", "- x2 ", "- x3 ", "+ x3 "]


def test_of_the_others_any_report_is_wrong(make_set):
    path = make_set({"kind": "step"}, {"id": "x2", "kind": "step"}, {"id": "x3", "kind": "vague"}, {"id": "x4", "kind": "view"})
    report = score_contradictions(path, show=True, find=lambda pair: [clash()] if pair.id == "x2" else [])
    assert report.scores()["others left alone"] == 75
    assert (report.scores()["step left alone"], report.scores()["vague left alone"]) == (50, 100)
    (line,) = report.lines
    assert line.startswith("+ x2 step, reported date: 2012-10-04 / 2012-10-02")


def test_each_pair_is_read_into_a_dossier_of_its_own(make_set, coder):
    seen = []

    @contextmanager
    def opened(folder):
        with Dossier(folder) as dossier:
            seen.append([(doc.name, doc.published, doc.outlet) for doc in dossier.documents()])

            class Resolved:
                def contradictions(self):
                    return iter([clash()] if dossier.count("documents") == 2 else [])

            yield Resolved()

    path = make_set({}, {"id": "x2", "field": "office", "b": None})
    report = score_contradictions(path, find=make_finder(coder, opened))
    assert seen == [[("x1a", "2012-10-05", "Gazette"), ("x1b", "2012-10-07", "Herald")], [("x2a", "2012-10-05", "Gazette")]]
    assert report.shares["hard found"].right == 1


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"kind": "soft"}, "line 1: unknown kind 'soft'"),
        ({"field": "colour"}, "or field 'colour'"),
        ({"a": None}, "line 1: no pair of the set"),
        ({"kind": "vague", "b": None}, "only a hard pair can have one text"),
    ],
)
def test_a_faulty_row_is_named(row, message, make_set):
    with pytest.raises(EvaluateError, match=message):
        score_contradictions(make_set(row))


def test_a_file_that_is_not_there_and_an_empty_one_are_errors(tmp_path, make_set):
    with pytest.raises(EvaluateError, match="file of pairs"):
        score_contradictions(tmp_path / "gone.jsonl")
    with pytest.raises(EvaluateError, match="holds no pairs"):
        score_contradictions(make_set())


def test_the_second_set_is_sound():
    pairs = read_clash_pairs(FILE.parent / "contradictions_second.jsonl")
    assert len({pair.id for pair in pairs}) == len(pairs) == 40
    assert Counter(pair.field for pair in pairs if pair.kind == "hard") == dict.fromkeys(FIELDS, 2)
    assert {pair.kind for pair in pairs} == set(KINDS)


def test_the_third_set_is_sound():
    pairs = read_clash_pairs(FILE.parent / "contradictions_third.jsonl")
    assert len({pair.id for pair in pairs}) == len(pairs) == 80
    assert {pair.field for pair in pairs if pair.kind == "hard"} == set(FIELDS)
    assert {pair.kind for pair in pairs} == set(KINDS)


def test_the_shipped_set_is_sound():
    pairs = read_clash_pairs(FILE.parent / "contradictions.jsonl")
    assert len({pair.id for pair in pairs}) == len(pairs) == 60
    kinds = Counter(pair.kind for pair in pairs)
    assert (kinds["hard"], kinds["step"], kinds["vague"] + kinds["view"], set(kinds)) == (20, 20, 20, set(KINDS))
    assert Counter(pair.field for pair in pairs if pair.kind == "hard") == dict.fromkeys(FIELDS, 2)
    assert {pair.field for pair in pairs if pair.kind != "hard"} == set(FIELDS)
    for pair in pairs:
        tellings = [each for each in (pair.a, pair.b) if each]
        assert all(None not in bounds_of(each.published) for each in tellings)
        assert len({each.outlet for each in tellings}) == len(tellings)
