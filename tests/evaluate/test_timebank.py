"""The reader and scorer of TimeML files, on a small file of our own; the public set keeps its floor."""

import doctest
from pathlib import Path

import pytest

from dragoman.evaluate import timebank
from dragoman.model.errors import EvaluateError

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "time" / "timebank"
FILE = """<?xml version="1.0" ?>
<TimeML>
<DOCID>own</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2012-10-05T09:00">10/05/12</TIMEX3></DCT>
<TEXT>
The envoy <EVENT eid="e1">left</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2012-10-04">Thursday</TIMEX3> &amp; returned
<TIMEX3 tid="t2" type="DATE" value="2012-W40">later this week</TIMEX3>.

He stayed <TIMEX3 tid="t3" type="DURATION" value="P2D">two days</TIMEX3> in <TIMEX3 tid="t4" type="DATE" value="2012-09">September</TIMEX3>.
</TEXT>
</TimeML>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "own.tml").write_text(FILE, encoding="utf-8")
    return tmp_path


def test_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(timebank).failed == 0


def test_reader_gives_text_anchor_and_dates_without_durations(folder: Path) -> None:
    (text,) = timebank.read_timeml(folder)
    assert text.anchor == "2012-10-05"
    assert [text.text[t.start : t.end] for t in text.times] == ["Thursday", "later this week", "September"]
    assert "& returned" in text.text


def test_score_counts_spans_and_values(folder: Path) -> None:
    score = timebank.score_timebank(folder)
    assert (score.documents, score.strict.right, score.relaxed.right, score.value.right) == (1, 3, 3, 3)
    assert score.value.f1 == score.value.precision == score.value.recall == 1.0


def test_a_wrong_value_counts_for_spans_only(folder: Path) -> None:
    path = folder / "deep" / "own.tml"
    path.write_text(FILE.replace('value="2012-09"', 'value="2011-09"').replace("later this week", "later this  week"), "utf-8")
    score = timebank.score_timebank(folder)
    assert (score.relaxed.right, score.value.right) == (3, 2)


def test_a_measure_of_nothing_is_nought() -> None:
    empty = timebank.Measure(0, 0, 0)
    assert (empty.precision, empty.recall, empty.f1) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize("content", ["", "<TimeML>", "<TimeML><TEXT>no creation time</TEXT></TimeML>"])
def test_a_file_that_is_no_timeml_is_named(content: str, tmp_path: Path) -> None:
    (tmp_path / "bad.tml").write_text(content, encoding="utf-8")
    with pytest.raises(EvaluateError, match=r"bad\.tml"):
        timebank.score_timebank(tmp_path)


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvaluateError, match=r"\.tml"):
        timebank.score_timebank(tmp_path)


@pytest.mark.skipif(not GOLD.is_dir(), reason="the public TimeML files are not beside the checkout")
def test_the_public_files_keep_their_floor() -> None:
    score = timebank.score_timebank(GOLD)
    assert score.documents == 234
    assert score.strict.f1 >= 0.85
    assert score.relaxed.f1 >= 0.92
    assert score.value.f1 >= 0.79
