import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman.flow.reading import ReadSettings, read_into
from dragoman.model.errors import LockedError, UsageError
from dragoman.record.connection import take_lock
from dragoman.record.dossier import Dossier

TABLES = ("runs", "sources", "documents", "parts", "comments", "events", "event_sides", "statements", "assessments",
          "rejects", "issues")  # fmt: skip


def counts(folder: Path) -> dict[str, int]:
    with Dossier(folder) as dossier:
        return {table: dossier.count(table) for table in TABLES}


def test_a_folder_becomes_a_dossier_with_documents_and_records(news, coder, tmp_path):
    summary = read_into(tmp_path / "d", [str(news)], coder.tools())
    assert (summary.files, summary.documents, summary.rejects) == (4, 4, 0)
    found = counts(tmp_path / "d")
    assert found["documents"] == 4
    assert found["events"] == summary.events == 9
    assert (tmp_path / "d" / "decisions").is_dir()


def test_every_row_names_run_step_and_version(dossier):
    db = sqlite3.connect(dossier / "dossier.db")
    for table in ("sources", "documents", "events", "statements", "assessments"):
        rows = db.execute(f"SELECT run, step, version FROM {table}").fetchall()
        assert rows and all(all(row) for row in rows), table
        assert {row[0] for row in rows} <= {row[0] for row in db.execute("SELECT id FROM runs")}
    db.close()


def test_reading_the_same_bytes_twice_adds_nothing_and_loads_no_model(news, coder, dossier):
    before, loaded = counts(dossier), coder.loaded
    (news / "copy-of-visit.txt").write_bytes((news / "visit.txt").read_bytes())
    summary = read_into(dossier, [str(news)], coder.tools())
    assert counts(dossier) == before
    assert coder.loaded == loaded
    assert (summary.skipped, summary.documents) == (5, 0)


def test_a_newer_coder_derives_the_records_again_without_doubling_them(news, coder, dossier):
    before = counts(dossier)
    coder.vocabulary = "v2"
    assert read_into(dossier, [str(news)], coder.tools()).documents == 4
    assert counts(dossier) == {**before, "runs": 2}


def test_a_document_that_the_newer_reading_no_longer_yields_is_gone(tmp_path, coder):
    file = tmp_path / "two.txt"
    file.write_text("Russia visited Pakistan.\n====\nRussia helped Pakistan.", encoding="utf-8")
    read_into(tmp_path / "d", [str(file)], coder.tools())
    tools = coder.tools()
    first_only = lambda source, split: [page for page in tools.read_pages(source, split) if page.record == "part 1"]  # noqa: E731
    from dataclasses import replace

    read_into(tmp_path / "d", [str(file)], replace(tools, read_pages=first_only), settings=ReadSettings(split="x"))
    assert counts(tmp_path / "d")["documents"] == 1


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"%PDF scanned", "a scanned PDF without a text layer"),
        (b"REJECT me", "marked as bad"),
    ],
)
def test_what_cannot_be_read_is_a_reject_with_a_remedy_and_the_run_goes_on(news, coder, tmp_path, content, reason):
    (news / "bad.txt").write_bytes(content)
    summary = read_into(tmp_path / "d", [str(news)], coder.tools())
    assert (summary.rejects, summary.documents) == (1, 4)
    with Dossier(tmp_path / "d") as dossier:
        (reject,) = dossier.rejects()
    assert reject.reason == reason and reject.remedy and reject.sha256


def test_a_known_reject_counts_again_but_adds_no_row(news, coder, tmp_path):
    (news / "bad.txt").write_bytes(b"REJECT me")
    folder = tmp_path / "d"
    read_into(folder, [str(news), "nowhere"], coder.tools())
    before = counts(folder)
    assert read_into(folder, [str(news), "nowhere"], coder.tools()).rejects == 2
    assert counts(folder) == before


def test_a_file_that_can_be_read_at_last_is_no_reject_any_more(tmp_path, coder):
    file = tmp_path / "late.txt"
    read_into(tmp_path / "d", [str(file)], coder.tools())
    file.write_text("Russia visited Pakistan.", encoding="utf-8")
    assert read_into(tmp_path / "d", [str(file)], coder.tools()).rejects == 0
    assert counts(tmp_path / "d")["rejects"] == 0


