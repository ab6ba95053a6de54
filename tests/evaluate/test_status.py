"""The status set: reading it, choosing the event at the trigger, counting a miss as wrong."""

import json

import pytest

from dragoman.evaluate.floors import FILE
from dragoman.evaluate.status import choose_event, compare_statuses, read_status, score_status
from dragoman.model.errors import EvaluateError
from dragoman.model.records import EVENT_TYPES, STATUSES, Event

ROW = {
    "id": "own-1", "text": "Russia visited Pakistan on Thursday.", "published": "2012-10-05", "trigger": "visited",
    "trigger_start": 7, "type": "CONSULT", "status": "happened", "actors": ["RUS"], "recipients": ["PAK"],
    "voice": "author", "construction": "past", "pair": "p1", "part": "open",
}  # fmt: skip


@pytest.fixture
def make_set(tmp_path):
    def write(*rows):
        path = tmp_path / "status.jsonl"
        path.write_text("".join(json.dumps(ROW | row) + "\n" for row in rows), encoding="utf-8")
        return path

    return write


def event(start=7, end=14, type_="CONSULT", status="happened"):
    return Event("e", "d", "q", (0, 36), "t", (start, end), type_, status, ("RUS",), ("PAK",))


def test_the_event_whose_trigger_overlaps_most_is_chosen(make_set):
    (row,) = read_status(make_set({}))
    near, exact, typed = event(5, 9), event(7, 14, "COERCE"), event(7, 14)
    assert choose_event(row, [near, exact, typed]) is typed
    assert choose_event(row, [near, exact]) is exact
    assert choose_event(row, [event(0, 7), event(14, 20)]) is None


def test_a_miss_is_wrong_for_its_status_and_is_no_false_find_of_another(make_set):
    rows = read_status(make_set({}, {"id": "b", "status": "denied"}, {"id": "c", "status": "denied", "construction": "no"}))
    report = compare_statuses(rows, [event(), event(status="denied"), None], show=True)
    denied = report.measures["status denied"]
    assert (denied.right, denied.found, denied.gold) == (1, 1, 2)
    assert report.scores()["macro F1"] == pytest.approx(83.3)
    assert (report.scores()["found"], report.scores()["status"]) == (66.7, 66.7)
    assert (report.details["construction no"].right, report.details["construction no"].total) == (0, 1)
    (line,) = report.lines
    assert line.startswith("- c [visited] not found for denied")


def test_other_fields_are_judged_where_the_event_is_found(make_set):
    rows = read_status(make_set({"voice": "Sergei Lavrov", "recipients": []}))
    scores = compare_statuses(rows, [event()]).scores()
    assert (scores["actors where found"], scores["recipients where found"], scores["voice where found"]) == (100, 0, 0)


def test_only_the_part_asked_for_is_scored(make_set, coder):
    path = make_set({}, {"id": "b", "part": "locked"})
    assert score_status(path, coder=coder).counts["rows"] == 1
    assert score_status(path, part="all", coder=coder).counts["rows"] == 2
    assert score_status(path, coder=coder).scores()["status happened"] == 100


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"trigger_start": 8}, "line 1: the trigger 'visited' does not stand at 8"),
        ({"status": "maybe"}, "unknown status 'maybe'"),
        ({"actors": None}, "line 1: no row of the status set"),
        ({"part": "locked"}, "no rows of part 'open'"),
    ],
)
def test_a_faulty_row_is_named(row, message, make_set):
    with pytest.raises(EvaluateError, match=message):
        score_status(make_set(row))


def test_a_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(EvaluateError, match="status set"):
        score_status(tmp_path / "gone.jsonl")


def test_the_shipped_set_is_sound():
    rows = read_status(FILE.parent / "status.jsonl")
    assert len(rows) >= 600
    assert {row.status for row in rows} == set(STATUSES)
    assert {row.type for row in rows} == set(EVENT_TYPES)
    assert {row.part for row in rows} == {"open", "locked"}
    assert len({row.id for row in rows}) == len(rows)
