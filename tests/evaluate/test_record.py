"""Scoring a record: reading gold, pairing, fields, and the same figures as the coding manual's scorer."""

import doctest
import importlib.util
import json

import pytest
from typer.testing import CliRunner

from dragoman.evaluate.manual import agreement
from dragoman.evaluate.manual.agreement import EVENT_FIELDS, dates_agree, days_of, fields_agree, fold_name
from dragoman.evaluate.manual.comparing import compare_codings
from dragoman.evaluate.manual.items import CodedAssessment, CodedEvent, CodedStatement, Coding, find_places, read_gold
from dragoman.evaluate.manual.pairing import event_likeness, pair_items, statement_likeness
from dragoman.evaluate.record import score_record
from dragoman.model.errors import EvaluateError
from dragoman.present.cli.evaluate import evaluate

TEXT = "KABUL, Oct 5 - The Russian foreign minister visited Pakistan on Thursday. Pakistan condemned the raids, officials said."
EVENT = {
    "quote": "The Russian foreign minister visited Pakistan on Thursday", "trigger": "visited", "type": "CONSULT",
    "status": "happened", "actors": ["RUS"], "recipients": ["PAK"], "date": "2012-10-04", "place": "", "voice": "author", "people": [],
}  # fmt: skip


def event(**changes):
    fields = {
        "quote": "Arnor raided Mordor", "trigger": "raided", "places": ((0, 19),), "trigger_places": ((6, 12),),
        "type": "ASSAULT", "status": "happened", "actors": ("ARN",), "recipients": ("MOR",), "voice": "author",
    }  # fmt: skip
    return CodedEvent(**(fields | changes))


def coding(*events, statements=(), assessments=(), published="2012-10-05"):
    return Coding("x", published, "Gazette", "news", events, statements, assessments)


def write_gold(folder, *, text=TEXT, events=(EVENT,)):
    document = {"published": "2012-10-05", "outlet": "", "genre": "news"}
    content = {"doc": "x.txt", "document": document, "events": list(events), "statements": [], "assessments": []}
    (folder / "x.json").write_text(json.dumps(content), encoding="utf-8")
    row = {"id": "x", "published": "2012-10-05", "text": text}
    (folder / "in.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        ("", "", True),
        ("2012-10-04", "", False),
        ("", "2012", False),
        ("2012-10-04", "2012-10-04", True),
        ("2012-10-04", "2012-10", True),
        ("2012-10-04", "2012", False),
        ("2012-10-04", "2012-10-05", False),
        ("2012-10-03/2012-10-05", "2012-10-04", True),
        ("198X", "1985", True),
        ("198X", "1985-05-02", False),
        ("2011/..", "2015", True),
        ("../2014", "2012", True),
        ("2012-22", "2012-07", True),
        ("2012-22", "2012-10", False),
        ("2012-10~", "2012-10", True),
    ],
)
def test_dates_agree_if_they_touch_and_are_about_as_precise(gold, found, right):
    assert dates_agree(gold, found) is right


def test_names_are_compared_by_their_last_word():
    assert fold_name("Sergei Lavrov") == fold_name("Mr. Lavrov") == "lavrov"
    assert fold_name("…") == ""
    assert days_of("") is None


def test_examples_in_the_docstrings_hold():
    assert doctest.testmod(agreement).failed == 0


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("type", {"type": "COERCE"}),
        ("actors", {"actors": ("MOR",), "recipients": ("ARN",)}),
        ("status", {"status": "denied"}),
        ("voice", {"voice": "Lord Denethor"}),
        ("place", {"place": "Osgiliath"}),
        ("people", {"people": ("Lord Denethor",)}),
        ("date", {"date": "3019"}),
    ],
)
def test_each_field_is_judged_by_itself(name, changes):
    assert not EVENT_FIELDS[name](event(), event(**changes))
    assert fields_agree(event(), event(**changes), "participants")


def test_quotes_stand_wherever_their_words_stand():
    assert find_places("a  b\nc a b", "a b") == ((0, 4), (7, 10))
    assert find_places("a b", "") == ()


def test_events_pair_by_triggers_that_touch_or_by_passage_type_and_side():
    assert event_likeness(event(), event(type="COERCE", actors=(), recipients=())) > 0
    elsewhere = {"trigger": "Mordor", "trigger_places": ((13, 19),)}
    assert event_likeness(event(), event(**elsewhere)) > 0
    assert event_likeness(event(), event(**elsewhere, type="COERCE")) == 0
    sentence = {"trigger": "a b c d e f g h i", "type": "COERCE"}
    assert event_likeness(event(), event(**sentence)) == 0


def test_pairs_are_one_to_one_and_the_best_goes_first():
    likeness = {("a", "x"): 1.0, ("a", "y"): 2.0, ("b", "y"): 1.5, ("b", "x"): 0.0}
    assert pair_items(["a", "b"], ["x", "y"], lambda g, f: likeness[g, f]) == [(0, 1)]


def test_statements_pair_if_half_of_both_is_common():
    statement = CodedStatement("q", ((0, 10),), "Lavrov")
    assert statement_likeness(statement, CodedStatement("q", ((5, 15),), "Lavrov")) == 0
    assert statement_likeness(statement, CodedStatement("q", ((0, 8),), "Lavrov")) == pytest.approx(1.3)


