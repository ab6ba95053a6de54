import sqlite3

import pytest

from dragoman.record.dossier import Dossier
from dragoman.record.raw import find_damage, raw_path, store_raw
from dragoman.text.hashing import hash_bytes


def damages(folder):
    with Dossier(folder) as opened:
        return [f"{damage.what}: {damage.how}" for damage in opened.verify()]


def test_a_sound_dossier_has_no_fault(dossier):
    assert damages(dossier) == []


def test_changed_and_missing_bytes_are_found(dossier):
    files = [path for path in (dossier / "raw").rglob("*") if path.is_file()]
    files[0].write_bytes(b"other")
    files[1].unlink()
    found = damages(dossier)
    assert len(found) == 2
    assert any("no longer has the bytes" in line for line in found) and any("cannot be read" in line for line in found)


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ("UPDATE events SET quote = 'made up' WHERE number = 1", "quote"),
        ("UPDATE events SET trigger_word = 'no' WHERE number = 1", "trigger"),
        ("UPDATE statements SET start = start + 1", "quote"),
        ("UPDATE parts SET end = 999999 WHERE place = 0", "outside"),
    ],
)
def test_changed_quotes_and_spans_are_found(dossier, change, word):
    db = sqlite3.connect(dossier / "dossier.db")
    db.execute(change)
    db.commit()
    db.close()
    assert any(word in line for line in damages(dossier))


def test_bytes_are_stored_whole_once_and_leave_no_part_behind(tmp_path):
    data = b"\0\xff" * 1000
    name = hash_bytes(data)
    for _ in range(2):
        assert store_raw(tmp_path, data, name) == raw_path(tmp_path, name)
    assert find_damage(tmp_path, name) == ""
    assert [path.name for path in (tmp_path / "raw").rglob("*") if path.is_file()] == [name]
