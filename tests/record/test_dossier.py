import sqlite3
from dataclasses import replace

import pytest

from dragoman.model.errors import RecordError, UsageError
from dragoman.record.connection import VERSION, connect_reader, connect_writer, explained, transaction
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters
from dragoman.record.raw import raw_path


def test_a_new_dossier_has_its_version_wal_and_folders(dossier):
    db = sqlite3.connect(dossier / "dossier.db")
    assert db.execute("PRAGMA user_version").fetchone()[0] == VERSION
    assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    db.close()
    assert sorted(path.name for path in dossier.iterdir() if path.is_dir()) == ["decisions", "raw"]


def test_the_bytes_stand_under_their_hash(dossier, news):
    with Dossier(dossier) as opened:
        for doc in opened.documents():
            assert raw_path(dossier, doc.sha256).read_bytes() == (news / f"{doc.name}.txt").read_bytes()


def test_a_folder_without_a_dossier_says_how_to_make_one(tmp_path):
    with pytest.raises(RecordError, match="dragoman read PATH"):
        Dossier(tmp_path)


def test_a_dossier_of_a_newer_version_is_refused_with_the_remedy(dossier):
    db = sqlite3.connect(dossier / "dossier.db")
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(RecordError, match="newer Dragoman.*Upgrade") as caught:
        Dossier(dossier)
    assert caught.value.exit_status == 5


def test_another_program_s_database_is_refused(tmp_path):
    db = sqlite3.connect(tmp_path / "dossier.db")
    db.execute("CREATE TABLE other (x)")
    db.close()
    for connect in (connect_reader, connect_writer):
        with pytest.raises(RecordError, match="no dossier of this program"):
            connect(tmp_path)


def test_a_damaged_file_is_named(tmp_path):
    (tmp_path / "dossier.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 4000)
    with pytest.raises(RecordError, match="damaged"):
        Dossier(tmp_path)


@pytest.mark.parametrize(
    ("message", "sentence", "status"),
    [
        ("database is locked", "Another process is writing", 6),
        ("database or disk is full", "disk .* is full", 5),
        ("attempt to write a readonly database", "read-only", 5),
        ("unable to open database file", "cannot be opened", 5),
    ],
)
def test_what_sqlite_complains_about_becomes_a_sentence(tmp_path, message, sentence, status):
    with pytest.raises(RecordError, match=sentence) as caught, explained(tmp_path):
        raise sqlite3.OperationalError(message)
    assert caught.value.exit_status == status


def test_a_full_disk_leaves_nothing_of_the_batch(dossier):
    db = connect_writer(dossier)
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages}")
    before = db.execute("SELECT count(*) FROM rejects").fetchone()[0]
    with pytest.raises(RecordError, match="is full"), transaction(db, dossier):
        for number in range(1000):
            db.execute("INSERT INTO rejects VALUES (?, '', ?, '', '', (SELECT id FROM runs), 's', '1')",
                       (str(number), "x" * 4000))  # fmt: skip
    assert db.execute("SELECT count(*) FROM rejects").fetchone()[0] == before
    db.close()


def test_a_file_where_the_folder_should_be_is_a_sentence(tmp_path, news, coder):
    from dragoman.flow.reading import read_into

    (tmp_path / "taken").write_text("x", encoding="utf-8")
    with pytest.raises(RecordError, match="cannot be made"):
        read_into(tmp_path / "taken", [str(news)], coder.tools())


def test_records_come_back_as_they_went_in(dossier):
    import sys

    fakes = sys.modules["dragoman_fakes"]
    with Dossier(dossier) as opened:
        for doc in opened.documents():
            records = fakes.extract(doc)
            stored = opened.records_of(doc.id)
            assert tuple(replace(e, thread="") for e in stored.events) == tuple(sorted(records.events, key=lambda e: e.span))
            assert all(event.id in opened.thread(event.thread).records for event in stored.events)
            assert (stored.statements, stored.assessments) == (records.statements, records.assessments)


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (Filters(), 9),
        (Filters(pair=("RUS", "PAK")), 7),
        (Filters(pair=("PAK", "RUS")), 7),
        (Filters(actor="CHN"), 1),
        (Filters(type="ASSAULT"), 4),
        (Filters(status="planned"), 1),
        (Filters(status="denied"), 1),
        (Filters(voice="author"), 6),
        (Filters(voice="SPOKES"), 1),
        (Filters(voice="%"), 0),
        (Filters(voice="comment"), 1),
        (Filters(since="2012-10-06"), 3),
        (Filters(until="1970"), 1),
        (Filters(since="2012-10", until="2012-10-04"), 3),
        (Filters(document="claim"), 3),
        (Filters(document="nothing"), 0),
        (Filters(limit=2), 2),
        (Filters(pair=("PAK", "RUS"), type="ASSAULT", voice="minister"), 1),
    ],
)
def test_filters_keep_what_meets_all_of_them(dossier, filters, count):
    with Dossier(dossier) as opened:
        assert len(list(opened.events(filters))) == count


def test_each_filter_is_counted_alone(dossier):
    with Dossier(dossier) as opened:
        found = opened.count_by_filter("events", Filters(actor="CHN", status="planned"))
    assert found == [("all events", 9), ("--actor CHN", 1), ("--status planned", 1)]


def test_a_unique_beginning_of_an_id_finds_the_record(dossier):
    with Dossier(dossier) as opened:
        event = next(opened.events())
        record, made = opened.find(event.id[:10])
        assert record == event and made.step == "extract_records"
        with pytest.raises(UsageError, match="beginning of several"):
            opened.find("e-")
        with pytest.raises(UsageError, match="No record has the id"):
            opened.find("e-nothing")
        with pytest.raises(UsageError):
            opened.find("")


def test_a_dossier_on_a_read_only_disk_can_be_read(dossier, monkeypatch):
    for path in dossier.glob("dossier.db-*"):
        path.unlink()
    real = sqlite3.connect

    def refuse_shared_memory(where, **options):
        if "immutable" not in where:
            raise sqlite3.OperationalError("unable to open database file")
        return real(where, **options)

    monkeypatch.setattr(sqlite3, "connect", refuse_shared_memory)
    with Dossier(dossier) as opened:
        assert opened.count("documents") == 4
