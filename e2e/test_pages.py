"""Each page of the desk in the browser: no fault, no barrier, in light and dark, wide and narrow, with its twins."""

import csv
import io
import json
import re

import pytest
from pages import PAGES, PENDING, READY

from dragoman.present.web import application

SIDEWAYS = "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
VIEWS = {"light": ("light", 1200), "dark": ("dark", 1200), "narrow": ("light", 360), "narrow dark": ("dark", 360)}


def twin(address, form):
    path, _, query = address.partition("?")
    return f"{'/home' if path == '/' else path}.{form}{'?' if query else ''}{query}"


@pytest.fixture
def find(watch, example, hostile):
    """Gives a tab and a desk that has a page for a route: the example, else the hostile one, which has contradictions."""

    def look(route):
        found = [desk for desk in (example, hostile) if desk.fetch(PAGES[route](desk))[0] == 200]
        assert found, f"no dossier has a page for {route}"
        return watch(found[0].home), found[0]

    return look


def test_each_page_of_the_desk_is_listed():
    routes = {re.sub(r":\w+}", "}", path) for path, _ in (*application.PAGES, *application.SHEETS)}
    assert sorted(routes - set(READY)) == [], "add it to PAGES of e2e/pages.py, or take it out of PENDING"


@pytest.mark.parametrize("route", PENDING)
def test_what_is_still_to_come_is_not_there_yet(example, route):
    assert PENDING[route]
    assert example.fetch(PAGES[route](example))[0] == 404, f"{route} answers: take it out of PENDING of e2e/pages.py"


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("route", READY)
def test_page_has_no_fault_and_no_barrier(find, route, view):
    tab, desk = find(route)
    theme, width = VIEWS[view]
    tab.size(width, 900)
    tab.theme(theme)
    tab.open(PAGES[route](desk))
    assert tab.ask("document.querySelectorAll('main h1').length") == 1
    assert tab.find_barriers() == []
    assert tab.ask("document.querySelectorAll('[style]:not([data-island] [style])').length") == 0
    assert tab.ask(SIDEWAYS) <= 0, "the page can be scrolled sideways"
    assert tab.ask("[...document.querySelectorAll('[data-island]')].filter((e) => e.dataset.woken !== 'yes').length") == 0


@pytest.mark.parametrize("route", READY)
def test_what_unfolds_has_no_barrier_and_stays_in_the_page(find, route):
    tab, desk = find(route)
    tab.size(360, 900)
    tab.theme("dark")
    tab.open(PAGES[route](desk))
    tab.driver.execute_script("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert tab.ask(SIDEWAYS) <= 0
    assert tab.find_barriers() == []


@pytest.mark.parametrize("route", [route for route in READY if route not in dict(application.SHEETS)])
def test_twins_hold_what_the_page_holds(find, route):
    tab, desk = find(route)
    address = PAGES[route](desk)
    tab.open(address)
    twins = {form: twin(address, form) for form in ("json", "csv")}
    offered = tab.ask("[...document.querySelectorAll('link[rel=alternate]')].map((e) => e.getAttribute('href'))")
    assert offered == list(twins.values())
    assert [desk.fetch(each)[:2] for each in twins.values()] == [(200, "application/json"), (200, "text/csv")]
    data = json.loads(desk.fetch(twins["json"])[2])
    rows = data["rows"] if isinstance(data, dict) and "rows" in data else data
    if not isinstance(rows, list):
        return  # a page about one thing; its fields are tested where it is made
    assert len(list(csv.reader(io.StringIO(desk.fetch(twins["csv"])[2].decode())))) == len(rows) + bool(rows)
    ids = [(row["id"], row.get("thread") or row["id"]) for row in rows if isinstance(row, dict) and "id" in row]
    links = " ".join(tab.ask("[...document.querySelectorAll('main a, main [id]')].map((e) => decodeURIComponent(e.href) + '#' + e.id)"))
    assert [id for id, thread in ids if id not in links and thread not in links] == []


def test_page_can_be_used_by_keys_alone(tab):
    tab.open("/")
    tab.press("\ue004")  # Tab
    assert tab.ask("document.activeElement.className") == "skip"
    tab.press("\ue007")  # Enter
    assert tab.ask("location.hash") == "#main"


@pytest.mark.parametrize("width", [360, 1100])
def test_the_menu_leads_everywhere_by_keys_and_folds_again(tab, width):
    tab.size(width, 900)
    tab.open("/threads")
    tab.driver.execute_script("document.querySelector('.menu summary').focus()")
    tab.press("\ue007")
    assert tab.ask("document.querySelector('.menu').open") and tab.ask(SIDEWAYS) <= 0
    box = tab.ask("document.querySelector('.groups').getBoundingClientRect().toJSON()")
    assert box["left"] >= 0 and box["right"] <= width
    tab.press("\ue004")  # Tab
    assert tab.ask("document.activeElement.getAttribute('href')") == "/statements"
    tab.press("\ue00c")  # Escape
    assert not tab.ask("document.querySelector('.menu').open")
    assert tab.ask("document.activeElement.tagName") == "SUMMARY"


def test_pages_work_without_script(watch, example):
    tab = watch(example.home)
    tab.send("Emulation.setScriptExecutionDisabled", value=True)
    try:
        tab.driver.get(example.home + "/threads")
        assert tab.driver.find_elements("css selector", "main a[href^='/thread/']")
        tab.driver.find_element("css selector", ".menu summary").click()
        tab.driver.find_element("css selector", ".menu a[href='/contradictions']").click()
        assert tab.driver.current_url == example.home + "/contradictions"
    finally:
        tab.send("Emulation.setScriptExecutionDisabled", value=False)
