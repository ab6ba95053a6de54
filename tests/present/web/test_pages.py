"""The pages of the desk answer, their twins hold the same rows, and words of documents stay words."""

import csv
import io
import json
import re
from html.parser import HTMLParser

import pytest

from dragoman.present.fields import flatten


def find_handlers(page):
    """Attributes by which an element would run something, as a browser reads the page; words in quotes are none."""
    found, reader = [], HTMLParser()
    reader.handle_starttag = lambda tag, given: found.extend(name for name, _ in given if name.startswith("on"))
    reader.feed(page)
    return found


def twin(address, form):
    return f"{'/home' if address == '/' else address}.{form}"


def test_each_page_answers_in_three_forms(desk, addresses):
    for address in addresses(desk):
        assert desk.get(address).headers["content-type"] == "text/html; charset=utf-8"
        assert desk.get(twin(address, "json")).headers["content-type"] == "application/json"
        assert desk.get(twin(address, "csv")).headers["content-type"] == "text/csv; charset=utf-8"
        assert f'href="{twin(address, "csv")}"' in desk.get(address).text


def test_home_says_what_there_is_and_what_needs_a_look(desk):
    page = desk.get("/").text
    assert "Published 5 October 2012 to 8 October 2012" in page and "1 text without a date" in page
    assert "2 contradictions" in page and 'href="/pair/PAK/RUS"' in page
    rows = {(row["part"], row["name"]): row["value"] for row in desk.get("/home.json").json()["rows"]}
    assert rows["holds", "documents"] == 4 and rows["month", "2012-10"] == 3
    assert len(list(csv.reader(io.StringIO(desk.get("/home.csv").text)))) == len(rows) + 1


def test_threads_are_those_of_the_command_line(desk, call):
    query = "actor=Pakistan&since=2012&type=assault"
    words = ["--actor", "Pakistan", "--since", "2012", "--type", "assault", "--json"]
    rows = desk.get(f"/threads.json?{query}").json()
    assert rows == json.loads(call("threads", *words)[1])
    page = desk.get(f"/threads?{query}").text
    assert all(f'href="/thread/{row["id"]}"' in page for row in rows)
    assert page.count("<tr>") == len(rows) + 1
    cells = list(csv.DictReader(io.StringIO(desk.get(f"/threads.csv?{query}").text)))
    assert [cell["id"] for cell in cells] == [row["id"] for row in rows]
    assert list(cells[0].values()) == [str(value) for value in flatten(rows[0]).values()]


def test_a_list_comes_in_pages(desk):
    every = [row["id"] for row in desk.get("/threads.json").json()]
    some = [row["id"] for page in (1, 2, 3, 4) for row in desk.get(f"/threads.json?limit=2&page={page}").json()]
    assert some == every and len(every) == 7
    page = desk.get("/threads?limit=2&page=2&since=1900").text
    assert 'href="/threads?limit=2&amp;page=3&amp;since=1900"' in page and "3 to 4 shown" in page


def test_less_certain_threads_are_left_out_and_counted(make_client, doubtful):
    desk = make_client(doubtful)
    assert "7 threads" in desk.get("/threads?all=1").text
    assert len(desk.get("/threads.json?min_confidence=0.9").json()) == 0
    assert "7 less certain ones left out" in desk.get("/threads?min_confidence=0.9").text


def test_a_thread_shows_its_life_and_both_sides_of_a_contradiction(desk, call):
    (attack,) = [row for row in desk.get("/threads.json?type=ASSAULT").json() if row["dissent"]]
    page = desk.get(f"/thread/{attack['id']}").text
    assert "happened, says A spokesman" in page and "denied by The minister" in page
    assert "Cannot both be true" in page and "Russia did not attack Pakistan" in page
    assert desk.get(f"/thread/{attack['id']}.json").json() == json.loads(call("thread", attack["id"], "--json")[1])


def test_no_status_stands_without_its_voice(desk, addresses):
    for address in addresses(desk):
        for kind, words in re.findall(r'<use href="#sign-([\w-]+)"></use></svg> <bdi>([^<]*)</bdi>', desk.get(address).text):
            assert words, kind
    claims = [row for row in desk.get("/threads.json").json() if row["standing"] == "claimed"]
    for claim in claims:
        steps = desk.get(f"/thread/{claim['id']}.json").json()["life"]
        assert all("says" in step["readable"] for step in steps if step["voice"] != "author")


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/thread/t-0000", 404, "No thread has the id"),
        ("/nothing", 404, "Not Found"),
        ("/threads?since=yesterday", 400, "not a date"),
        ("/threads?pair=PAK", 400, "only one side"),
        ("/threads?limit=many", 400, "not a whole number"),
        ("/threads?min_confidence=much", 400, "not a number"),
        ("/threads?min_confidence=nan", 400, "not between 0 and 1"),
    ],
)
def test_an_error_is_a_page_with_its_sentence(desk, address, status, words):
    answer = desk.get(address)
    assert answer.status_code == status and words in answer.text and "Traceback" not in answer.text
    path, mark, query = address.partition("?")
    assert words in desk.get(f"{path}.json{mark}{query}").json()[0]["error"]


def test_a_fault_of_ours_shows_no_trace(desk, monkeypatch):
    monkeypatch.setattr("dragoman.record.dossier.Dossier.threads", lambda *_: 1 / 0)
    answer = desk.get("/threads")
    assert answer.status_code == 500 and "fault in Dragoman" in answer.text and "Traceback" not in answer.text


def test_an_empty_folder_says_what_to_do(make_client, tmp_path):
    desk = make_client(tmp_path / "nothing")
    for address in ("/", "/threads"):
        page = desk.get(address).text
        assert 'href="/add"' in page and "dragoman read" in page and "Read the example" in page
    assert not (tmp_path / "nothing").exists()


def test_payloads_stay_text(hostile, addresses):
    for address in [*addresses(hostile), "/threads?actor=<script>alert(1)</script>", "/threads?type=%22><script>"]:
        page = hostile.get(address).text
        assert "<script>alert" not in page and "<b>spokesman" not in page and "\"><script>" not in page
        assert not find_handlers(page)
        assert "\u202e" not in page and "\u2066" not in page
        assert "javascript:" not in page and ">49<" not in page


def test_payloads_can_do_nothing_to_a_spreadsheet_or_a_terminal(hostile, addresses):
    for address in addresses(hostile):
        for line in csv.reader(io.StringIO(hostile.get(twin(address, "csv")).text)):
            assert not any(cell.startswith(("=", "+", "@")) for cell in line)
        assert "\u202e" not in hostile.get(twin(address, "json")).text


def test_directions_end_with_their_box_and_are_shown(hostile):
    thread = hostile.get("/threads.json?all=1").json()[0]["id"]
    page = hostile.get(f"/thread/{thread}").text
    assert '<span class="unseen">U+202E</span>' in page and "<bdi>&lt;script&gt;" in page


def test_pages_hold_no_inline_style_and_no_inline_script(desk, addresses):
    for address in [*addresses(desk), "/nothing"]:
        page = desk.get(address).text
        assert not re.search(r"\sstyle=|<style|<script(?! src)", page)
        assert not re.search(r'(?:src|href)="(?:https?:)?//', page)
