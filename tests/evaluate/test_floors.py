"""Floors only rise; the record's scores on the gold at hand stay above theirs."""

import pytest

from dragoman.evaluate.floors import Fall, Floors, find_falls, load_floors, raise_floors, save_floors
from dragoman.evaluate.record import score_record
from dragoman.model.errors import EvaluateError

FLOORS = Floors(0.5, {"own": {"type": 60.0, "status": 50.0}})


def test_a_score_below_its_floor_is_a_fall():
    assert find_falls(FLOORS, "own", {"type": 60.0, "status": 49.9}) == [Fall("own", "status", 50.0, 49.9)]
    assert find_falls(FLOORS, "own", {"type": 60.0, "status": 50.0, "new": 1.0}) == []


def test_a_task_that_is_not_scored_is_a_fall():
    (fall,) = find_falls(FLOORS, "own", {"status": 80.0})
    assert str(fall) == "own, type: not scored, floor 60.0"


def test_an_unknown_set_is_refused():
    with pytest.raises(EvaluateError, match="There are: own"):
        find_falls(FLOORS, "other", {})


def test_floors_rise_to_the_score_less_the_allowance():
    raised = raise_floors(FLOORS, "own", {"type": 70.0, "status": 50.2})
    assert raised.sets["own"] == {"type": 69.5, "status": 50.0}
    assert FLOORS.sets["own"]["type"] == 60.0


def test_floors_do_not_fall_without_permission():
    with pytest.raises(EvaluateError, match="Floors only rise. own, status: 40.0, floor 50.0"):
        raise_floors(FLOORS, "own", {"type": 70.0, "status": 40.0})
    lowered = raise_floors(FLOORS, "own", {"type": 70.0, "status": 40.0}, allow_regression=True)
    assert lowered.sets["own"] == {"type": 69.5, "status": 39.5}


def test_a_new_set_gets_floors_and_others_stay():
    raised = raise_floors(FLOORS, "other", {"type": 0.2})
    assert raised.sets == {"own": {"type": 60.0, "status": 50.0}, "other": {"type": 0.0}}


def test_floors_survive_the_file(tmp_path):
    path = tmp_path / "floors.json"
    save_floors(FLOORS, path)
    assert load_floors(path) == FLOORS


@pytest.mark.parametrize("content", [None, "{", "[]", '{"allowance": 1}', '{"allowance": 1, "sets": {"x": []}}'])
def test_a_file_that_holds_no_floors_is_an_error(content, tmp_path):
    path = tmp_path / "floors.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(EvaluateError, match=r"floors\.json"):
        load_floors(path)


@pytest.mark.parametrize("name", ["seeds", "dev"])
def test_the_record_keeps_its_floors(name, gold, coder):
    texts = gold.parent / "seeds" if name == "seeds" else None
    scores = score_record(gold / name, texts, coder=coder).scores()
    assert [str(fall) for fall in find_falls(load_floors(), f"record {name}", scores)] == []
