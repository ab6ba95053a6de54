"""The months of a pair as they were known at the time."""

from dragoman.relate.months import tell_months

PAIR = ("PAK", "RUS")


def test_months_without_a_gap_and_what_each_held(make_act):
    acts = [make_act("2012-01-10", mode="visit"), make_act("2012-03-05", -2.0), make_act("2012-03-09", 4.0, weight=0.5)]
    months = tell_months(PAIR, acts, (), "2012-04-30")
    assert [month.month for month in months] == ["2012-01", "2012-02", "2012-03", "2012-04"]
    assert [month.acts for month in months] == [1, 0, 2, 0]
    assert [month.visits for month in months] == [1, 0, 0, 0]
    assert [month.score for month in months] == [2.5, None, 0.0, None]


def test_later_months_change_nothing(make_act):
    acts = [make_act(f"2012-{month:02d}-10", float(month % 5)) for month in range(1, 13)]
    early = tell_months(PAIR, acts[:6], (), "2012-06-30")
    assert tell_months(PAIR, acts, (), "2012-12-31")[:6] == early


def test_no_acts_no_months(make_act):
    assert tell_months(PAIR, [], (), "2012-06-30") == ()
    assert tell_months(PAIR, [make_act("2013-01-01")], (), "2012-06-30") == ()
