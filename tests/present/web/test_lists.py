"""Actors, sources, families, contradictions and commitments: the same rows as the command line, and every figure opens."""

import contextlib
import csv
import io
import json
import re
import sqlite3
from urllib.parse import quote

import pytest


def test_actors_are_found_by_a_part_of_any_spelling(desk):
    every = desk.get("/actors.json").json()
    assert {"PAK", "RUS"} <= {row["id"] for row in every}
    assert [row["id"] for row in desk.get("/actors.json?name=pakist").json()] == ["PAK"]
    assert {row["kind"] for row in desk.get("/actors.json?kind=person").json()} == {"person"}
    assert 'href="/search?q=nobody"' in desk.get("/actors?name=nobody").text
    some = [row["id"] for page in (1, 2, 3) for row in desk.get(f"/actors.json?limit=2&page={page}").json()]
    assert some == [row["id"] for row in every][:6]


def test_an_actor_shows_what_it_did_said_and_with_whom(desk):
    page, data = desk.get("/actor/RUS").text, desk.get("/actor/RUS.json").json()
    assert data["with"][0]["code"] == "PAK" and 'href="/pair/RUS/PAK"' in page
    did = [row for row in data["rows"] if row["part"] == "did"]
    assert len(did) == data["did"] and all(f'href="/thread/{row["id"]}"' in page for row in did)
    assert desk.get("/actor/rus").status_code == 200


def test_a_quoted_speaker_has_a_page_and_a_private_person_has_none(desk, call):
    everybody = {row["name"]: row for row in json.loads(call("actors", "--json")[1]) if row["kind"] == "person"}
    shown = {row["name"]: row["id"] for row in desk.get("/actors.json?kind=person").json()}
    assert "Ivan Petrov" in shown and "Ivan Petrov" in everybody
    assert all(row["said"] or row["offices"] for name, row in everybody.items() if name in shown)
    for name, row in everybody.items():
        assert desk.get(f"/actor/{row['id']}").status_code == (200 if name in shown else 404)
    page = desk.get(f"/actor/{shown['Ivan Petrov']}").text
    assert "We shall build it" in page and re.search(r'href="/document/d-\w+#s-\w+"', page)


def test_whoever_is_quoted_in_a_comment_only_has_no_page(make_client, dossier):
    with contextlib.closing(sqlite3.connect(dossier / "dossier.db")) as db, db:
        db.execute("UPDATE statements SET voice = 'comment' WHERE speaker = 'Ivan Petrov'")
    desk = make_client(dossier)
    assert "Ivan Petrov" not in {row["name"] for row in desk.get("/actors.json").json()}


def test_sources_are_those_of_the_command_line_and_figures_open(desk, call):
    assert desk.get("/sources.json").json() == json.loads(call("sources", "--json")[1])
    assert desk.get("/sources.json?pair=IND+PAK").json() == json.loads(call("sources", "--json", "--pair", "IND", "PAK")[1])
    page = desk.get("/source/The%20Gazette")
    assert page.status_code == 200 and 'href="/source/The%20Gazette.json"' in page.text
    assert desk.get("/source/Nobody").status_code == 404
    data = desk.get("/source/The%20Gazette.json").json()
    for row in data["vouched"]:
        shown = desk.get(f"/source/The%20Gazette?stood={quote(row['standing'])}").text
        assert all(f'href="/thread/{id}"' in shown for id in row["threads"])


def test_families_and_the_differences_of_two_texts(desk, call):
    (row,) = desk.get("/families.json").json()
    assert [row] == json.loads(call("families", "--json")[1])
    assert desk.get("/families.json?since=2020").json() == []
    a, b = row["documents"][:2]
    page = desk.get(f"/family/{row['id']}?a={b}&b={a}").text
    assert re.search(r"<ins><bdi>[^<]+</bdi></ins>", page) and re.search(r"<del><bdi>[^<]+</bdi></del>", page)
    pieces = desk.get(f"/family/{row['id']}.json?a={b}&b={a}").json()["differences"]["pieces"]
    text = "".join(piece["words"] for piece in pieces if piece["kind"] != "gone")
    assert "".join(text.split()) in "".join(stored_words(desk, call, a))
    assert desk.get(f"/family/{row['id']}?a=d-nothing").status_code == 400


def stored_words(desk, call, document):
    return "".join(call("show", document)[1].split()) or ""


def test_contradictions_stand_side_by_side_with_words_and_voices(desk, call):
    rows = desk.get("/contradictions.json?all=1").json()
    assert rows == json.loads(call("contradictions", "--all", "--json")[1]) and rows
    assert [r for r in rows if r["clash"] == "status"] == desk.get("/contradictions.json?clash=status&all=1").json()
    page = desk.get(f"/contradiction/{rows[0]['id']}").text
    assert all(f"#{record}" in page for record in rows[0]["records"])
    sides = list(csv.DictReader(io.StringIO(desk.get(f"/contradiction/{rows[0]['id']}.csv").text)))
    assert len(sides) == 2 and all(side["readable"] or side["source"] for side in sides)
    assert desk.get("/contradiction/c-0000").status_code == 404
    assert desk.get(f"/contradiction/{rows[0]['records'][0]}").status_code == 404


@pytest.mark.parametrize("query", ["", "?actor=Pakistan", "?pair=PAK+RUS", "?standing=open", "?as_of=2013-01-01", "?since=2012-11"])
def test_commitments_are_those_of_the_command_line(desk, call, query):
    words = [part for key, _, value in (p.partition("=") for p in query[1:].split("&") if p)
             for part in (f"--{key.replace('_', '-')}", *value.split("+"))]  # fmt: skip
    assert desk.get(f"/commitments.json{query}").json() == json.loads(call("commitments", *words, "--json")[1])
    assert desk.get(f"/commitments{query}").status_code == 200


def test_what_was_gathered_is_gathered_anew_after_a_write(desk, dossier, call):
    before = desk.get("/sources.json").json()
    ids = {row["name"]: row["id"] for row in json.loads(call("documents", "--json")[1])}
    assert call("decide", "document", ids["visit"], "outlet=Xinhua", "--why", "printed", "--who", "Anna")[0] == 0
    assert "Xinhua" in {row["outlet"] for row in desk.get("/sources.json").json()} - {row["outlet"] for row in before}


def test_hostile_names_of_outlets_and_texts_stay_text(hostile):
    (row,) = hostile.get("/sources.json").json()
    page = hostile.get(f"/source/{quote(row['outlet'], safe='')}")
    assert page.status_code == 200 and "<script>alert" not in page.text
    (family,) = hostile.get("/families.json").json()
    page = hostile.get(f"/family/{family['id']}?whole=1").text
    assert "&lt;i&gt;speaker&lt;/i&gt;" in page and "<i>" not in page and "\u202e" not in page
