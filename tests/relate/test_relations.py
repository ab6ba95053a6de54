"""The relation of a pair and the ties of all: windows, directions, what is lacking, change points."""

from dataclasses import replace

import pytest

from dragoman.model.relation import Coverage, Verdict
from dragoman.relate.relations import Window, Witnesses, draw_relation
from dragoman.relate.ties import find_ties

PAIR = ("PAK", "RUS")
TWO = Witnesses(lambda ids: 2, lambda start, end: Coverage(3, 2, 1, 1))


@pytest.fixture
def year(make_act):
    return [make_act(f"2012-{month:02d}-10") for month in range(1, 13)]


def test_a_line_has_a_point_a_month_with_coverage_and_threads(year):
    found = draw_relation(PAIR, year, (), Window(), TWO)
    assert [point.start for point in found.points] == [f"2012-{month:02d}-01" for month in range(1, 13)]
    assert found.points[3].threads == (year[3].id,)
    assert found.points[3].coverage == Coverage(3, 2, 1, 1)
    assert (found.points[3].acts, found.points[3].quads) == (1, (1, 0, 0, 0))
    assert all(point.low <= point.level <= point.high for point in found.points)
    assert (found.threads, found.sources, found.lacks) == (12, 2, "")


def test_seven_events_or_one_source_make_no_line(year):
    assert draw_relation(PAIR, year[:7], (), Window(), TWO).points == ()
    assert "7 events of 2 independent sources" in draw_relation(PAIR, year[:7], (), Window(), TWO).lacks
    assert "1 independent source;" in draw_relation(PAIR, year, (), Window(), Witnesses(lambda ids: 1)).lacks
    assert draw_relation(PAIR, year, (), Window(since="2012-06-01"), TWO).lacks.startswith("too little")


def test_directions_take_only_their_own_acts(year):
    forth = draw_relation(PAIR, year, (), Window(), TWO)
    assert forth.forth and not forth.back
    turned = draw_relation(("RUS", "PAK"), year, (), Window(), TWO)
    assert turned.back and not turned.forth
    mutual = draw_relation(PAIR, [replace(act, mutual=True) for act in year], (), Window(), TWO)
    assert mutual.forth == mutual.back
    assert mutual.points[0].acts == 1


def test_what_lies_before_the_window_places_its_beginning(make_act, year):
    bad = [make_act(f"2011-{month:02d}-10", -9.0) for month in range(1, 13)]
    alone = draw_relation(PAIR, year, (), Window(since="2012-01-01"), TWO).points
    after = draw_relation(PAIR, [*bad, *year], (), Window(since="2012-01-01"), TWO).points
    assert len(alone) == len(after) == 12
    assert after[0].level < alone[0].level


def test_a_break_is_named_with_the_threads_that_made_it(make_act):
    calm = [make_act(f"{year}-{month:02d}-10", 3.0) for year in (2010, 2011) for month in range(1, 13)]
    war = [make_act(f"{year}-{month:02d}-10", -9.0) for year in (2012, 2013) for month in range(1, 13)]
    (change,) = draw_relation(PAIR, [*calm, *war], (), Window(), TWO).changes
    assert change.start == "2012-01-01" and change.threads == (war[0].id,)
    assert change.size < -8 and change.low < change.size < change.high


def test_vague_acts_are_spread_and_count_once(make_act, year):
    vague = make_act("2012-01-01", last="2012-12-31", id="t-vague")
    found = draw_relation(PAIR, [*year, vague], (), Window(), TWO)
    assert found.threads == 13
    assert all("t-vague" in point.threads for point in found.points)


def test_ties_have_a_sign_only_where_the_interval_leaves_no_doubt(make_act):
    enemies = [make_act(f"2012-{m:02d}-10", -9.0, actor="IND", recipient="PAK") for m in range(1, 13)]
    mixed = [make_act(f"2012-{m:02d}-10", -3.0 if m % 2 else 3.0, actor="AFG", recipient="PAK") for m in range(1, 13)]
    once = [make_act("2012-05-10", actor="CHN", recipient="PAK")]
    ties = {(tie.a, tie.b): tie for tie in find_ties([*enemies, *mixed, *once], (), "2012-12-31")}
    assert ties["IND", "PAK"].sign == -1 and ties["IND", "PAK"].acts == 12
    assert ties["AFG", "PAK"].sign == 0
    assert ("CHN", "PAK") not in ties


def test_verdicts_alone_can_tie(make_act):
    said = [Verdict(f"a-{n}", "PAK", "USA", "2012-04-01", "2012-04-30", -4.0, None, 3.0) for n in range(4)]
    (tie,) = find_ties((), said, "2012-10-01")
    assert (tie.a, tie.b, tie.sign, tie.acts, tie.verdicts) == ("PAK", "USA", -1, 0, 4)


def test_a_state_that_is_no_more_has_no_ties(make_act):
    acts = [make_act(f"198{year}-03-01", -3.0, actor="SUN", recipient="USA") for year in range(9)]
    assert find_ties(acts, (), "1985-06-30") != ()
    assert find_ties(acts, (), "1995-06-30") == ()


def test_the_order_of_acts_does_not_matter(year):
    assert draw_relation(PAIR, year, (), Window(), TWO).points == draw_relation(
        PAIR, year[::-1], (), Window(), TWO
    ).points  # fmt: skip
