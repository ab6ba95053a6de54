"""Search, calendar, network and outlook: what they show, how they narrow, and what they do with odd addresses."""

import re
import sqlite3
from threading import Event

import pytest

from dragoman.model.errors import UsageError
from dragoman.present.web.computing import compute
from dragoman.record.searching import KINDS


def test_search_shows_texts_and_records_with_the_hit_marked_and_the_place_linked(desk):
    page = desk.get("/search?q=Russia+visited").text
    found = desk.get("/search.json?q=Russia+visited").json()
    assert found["kinds"] == {"document": 2, "event": 2, "statement": 0, "assessment": 0}
    assert "<mark>Russia</mark> <mark>visited</mark>" in page
    for hit in found["hits"]:
        mark = "" if hit["kind"] == "document" else f"#{hit['id']}"
        assert f'href="/document/{hit["document"]}?q=Russia+visited{mark}"' in page
    assert all(hit["told"].startswith("CONSULT RUS -> PAK: happened") for hit in found["hits"] if hit["kind"] == "event")


def test_search_is_narrowed_by_kind_year_and_actor(desk):
    def kinds(query):
        return {hit["kind"] for hit in desk.get(f"/search.json?q=attacked&{query}").json()["hits"]}

    assert kinds("") == {"document", "event"} and kinds("kind=event") == {"event"}
    old = desk.get("/search.json?q=attacked&kind=event&year=1965").json()
    assert [hit["date"] for hit in old["hits"]] == ["1965-09-06"] and old["actors"] == {"IND": 1, "PAK": 1}
    assert {hit["date"][:4] for hit in desk.get("/search.json?q=attacked&kind=event&actor=Russia").json()["hits"]} == {"2012"}
    assert desk.get("/search.json?q=attacked&actor=Russia").json()["kinds"]["document"] == 2
    page = desk.get("/search?q=attacked&year=1965").text
    assert 'aria-current="true"' in page and "kind=event" in page


def test_search_says_what_it_leaves_out(make_client, doubtful):
    desk = make_client(doubtful)
    assert desk.get("/search.json?q=attacked").json()["less_certain"] == 1
    assert "1 less certain record left out" in desk.get("/search?q=attacked").text
    assert desk.get("/search.json?q=attacked&all=1").json()["less_certain"] == 0


def test_an_empty_search_says_what_can_be_searched(desk):
    page = desk.get("/search").text
    assert "What can be searched" in page and "texts, with their titles" in page
    assert list(desk.get("/search.json").json()["held"]) == list(KINDS)
    assert "Nothing holds all of these words" in desk.get("/search?q=xyzzy").text


@pytest.mark.parametrize("words", ['"', "AND", "a*", "NEAR(x y)", "title:x", "(", "x" * 5000, "x " * 2000, "\x00", "a\ud800", '\'; DROP'])
def test_no_words_break_the_search(desk, words):
    answer = desk.get("/search", params={"q": words.encode("utf-8", "replace").decode()})
    assert answer.status_code == 200 and "fts5" not in answer.text.lower()


@pytest.mark.parametrize("query", ["kind=tree", "year=20125", "year=abcd", "actor=Nowhereland", "page=x"])
def test_what_no_search_can_be_narrowed_by_is_refused(desk, query):
    assert desk.get(f"/search?q=visit&{query}").status_code == 400


def test_pages_of_one_kind_follow_each_other(desk, monkeypatch):
    monkeypatch.setattr("dragoman.present.web.pages.search.PAGE", 1)
    ids = [desk.get(f"/search.json?q=Pakistan&kind=event&page={page}").json()["hits"][0]["id"] for page in (1, 2, 3)]
    assert len(set(ids)) == 3 and 'rel="next"' in desk.get("/search?q=Pakistan&kind=event&page=2").text


def test_the_calendar_shows_days_and_what_has_none(desk, dossier):
    page = desk.get("/calendar?month=2012-10").text
    found = desk.get("/calendar.json?month=2012-10").json()
    assert [(row["day"], row["type"]) for row in found["rows"]] == [("2012-10-04", "CONSULT")]
    assert found["next"] == {"month": "2012-11", "count": 1, "planned": 1} and "November 2012" in page
    assert page.count('<li class="day') == 31
    db = sqlite3.connect(dossier / "dossier.db")
    for date, first, last in (("2012-10", "2012-10-01", "2012-10-31"), ("2012", "2012-01-01", "2012-12-31"),
                              ("../2012-10", "0000-00-00", "2012-10-31"), ("2012-09-28/2012-10-02", "2012-09-28", "2012-10-02")):
        db.execute("UPDATE threads SET date = ?, date_first = ?, date_last = ? WHERE type = 'CONSULT'", (date, first, last))
        db.commit()
        days = {row["day"] for row in desk.get("/calendar.json?month=2012-10").json()["rows"]}
        assert days == ({"2012-10-01"} if "/2012-10-02" in date else {""}), date
        inside = "Some day of October 2012" in desk.get("/calendar?month=2012-10").text
        assert inside is (date == "2012-10")
        assert desk.get("/calendar.json?month=2012-11").json()["without_day"] == (2 if date == "2012" else 0)
    db.close()


