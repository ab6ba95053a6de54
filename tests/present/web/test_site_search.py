"""The index of a written site: every word leads to its places, nothing but data stands in it, and it stays small."""

import json
import re
import sqlite3
from contextlib import closing

import pytest

from dragoman.present.site import found, index
from dragoman.present.site.drawing import Wanted
from dragoman.record.dossier import Dossier

CALL = re.compile(r'dragomanPart\("([a-z0-9-]+)",(.*)\);\n')


def read_index(folder, **wanted):
    """The parts by name, as the page of search gets them."""
    parts = {}
    for name, text in index.list_index(folder, Wanted(**wanted)):
        call = CALL.fullmatch(text)
        assert call and name == f"search/{call[1]}.js" and text.isascii() and "<" not in text
        parts[call[1]] = json.loads(call[2])
    return parts


def find(parts, word):
    """The rows of the places that hold a word; None if the word is common."""
    whole = parts["all"]
    part = parts[f"w-{index.deal_word(word, whole['parts'])}"]
    steps = next((entry[1:] for entry in part if entry[0] == word), None)
    if steps == []:
        return None
    places = [sum(steps[: at + 1]) for at in range(len(steps or ()))]
    return [parts[f"p-{place // whole['places']}"][place % whole["places"]] for place in places]


def test_a_word_leads_to_each_text_and_record_that_holds_it(dossier):
    parts = read_index(dossier, everything=True)
    with Dossier(dossier) as opened:
        texts = {f"document/{doc.id}.html" for doc in opened.documents() if "pakistan" in doc.text.lower().split()}
        records = {record.id: record for record in (*opened.events(), *opened.statements(), *opened.assessments())}
    rows = find(parts, "pakistan")
    assert texts and texts <= {row[0] for row in rows}
    quoted = {id for id, record in records.items() if "pakistan" in index.list_words(record.quote)}
    assert quoted and quoted == {row[1] for row in rows if isinstance(row[0], int)}
    assert find(parts, "nowhere") == []
    assert parts["all"]["counts"] == {
        kind: sum(type(record).__name__.lower() == kind for record in records.values()) for kind in ("event", "statement", "assessment")
    } | {"document": len([row for row in parts["p-0"] if len(row) == 4])}  # fmt: skip


def test_a_record_is_told_with_its_voice_and_its_year(dossier):
    parts = read_index(dossier, everything=True)
    whole, rows = parts["all"], [row for part in range(9) for row in parts.get(f"p-{part}", ())]
    with Dossier(dossier) as opened:
        claim = next(event for event in opened.events() if event.voice != "author")
    place, row = next((place, row) for place, row in enumerate(rows) if claim.id in row)
    assert f"{claim.status}, says " in row[2] or "denied by" in row[2]
    assert whole["years"][int(whole["year"][2 * place : 2 * place + 2], 36)] == claim.date[:4]
    assert len(whole["year"]) == 2 * len(rows)


def test_words_for_the_public_are_cut_and_texts_left_out(dossier):
    long = "word " * 400
    with closing(sqlite3.connect(dossier / "dossier.db")) as db, db:
        db.execute("UPDATE statements SET quote = ?", (long,))
    rows = find(read_index(dossier, everything=True), "word")
    assert rows and max(len(each) for row in rows for each in row if isinstance(each, str)) <= 300
    parts = read_index(dossier, texts=True)
    assert "t-0" in parts and "t-0" not in read_index(dossier)
    assert any(len(row[5]) > 300 for row in find(parts, "word") if len(row) == 6)


def test_who_commented_is_not_in_the_index(dossier):
    with closing(sqlite3.connect(dossier / "dossier.db")) as db, db:
        (id,) = db.execute("SELECT id FROM documents WHERE name = 'talk'").fetchone()
        db.execute("UPDATE parts SET kind = 'furniture' WHERE document = ? AND kind = 'body'", (id,))
    parts = read_index(dossier, texts=True)
    assert not [name for name, part in parts.items() if name[0] == "t" and "China helped" in part]
    assert f"document/{id}.html" not in [row[0] for row in find(parts, "helped")]


def test_hostile_words_are_data(hostile, tmp_path):
    parts = read_index(tmp_path / "hostile-dossier", everything=True, texts=True)
    assert any("<script>alert(1)</script>" in row[1] for row in parts["p-0"])
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", json.dumps(parts["p-0"], ensure_ascii=False))


@pytest.mark.parametrize(("text", "words"), [
    ("Erdoğan, Kılıç: ÉTÉ 2012", ["erdogan", "kılıc", "ete", "2012"]),
    ("__proto__ constructor", ["proto", "constructor"]),
    ("Straße \u202eتهران 北京", ["straße", "تهران", "北京"]),
    ("x" * 90, ["x" * 40]),
])  # fmt: skip
def test_words_are_folded_as_the_page_folds_them(text, words):
    """`frontend/tests/site.test.ts` has the same."""
    assert list(index.list_words(text)) == words


def test_words_are_dealt_as_the_page_deals_them():
    """`frontend/tests/site.test.ts` has the same."""
    assert [index.deal_word(word, 1_000) for word in ("visit", "تهران", "")] == [748, 954, 261]


def test_a_word_that_nearly_everything_holds_is_only_noted(dossier, monkeypatch):
    monkeypatch.setattr(index, "COMMON", 1)
    parts = read_index(dossier, everything=True)
    assert find(parts, "pakistan") is None and find(parts, "nowhere") == []


def test_a_text_of_ever_new_words_does_not_fill_the_index(dossier, monkeypatch):
    monkeypatch.setattr(index, "MOST_WORDS", 3)
    words = [entry for name, part in read_index(dossier).items() if name.startswith("w-") for entry in part]
    with Dossier(dossier) as opened:
        places = sum(opened.count(kind) for kind in ("documents", "events", "statements", "assessments"))
    assert sum(len(entry) - 1 for entry in words) <= 3 * places


def test_of_very_many_records_the_surest_are_searched(dossier, monkeypatch):
    monkeypatch.setattr(found, "MOST_RECORDS", 1)
    whole = read_index(dossier, everything=True)["all"]
    assert sum(whole["counts"].values()) - whole["counts"]["document"] <= 1 and whole["cut"] > 0


def test_records_that_are_all_sure_do_not_raise_the_cut_for_ever(dossier, monkeypatch):
    monkeypatch.setattr(found, "MOST_RECORDS", 0)
    with closing(sqlite3.connect(dossier / "dossier.db")) as db, db:
        db.execute("UPDATE statements SET confidence = 1.0")
    assert read_index(dossier)["all"]["cut"] > 1
