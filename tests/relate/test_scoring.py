"""Threads as acts: who, when, with which score and weight."""

import pytest

from dragoman.relate.scoring import score_thread
from dragoman.vocab.scales import load_scale

PLOVER = load_scale("plover")


def test_what_took_place_counts_on_its_day_with_its_mode(make_told):
    (act,) = score_thread(make_told(({"mode": "visit"}, {"mode": ""})), PLOVER)
    assert (act.actor, act.recipient, act.first, act.last) == ("PAK", "RUS", "2012-10-04", "2012-10-04")
    assert (act.score, act.weight, act.quad, act.mutual) == (4.0, 1.0, "verbal cooperation", False)


@pytest.mark.parametrize(
    ("standing", "status", "score", "weight", "day"),
    [
        ("claimed", "happened", 2.5, 0.25, "2012-10-04"),
        ("disputed", "happened", 2.5, 0.25, "2012-10-04"),
        ("planned", "planned", 2.5, 0.5, "2012-10-05"),
        ("proposed", "proposed", 2.5, 0.15, "2012-10-05"),
        ("postponed", "postponed", -2.0, 0.5, "2012-10-05"),
        ("cancelled", "cancelled", -2.0, 1.0, "2012-10-05"),
    ],
)
def test_each_standing_has_its_act_weight_and_day(make_told, standing, status, score, weight, day):
    (act,) = score_thread(make_told(({"status": status},), standing=standing), PLOVER)
    assert (act.score, act.weight, act.first) == (score, weight, day)


@pytest.mark.parametrize("standing", ["possible", "did not happen", "lapsed"])
def test_what_is_no_act_does_not_count(make_told, standing):
    assert score_thread(make_told(standing=standing), PLOVER) == ()


def test_pressure_called_off_is_no_act_but_announced_pressure_is_a_threat(make_told):
    assert score_thread(make_told(({"status": "cancelled"},), type="SANCTION", standing="cancelled"), PLOVER) == ()
    (act,) = score_thread(make_told(({"status": "planned"},), type="SANCTION", standing="planned"), PLOVER)
    assert act.type == "THREATEN" and act.score < 0


def test_history_counts_on_its_own_day_and_without_one_not_at_all(make_told):
    (act,) = score_thread(make_told(background=True, date="1965"), PLOVER)
    assert (act.first, act.last) == ("1965-01-01", "1965-12-31")
    assert score_thread(make_told(background=True, date=""), PLOVER) == ()
    (act,) = score_thread(make_told(date=""), PLOVER)
    assert act.first == "2012-10-05"


def test_news_of_which_only_the_latest_day_is_known_counts_there(make_told):
    (act,) = score_thread(make_told(date="../2012-05"), PLOVER)
    assert act.first == act.last == "2012-05-31"


def test_what_goes_on_lasts_until_it_was_told_last(make_told):
    (act,) = score_thread(make_told(({}, {"document": "d-2"}), date="2011/.."), PLOVER)
    assert (act.first, act.last) == ("2011-01-01", "2012-11-03")


def test_comments_do_not_count(make_told):
    assert score_thread(make_told(({"voice": "comment"},)), PLOVER) == ()


def test_only_official_sides_count_unless_asked(make_told):
    told = make_told(({"actor_sectors": ("BUS",)},))
    assert score_thread(told, PLOVER) == ()
    assert len(score_thread(told, PLOVER, official=False)) == 1
    assert score_thread(make_told(({"unofficial": True},)), PLOVER) == ()
    assert len(score_thread(make_told(({"actor_sectors": ("BUS",)}, {"actor_sectors": ("MIL",)})), PLOVER)) == 1


def test_an_armed_group_is_a_side_of_its_own(make_told):
    told = make_told(({"actor_sectors": ("REB",)},), actors=("GRP:TALIBAN",), recipients=("AFG",))
    assert score_thread(told, PLOVER)[0].actor == "GRP:TALIBAN"


def test_a_meeting_of_many_says_less_of_each_pair(make_told):
    acts = score_thread(make_told(actors=("AFG", "PAK", "RUS", "TJK"), recipients=()), PLOVER)
    assert len(acts) == 6
    assert all(act.mutual and act.weight == 0.5 for act in acts)


def test_independent_sources_and_confidence_weigh(make_told):
    (one,) = score_thread(make_told(sources=1, confidence=0.5), PLOVER)
    (four,) = score_thread(make_told(sources=4, confidence=0.5), PLOVER)
    (many,) = score_thread(make_told(sources=4000, confidence=0.5), PLOVER)
    assert (one.weight, four.weight, many.weight) == (0.5, 1.0, 1.25)


def test_another_scale_scores_otherwise(make_told):
    (act,) = score_thread(make_told(({"mode": "visit"},)), load_scale("goldstein"))
    assert act.score == load_scale("goldstein").score("CONSULT", "visit") != 4.0
