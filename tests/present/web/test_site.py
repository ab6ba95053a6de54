"""A written site: every link leads somewhere, nothing runs or asks outside, words stay words and are cut for the public."""

import csv
import json
import posixpath
import re
import sqlite3
from contextlib import closing
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest

from dragoman.model.errors import RecordError, UsageError
from dragoman.present.site import writing
from dragoman.present.site.drawing import POLICY, POLICY_OF_SEARCH, Wanted
from dragoman.present.site.folder import MARKER
from dragoman.present.site.linking import link_page
from dragoman.present.site.places import LEFT_OUT, ON_SITE, find_place, find_search, name_word
from dragoman.present.web import computing
from dragoman.present.web.application import PAGES
from dragoman.present.web.pages import document
from dragoman.record.dossier import Dossier

LONG = "word " * 400
FORBIDDEN = {"form", "input", "button", "script", "iframe", "object", "img", "base"}


class Page(HTMLParser):
    """What a browser would make of a page: its links, its anchors, what it would run, runs of a document's words."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.links, self.ids, self.faults, self.quotes, self.policy, self._open = [], set(), [], [""], "", 0
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.ids.add(given.get("id"))
        self.links += [value for key, value in attributes if key in ("href", "src")]
        self.faults += [name for name in given if name == "style" or name.startswith(("on", "hx-"))]
        self.faults += [tag] if tag in FORBIDDEN else []
        if given.get("http-equiv") == "Content-Security-Policy":
            self.policy = given["content"]
        if tag == "bdi":
            self._open += 1
            self.quotes.append("")

    def handle_endtag(self, tag):
        self._open -= tag == "bdi"

    def handle_data(self, data):
        if self._open:
            self.quotes[-1] += data


def write(dossier, out, *, replace=False, **wanted):
    return writing.write_site(dossier, out, Wanted(**wanted), replace=replace, report=lambda written, known: None)


def read_pages(out):
    return {file.relative_to(out).as_posix(): Page(file.read_text("utf-8")) for file in out.rglob("*.html")}


def contents(out):
    return {file.relative_to(out).as_posix(): file.read_bytes() for file in out.rglob("*") if file.is_file()}


def check(out):
    """Every link of every page leads to a file and an anchor, or to a web page; nothing could run."""
    pages, files = read_pages(out), contents(out)
    for name, page in pages.items():
        own = (["script"], POLICY_OF_SEARCH) if name == "search.html" else ([], POLICY)
        assert (page.faults, page.policy) == own, name
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme:
                assert parts.scheme in ("http", "https") or link == "data:,", link
                continue
            assert not link.startswith("/"), link
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), parts.path)) if parts.path else name
            assert target in files, (name, link)
            if parts.path and target == "search.html":
                assert not parts.fragment or parts.fragment.startswith("q="), link
                continue
            assert not parts.fragment or parts.fragment in pages[target].ids, (name, link)
    return pages


@pytest.fixture
def copied(dossier, desk):
    """The test dossier with a family, as the desk's own tests have it."""
    return dossier


def test_each_page_of_the_desk_is_on_the_site_or_left_out_on_purpose():
    assert sorted([*ON_SITE, *LEFT_OUT]) == sorted(path for path, _ in PAGES)


@pytest.mark.parametrize("wanted", [{}, {"texts": True}, {"everything": True}])
def test_every_link_of_a_site_leads_somewhere(copied, tmp_path, wanted):
    assert write(copied, tmp_path / "site", **wanted) == len(check(tmp_path / "site"))


def test_a_site_waits_for_what_a_browser_would_be_told_to_wait_for(dossier, tmp_path, monkeypatch):
    monkeypatch.setattr(computing, "PATIENCE", 0.0)
    write(dossier, tmp_path / "site")
    assert "is being" not in (tmp_path / "site" / "actors.html").read_text("utf-8")


def test_a_site_holds_what_the_dossier_holds(copied, tmp_path):
    write(copied, tmp_path / "site", everything=True)
    pages = read_pages(tmp_path / "site")
    with Dossier(copied) as opened:
        for kind in ("thread", "document", "contradiction"):
            ids = [each.id for each in getattr(opened, f"{kind}s")()]
            assert ids and {f"{kind}/{id}.html" for id in ids} <= pages.keys()
        for event in opened.events():
            assert event.id in pages[f"document/{event.document}.html"].ids
        rows = json.loads((tmp_path / "site" / "data" / "events.json").read_text("utf-8"))
        assert sorted(row["id"] for row in rows) == sorted(opened.ids("events"))
    pair = (tmp_path / "site" / "pair" / "PAK" / "RUS.html").read_text("utf-8")
    assert 'class="timeline"' in pair and 'id="relation"' in pair and "independent source" in pair
    assert pages.keys() >= {"calendar/year-2012.html", "pair/PAK/RUS/relation.html", "threads/pair-PAK-RUS.html"}


