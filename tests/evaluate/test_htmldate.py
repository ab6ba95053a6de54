"""The day of publication from pages: exact day, undated and missing pages."""

import json

import pytest

from dragoman.evaluate.htmldate import score_htmldate
from dragoman.model.errors import EvaluateError

PAGE = """<html><head><title>Talks</title><meta property="article:published_time" content="{}T08:00:00Z"></head>
<body><article><p>The ministers of both states met on Monday in the capital and signed a treaty on trade.</p></article></body></html>"""


def make_set(folder, dates, *, shown=None):
    (folder / "pages").mkdir()
    for name, date in (shown or dates).items():
        (folder / "pages" / f"{name}.html").write_text(PAGE.format(date), encoding="utf-8")
    rows = {f"https://example.org/{name}": {"file": f"{name}.html", "date": date} for name, date in dates.items()}
    (folder / "gold.json").write_text(json.dumps(rows), encoding="utf-8")
    return folder


def test_pages_with_the_golds_day_are_right(tmp_path):
    gold = {"a": "2019-05-02", "b": "2019-05-03"}
    report = score_htmldate(make_set(tmp_path, gold, shown={"a": "2019-05-02", "b": "2018-01-01"}), show=True)
    assert report.scores()["exact day"] == 50
    assert report.lines == ("~ b.html 2018-01-01 for 2019-05-03",)


def test_pages_that_are_not_there_are_left_out_and_empty_ones_are_wrong(tmp_path):
    folder = make_set(tmp_path, {"a": "2019-05-02", "b": "2019-05-03", "c": "2019-05-04"}, shown={"a": "2019-05-02"})
    (folder / "pages" / "b.html").write_bytes(b"")
    report = score_htmldate(folder)
    assert (report.counts["pages"], report.counts["rejected"]) == (2, 1)
    assert report.scores() == {"exact day": 50, "exact day where dated": 100}


@pytest.mark.parametrize("content", [None, "{", "[]", '{"a": {"date": "2019"}}'])
def test_a_folder_without_gold_is_an_error(content, tmp_path):
    if content is not None:
        (tmp_path / "gold.json").write_text(content, encoding="utf-8")
    with pytest.raises(EvaluateError, match=r"gold\.json"):
        score_htmldate(tmp_path)


def test_a_folder_without_pages_is_an_error(tmp_path):
    (tmp_path / "gold.json").write_text('{"u": {"file": "a.html", "date": "2019-05-02"}}', encoding="utf-8")
    with pytest.raises(EvaluateError, match="pages"):
        score_htmldate(tmp_path)
