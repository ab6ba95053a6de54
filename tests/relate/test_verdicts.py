"""Assessments as verdicts: levels, drifts, their days and their weight."""

import pytest

from dragoman.relate.verdicts import DRIFTS, LEVELS, WORTH, read_verdicts

PUBLISHED = {"d-1": ("2012-10-05", "2012-10-05"), "d-2": ("2012-11-01", "2012-11-03")}


def test_words_become_points_with_the_weight_of_their_confidence(make_assessment):
    (one,) = read_verdicts([make_assessment(level="bad", trend="improving", confidence=0.5)], PUBLISHED)
    assert (one.level, one.drift, one.weight) == (LEVELS["bad"], DRIFTS["improving"], WORTH * 0.5)
    assert (one.first, one.last) == ("2012-10-05", "2012-10-05")


def test_a_text_that_says_it_ten_times_weighs_as_one(make_assessment):
    ten = read_verdicts([make_assessment(f"ties {n}") for n in range(10)], PUBLISHED)
    assert sum(one.weight for one in ten) == pytest.approx(WORTH)
    then = read_verdicts([make_assessment("now"), make_assessment("then", date="1998")], PUBLISHED)
    assert sum(one.weight for one in then) == pytest.approx(2 * WORTH)


def test_a_phrase_that_copies_repeat_counts_once(make_assessment):
    two = [make_assessment("warm ties"), make_assessment("Warm  ties", document="d-2")]
    assert len(read_verdicts(two, PUBLISHED, lambda document: "one agency")) == 1
    assert len(read_verdicts(two, PUBLISHED)) == 2


def test_comments_and_phrases_without_a_day_do_not_count(make_assessment):
    assert read_verdicts([make_assessment(voice="comment"), make_assessment("b", document="d-3")], PUBLISHED) == []


def test_open_ends(make_assessment):
    since, until = read_verdicts([make_assessment("a", date="2001/.."), make_assessment("b", date="../2011")], PUBLISHED)
    assert (since.first, since.last) == ("2001-01-01", "2012-10-05")
    assert (until.first, until.last) == ("2001-12-01", "2011-12-31")