def test_the_calendar_opens_at_the_last_meeting_and_shows_a_year(desk):
    assert desk.get("/calendar.json").json()["month"] == "2012-10"
    year = {row["month"]: row["count"] for row in desk.get("/calendar.json?year=2012").json()["rows"]}
    assert len(year) == 12 and year["2012-10"] == 1 and year["2012-11"] == 1 and year["2012-09"] == 0
    assert desk.get("/calendar.json?month=2012-10&actor=India").json()["rows"] == []


@pytest.mark.parametrize("query", ["month=2012-13", "month=0000-01", "month=2012", "month=x", "year=12", "year=0000", "pair=PAK"])
def test_what_is_no_month_is_refused(desk, query):
    assert desk.get(f"/calendar?{query}").status_code == 400


def test_the_calendar_ends_with_the_calendar(desk):
    for month in ("0001-01", "9999-12"):
        assert desk.get(f"/calendar?month={month}").status_code == 200
    assert desk.get("/calendar?year=9999").status_code == desk.get("/calendar?year=0001").status_code == 200


def test_the_network_is_that_of_the_command_line(desk, call):
    import json

    found = desk.get("/network.json?date=2012-10-08").json()
    told = json.loads(call("system", "--date", "2012-10-08", "--json")[1])
    assert {key: found[key] for key in told} == told and found["names"].get("PAK", "Pakistan") == "Pakistan"
    page = desk.get("/network?date=2012-10-08").text
    assert 'data-island="network"' in page and "Camps" in page and 'name="date"' in page


def test_the_network_shows_what_a_supposition_changes(desk):
    for query in ("suppose=PAK-RUS=-6,IND-RUS=7", "suppose=PAK-RUS=-6&suppose=IND-RUS%3D7"):
        found = desk.get(f"/network.json?{query}").json()
        assert [(each["a"], each["b"], each["level"]) for each in found["supposed"]] == [("PAK", "RUS", -6), ("IND", "RUS", 7)]
        assert {each["supposed"] for each in found["after"]["ties"]} >= {True}
    page = desk.get("/network?suppose=PAK-RUS=-6").text
    assert "Pakistan and Russia were at -6" in page and 'value="PAK-RUS=-6"' in page


@pytest.mark.parametrize("query", ["suppose=PAK-RUS", "suppose=PAK-RUS=60", "suppose=x", "date=soon"])
def test_what_no_network_can_be_asked_is_refused(desk, query):
    assert desk.get(f"/network?{query}").status_code == 400


def test_an_outlook_is_that_of_the_command_line(desk, call):
    import json

    assert desk.get("/outlook/Pakistan/Russia.json").json() == json.loads(call("outlook", "PAK", "RUS", "--json")[1])
    assert "needs at least" in desk.get("/outlook/PAK/RUS").text
    assert desk.get("/outlook/PAK/PAK").status_code == 400


def test_what_takes_long_says_so_and_asks_again(desk, monkeypatch):
    go = Event()
    monkeypatch.setattr("dragoman.present.web.computing.PATIENCE", 0.05)
    monkeypatch.setattr("dragoman.present.web.pages.outlook.outlook_of", lambda *_: go.wait(10) and 1 / 0)
    page = desk.get("/outlook/IND/RUS").text
    assert "being computed" in page and 'hx-get="/outlook/IND/RUS"' in page and 'http-equiv="refresh"' in page
    go.set()


def test_a_result_is_computed_once_for_a_stamp_and_a_failure_is_not_kept():
    calls = []

    def make():
        calls.append(1)
        if len(calls) == 1:
            raise UsageError("no")
        return len(calls)

    with pytest.raises(UsageError):
        compute("a test", (1,), make, None)
    assert [compute("a test", stamp, make, None) for stamp in ((1,), (1,), (2,), (2,))] == [2, 2, 3, 3]


def test_words_of_documents_stay_words_in_search(hostile):
    for query in ("script", "alert", "minister&all=1", "cmd&kind=document", "<script>alert(1)</script>"):
        page = hostile.get(f"/search?q={query}").text
        assert "<script>alert" not in page and "\u202e" not in page and not re.search(r"<[^>]*\son\w+=", page)
