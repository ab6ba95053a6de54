"""Labelled pairs of records: reading them, finding the records again by name and trigger, counting same and not."""

import json
from types import SimpleNamespace

import pytest

from dragoman.evaluate import threads
from dragoman.evaluate.running import loaded_tools
from dragoman.evaluate.threads import COLUMNS, compare_threads, judge_pairs, read_thread_pairs, score_threads
from dragoman.flow.reading import read_into
from dragoman.model.errors import EvaluateError
from dragoman.model.records import Event

ROW = dict(zip(COLUMNS, ("p1", "one", "10-17", "two", "30-37", "CONSULT", "no", "same", "yes"), strict=True))


@pytest.fixture
def make_pairs(tmp_path):
    def write(*rows):
        path = tmp_path / "pairs.tsv"
        lines = ["\t".join(COLUMNS), *("\t".join((ROW | row).values()) for row in rows)]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write


def event(document, start, thread, type_="CONSULT"):
    return Event("e", document, "q", (0, 90), "t", (start, start + 7), type_, "happened", ("RUS",), ("PAK",), thread=thread)


class FakeDossier:
    """Documents "one" and "two" with the ids d-1 and d-2."""

    def __init__(self, *events):
        self._events = events

    def documents(self):
        return iter([SimpleNamespace(id="d-1", name="one"), SimpleNamespace(id="d-2", name="two")])

    def events(self):
        return iter(self._events)


def test_records_of_one_thread_are_together_wherever_the_trigger_touches(make_pairs):
    pairs = read_thread_pairs(make_pairs({}))
    (verdict,) = judge_pairs(pairs, FakeDossier(event("d-1", 12, "t-1"), event("d-2", 30, "t-1")))
    assert (verdict.found, verdict.together) == (True, True)
    (verdict,) = judge_pairs(pairs, FakeDossier(event("d-1", 17, "t-1"), event("d-2", 30, "t-1")))
    assert (verdict.found, verdict.together) == (False, False)


def test_records_without_a_thread_stand_alone(make_pairs):
    (verdict,) = judge_pairs(read_thread_pairs(make_pairs({})), FakeDossier(event("d-1", 10, ""), event("d-2", 30, "")))
    assert (verdict.found, verdict.together) == (True, False)


def test_of_several_events_at_a_trigger_those_of_the_type_count(make_pairs):
    pairs = read_thread_pairs(make_pairs({}))
    dossier = FakeDossier(event("d-1", 10, "t-1"), event("d-1", 10, "t-2", "AGREE"), event("d-2", 30, "t-2"))
    assert not judge_pairs(pairs, dossier)[0].together
    renamed = FakeDossier(event("d-1", 10, "t-2", "AGREE"), event("d-2", 30, "t-2"))
    assert judge_pairs(pairs, renamed)[0].together


def test_a_record_not_found_is_a_miss_where_the_label_is_same(make_pairs):
    path = make_pairs(
        {}, {"id": "p2", "document_b": "gone"}, {"id": "p3", "label": "not", "hard": "yes"},
        {"id": "p4", "label": "not", "document_b": "gone", "hard": "yes", "agreed": "no"},
    )  # fmt: skip
    dossier = FakeDossier(event("d-1", 10, "t-1"), event("d-2", 30, "t-1"))
    report = compare_threads(judge_pairs(read_thread_pairs(path), dossier), show=True)
    same = report.measures["same"]
    assert (same.right, same.found, same.gold) == (1, 2, 2)
    assert (report.measures["same, hard"].found, report.measures["same, judges agreed"].found) == (1, 2)
    assert (report.counts["pairs with a record not found"], report.scores()["pairs right"]) == (2, 50)
    assert [line.split(" | ")[0] for line in report.lines] == ["- p2 CONSULT, not found", "+ p3 CONSULT hard, together"]


def test_the_corpus_is_read_if_no_dossier_is_given(make_pairs, tmp_path, coder, monkeypatch):
    text = "Russian President Vladimir Putin visited Pakistan on Thursday."
    rows = [{"id": name, "published": "2012-10-05", "text": text} for name in ("one", "two")]
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    monkeypatch.setattr(threads, "load_tools", lambda: loaded_tools(coder))
    start = text.index("visited")
    span = f"{start}-{start + 7}"
    path = make_pairs({"trigger_a": span, "trigger_b": span})
    counts = score_threads(path, corpus).counts
    assert (counts["pairs"], counts["pairs with a record not found"]) == (1, 0)
    read_into(tmp_path / "dossier", [str(corpus)], loaded_tools(coder))
    assert score_threads(path, dossier=tmp_path / "dossier").counts == counts


@pytest.mark.parametrize("row", [{"label": "maybe"}, {"hard": ""}, {"trigger_a": "10"}])
def test_a_faulty_row_is_named(row, make_pairs):
    with pytest.raises(EvaluateError, match="line 2: no labelled pair"):
        read_thread_pairs(make_pairs(row))


def test_missing_pairs_and_missing_texts_are_errors(make_pairs, tmp_path):
    with pytest.raises(EvaluateError, match="labelled pairs"):
        read_thread_pairs(tmp_path / "gone.tsv")
    with pytest.raises(EvaluateError, match="holds no pairs"):
        read_thread_pairs(make_pairs())
    with pytest.raises(EvaluateError, match="--dossier"):
        score_threads(make_pairs({}))
