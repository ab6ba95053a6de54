import sqlite3

import pytest

from dragoman.flow import deciding
from dragoman.flow.deciding import Desk, read_change
from dragoman.flow.queue import Wanted, find_last, read_queue
from dragoman.flow.reviewing import find_verdicts
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters

ANNA = Wanted("anna", 0.55)


@pytest.fixture
def desk(dossier, coder):
    return Desk(dossier, "anna", coder.tools())


def ids(folder, wanted):
    return [queued.id for queued in read_queue(folder, wanted)]


def test_what_clashes_comes_first_and_less_certain_rows_are_there(doubtful_dossier):
    queue = read_queue(doubtful_dossier, ANNA)
    assert queue[0].clashes and [q.score for q in queue] == sorted((q.score for q in queue), reverse=True)
    assert min(q.confidence for q in queue) < 0.5


@pytest.fixture
def doubtful_dossier(dossier):
    db = sqlite3.connect(dossier / "dossier.db")
    db.execute("UPDATE events SET confidence = 0.34 WHERE status = 'planned'")
    db.commit()
    db.close()
    return dossier


def test_filters_narrow_the_queue(desk):
    every = ids(desk.folder, ANNA)
    some = ids(desk.folder, Wanted("anna", 0.55, filters=Filters(pair=("IND", "PAK"))))
    assert len(some) == 1 and set(some) < set(every)
    assert ids(desk.folder, Wanted("anna", 0.55, filters=Filters(status="planned", actor="PAK", since="2012-11")))
    assert len(ids(desk.folder, Wanted("anna", 0.55, "statements"))) == 1
    assert len(ids(desk.folder, Wanted("anna", 0.55, "assessments"))) == 2


def test_what_is_decided_is_left_out_until_it_is_undone(desk):
    every = ids(desk.folder, ANNA)
    done = deciding.reject(desk, every[0], "no")
    assert every[0] not in ids(desk.folder, ANNA) and find_last(desk.folder, "anna") == done.decision
    deciding.undo(desk, done.decision.id)
    assert every[0] in ids(desk.folder, ANNA) and find_last(desk.folder, "anna") is None


def test_a_second_person_finds_what_the_first_has_judged(desk, coder):
    first, second = ids(desk.folder, ANNA)[:2]
    deciding.accept(desk, first)
    deciding.correct(desk, second, [read_change("event", "date=2012-09")], "")
    ben = Desk(desk.folder, "ben", coder.tools())
    wanted = Wanted("ben", 0.55, whose="others")
    assert set(ids(desk.folder, wanted)) == {first, second}
    assert not ids(desk.folder, Wanted("anna", 0.55, whose="others"))
    deciding.accept(ben, first)
    assert ids(desk.folder, wanted) == [second]
    with Dossier(desk.folder) as opened:
        found = find_verdicts(opened)
    assert found == {"anna": {first: "accepted", second: "corrected"}, "ben": {first: "accepted"}}
