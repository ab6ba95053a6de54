"""Resolving with simple stand-ins for the judging functions: order, crashes, deletions, full keys."""

import random
import sqlite3
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.flow import resolving
from dragoman.flow.reading import read_into
from dragoman.record import blocking

RESOLVED = {
    "overlaps": "SELECT a, b, kind, share_a, share_b, reason FROM overlaps",
    "credits": "SELECT * FROM credits",
    "families": "SELECT id, original, reason FROM families",
    "family_documents": "SELECT * FROM family_documents",
    "document_sources": "SELECT * FROM document_sources",
    "fingerprints": "SELECT k.key, k.place, d.id FROM fingerprints AS k JOIN documents AS d ON d.number = k.document",
    "event_keys": "SELECT k.key, k.place, e.id FROM event_keys AS k JOIN events AS e ON e.number = k.event",
    "event_links": "SELECT min(a.id, b.id), max(a.id, b.id), weight FROM event_links AS l"
    " JOIN events AS a ON a.number = l.a JOIN events AS b ON b.number = l.b",
    "thread_joins": "SELECT f.id, j.place, k.id, g.id, worth FROM thread_joins AS j JOIN events AS f ON f.number = j.first"
    " JOIN events AS k ON k.number = j.kept JOIN events AS g ON g.number = j.gone",
    "threads": "SELECT id, type, date, date_first, date_last, place, people, standing, reason, dissent, documents,"
    " sources, background, confidence, weight FROM threads",
    "thread_events": "SELECT event, thread FROM thread_events",
    "thread_sides": "SELECT * FROM thread_sides",
    "contradictions": "SELECT id, clash, thread, value_a, value_b, reason, source FROM contradictions",
    "contradiction_events": "SELECT * FROM contradiction_events",
    "resolved": "SELECT document, version FROM resolved",
    "unchecked_events": "SELECT * FROM unchecked_events",
    "unsettled_events": "SELECT * FROM unsettled_events",
    "unsettled_documents": "SELECT * FROM unsettled_documents",
    "vacated": "SELECT * FROM vacated",
}


def rows_of(folder):
    db = sqlite3.connect(folder / "dossier.db")
    found = {name: sorted(map(repr, db.execute(sql).fetchall())) for name, sql in RESOLVED.items()}
    db.close()
    return found


def count(folder, table):
    return len(rows_of(folder)[table])


def texts():
    """Forty short texts: visits on few days, told again and again; some copied, some denied."""
    dice = random.Random(4)
    found = []
    for number in range(40):
        lines = [f"TITLE Text {number}", f"DATE 2012-{dice.randint(8, 10):02}-{dice.randint(1, 28):02}"]
        for _ in range(dice.randint(0, 4)):
            a, b = dice.sample(["Russia", "Pakistan", "India"], 2)
            how = dice.choice([" visited", " did not visit", " will visit"])
            lines.append(f"{a}{how} {b} on 2012-{dice.choice(['09-03', '09-04', '10-01'])}.")
        lines.append(f"Common words of number {dice.randint(0, 4)} of all.")
        found.append("\n".join(lines))
    return found


TEXTS = texts()


@pytest.fixture
def crowded(monkeypatch):
    """Keys are full with very few rows, and transactions small, so that little texts meet every case."""
    monkeypatch.setattr(blocking, "MOST", {"event": 6, "document": 6})
    for name, number in (("DOCUMENTS", 3), ("KEYS", 2), ("SEEDS", 2), ("EVENTS", 2)):
        monkeypatch.setattr(resolving, name, number)


def write(folder, numbers):
    folder.mkdir(parents=True, exist_ok=True)
    for number in numbers:
        (folder / f"{number:02}.txt").write_text(TEXTS[number], encoding="utf-8", newline="\n")
    return [str(folder / f"{number:02}.txt") for number in numbers]


def read_in_parts(folder, news, parts, coder):
    for part in parts:
        read_into(folder, write(news, part), coder.tools())
    return rows_of(folder)


@pytest.fixture
def at_once(tmp_path, coder, crowded):
    return read_in_parts(tmp_path / "once", tmp_path / "news", [range(40)], coder)


def test_families_threads_and_contradictions_are_found(at_once):
    assert all(at_once[table] for table in ("families", "threads", "contradictions", "event_links", "overlaps"))
    assert at_once["unsettled_events"] == at_once["unsettled_documents"] == at_once["vacated"] == []


