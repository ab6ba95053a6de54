"""The reader shows each character of a text once, marks its records, and says why each stands there."""

import contextlib
import json
import re
import sqlite3
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.document import Document, Part
from dragoman.present.segments import Mark
from dragoman.present.web.marked_text import HIT, list_ids, render_text

HARD = st.sampled_from(["<script>alert(1)</script>", "\u202e", "\u2066x\u2069", "&lt;", '"', "'", "\n\n", "\x00", "é", "\U0001f600", "سلام"])
texts = st.lists(st.one_of(HARD, st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=8)), max_size=15).map("".join)


class Text(HTMLParser):
    """Reads the text of a document back from its page."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.words, self.numbers, self.tags, self._open = [], set(), set(), []

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.tags.add(tag)
        if "data-at" in given:
            assert int(given["data-at"]) == len("".join(self.words))
            self.numbers |= {int(number) for number in given.get("data-records", "").split()}
        self._open.append("words" if "data-at" in given else "unseen" if given.get("class") == "unseen" else "ours")

    def handle_endtag(self, tag):
        self._open.pop()

    def handle_data(self, data):
        if self._open and self._open[-1] == "words":
            self.words.append(data)
        elif self._open and self._open[-1] == "unseen":
            self.words.append(chr(int(data.removeprefix("U+"), 16)))


def read_back(markup):
    page = Text()
    page.feed(str(markup))
    page.close()
    return page


@given(texts, st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), st.sampled_from(["event", "statement", HIT, ""])), max_size=12))
def test_the_text_of_all_segments_is_the_stored_text(text, given_spans):
    size = len(text)
    marks = [Mark(int(a * size), int(b * size), kind, f"e-{n}" if kind else "", f"e-{n}") for n, (a, b, kind) in enumerate(given_spans)]
    doc = Document("d-1", "a", text, (Part("title", 0, size // 3), Part("body", size // 3, size)), "", "a", "r")
    page = read_back(render_text(doc, marks))
    assert "".join(page.words) == text
    assert page.tags <= {"div", "p", "span", "mark", "a"}
    assert page.numbers <= set(range(len(list_ids(marks))))


@pytest.fixture
def rows(desk):
    """The documents of the test dossier, by name."""
    return {row["name"]: row for row in desk.get("/documents.json").json()}


def test_each_record_has_its_place_and_its_row(desk, rows, call):
    doc = rows["visit"]["id"]
    page, data = desk.get(f"/document/{doc}").text, desk.get(f"/document/{doc}.json").json()
    assert len(data["records"]) == 5
    for record in data["records"]:
        assert page.count(f' id="{record["id"]}"') == 1 and f'href="#{record["id"]}"' in page
        assert f'href="/document/{doc}/why/{record["id"]}"' in page
    text = json.loads(call("show", doc, "--json")[1])["text"]
    assert "".join(read_back(page).words) == text == "".join(part["text"] for part in data["parts"])
    assert "5 October 2012 (stated" in page


def test_overlapping_records_share_their_words(desk, rows):
    page = desk.get(f"/document/{rows['visit']['id']}").text
    (segment,) = re.findall(r'class="event statement" data-records="([^"]+)">Russia helped Pakistan<', page)
    ids = re.search(r'data-ids="([^"]+)"', page)[1].split()
    assert sorted(ids[int(number)][:2] for number in segment.split()) == ["e-", "s-"]


def test_a_less_certain_record_is_left_out_but_can_be_reached(make_client, doubtful):
    desk = make_client(doubtful)
    doc = next(row["id"] for row in desk.get("/documents.json").json() if row["name"] == "visit")
    every = {row["id"] for row in desk.get(f"/document/{doc}.json?all=1").json()["records"]}
    (hidden,) = every - {row["id"] for row in desk.get(f"/document/{doc}.json").json()["records"]}
    page = desk.get(f"/document/{doc}").text
    assert "1 less certain one left out" in page and f'id="{hidden}"' in page
    assert hidden not in re.search(r'data-ids="([^"]*)"', page)[1].split()
    page = desk.get(f"/document/{doc}?record={hidden}").text
    assert re.search(rf'id="{hidden}" data-at="\d+" class="chosen event" data-records="\d+"', page) and "below the cut" in page


def test_words_searched_for_are_marked(desk, rows):
    page = desk.get(f"/document/{rows['visit']['id']}?q=LAVROV").text
    assert re.search(r'<mark id="hit-1" data-at="\d+" class="hit">Lavrov</mark>', page) and ">1 place</a>" in page
    assert "None of the words" in desk.get(f"/document/{rows['visit']['id']}?q=Atlantis").text


def test_comments_stand_apart_and_name_nobody(make_client, dossier):
    db = sqlite3.connect(dossier / "dossier.db")
    (id,) = db.execute("SELECT id FROM documents WHERE name = 'talk'").fetchone()
    db.execute("UPDATE parts SET kind = 'furniture' WHERE document = ? AND kind = 'body'", (id,))
    db.commit()
    db.close()
    page = make_client(dossier).get(f"/document/{id}").text
    assert "A reader’s comment, 9 October 2012" in page and "Russia attacked Pakistan" in page
    assert "China helped" not in page and "name the readers" in page
    assert "China helped" not in make_client(dossier).get(f"/document/{id}.json").text.partition('"records"')[0]


def test_why_is_what_the_command_line_explains(desk, rows, call):
    doc = rows["visit"]["id"]
    record = desk.get(f"/document/{doc}.json").json()["records"][0]
    address = f"/document/{doc}/why/{record['id']}"
    page, told = desk.get(address), json.loads(call("explain", record["id"], "--json")[1])
    data = desk.get(f"{address}.json").json()
    assert data["reasons"] == told["reasons"] and data["quote"] == told["quote"]
    assert all(reason["why"] in page.text for reason in told["reasons"])
    assert f'href="/review?record={record["id"]}"' in page.text
    assert f'data-link="http://127.0.0.1:8417/document/{doc}#{record["id"]}"' in page.text and "data-quote=" in page.text
    part = desk.get(address, headers={"HX-Request": "true"}).text
    assert "<html" not in part and "<details" in part and record["quote"] in part
    assert desk.get(f"/document/{rows['claim']['id']}/why/{record['id']}").status_code == 404


def test_a_correction_shows_in_the_reader(desk, rows, call):
    record = desk.get(f"/document/{rows['visit']['id']}.json").json()["records"][0]["id"]
    assert call("decide", "accept", record, "--who", "Anna <b>")[0] == 0
    assert "accepted by Anna &lt;b&gt;" in desk.get(f"/document/{rows['visit']['id']}?record={record}").text


def test_a_statement_stands_in_its_text(desk):
    (said,) = desk.get("/statements.json").json()
    page = desk.get(f"/statement/{said['id']}").text
    assert f"<mark>{said['quote']}</mark>" in page and "AID" in page
    assert desk.get(f"/statement/{desk.get('/documents.json').json()[0]['id']}").status_code == 404
    assert desk.get(f"/document/{said['id']}").status_code == 404


def test_lists_are_those_of_the_command_line(desk, call):
    for kind in ("documents", "statements", "predictions", "assessments"):
        rows = desk.get(f"/{kind}.json").json()
        assert rows == json.loads(call(kind, "--json")[1]), kind
    assert all("/document/" in desk.get(f"/{kind}").text for kind in ("documents", "statements", "assessments"))


def test_lists_offer_what_narrows_them(desk):
    assert 'href="/assessments?pair=PAK+RUS"' in desk.get("/assessments").text
    assert len(desk.get("/assessments.json?pair=PAK RUS").json()) == 1
    assert 'href="/statements?actor=RUS"' in desk.get("/statements").text
    assert "No statement meets all of these filters" in desk.get("/statements?voice=Nobody").text
    page = desk.get("/documents?since=2012").text
    assert "Texts per month" not in page and "3 documents" in page
    assert desk.get("/documents.json?outlet=Nowhere").json() == []


def test_a_hostile_text_stays_in_its_box(hostile):
    doc = min(row["id"] for row in hostile.get("/documents.json").json() if row["name"] == "bad")
    page = hostile.get(f"/document/{doc}?all=1&q=<script>").text
    assert page.count('<p dir="auto">') > 2 and '<span class="unseen">U+202E</span>' in page
    assert not re.search(r"<script(?! src)", page) and "javascript:" not in page


def test_a_text_with_a_thousand_records_stays_light(make_client, dossier):
    """Under 400 KB, most of which is the text itself; all records underlined, of which a page of the margin is listed."""
    sentences = [f"On day {n} the minister of the republic said that the talks about water and trade had gone well. " for n in range(500)]
    with contextlib.closing(sqlite3.connect(dossier / "dossier.db")) as db, db:
        (doc,) = db.execute("SELECT id FROM documents WHERE name = 'visit'").fetchone()
        text = "".join(sentences)
        db.execute("UPDATE documents SET text = ? WHERE id = ?", (text, doc))
        db.execute("DELETE FROM parts WHERE document = ?", (doc,))
        db.execute("INSERT INTO parts VALUES (?, 0, 'body', 0, ?)", (doc, len(text)))
        db.row_factory = sqlite3.Row
        event = dict(db.execute("SELECT * FROM events WHERE document = ?", (doc,)).fetchone())
        db.execute("DELETE FROM events WHERE document = ?", (doc,))
        db.execute("DELETE FROM statements WHERE document = ?", (doc,))
        db.execute("DELETE FROM assessments WHERE document = ?", (doc,))
        for n in range(1000):
            start = text.index(f"day {n // 2} ")
            end = min(len(text), start + (1 + n % 2 * (n % 9)) * len(sentences[0]))  # every other one reaches over others
            event |= {"number": 10_000 + n, "id": f"e-{n:016x}", "start": start, "end": end, "quote": text[start:end],
                      "confidence": 0.9}
            db.execute(f"INSERT INTO events ({', '.join(event)}) VALUES ({', '.join('?' * len(event))})", list(event.values()))
    page = make_client(dossier).get(f"/document/{doc}").text
    assert "1,000 events" in page and len(read_back(page.partition("<article")[2].partition("</article>")[0]).numbers) == 1000
    assert len(page.encode()) < 300_000
