"""The day of publication from the text alone: what counts as an answer, and which answers are near."""

import doctest
from datetime import date

import pytest

from dragoman.evaluate import textdates
from dragoman.evaluate.textdates import count_answers, middle_of, score_text_dates

DAY = date(2016, 9, 12)


def test_examples_in_the_docstrings_hold():
    assert doctest.testmod(textdates).failed == 0


@pytest.mark.parametrize(
    ("value", "middle"),
    [
        ("2016-09-12", DAY),
        ("2016-09-05/2016-09-19", DAY),
        ("2016-09-05/2016-09-20", None),
        ("../2016-09-19", None),
        ("2016", None),
        ("", None),
    ],
)
def test_an_answer_is_at_most_fifteen_days_wide(value, middle):
    assert middle_of(value) == middle


def test_answers_are_near_within_seven_days():
    report = count_answers([DAY] * 4, ["2016-09-12", "2016-09-19", "2016-09-20", ""])
    assert {name: (share.right, share.total) for name, share in {**report.shares, **report.matched}.items()} == {
        "published: answered": (3, 4),
        "published: within 7 days where answered": (2, 3),
        "published: exact where answered": (1, 3),
    }


def test_the_name_of_the_file_is_withheld(tmp_path):
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "paper_2016-09-12_title.txt").write_text("The envoy left for talks. He said little.", encoding="utf-8")
    assert score_text_dates(tmp_path).shares["published: answered"].right == 0
    assert score_text_dates(tmp_path / "text").scores() == {}