def test_a_text_in_another_language_is_kept_searchable_and_not_coded(tmp_path, coder):
    (tmp_path / "de.txt").write_text("DEUTSCH Russia visited Pakistan.", encoding="utf-8")
    summary = read_into(tmp_path / "d", [str(tmp_path / "de.txt")], coder.tools())
    assert (summary.documents, summary.uncoded, summary.events, coder.loaded) == (1, 1, 0, 0)
    with Dossier(tmp_path / "d") as dossier:
        assert dossier.search("visited")


def test_a_fault_of_ours_in_one_text_costs_only_that_text(news, coder, tmp_path):
    coder.broken = {"claim"}
    summary = read_into(tmp_path / "d", [str(news)], coder.tools())
    assert (summary.documents, summary.faults) == (4, 1)
    with Dossier(tmp_path / "d") as dossier:
        issues = {doc.name: [issue.code for issue in doc.issues] for doc in dossier.documents()}
    assert issues["claim"] == ["W501"] and issues["visit"] == []


def test_a_record_whose_quote_is_not_the_text_is_left_out_with_an_issue(tmp_path, coder):
    from dataclasses import replace

    tools = coder.tools()

    def shifted(doc, analysis, world):
        records = tools.extract_records(doc, analysis, world)
        return replace(records, events=tuple(replace(e, span=(0, 5)) for e in records.events))

    (tmp_path / "a.txt").write_text("Look: Russia visited Pakistan.", encoding="utf-8")
    summary = read_into(tmp_path / "d", [str(tmp_path / "a.txt")], replace(tools, extract_records=shifted))
    assert summary.events == 0
    with Dossier(tmp_path / "d") as dossier:
        (doc,) = dossier.documents()
    assert [issue.code for issue in doc.issues] == ["W502"]


def test_the_dossier_itself_is_no_input(news, coder):
    folder = news / "dossier"
    read_into(folder, [str(news)], coder.tools())
    again = read_into(folder, [str(news)], coder.tools())
    assert (again.files, again.documents, again.rejects) == (4, 0, 0)


def test_a_bad_split_pattern_is_refused_before_anything_is_made(tmp_path, coder):
    with pytest.raises(UsageError, match="no regular expression"):
        read_into(tmp_path / "d", ["x"], coder.tools(), settings=ReadSettings(split="("))
    assert not (tmp_path / "d").exists()


def test_a_second_writer_is_refused_and_a_reader_is_not(news, coder, dossier):
    lock = take_lock(dossier)
    try:
        with pytest.raises(LockedError, match="Another process"):
            read_into(dossier, [str(news)], coder.tools())
        assert counts(dossier)["documents"] == 4
    finally:
        lock.close()
    read_into(dossier, [str(news)], coder.tools())


KILLED = """
import sys, time
sys.path[:0] = sys.argv[1:3]
import dragoman.flow.items as items
items.BATCH_DOCUMENTS = 2
import fakes
from pathlib import Path
from dragoman.flow.reading import read_into
def report(summary):
    print(summary.documents, flush=True)
    time.sleep(0.02)
read_into(Path(sys.argv[3]), [sys.argv[4]], fakes.Fakes().tools(), report=report)
"""


@pytest.mark.parametrize("acknowledged", [2, 10, 24])
def test_kill_9_loses_no_acknowledged_document(tmp_path, coder, acknowledged):
    many = tmp_path / "many"
    many.mkdir()
    for number in range(60):
        (many / f"{number:02}.txt").write_text(f"Russia visited Pakistan. Number {number}.", encoding="utf-8")
    here = Path(__file__).parent
    folder = tmp_path / "d"
    command = [sys.executable, "-c", KILLED, str(here.parent.parent / "src"), str(here), str(folder), str(many)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    said = 0
    while said < acknowledged:
        said = int(process.stdout.readline())
    time.sleep(0.01)
    os.kill(process.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    process.wait()
    said = max([said, *(int(line) for line in process.stdout.read().split())])
    process.stdout.close()
    with Dossier(folder) as dossier:
        assert said <= dossier.count("documents") <= 60
        assert list(dossier.verify()) == []
    assert read_into(folder, [str(many)], coder.tools()).rejects == 0
    assert counts(folder)["documents"] == 60
    assert counts(folder)["events"] == 60
