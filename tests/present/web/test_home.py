"""Home says what is new, and leads to everything: each page that needs no id stands in the bar, its menu, and on home."""

import sqlite3
from contextlib import closing

import pytest

from dragoman.flow.reading import read_into
from dragoman.present.web.application import PAGES
from dragoman.present.web.navigation import BAR, MENU, find_entry
from dragoman.record.dossier import Dossier

PARTS = ("/", "/pairs/levels", "/add/status")
"""Home itself, and parts of pages."""


def test_every_page_is_reached_from_every_page(desk):
    entries = [*BAR, *(entry for _, entries in MENU for entry in entries)]
    assert {entry.address for entry in entries} == {path for path, _ in PAGES if "{" not in path} - set(PARTS)
    page, home = desk.get("/decisions").text, desk.get("/").text
    assert all(f'href="{entry.address}"' in page and entry.says in home for entry in entries)
    assert '<summary class="inside">Decisions</summary>' in page


def test_a_page_about_one_thing_belongs_to_its_list():
    assert find_entry("/thread/t-01").address == "/threads" and find_entry("/pair/PAK/RUS").address == "/pairs"
    assert find_entry("/") is None and find_entry("/nothing") is None


@pytest.fixture
def later(dossier, coder, tmp_path, make_client):
    """A desk whose dossier has read one more text, of an event that no other tells."""
    with Dossier(dossier) as opened:
        first = {run.id for run in opened.runs()}
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "new.txt").write_text("DATE 2013-01-05\nChina helped Pakistan on 2013-01-04.", encoding="utf-8")
    read_into(dossier, [str(tmp_path / "more")], coder.tools())
    with Dossier(dossier) as opened:
        (last,) = {run.id for run in opened.runs()} - first
    (before,) = first
    return make_client(dossier), before, last


def test_home_shows_exactly_what_came_after_a_run(later):
    desk, before, last = later
    page, new = desk.get(f"/?since={before}"), desk.get(f"/home.json?since={before}").json()["new"]
    assert new["documents"]["count"] == 1 and new["threads"]["count"] == 1 and "told" not in new
    thread = new["threads"]["rows"][0]["id"]
    assert "New since" in page.text and f'/thread/{thread}"' in page.text and "1 new thread" in page.text
    assert [row["id"] for row in desk.get(f"/new.json?since={before}").json()] == [thread]
    assert [row["id"] for row in desk.get("/new.json").json()] == [thread], "without a run: what the latest one brought"
    assert "no text came after that run" in desk.get(f"/?since={last}").text and desk.get(f"/new.json?since={last}").json() == []


def test_what_was_only_read_anew_stands_apart(later, dossier, coder, news, tmp_path):
    desk, before, last = later
    with closing(sqlite3.connect(dossier / "dossier.db")) as db, db:
        db.execute("UPDATE documents SET coder = 'of an earlier version'")
        db.execute("UPDATE sources SET coder = 'of an earlier version'")
        known = {id for (id,) in db.execute("SELECT id FROM documents WHERE run <> ?", (last,))}
        (own,) = (id for (id,) in db.execute("SELECT id FROM documents WHERE run = ?", (last,)))
    read_into(dossier, [str(tmp_path / "more"), str(news)], coder.tools())
    new = desk.get(f"/home.json?since={before}").json()["new"]
    assert [row["id"] for row in new["documents"]["rows"]] == [own] and new["threads"]["count"] == 1
    assert {row["id"] for row in desk.get(f"/new.json?since={before}&kind=anew").json()} == known
    assert "texts read anew" in desk.get(f"/new?since={before}").text


def test_looking_at_what_is_new_writes_nothing(later, dossier):
    desk, before, last = later
    held = {path: path.read_bytes() for path in dossier.rglob("*") if path.suffix in (".db", ".jsonl")}
    for _ in range(2):
        page = desk.get(f"/?since={before}")
        assert "set-cookie" not in page.headers
    assert f'data-latest="{last}"' in page.text
    assert held == {path: path.read_bytes() for path in held}


@pytest.mark.parametrize("address", ["/?since=r-00", "/new?since=<script>", "/new?kind=poem"])
def test_what_does_not_exist_is_said(later, address):
    answer = later[0].get(address)
    assert answer.status_code == 400 and "<script>" not in answer.text.partition("<main")[2]


def test_contradictions_and_unsure_rows_lead_to_their_pages(make_client, dossier):
    page = make_client(dossier).get("/").text
    assert 'href="/contradiction/' in page and 'href="/contradictions"' in page
