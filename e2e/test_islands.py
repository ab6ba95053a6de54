"""Each island in a real browser, under the policy of the desk: it wakes, answers pointer and keys, keeps the server's words."""

import pytest
from browser import Tab, start_browser
from selenium.webdriver.common.by import By
from stage import serve_stage

ENTER, DOWN, LEFT, ESCAPE = "\ue007", "\ue015", "\ue012", "\ue00c"
VIEWS = [("light", 1200), ("dark", 1200), ("light", 360)]


@pytest.fixture(scope="module")
def home():
    with serve_stage() as address:
        yield address


@pytest.fixture
def stage(watch, home):
    return watch(home)


def focus(tab, selector):
    tab.driver.execute_script("document.querySelector(arguments[0]).focus()", selector)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("name", ["relation", "timeline", "network", "table", "review", "reader", "drop"])
def test_island_wakes_without_fault_or_barrier(stage, name, view):
    stage.theme(view[0])
    stage.size(view[1], 800)
    stage.open(f"/stage/{name}")
    assert stage.ask("document.querySelector('[data-island]').dataset.woken") == "yes"
    assert stage.find_barriers() == []
    assert stage.ask("document.documentElement.scrollWidth") <= view[1]


def test_a_picture_takes_the_place_of_the_servers_own_and_leaves_the_rest(stage):
    for name in ("relation", "timeline", "network"):
        stage.open(f"/stage/{name}")
        assert stage.ask("document.querySelector('[data-island] > svg').hasAttribute('hidden')")
        assert stage.ask("document.querySelector('[data-island] > table').checkVisibility()")


def test_an_island_without_data_says_so_and_leaves_the_page(stage):
    stage.allowed = ["404"]
    stage.open("/stage/missing")
    assert "The desk answered 404." in stage.ask("document.querySelector('.island-failed').textContent")
    stage.open("/stage/elsewhere")
    assert "It has no source." in stage.ask("document.querySelector('.island-failed').textContent")
    assert stage.ask("document.querySelector('table').textContent.includes('for all')")


def test_relation_tells_a_period_and_leads_to_it(stage):
    stage.open("/stage/relation")
    assert stage.ask("document.querySelectorAll('.relation-board canvas').length") == 2
    focus(stage, ".relation-board")
    stage.press(LEFT, LEFT)
    words = stage.ask("document.querySelector('.island-figures').textContent")
    assert words.startswith("1 October 2012 to 28 October 2012: level +1.3 (+0.3 to +2.3); 4 acts: 1 friendly words")
    stage.press(ENTER)
    stage.wait_for("location.search === '?since=2012-10-01&until=2012-10-28'")


def test_timeline_is_links_that_keys_reach(stage):
    stage.open("/stage/timeline")
    drawn = stage.ask("document.querySelectorAll('.island-timeline a').length")
    assert 30 <= drawn <= 40
    focus(stage, ".island-timeline a[tabindex='0']")
    stage.press("\ue014")
    assert stage.ask("document.activeElement.getAttribute('href')").startswith("/thread/t-")
    assert stage.ask("document.querySelector('.island-figures').textContent").endswith("\u201d")
    stage.press("+")
    assert stage.ask("document.querySelectorAll('.island-timeline a').length") < drawn
    stage.press("0")
    shapes = stage.ask("[...new Set([...document.querySelectorAll('.island-timeline use')].map((e) => e.href.baseVal))].length")
    assert shapes == 8


def test_network_follows_the_day_of_its_slider(stage):
    stage.open("/stage/network")
    assert stage.ask("document.querySelector('#day').textContent") == "today"
    focus(stage, ".island-slider input")
    stage.press("\ue012")
    stage.wait_for("document.querySelector('#day').textContent === '2012-12-24'")
    assert stage.ask("location.search") == "?date=2012-12-24"


