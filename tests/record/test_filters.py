import sqlite3
from dataclasses import replace

import pytest

from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters, conditions_of


@pytest.fixture
def doubtful(dossier):
    db = sqlite3.connect(dossier / "dossier.db")
    db.execute("UPDATE events SET confidence = 0.1 WHERE type = 'ASSAULT'")
    db.commit()
    db.close()
    return dossier


def test_documents_have_no_confidence_to_be_asked_for():
    assert conditions_of("documents", Filters(min_confidence=0.5)) == ()


def test_rows_below_the_least_confidence_are_hidden_and_counted_under_the_other_filters(doubtful):
    with Dossier(doubtful) as opened:
        shown = {kind: len(list(opened.events(Filters(type=kind, min_confidence=0.3)))) for kind in ("ASSAULT", "AID")}
        assert shown == {"ASSAULT": 0, "AID": 2}
        assert opened.count_hidden("events", Filters(type="ASSAULT", min_confidence=0.3)) == 4
        assert opened.count_hidden("events", Filters(type="AID", min_confidence=0.3)) == 0
        assert opened.count_hidden("events", Filters(type="ASSAULT")) == 0
        assert opened.count_hidden("documents", Filters(min_confidence=0.3)) == 0
        assert opened.count_by_filter("events", Filters(type="AID", min_confidence=0.3))[1:] == [
            ("--type AID", 2), ("--min-confidence 0.3", 5),
        ]  # fmt: skip


def test_rows_that_meet_the_filters_and_those_too_doubtful_are_counted_in_one_pass(doubtful):
    with Dossier(doubtful) as opened:
        for kind in ("events", "threads", "contradictions", "documents"):
            for wanted in (Filters(), Filters(min_confidence=0.3), Filters(pair=("RUS", "PAK"), min_confidence=0.3)):
                split = opened.count_matching(kind, wanted), opened.count_hidden(kind, wanted)
                assert opened.count_split(kind, wanted) == split
        assert opened.count_split("events", Filters(type="ASSAULT", min_confidence=0.3)) == (0, 4)


def test_each_filter_alone_counts_without_the_others(doubtful):
    pair = Filters(pair=("RUS", "PAK"))
    with Dossier(doubtful) as opened:
        alone = opened.count_matching("threads", pair)
        assert opened.count_by_filter("threads", replace(pair, min_confidence=1.0))[1] == ("--pair RUS PAK", alone)
        assert alone and opened.count_matching("threads", replace(pair, min_confidence=1.0)) == 0


def test_events_of_threads_come_without_their_reasons_if_these_are_not_wanted(dossier):
    with Dossier(dossier) as opened:
        ids = opened.ids("threads")
        whole = list(opened.events_of_threads(ids))
        bare = list(opened.events_of_threads(ids, reasons=False))
        assert any(event.reasons for event in whole)
        assert bare == [replace(event, reasons=()) for event in whole]


def test_records_of_a_document_and_hits_follow_the_least_confidence(doubtful):
    with Dossier(doubtful) as opened:
        (doc,) = opened.documents(Filters(document="claim"))
        assert len(opened.records_of(doc.id).events) == 3
        assert len(opened.records_of(doc.id, min_confidence=0.3).events) == 1
        assert {hit.kind for hit in opened.search("attacked", min_confidence=0.3)} == {"document"}
        assert {hit.confidence for hit in opened.search("attacked")} == {None, 0.1}
        assert opened.count_hidden_hits("attacked", 0.3) == 3 and opened.count_hidden_hits("", 0.3) == 0


def test_a_thread_dated_by_its_news_alone_counts_by_that_day():
    conditions = conditions_of("threads", Filters(since="1999-02", until="1999-08"))
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE threads (id, date_first, date_last)")
    rows = [
        ("by 2014", "0000-00-00", "2014-02-28"), ("by May 1999", "0000-00-00", "1999-05-31"),
        ("May 1999", "1999-05-01", "1999-05-31"), ("since 1947", "1947-01-01", "9999-99-99"),
    ]  # fmt: skip
    db.executemany("INSERT INTO threads VALUES (?, ?, ?)", rows)
    where = " AND ".join(condition.sql for condition in conditions)
    values = [value for condition in conditions for value in condition.values]
    found = [row[0] for row in db.execute(f"SELECT id FROM threads WHERE {where} ORDER BY id", values)]
    assert found == ["May 1999", "by May 1999", "since 1947"]
