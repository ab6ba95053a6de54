"""Reports: figures for people and for programs, and the runs on public sets as reports."""

import json

import pytest

from dragoman.evaluate.measure import Measure
from dragoman.evaluate.public_sets import report_maintext, report_polnear, report_timebank
from dragoman.evaluate.reports import Report, Share, describe_report, macro_f1, report_fields
from dragoman.model.errors import EvaluateError

REPORT = Report(
    {"type": Measure(3, 4, 6)}, {"place": Share(1, 3), "none": Share(0, 0)}, {"date": Share(9, 9)}, {"macro F1": 60.04},
    {"documents": 2}, {"small": Share(1, 1)}, ("- a",),
)  # fmt: skip


def test_scores_are_percent_with_one_decimal():
    assert REPORT.scores() == {"type": 60.0, "place": 33.3, "none": 0.0, "macro F1": 60.0, "date": 100.0}


def test_floors_keep_no_figures_on_few_items_or_on_what_was_found():
    assert REPORT.pinned_scores(least=4) == {"type": 60.0, "macro F1": 60.0}


def test_nothing_divided_by_nothing_is_nought():
    assert (Measure(0, 0, 0).precision, Measure(0, 0, 0).recall, Measure(0, 0, 0).f1) == (0.0, 0.0, 0.0)
    assert macro_f1({}) == 0.0
    assert macro_f1({"a": Measure(1, 1, 1), "absent": Measure(0, 3, 0)}) == 100.0


def test_the_table_has_rates_and_counts():
    lines = describe_report(REPORT).splitlines()
    assert lines[1].split() == ["type", "75.0", "50.0", "60.0", "6", "4", "3"]
    assert lines[-1] == "- a"
    assert describe_report(Report(counts={"pages": 3})).split() == ["pages", "3"]


def test_the_fields_are_plain_json():
    fields = json.loads(json.dumps(report_fields(REPORT)))
    assert fields["measures"]["type"] == {"p": 75.0, "r": 50.0, "f1": 60.0, "gold": 6, "found": 4, "right": 3}
    assert fields["shares"]["place"] == {"percent": 33.3, "right": 1, "of": 3}
    assert (fields["matched"]["date"]["of"], fields["details"]["small"]["of"]) == (9, 1)
    assert fields["lines"] == ["- a"]


def test_attributions_are_found_by_the_program(tmp_path, coder):
    for folder in ("attributions", "text"):
        (tmp_path / folder).mkdir()
    text = "The minister said that the talks had failed. Nobody spoke."
    (tmp_path / "text" / "a.txt").write_text(text, encoding="utf-8")
    spans = {"Source": "The minister", "Cue": "said", "Content": "that the talks had failed"}
    lines = [f"T{i}\t{kind} {text.index(words)} {text.index(words) + len(words)}\t{words}" for i, (kind, words) in enumerate(spans.items())]
    lines.append("E1\tAttribution:T3 Source:T0 Cue:T1 Content:T2")
    (tmp_path / "attributions" / "a.ann").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert report_polnear(tmp_path, coder=coder).scores()["content overlap, right source"] == 100


@pytest.mark.parametrize("report", [report_timebank, report_maintext])
def test_other_sets_refuse_an_empty_folder(report, tmp_path):
    with pytest.raises(EvaluateError):
        report(tmp_path)
