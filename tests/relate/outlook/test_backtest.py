from dataclasses import replace

import numpy as np
import pytest

from dragoman.relate.outlook.backtest import LEAST_KNOWN, run_backtest
from dragoman.relate.outlook.calendar import lay_out
from dragoman.relate.outlook.questions import QUESTIONS, RELATION, RUN_IN, UNKNOWN, VISITS

from .pairs import make_months, wander


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
@pytest.mark.parametrize("horizon", [1, 3, 6, 15])
def test_no_saying_knows_of_later_months(question, horizon):
    months = wander(7, 100)
    cut = 80
    later = [replace(row, level=-row.level - 5, drift=3.0, acts=1, visits=1, spread=4.0) for row in months[cut:]]
    true, false = (run_backtest(lay_out(rows), question, horizon) for rows in (months, months[:cut] + later))
    for one, other in zip(true.sayings, false.sayings, strict=True):
        if one.month < cut:
            assert one.model.tolist() == other.model.tolist()
            assert one.no_change.tolist() == other.no_change.tolist()
            assert one.base_rate.tolist() == other.base_rate.tolist()
        if one.month + horizon < cut:
            assert one.came == other.came


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_todays_forecast_is_what_the_backtest_would_have_said(question):
    months = wander(8, 100)
    full = run_backtest(lay_out(months), question, 3)
    early = run_backtest(lay_out(months[:85]), question, 3)
    same = next(saying for saying in full.sayings if saying.month == 84)
    assert early.sayings[-1].model.tolist() == same.model.tolist()


def test_begins_when_enough_answers_are_known():
    calendar = lay_out(wander(9, 90))
    assert run_backtest(calendar, VISITS, 6).sayings[0].month == LEAST_KNOWN + 6 - 1
    assert run_backtest(calendar, RELATION, 6).sayings[0].month == RUN_IN + LEAST_KNOWN + 6 - 1


def test_the_last_months_have_no_outcome_yet():
    sayings = run_backtest(lay_out(wander(9, 90)), VISITS, 6).sayings
    assert [saying.came == UNKNOWN for saying in sayings[-7:]] == [False] + [True] * 6


def test_silence_is_no_outcome_of_the_relation():
    acts = np.ones(100, dtype=int)
    acts[70:76] = 0
    sayings = run_backtest(lay_out(make_months(np.arange(100) / 10, acts=acts)), RELATION, 3).sayings
    assert [saying.month for saying in sayings[:-3] if saying.came == UNKNOWN] == [69, 70, 71, 72]