def test_hostile_words_stay_words_and_out_of_paths(hostile, tmp_path):
    for wanted in ({}, {"texts": True}):
        write(tmp_path / "hostile-dossier", tmp_path / "site", everything=True, **wanted)
        pages = check(tmp_path / "site")
        for name, page in pages.items():
            assert re.fullmatch(r"[A-Za-z0-9/.-]+", name)
            assert not re.search("[\u202a-\u202e\u2066-\u2069]", "".join(page.quotes))
        assert any("<script>alert(1)</script>" in quote for page in pages.values() for quote in page.quotes)
    with (tmp_path / "site" / "data" / "events.csv").open(encoding="utf-8", newline="") as file:
        assert [cell for row in csv.reader(file) for cell in row if cell.startswith("=")] == []


def test_quotes_are_cut_for_the_public_and_texts_are_left_out(dossier, tmp_path):
    with closing(sqlite3.connect(dossier / "dossier.db")) as db, db:
        db.execute("UPDATE threads SET place = ?", (LONG,))
        db.execute("UPDATE documents SET title = ?", (LONG,))
    write(dossier, tmp_path / "site")
    quotes = [quote for page in check(tmp_path / "site").values() for quote in page.quotes]
    assert 290 < max(map(len, quotes)) <= 300
    rows = json.loads((tmp_path / "site" / "data" / "threads.json").read_text("utf-8"))
    assert all(len(row["place"]) <= 300 for row in rows)
    assert b"data-at=" not in b"".join(contents(tmp_path / "site").values())
    write(dossier, tmp_path / "own", texts=True)
    assert LONG.strip() in "".join(quote for page in read_pages(tmp_path / "own").values() for quote in page.quotes)


def test_the_words_of_the_reader_have_the_same_anchors(dossier, desk, tmp_path):
    write(dossier, tmp_path / "site", texts=True)
    for name, page in read_pages(tmp_path / "site").items():
        if name.startswith("document/"):
            on_desk = Page(desk.get("/" + name.removesuffix(".html")).text)
            assert {id for id in on_desk.ids if id and id[:2] in ("e-", "s-", "a-")} <= page.ids


def test_a_site_says_why_each_record_is_there(dossier, desk, tmp_path, monkeypatch):
    for wanted in ({}, {"texts": True}):
        write(dossier, tmp_path / "site", **wanted)
        with Dossier(dossier) as opened:
            event = next(event for event in opened.events() if event.confidence >= 0.55 and event.reasons)
        page = (tmp_path / "site" / "document" / f"{event.document}.html").read_text("utf-8")
        on_desk = desk.get(f"/document/{event.document}/why/{event.id}").text
        reasons = re.search(r'<table class="reasons">.*?</table>', on_desk, re.DOTALL)[0]
        assert reasons in page and "Made by" in page and "/review" not in page and "Correct or reject" not in page
    monkeypatch.setattr(document, "MOST", 1)
    write(dossier, tmp_path / "short", everything=True)
    page = (tmp_path / "short" / "document" / f"{event.document}.html").read_text("utf-8")
    assert page.count('class="why"') == 1 and "is told of the first 1." in page


def test_commenters_have_no_name(dossier, tmp_path):
    with closing(sqlite3.connect(dossier / "dossier.db")) as db, db:
        (id,) = db.execute("SELECT id FROM documents WHERE name = 'talk'").fetchone()
        db.execute("UPDATE parts SET kind = 'furniture' WHERE document = ? AND kind = 'body'", (id,))
        db.execute("UPDATE statements SET voice = 'comment' WHERE speaker = 'Ivan Petrov'")
    write(dossier, tmp_path / "site", texts=True)
    page = (tmp_path / "site" / "document" / f"{id}.html").read_text("utf-8")
    assert "name the readers" in page and "China helped" not in page.partition("<aside")[0]
    assert not [name for name in read_pages(tmp_path / "site") if name.startswith("actor/x-")], "a person has a page"


