import sqlite3
from dataclasses import replace

import pytest

from dragoman.flow import deciding
from dragoman.flow.adding import Words, add
from dragoman.flow.deciding import Desk, read_change
from dragoman.flow.reading import read_into
from dragoman.flow.reviewing import decisions_on, review_decisions
from dragoman.model.errors import UsageError
from dragoman.record.dossier import Dossier

FIELDS = ("type=AID", "status=planned", "actors=CHN", "recipients=PAK", "date=2013")


@pytest.fixture
def desk(dossier, coder):
    return Desk(dossier, "anna", coder.tools())


def words(folder, quote, name="visit"):
    with Dossier(folder) as opened:
        doc = next(doc for doc in opened.documents() if doc.name == name)
    start = doc.text.index(quote)
    return Words(doc.id, (start, start + len(quote)))


def add_build(desk, quote="We shall build it", fields=FIELDS):
    changes = [read_change("event", field) for field in fields]
    return add(desk, "event", words(desk.folder, quote), changes, "the pipeline")


def aids(folder):
    with Dossier(folder) as opened:
        return [event for event in opened.events() if event.type == "AID" and event.status == "planned"]


def rows(folder):
    db = sqlite3.connect(folder / "dossier.db")
    found = {table: sorted(db.execute(f"SELECT id FROM {table}").fetchall())
             for table in ("events", "statements", "threads", "machine_rows", "added_records")}  # fmt: skip
    db.close()
    return found


def test_an_added_record_stands_like_any_other_and_goes_with_undo(desk):
    before = rows(desk.folder)
    done = add_build(desk)
    (event,) = aids(desk.folder)
    assert event.quote == "We shall build it" and event.date == "2013" and event.confidence == 1.0
    assert event.actors == ("CHN",) and any("anna" in reason.why for reason in event.reasons)
    with Dossier(desk.folder) as opened:
        assert opened.thread(event.thread).type == "AID"
        assert opened.find(event.id)[1].step == "add"
        assert event.id not in {e.id for e in opened.machine_of(event.document)[1].events}
        assert [r.state for r in decisions_on(opened, event)] == ["in force"]
        assert list(opened.verify()) == []
    deciding.undo(desk, done.decision.id)
    assert rows(desk.folder) == before


def test_others_may_reject_and_correct_what_was_added(desk):
    add_build(desk)
    (event,) = aids(desk.folder)
    ben = replace(desk, who="ben")
    deciding.correct(ben, event.id, [read_change("event", "date=2014")], "")
    assert [e.date for e in aids(desk.folder)] == ["2014"]
    rejection = deciding.reject(ben, event.id, "a hope")
    assert aids(desk.folder) == []
    deciding.undo(ben, rejection.decision.id)
    assert [e.id for e in aids(desk.folder)] == [event.id]


def test_it_is_carried_over_when_the_text_is_read_anew(desk, news, coder):
    add_build(desk)
    (event,) = aids(desk.folder)
    coder.vocabulary = "v2"
    assert read_into(desk.folder, [str(news)], coder.tools()).documents == 4
    assert [(e.id, e.quote) for e in aids(desk.folder)] == [(event.id, event.quote)]
    (desk.folder / "dossier.db").unlink()
    read_into(desk.folder, [str(news)], coder.tools())
    assert [e.id for e in aids(desk.folder)] == [event.id]


def test_what_the_program_finds_itself_is_not_there_twice(desk):
    done = add(desk, "event", words(desk.folder, "helped"),
               [read_change("event", field) for field in ("type=AID", "status=happened", "actors=RUS")])  # fmt: skip
    with Dossier(desk.folder) as opened:
        (reviewed,) = review_decisions(opened).decisions
        assert opened.count("added_records") == 0
    assert "stands there already" in reviewed.moved and reviewed.matches[0].found != done.decision.targets[0].id


def test_words_of_a_reader_are_a_readers(desk):
    at = words(desk.folder, "Russia attacked", "talk")
    add(desk, "event", at, [read_change("event", field) for field in ("type=THREATEN", "status=happened", "actors=RUS")])
    with Dossier(desk.folder) as opened:
        (event,) = [event for event in opened.events() if event.type == "THREATEN"]
    assert event.voice == "comment"


@pytest.mark.parametrize(
    ("span", "fields", "words_of_error"),
    [
        ((5, 5), FIELDS, "no words"), ((0, 10**8), FIELDS, "no words"), ((0, 5), FIELDS[1:], "needs type"),
        ((0, 5), ("type=AID", "status=planned", "actors="), "needs actors"),
        ((0, 5), ("type=AID", "status=planned", "actors=XX"), "no code"),
    ],
)  # fmt: skip
def test_what_is_no_record_is_refused(desk, span, fields, words_of_error):
    at = replace(words(desk.folder, "Lavrov"), span=span)
    with pytest.raises(UsageError, match=words_of_error):
        add(desk, "event", at, [read_change("event", field) for field in fields])
    assert not list((desk.folder / "decisions").glob("*.jsonl"))
