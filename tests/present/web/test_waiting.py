"""What takes long is computed outside of the request: the page says so, its twins wait, and a write has it made anew."""

import threading

import pytest

from dragoman.present.web import computing, gathered
from dragoman.present.web.pages import brief, pairs

SAYS_SO = 'aria-label="Computing"'


@pytest.fixture
def gate(monkeypatch):
    """Holds up what is computed until it is set."""
    found = threading.Event()
    monkeypatch.setattr(computing, "PATIENCE", 0.05)
    yield found
    found.set()


def held_up(gate, make):
    def wait_then_make(*given):
        assert gate.wait(20)
        return make(*given)

    return wait_then_make


def test_a_list_that_takes_long_says_so_until_it_is_there(desk, gate, monkeypatch):
    monkeypatch.setattr(gathered.SOURCES, "_gather", held_up(gate, gathered.SOURCES._gather))
    page = desk.get("/sources")
    assert page.status_code == 200 and SAYS_SO in page.text and 'hx-get="/sources"' in page.text
    gate.set()
    assert desk.get("/sources.json").json() and SAYS_SO not in desk.get("/sources").text


def test_a_brief_that_takes_long_is_loaded_as_a_whole(desk, gate, monkeypatch):
    monkeypatch.setattr(brief, "_write", held_up(gate, brief._write))
    page = desk.get("/brief/PAK/RUS").text
    assert SAYS_SO in page and 'http-equiv="refresh"' in page and "hx-get" not in page.partition("<main")[2]
    gate.set()
    assert desk.get("/brief/PAK/RUS.json").json() and SAYS_SO not in desk.get("/brief/PAK/RUS").text


def test_levels_of_all_pairs_come_into_the_list_that_is_there_already(desk, gate, monkeypatch):
    monkeypatch.setattr(pairs, "_work_out", held_up(gate, pairs._work_out))
    page = desk.get("/pairs/levels").text
    assert SAYS_SO in page and 'hx-get="/pairs/levels"' in page and 'id="pairs"' in page and "/pair/PAK/RUS" in page
    assert SAYS_SO not in desk.get("/pairs").text
    gate.set()
    assert any(row["level"] != "" for row in desk.get("/pairs/levels.json").json())
    assert SAYS_SO not in desk.get("/pairs/levels").text


def test_an_error_of_what_is_computed_is_the_error_of_the_page(desk, monkeypatch):
    def fail(*_):
        raise TimeoutError

    monkeypatch.setattr(gathered.SOURCES, "_gather", fail)
    assert desk.get("/sources").status_code == 500
