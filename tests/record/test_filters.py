import sqlite3

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
