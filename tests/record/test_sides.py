"""What is filed once more by side and pair keeps in step with the rows that it repeats."""

import sqlite3

import pytest

PAIRS = """SELECT DISTINCT s.code, o.code, t.id, t.confidence, t.weight FROM threads AS t
    JOIN thread_sides AS s ON s.thread = t.id JOIN thread_sides AS o ON o.thread = t.id AND s.code < o.code"""
SIDES = """SELECT s.code, e.document FROM events AS e JOIN event_sides AS s ON s.event = e.id
    UNION SELECT party_a, document FROM assessments UNION SELECT party_b, document FROM assessments"""


@pytest.fixture
def db(dossier):
    found = sqlite3.connect(dossier / "dossier.db")
    found.execute("PRAGMA foreign_keys = ON")
    yield found
    found.close()


def check(db):
    assert set(db.execute("SELECT * FROM thread_pairs")) == set(db.execute(PAIRS))
    assert set(db.execute("SELECT * FROM document_sides")) == set(db.execute(SIDES))


def test_a_dossier_as_read_is_filed(db):
    check(db)
    assert db.execute("SELECT count(*) FROM thread_pairs").fetchone()[0] and set(db.execute(SIDES))


@pytest.mark.parametrize("table", ["events", "assessments"])
def test_a_record_that_goes_leaves_the_sides_that_others_of_its_text_name(db, table):
    for (id,) in db.execute(f"SELECT id FROM {table} ORDER BY id").fetchall():
        db.execute(f"DELETE FROM {table} WHERE id = ?", (id,))
        check(db)


def test_what_goes_with_a_text_goes_here_too(db):
    for (id,) in db.execute("SELECT id FROM documents ORDER BY id").fetchall():
        db.execute("DELETE FROM documents WHERE id = ?", (id,))
        check(db)
    assert not db.execute("SELECT count(*) FROM document_sides").fetchone()[0]


def test_a_thread_weighed_otherwise_weighs_so_in_its_pairs(db):
    db.execute("UPDATE threads SET confidence = 0.125, weight = 7")
    check(db)
