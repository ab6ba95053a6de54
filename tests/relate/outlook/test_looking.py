import random
from dataclasses import replace

import numpy as np
import pytest

from dragoman.model.outlook import DIRECTIONS
from dragoman.relate.outlook import look_ahead
from dragoman.relate.outlook.looking import BASE_RATE, LEAST_GAIN, MODEL, NO_CHANGE

from .pairs import drift_on, make_months, wander

PAIR = ("ATL", "ZUB")


def test_two_questions_at_three_horizons():
    outlook = look_ahead(PAIR, wander(1))
    asked = [(f.question, f.horizon, f.outcomes) for f in outlook.forecasts]
    visit = ("visit", "none")
    assert asked == [("relation", h, DIRECTIONS) for h in (1, 3, 6)] + [("visit", h, visit) for h in (1, 3, 6)]
    assert (outlook.pair, outlook.since, outlook.until, outlook.lacks) == (PAIR, "1990-01", "1999-12", "")


@pytest.mark.parametrize("seed", range(3))
def test_probabilities_are_probabilities(seed):
    for forecast in look_ahead(PAIR, wander(seed)).forecasts:
        for chances in (forecast.probabilities, forecast.model):
            assert sum(chances) == pytest.approx(1)
            assert min(chances) > 0


@pytest.mark.parametrize("seed", range(3))
def test_what_is_shown_is_what_has_the_right_to(seed):
    for forecast in look_ahead(PAIR, drift_on(seed)).forecasts + look_ahead(PAIR, wander(seed)).forecasts:
        model, *baselines = forecast.scores
        best = min(baselines, key=lambda score: score.brier)
        assert [score.name for score in forecast.scores] == [MODEL, NO_CHANGE, BASE_RATE]
        assert forecast.shown == (MODEL if model.high < -LEAST_GAIN else best.name)
        assert model.low <= model.brier - best.brier <= model.high
        assert forecast.shown != MODEL or forecast.probabilities == forecast.model


def test_bins_add_up():
    for forecast in look_ahead(PAIR, wander(4)).forecasts:
        asked = 1 if forecast.question == "visit" else 3
        for score in forecast.scores:
            assert sum(each.count for each in score.calibration) == asked * score.months
            assert all(each.low <= each.forecast <= each.high for each in score.calibration)
            came = sum(each.count * each.observed for each in score.calibration)
            assert forecast.question == "visit" or came == pytest.approx(score.months)


def test_a_drift_that_lasts_is_foretold():
    for seed in range(3):
        month, quarter = look_ahead(PAIR, drift_on(seed), (1, 3)).forecasts[:2]
        assert (month.shown, quarter.shown) == (MODEL, MODEL)
        assert "drift" in quarter.factors[0][0]
        rises = drift_on(seed)[-1].drift > 0
        assert (quarter.probabilities[0] > quarter.probabilities[2]) == rises
        assert quarter.factors[0][0].endswith("towards better" if rises else "towards worse")


def test_chance_is_not_foretold():
    """By the 80 % interval one in ten may seem so; of 40 that are beyond all doubt no more than 8."""
    forecasts = [f for seed in range(10) for f in look_ahead(PAIR, wander(seed), (1, 3)).forecasts]
    assert sum(f.shown == MODEL for f in forecasts) <= 8


def test_a_yearly_summit_is_foretold():
    visits = [int(at % 12 == 3) for at in range(144)]
    months = make_months(np.cumsum(np.random.default_rng(0).normal(0, 0.3, 144)), visits=visits)
    outlooks = {stop: look_ahead(PAIR, months[:stop], (1,)).forecasts[1] for stop in (135, 138)}
    assert outlooks[135].shown == outlooks[138].shown == MODEL
    assert outlooks[135].model[0] > 3 * outlooks[138].model[0]
    assert any("same months a year ago" in words for words, _ in outlooks[135].factors)


def test_order_of_months_does_not_matter():
    months = wander(2)
    mixed = random.Random(0).sample(months, len(months))
    assert look_ahead(PAIR, mixed) == look_ahead(PAIR, months)


def test_what_comes_later_changes_no_earlier_forecast():
    months = wander(3)
    later = [replace(row, level=9.0, drift=-1.0, acts=40, visits=3) for row in months[100:]]
    before, after = (look_ahead(PAIR, rows[:100]) for rows in (months, months[:100] + later))
    assert before == after


def test_silent_months_may_be_left_out():
    months = wander(5)
    silent = [
        replace(row, level=months[at - 1].level, spread=months[at - 1].spread, drift=months[at - 1].drift,
                acts=0, score=None, quads=(0, 0, 0, 0), visits=0)
        if at in (40, 70, 90) else row
        for at, row in enumerate(months)
    ]  # fmt: skip
    assert look_ahead(PAIR, silent) == look_ahead(PAIR, [row for row in silent if row.acts])


def test_too_few_months_are_said_to_be():
    outlook = look_ahead(PAIR, wander(1, 59))
    assert outlook.forecasts == ()
    assert "at least 60 months" in outlook.lacks
    assert "59 between 1990-01 and 1994-11" in outlook.lacks
    assert "`dragoman import`" in outlook.lacks


@pytest.mark.parametrize("months", [[], make_months([0.0] * 90, acts=[0] * 90)])
def test_nothing_known_at_all(months):
    outlook = look_ahead(PAIR, months)
    assert (outlook.forecasts, outlook.since) == ((), "")
    assert "there are 0." in outlook.lacks


def test_months_without_acts_do_not_count_as_months_of_the_pair():
    acts = [at % 2 for at in range(110)]
    assert "there are 55" in look_ahead(PAIR, make_months(np.zeros(110), acts=acts)).lacks


def test_sixty_months_are_enough_but_do_not_let_the_model_win():
    outlook = look_ahead(PAIR, drift_on(1, 60))
    assert len(outlook.forecasts) == 6
    assert outlook.forecasts[2].shown != MODEL
    assert (outlook.forecasts[2].scores[0].low, outlook.forecasts[2].scores[0].high) == (-2, 2)


def test_a_horizon_beyond_the_data_is_named():
    outlook = look_ahead(PAIR, wander(1, 60), (1, 48))
    assert {f.horizon for f in outlook.forecasts} == {1}
    assert "48 months" in outlook.lacks


@pytest.mark.parametrize("visits, likelier", [(0, "none"), (1, "visit")])
def test_what_never_changes_stays_with_a_baseline(visits, likelier):
    outlook = look_ahead(PAIR, make_months([2.0] * 100, visits=[visits] * 100))
    for forecast in outlook.forecasts:
        wanted = "same" if forecast.question == "relation" else likelier
        assert forecast.shown != MODEL
        assert forecast.outcomes[int(np.argmax(forecast.probabilities))] == wanted
        assert forecast.factors == ()
        assert 0.9 < max(forecast.probabilities) < 1


def test_impossible_calls_are_refused():
    with pytest.raises(ValueError, match="horizon"):
        look_ahead(PAIR, wander(1), (0,))
    with pytest.raises(ValueError, match="twice"):
        look_ahead(PAIR, [*wander(1), wander(1)[0]])
