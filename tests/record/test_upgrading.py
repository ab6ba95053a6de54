"""A dossier of version 1: a writer brings it up to date in place, a reader says what to do."""

import sqlite3

import pytest

from dragoman.flow.importing import import_into
from dragoman.flow.reading import read_into
from dragoman.model.errors import RecordError
from dragoman.record.connection import VERSION
from dragoman.record.dossier import Dossier
from dragoman.record.writing import DossierWriter


@pytest.fixture
def earlier(dossier):
    """The test dossier as version 1 would have left it."""
    db = sqlite3.connect(dossier / "dossier.db")
    db.execute("DROP INDEX documents_by_day")
    drop_sides(db)
    for kind in ("trigger", "table"):
        for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = ? AND name NOT LIKE '%words%'", (kind,)).fetchall():
            if name in LATER or kind == "trigger" and name.removesuffix("_removed") in LATER:
                db.execute(f"DROP {kind} {name}")
    for column in ("foretells", "horizon", "certainty"):
        db.execute(f"ALTER TABLE statements DROP COLUMN {column}")
    db.execute("PRAGMA user_version = 1")
    db.commit()
    db.close()
    return dossier


def drop_sides(db):
    """Take away what version 4 added."""
    for kind, names in SIDES.items():
        for name in names:
            db.execute(f"DROP {kind} {name}")


SIDES = {
    "trigger": ("thread_sides_added", "threads_weighed", "event_sides_added", "assessments_sided", "events_leaving", "assessments_leaving"),
    "table": ("thread_pairs", "document_sides"),
    "index": (
        "documents_without_text", "documents_in_order", "documents_by_outlet", "documents_by_run", "threads_by_standing",
        "threads_by_sources", "statements_by_sure_actor", "statements_by_sure_speaker", "statements_foretelling",
    ),
}
LATER = {
    "resolved", "credits", "fingerprints", "overlaps", "families", "family_documents", "event_keys", "event_links", "threads",
    "thread_events", "thread_sides", "contradictions", "contradiction_events", "unsettled_documents",
    "unsettled_events", "vacated", "decided_pairs", "unchecked_events", "imports", "imported_events", "imported_months",
    "thread_joins", "document_sources", "thread_joins_left", "event_links_gone",
}  # fmt: skip


def test_a_reader_says_that_reading_again_brings_it_up_to_date(earlier):
    with pytest.raises(RecordError, match="earlier Dragoman .*dragoman read") as caught:
        Dossier(earlier)
    assert caught.value.exit_status == 5


def test_reading_again_upgrades_in_place_codes_nothing_and_resolves_all(earlier, news, coder):
    loaded = coder.loaded
    summary = read_into(earlier, [str(news)], coder.tools())
    assert (summary.documents, coder.loaded) == (0, loaded)
    assert summary.threads > 0
    with Dossier(earlier) as opened:
        assert opened.count("documents") == 4
        assert all(event.thread for event in opened.events())


def test_an_upgraded_dossier_is_as_a_new_one(earlier, tmp_path, news, coder):
    read_into(earlier, [str(news)], coder.tools())
    read_into(tmp_path / "new", [str(news)], coder.tools())
    assert schema(earlier) == schema(tmp_path / "new")


def test_a_dossier_of_version_2_gains_the_tables_of_imports_and_keeps_its_rows(dossier, tmp_path, news, coder):
    db = sqlite3.connect(dossier / "dossier.db")
    drop_sides(db)
    for table in ("imported_months", "imported_events", "imports"):
        db.execute(f"DROP TABLE {table}")
    db.execute("PRAGMA user_version = 2")
    db.commit()
    db.close()
    with pytest.raises(RecordError, match="earlier Dragoman"):
        Dossier(dossier)
    events = tmp_path / "events.csv"
    events.write_text("date,actor,recipient,cameo\n2011-02-03,FRA,ITA,042\n", encoding="utf-8")
    import_into(dossier, [str(events)])
    read_into(tmp_path / "new", [str(news)], coder.tools())
    assert schema(dossier) == schema(tmp_path / "new")
    with Dossier(dossier) as opened:
        assert (opened.count("documents"), opened.count("imported_events")) == (4, 1)


def test_a_dossier_of_version_3_has_its_rows_filed_by_side_and_pair(dossier):
    before = filed(dossier)
    db = sqlite3.connect(dossier / "dossier.db")
    drop_sides(db)
    db.execute("PRAGMA user_version = 3")
    db.commit()
    db.close()
    with DossierWriter(dossier):
        pass
    assert filed(dossier) == before
    assert all(before)


def filed(folder):
    """What stands in the tables of version 4."""
    db = sqlite3.connect(folder / "dossier.db")
    found = [sorted(db.execute(f"SELECT * FROM {table}")) for table in SIDES["table"]]
    db.close()
    return found


def schema(folder):
    db = sqlite3.connect(folder / "dossier.db")
    found = {(row[0], row[1]): row[2] for row in db.execute("SELECT type, name, sql FROM sqlite_schema")}
    assert db.execute("PRAGMA user_version").fetchone()[0] == VERSION
    db.close()
    return found