def test_the_same_dossier_gives_the_same_bytes(copied, tmp_path):
    write(copied, tmp_path / "one")
    write(copied, tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_folder_of_others_is_refused_and_only_the_sites_own_files_go(dossier, tmp_path):
    out = tmp_path / "site"
    out.mkdir()
    (out / "index.html").write_text("mine", "utf-8")
    (out / "CNAME").write_text("example.org", "utf-8")
    with pytest.raises(UsageError, match=r"holds files.*--replace"):
        write(dossier, out)
    assert contents(out).keys() == {"index.html", "CNAME"}
    write(dossier, out, replace=True, everything=True)
    assert (out / "CNAME").read_text("utf-8") == "example.org" and b"mine" not in contents(out)["index.html"]
    before = contents(out)
    (out / MARKER).write_text((out / MARKER).read_text("utf-8") + "old/t-0.html\n../outside.html\n", "utf-8")
    (out / "old").mkdir()
    for stale in (out / "old" / "t-0.html", tmp_path / "outside.html"):
        stale.write_text("", "utf-8")
    write(dossier, out, everything=True)
    assert contents(out) == before and (tmp_path / "outside.html").exists()
    assert not [each for each in out.rglob("*") if each.is_dir() and not any(each.iterdir())]


def test_a_dossier_that_changes_meanwhile_leaves_the_site_as_it_was(dossier, tmp_path, monkeypatch):
    write(dossier, tmp_path / "site")
    before = contents(tmp_path / "site")
    stamps = iter(((1,), (2,)))
    monkeypatch.setattr(writing, "stamp_of", lambda folder: next(stamps))
    with pytest.raises(RecordError, match="was written to meanwhile"):
        write(dossier, tmp_path / "site", everything=True)
    assert contents(tmp_path / "site") == before


def test_names_are_codes_ids_or_digests():
    assert [name_word(word) for word in ("PAK", "t-0123456789abcdef", "2012-10")] == ["PAK", "t-0123456789abcdef", "2012-10"]
    assert all(re.fullmatch(r"x-[0-9a-f]{24}", name_word(word)) for word in ("CON", "Dawn", "../x", "a/b", "", "pak", "é"))
    assert find_place("/pair/RUS/PAK").file == find_place("/pair/PAK/RUS?limit=6").file == "pair/PAK/RUS.html"
    assert find_place("/threads?pair=RUS+PAK&page=2&all=1").file == "threads/pair-PAK-RUS/2.html"
    assert find_place("/").file == "index.html" and find_place("/document/d-0123456789?record=e-1").number == 1
    assert [find_place(each) for each in ("/search?q=x&kind=event", "/threads?since=2012", "/threads?page=x", "/review")] == [None] * 4
    assert find_place("/search?q=x").file == "search.html" and find_search('/search?q="a b"') == "#q=%22a+b%22"


def test_what_leads_nowhere_keeps_its_words():
    page = '<p><a href="/add">add <b>texts</b></a> <a rel="next" href="/x">→</a> <a href="/y#z">y</a></p><form><p>f</p></form>'
    assert link_page(page, {"/y#z": "y.html#z"}.get, str) == '<p>add <b>texts</b>  <a href="y.html#z">y</a></p>'
    later = '<div id="a" hx-get="/p" hx-select="#a" hx-trigger="load"><div>…</div></div>!'
    assert link_page(later, {}.get, lambda address: '<i></i><div id="a"><div>there</div></div>') == '<div id="a"><div>there</div></div>!'


def test_the_command_says_where_to_look(call, tmp_path):
    status, out, err = call("site", tmp_path / "site")
    assert (status, out) == (0, "") and re.search(r"Wrote \d+ pages\. Open .*index\.html", err)
    assert call("site", tmp_path / "dossier")[0] == 2


def test_the_network_stands_on_a_site_by_year(dossier, tmp_path):
    with closing(sqlite3.connect(dossier / "dossier.db")) as db, db:
        first = db.execute("SELECT id FROM documents ORDER BY published_first LIMIT 1").fetchone()
        db.execute("UPDATE documents SET published = '2010-05-01', published_first = '2010-05-01', published_last = '2010-05-01' WHERE id = ?", first)
    write(dossier, tmp_path / "site")
    pages = check(tmp_path / "site")
    assert {"network/date-2010-12-31.html", "network/date-2011-12-31.html"} <= pages.keys()
    page = (tmp_path / "site" / "network" / "date-2010-12-31.html").read_text("utf-8")
    assert "31 December 2010</h1>" in page and '<a href="../network.html">' in page