def test_a_report_counts_tasks_fields_and_statuses():
    gold = coding(event(), event(trigger_places=((40, 46),), places=((30, 50),), status="planned"))
    found = coding(event(status="denied"), published="2012-10-06")
    report = compare_codings([(gold, found)], show="events")
    scores = report.scores()
    assert scores["event type+participants"] == pytest.approx(66.7)
    assert scores["event type+participants+status"] == 0
    assert (scores["field actors"], scores["field status"], scores["document published"]) == (100, 0, 0)
    assert scores["status happened"] == 0
    assert [line[0] for line in report.lines] == ["-", "~"]


def test_statements_and_assessments_are_listed_when_wrong():
    said = CodedStatement("q", ((0, 10),), "Lavrov")
    judged = CodedAssessment("q", ((0, 10),), frozenset({"RUS", "PAK"}), "improving")
    gold = coding(statements=(said,), assessments=(judged,))
    found = coding(
        statements=(CodedStatement("q", ((0, 10),), "Khar"), CodedStatement("r", ((20, 30),), "Khar")),
        assessments=(CodedAssessment("q", ((0, 9),), frozenset({"RUS", "PAK"}), ""),),
    )
    spoken = compare_codings([(gold, found)], show="statements")
    assert [line[:3] for line in spoken.lines] == ["+ x", "~ x"]
    assert (spoken.scores()["statement span"], spoken.scores()["statement span+speaker"]) == (66.7, 0)
    (line,) = compare_codings([(gold, found)], show="assessments").lines
    assert "no trend for PAK,RUS improving" in line


def test_a_small_gold_folder_is_coded_and_scored(tmp_path, coder):
    write_gold(tmp_path)
    report = score_record(tmp_path, coder=coder)
    assert report.counts["documents"] == 1
    assert report.scores()["event type+roles+status+voice"] > 0
    assert report.scores()["document published"] == 100


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "holds no gold"),
        ("{", "cannot be read"),
        ("[]", "holds no gold"),
        ('{"doc": "gone.txt", "events": []}', "gone.txt is not in"),
    ],
)
def test_a_faulty_folder_is_named(content, message, tmp_path):
    if content is not None:
        (tmp_path / "x.json").write_text(content, encoding="utf-8")
    with pytest.raises(EvaluateError, match=message):
        score_record(tmp_path)


def test_a_faulty_event_is_named(tmp_path):
    write_gold(tmp_path, events=[{"quote": "Thursday"}])
    with pytest.raises(EvaluateError, match=r"x\.json is not in the coding manual's format"):
        score_record(tmp_path)


def test_quotes_that_are_not_in_the_text_are_counted(tmp_path):
    write_gold(tmp_path, events=[EVENT | {"quote": "never written"}])
    (file,) = read_gold(tmp_path)
    assert file.place_in(TEXT).lost == 1


def test_the_command_prints_json(tmp_path, coder, monkeypatch):
    write_gold(tmp_path)
    monkeypatch.setattr("dragoman.evaluate.record.load_coder", lambda: coder)
    result = CliRunner().invoke(evaluate, ["record", str(tmp_path), "--json", "--show", "events"])
    assert result.exit_code == 0, result.output
    assert json.loads(result.output)["counts"]["documents"] == 1


def test_every_command_refuses_a_path_that_is_not_there(tmp_path):
    for name in ("record", "status", "plv", "polnear", "timebank", "maintext", "htmldate", "meantime"):
        result = CliRunner().invoke(evaluate, [name, str(tmp_path / "gone")])
        assert isinstance(result.exception, EvaluateError), name
        assert "gone" in str(result.exception), name


@pytest.mark.parametrize("name", ["seeds", "dev"])
def test_figures_are_those_of_the_coding_manuals_scorer(name, gold, coder, tmp_path):
    texts = gold.parent / "seeds" if name == "seeds" else gold / "dev"
    report = score_record(gold / name, texts, coder=coder)
    theirs = run_manual_scorer(gold / name, texts, coder, tmp_path)
    for task, measure in theirs["tasks"].items():
        ours = report.measures[task]
        assert (ours.right, ours.found, ours.gold) == (measure["right"], measure["record"], measure["gold"]), task
        assert report.scores()[task] == pytest.approx(measure["f1"], abs=0.1), task
    for field, percent in theirs["event fields"].items():
        assert report.scores()[f"field {field}"] == pytest.approx(percent, abs=0.1), field
    for status, measure in theirs["status"].items():
        assert report.scores()[f"status {status}"] == pytest.approx(measure["f1"], abs=0.1), status
    for field, share in theirs["documents"].items():
        ours = report.shares[f"document {field}"]
        assert f"{ours.right}/{ours.total}" == share
    assert theirs["quotes not in their text"] == report.counts["quotes lost"] == 0


def run_manual_scorer(folder, texts, coder, out):
    from dragoman.evaluate.record import find_documents
    from dragoman.present.export.record import record_of

    spec = importlib.util.spec_from_file_location("manual_scorer", folder.parents[1] / "score" / "score.py")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    for doc, records in coder.code_documents(find_documents(read_gold(folder), folder, texts)):
        (out / f"{doc.name}.json").write_text(json.dumps(record_of(doc.name, doc, records)), encoding="utf-8")
    return scorer.score(scorer.load(folder, texts), scorer.load(out, texts))[0]
