"""Lines of many pairs: the same as each pair alone, and only where enough is told."""

import pytest

from dragoman.model.relation import Verdict
from dragoman.relate.lines import draw_lines
from dragoman.relate.relations import Window, Witnesses, draw_relation


@pytest.fixture
def acts(make_act):
    pakistan = [make_act(f"2012-{month:02d}-10", 3.0) for month in range(1, 10)]
    india = [make_act(f"2012-{month:02d}-10", -4.0, actor="PAK", recipient="IND") for month in range(1, 13)]
    return [*pakistan, *india, make_act("2012-05-05", actor="CHN")]


def test_each_pair_has_the_line_that_it_has_alone(acts):
    lines = draw_lines(acts, (), "month", "2012-01-01", "2012-12-31")
    alone = draw_relation(("PAK", "RUS"), acts, (), Window(until="2012-12-31"), Witnesses(lambda ids: 2))
    column = lines.pairs["PAK", "RUS"]
    assert [point.level for point in alone.points] == pytest.approx(list(lines.levels.level[:, column]))


def test_pairs_of_which_too_little_is_told_have_none(acts):
    lines = draw_lines(acts, (), "month", "2012-01-01", "2012-12-31")
    assert list(lines.pairs) == [("IND", "PAK"), ("PAK", "RUS")]
    assert lines.acts["IND", "PAK"] == 12


def test_assessments_count_as_acts_do():
    said = [Verdict(f"a-{day}", "USA", "GBR", "2012-01-01", "2012-01-31", 4.0, None) for day in range(3)]
    lines = draw_lines((), said, "year", "2012-01-01", "2012-12-31")
    assert lines.levels.level[0, lines.pairs["GBR", "USA"]] > 1.0
    assert lines.verdicts["GBR", "USA"] == 3


def test_what_spans_months_counts_in_each_with_its_share(make_act):
    wide = [make_act("2011-12-16", last="2012-02-10", score=2.0, mutual=True) for _ in range(3)]
    lines = draw_lines(wide, (), "month", "2012-01-01", "2012-03-31")
    assert list(lines.cells.weight[:, 0]) == pytest.approx([1.0, 1.0, 0.0])
    assert list(lines.cells.mean[:, 0]) == pytest.approx([2.0, 2.0, 0.0])
    assert lines.cells.scatter.max() == pytest.approx(0.0)
    assert lines.cells.acts.sum() == pytest.approx(2.0)


def test_nobody_makes_no_line():
    assert not draw_lines((), (), "month", "2012-01-01", "2012-03-31").pairs
