"""Pages of pairs: the list, the pair with its parts, the relation, the brief; what takes long is fetched afterwards."""

import contextlib
import json
import re
import sqlite3

import pytest

from dragoman.present.web.kept import Kept
from dragoman.record.dossier import Dossier


def find_links(page, start):
    return {found.replace("&amp;", "&") for found in re.findall(r'href="([^"]*)"', page) if found.startswith(start)}


def test_pairs_stand_by_weight_and_levels_come_afterwards(desk):
    page = desk.get("/pairs").text
    assert 'href="/pair/PAK/RUS"' in page and 'hx-get="/pairs/levels"' in page and "work out the levels" in page
    assert [row["level"] for row in desk.get("/pairs.json").json()] == [""] * len(desk.get("/pairs.json").json())
    rows = {(row["a"], row["b"]): row for row in desk.get("/pairs/levels.json").json()}
    known = rows["PAK", "RUS"]
    assert known["low"] <= known["level"] <= known["high"] and known["sources"] >= 1 and known["events"] >= 3
    assert desk.get("/pairs.json").json() == list(rows.values())
    assert "hx-get" not in desk.get("/pairs").text
    assert {row["b"] for row in desk.get("/pairs.json?actor=India").json()} == {"PAK"}


def test_a_pair_is_found_in_any_order_and_by_name(desk):
    ids = {row["id"] for row in desk.get("/pair/PAK/RUS.json").json()["threads"]}
    assert ids and ids == {row["id"] for row in desk.get("/pair/RUS/PAK.json").json()["threads"]}
    assert "<h1>Pakistan and Russia</h1>" in desk.get("/pair/Pakistan/Russia").text
    assert ids == {row["id"] for row in desk.get("/threads.json?pair=PAK RUS").json()}


def test_a_pair_shows_threads_voices_plans_and_what_clashes(desk):
    page = desk.get("/pair/PAK/RUS").text
    held = desk.get("/pair/PAK/RUS.json").json()
    assert {f"/thread/{row['id']}" for row in held["threads"]} <= find_links(page, "/thread/")
    assert held["assessments"][0]["level"] == "good" and "says <span class=\"badge badge-author\">the author</span>" in page
    assert "Still planned" in page and "planned" in page
    assert {f"/contradiction/{one['id']}" for one in held["contradictions"]} == find_links(page, "/contradiction/")
    assert 'data-island="timeline" data-source="/pair/PAK/RUS.json"' in page and '<svg class="timeline"' in page
    assert 'data-island="relation" data-source="/pair/PAK/RUS/relation.json"' in page
    assert {"/brief/PAK/RUS", "/threads?pair=PAK+RUS", "/calendar?pair=PAK+RUS"} <= find_links(page, "/")


def test_every_part_follows_the_period(desk):
    query = "since=2012-11&until=2012&count=documents"
    page = desk.get(f"/pair/PAK/RUS?{query}").text
    parts = {f"/pair/PAK/RUS/{part}?{query}" for part in ("relation", "commitments", "sources")}
    fetched = {address.replace("&amp;", "&").replace("&limit=6", "") for address in re.findall(r'hx-get="([^"]*)"', page)}
    assert fetched == parts
    assert f"/brief/PAK/RUS?{query}" in find_links(page, "/brief/")
    assert [row["date"] for row in desk.get(f"/pair/PAK/RUS.json?{query}").json()["threads"]] == ["2012-11-20"]
    assert desk.get(f"/pair/PAK/RUS/sources.json?{query}").json() == []
    assert desk.get(f"/pair/PAK/RUS/voices.json?{query}").json() == []


def test_parts_are_pages_that_hold_the_fragment_that_is_fetched(desk):
    page = desk.get("/pair/PAK/RUS").text
    for address, target in re.findall(r'hx-get="([^"]*)" hx-select="([^"]*)"', page):
        part = desk.get(address.replace("&amp;", "&")).text
        assert f'id="{target[1:]}"' in part and "<h1>" in part and 'href="/pair/PAK/RUS"' in part


def test_too_little_for_a_line_is_said(desk):
    found = desk.get("/pair/PAK/RUS/relation.json").json()
    page = desk.get("/pair/PAK/RUS/relation").text
    assert found["points"] == [] and "too little for a line" in found["lacks"]
    assert found["lacks"].capitalize() in page and "data-island" not in page


def test_a_relation_is_that_of_the_command_line(make_client, dossier, call, monkeypatch):
    monkeypatch.setattr("dragoman.relate.relations.LEAST_THREADS", 2)
    monkeypatch.setattr("dragoman.relate.relations.LEAST_SOURCES", 1)
    desk = make_client(dossier)
    query = "since=2012-09&until=2012-12"
    told = json.loads(call("relation", "PAK", "RUS", "--since", "2012-09", "--until", "2012-12", "--json")[1])
    assert desk.get(f"/pair/PAK/RUS/relation.json?{query}").json() == told and told["points"]
    page = desk.get(f"/pair/PAK/RUS/relation?{query}").text
    assert page.count('<th scope="row"') == len(told["points"]) and "80 % interval" in page
    assert "PAK towards RUS" in page or "RUS towards PAK" in page