def test_every_event_is_in_one_thread(at_once, tmp_path):
    db = sqlite3.connect(tmp_path / "once" / "dossier.db")
    events = [row[0] for row in db.execute("SELECT id FROM events ORDER BY id")]
    assert [row[0] for row in db.execute("SELECT event FROM thread_events ORDER BY event")] == events
    db.close()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(40)), cuts=st.lists(st.integers(0, 40), max_size=4))
def test_any_order_and_any_split_into_reads_gives_the_same_rows(order, cuts, at_once, tmp_path_factory, coder):
    edges = [0, *sorted(cuts), 40]
    parts = [order[a:b] for a, b in zip(edges, edges[1:], strict=False) if a < b]
    folder = tmp_path_factory.mktemp("order")
    assert read_in_parts(folder / "d", folder / "news", parts, coder) == at_once


def test_what_was_read_and_is_gone_leaves_no_trace(at_once, tmp_path, coder):
    folder = tmp_path / "d"
    read_in_parts(folder, tmp_path / "news", [range(40)], coder)
    fewer = read_in_parts(tmp_path / "fewer", tmp_path / "news", [range(0, 40, 2)], coder)
    db = sqlite3.connect(folder / "dossier.db")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("DELETE FROM documents WHERE CAST(name AS INTEGER) % 2 = 1")
    db.commit()
    db.close()
    read_into(folder, [], coder.tools())
    assert rows_of(folder) == fewer


def test_a_crash_in_the_middle_loses_nothing(at_once, tmp_path, coder):
    folder = tmp_path / "d"
    left = 0
    while True:
        left += 7
        tools = coder.tools()
        try:
            read_into(folder, write(tmp_path / "news", range(40)), replace(tools, resolve=break_after(left, tools)))
            break
        except KeyboardInterrupt:
            continue
    assert left > 7
    assert rows_of(folder) == at_once


def break_after(calls, tools):
    """The stand-ins, of which the one that makes threads or links is interrupted after so many calls."""
    done = []

    def counted(function):
        def call(*args):
            done.append(1)
            if len(done) > calls:
                raise KeyboardInterrupt
            return function(*args)

        return call

    real = tools.resolve
    return replace(real, make_thread=counted(real.make_thread), link_tellings=counted(real.link_tellings))


def test_a_newer_coder_resolves_what_it_derives_again(at_once, tmp_path, coder):
    folder = tmp_path / "d"
    read_in_parts(folder, tmp_path / "news", [range(40)], coder)
    coder.vocabulary = "v2"
    assert read_in_parts(folder, tmp_path / "news", [range(20), range(40)], coder) == at_once


def test_a_newer_step_resolves_everything_again_and_codes_nothing(at_once, tmp_path, coder, monkeypatch):
    folder, loaded = tmp_path / "once", coder.loaded
    newer = tuple(replace(step, version="99") for step in resolving.RESOLVING)
    monkeypatch.setattr(resolving, "RESOLVING", newer)
    summary = read_into(folder, [], coder.tools())
    assert summary.threads == len(at_once["threads"]) and coder.loaded == loaded
    found = rows_of(folder)
    assert found.pop("resolved") != at_once["resolved"]
    assert found == {name: rows for name, rows in at_once.items() if name != "resolved"}
    db = sqlite3.connect(folder / "dossier.db")
    assert db.execute("SELECT DISTINCT version FROM threads").fetchall() == [("99",)]
    db.close()


def test_nothing_new_writes_nothing(at_once, tmp_path, coder):
    folder = tmp_path / "once"
    summary = read_into(folder, write(tmp_path / "news", range(40)), coder.tools())
    assert (summary.threads, summary.families) == (0, 0)
    assert rows_of(folder) == at_once


def test_a_new_document_is_compared_with_few_others(tmp_path, coder):
    folder = tmp_path / "d"
    read_into(folder, write(tmp_path / "news", range(40)), coder.tools())
    compared = []
    tools = coder.tools()
    real = tools.resolve

    def compare(a, b):
        compared.append((a.id, b.id))
        return real.compare_readings(a, b)

    (tmp_path / "new.txt").write_text("DATE 2012-09-05\nWords that stand nowhere else.\nRussia visited India.")
    read_into(folder, [str(tmp_path / "new.txt")], replace(tools, resolve=replace(real, compare_readings=compare)))
    assert compared == []