def test_network_draws_itself_without_webgl(home):
    with start_browser("--disable-3d-apis") as driver:
        tab = Tab(driver, home)
        tab.open("/stage/network")
        assert tab.ask("[...document.querySelectorAll('.island-network a')].map((e) => e.getAttribute('href'))") == [
            "/pair/IND/PAK", "/pair/PAK/RUS", "/pair/CHN/PAK", "/pair/CHN/IND"]  # fmt: skip
        assert tab.ask("document.querySelectorAll('.island-network .actor-second rect').length") == 1
        assert tab.find_barriers() == []
        tab.driver.find_element(By.CSS_SELECTOR, ".island-tools input[type=checkbox]").click()
        assert tab.ask("document.querySelectorAll('.island-network a').length") == 5
        focus(tab, ".island-network a")
        assert "IND and PAK: bad" in tab.ask("document.querySelector('.island-figures').textContent")
        assert tab.faults() == []


def test_network_draws_itself_by_webgl(home):
    with start_browser("--enable-unsafe-swiftshader") as driver:
        tab = Tab(driver, home)
        tab.open("/stage/network")
        assert tab.ask("document.querySelectorAll('.network-board canvas').length") > 3
        assert tab.faults() == []


@pytest.mark.parametrize(("key", "did"), [("a", "accept"), ("r", "reject"), ("u", "undo"), ("j", "next"), ("k", "previous")])
def test_review_keys_press_what_stands_in_the_page(stage, key, did):
    stage.open("/stage/review")
    stage.press(key)
    stage.wait_for(f"document.querySelector('#did')?.textContent === '{did}'")


@pytest.mark.parametrize("key", ["e", "m"])
def test_review_keys_are_letters_in_a_field(stage, key):
    stage.open("/stage/review")
    stage.press(key)
    assert stage.ask("document.activeElement.tagName") == "INPUT"
    stage.press("aj?")
    assert stage.ask("document.activeElement.value") == "aj?"
    stage.press(ESCAPE, "?")
    assert stage.ask("document.querySelector('main details:last-of-type').open")
    stage.press("a")
    stage.wait_for("document.querySelector('#did')?.textContent === 'accept'")


def test_reader_shows_why_and_keeps_the_address(stage):
    stage.open("/stage/reader#e-1")
    stage.wait_for("document.querySelector('#why').textContent === 'Because of e-1'")
    assert stage.ask("[...document.querySelectorAll('.chosen')].map((e) => e.textContent)") == ["visited Moscow"]
    stage.driver.find_elements(By.CSS_SELECTOR, "[data-records]")[1].click()
    stage.wait_for("document.querySelector('#why').textContent === 'Because of s-1'")
    assert stage.ask("location.hash") == "#s-1"
    assert stage.ask("document.querySelectorAll('.chosen').length") == 3


def test_reader_copies_words_with_their_source(stage, home):
    stage.send("Browser.grantPermissions", origin=home, permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
    stage.open("/stage/reader#e-1")
    stage.press("c")
    stage.wait_for("document.querySelector('.reader-said').textContent === 'Copied with its source.'")
    script = "const done = arguments[0]; navigator.clipboard.readText().then(done, (e) => done(String(e)))"
    assert stage.driver.execute_async_script(script) == (
        f"\u201cvisited Moscow\u201d (The Post, 4 October 2012) {home}/stage/reader#e-1"
    )


def test_reader_hands_words_to_the_form(stage):
    stage.open("/stage/reader#w4-12")
    assert stage.ask("String(getSelection())") == "minister"
    stage.wait_for("!document.querySelector('.reader-offer').hidden")
    stage.press("n")
    values = stage.ask("[...document.querySelectorAll('[data-new-record] input')].map((e) => e.value)")
    assert values == ["minister", "4", "12"]


def test_table_is_put_in_another_order(stage):
    stage.open("/stage/table")
    names = "[...document.querySelectorAll('tbody td:first-child')].map((e) => e.textContent).join('')"
    stage.driver.find_elements(By.CSS_SELECTOR, ".sorter")[1].click()
    assert stage.ask(names) == "ab"
    stage.driver.find_elements(By.CSS_SELECTOR, ".sorter")[1].click()
    assert stage.ask(names) == "ba"
    assert stage.ask("document.querySelectorAll('th')[1].getAttribute('aria-sort')") == "descending"