def test_commitments_are_those_of_the_command_line(desk, call):
    told = json.loads(call("commitments", "--pair", "PAK", "RUS", "--json")[1])
    rows = desk.get("/pair/PAK/RUS/commitments.json").json()
    assert rows == told[::-1] and rows
    assert all(row["quote"] in desk.get("/pair/PAK/RUS/commitments").text for row in rows)


def test_sources_are_counted_by_texts_or_by_who_is_independent(desk):
    rows = desk.get("/pair/PAK/RUS/sources.json").json()
    page = desk.get("/pair/PAK/RUS/sources").text
    assert f"{len(rows)} texts" in page and {f"/document/{row['document']}" for row in rows} == find_links(page, "/document/")
    assert "Independent sources" in page and "Independent sources" not in desk.get("/pair/PAK/RUS/sources?count=documents").text


def test_the_brief_is_that_of_the_command_line_and_runs_nothing(desk, tmp_path, call):
    answer = desk.get("/brief/PAK/RUS")
    call("brief", "PAK", "RUS", "--html", str(tmp_path / "brief.html"))
    assert answer.text == (tmp_path / "brief.html").read_text(encoding="utf-8")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "style-src 'sha256-" in policy and "frame-ancestors 'none'" in policy
    assert "script" not in policy and "unsafe" not in policy and "<script" not in answer.text
    assert answer.headers["cache-control"] == "no-store" and answer.headers["x-content-type-options"] == "nosniff"
    assert desk.get("/brief/PAK/RUS.json").json()["title"] == "Pakistan and Russia"


def test_the_brief_of_a_hostile_dossier_holds_no_markup_of_it(hostile):
    page = hostile.get("/brief/PAK/RUS?all=1").text
    assert "<script" not in page and "javascript:" not in page and "\u202e" not in page and "<b>spokesman" not in page


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/pair/PAK/Atlantis", 404, "No actor is called"),
        ("/pair/PAK/PAK", 404, "two different sides"),
        ("/brief/PAK/Atlantis", 404, "No actor is called"),
        ("/pair/PAK/RUS?since=soon", 400, "not a date"),
        ("/pair/PAK/RUS?count=words", 400, "Unknown count"),
        ("/pair/PAK/RUS/relation?by=day", 400, "no such period"),
        ("/pairs?actor=Atlantis", 400, "No actor is called"),
    ],
)
def test_what_does_not_exist_is_said(desk, address, status, words):
    answer = desk.get(address)
    assert answer.status_code == status and words in answer.text


def test_a_pair_of_which_nothing_is_told_says_what_to_do(desk):
    page = desk.get("/pair/FRA/BRA").text
    assert "Nothing is told of the two" in page and 'href="/pairs"' in page
    assert "hx-get" not in page and "Too little for a line" in desk.get("/pair/FRA/BRA/relation").text
    assert "Neither announced" in desk.get("/pair/FRA/BRA/commitments").text


def test_what_is_kept_is_made_anew_once_somebody_writes(tmp_path):
    kept, made = Kept(1), []
    (tmp_path / "dossier.db").write_bytes(b"1")

    def make():
        made.append(1)
        return len(made)

    assert kept.peek(tmp_path, "a") is None
    assert (kept.get(tmp_path, "a", make), kept.get(tmp_path, "a", make), kept.peek(tmp_path, "a")) == (1, 1, 1)
    (tmp_path / "dossier.db").write_bytes(b"12")
    assert kept.peek(tmp_path, "a") is None and kept.get(tmp_path, "a", make) == 2
    assert kept.get(tmp_path, "b", make) == 3 and kept.peek(tmp_path, "a") is None


def test_commitments_and_sources_are_found_once_until_somebody_writes(desk, dossier, monkeypatch):
    asked = []
    find = Dossier.sources_of
    monkeypatch.setattr(Dossier, "sources_of", lambda opened, ids: asked.append(1) or find(opened, ids))
    for part in ("commitments", "sources"):
        first = desk.get(f"/pair/PAK/RUS/{part}.json").json()
        found = len(asked)
        assert found and desk.get(f"/pair/PAK/RUS/{part}.json").json() == first and len(asked) == found
        with contextlib.closing(sqlite3.connect(dossier / "dossier.db")) as db, db:
            db.execute("UPDATE sources SET bytes = bytes + 1")
        assert desk.get(f"/pair/PAK/RUS/{part}.json").json() == first and len(asked) > found
