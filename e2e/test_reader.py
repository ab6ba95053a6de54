"""The reader on the example: addresses lead to exact words, a record shows why, words are copied with their source."""

import json
import shutil

import pytest
from desks import serve
from pages import PAGES, PENDING
from selenium.webdriver.common.by import By

LEFT, RIGHT = "\ue012", "\ue014"
ROUTE = "/document/{id}"
pytestmark = pytest.mark.xfail(ROUTE in PENDING, reason=PENDING.get(ROUTE, ""), run=False)
CHOSEN = "[...document.querySelectorAll('[data-records].chosen')].map((e) => e.textContent).join('')"


@pytest.fixture
def address(example):
    return PAGES[ROUTE](example)


@pytest.fixture
def records(example, address):
    return json.loads(example.fetch(f"{address}.json")[2])["records"]


def squeeze(text):
    return "".join(text.split())


def test_the_address_of_a_record_leads_to_its_words(tab, address, records):
    for record in (records[0], records[-1]):
        tab.open(f"{address}#{record['id']}")
        assert squeeze(tab.ask(CHOSEN)) == squeeze(record["quote"])
        tab.wait_for("document.querySelector('#why').textContent.trim() !== ''")
        tab.wait_for(f"document.querySelector('#why').textContent.includes('{record['id']}')")
        box = tab.ask("document.querySelector('.chosen').getBoundingClientRect().toJSON()")
        assert 0 <= box["top"] <= 900


def test_a_click_on_words_shows_why_they_are_a_record(tab, address):
    tab.open(address)
    segment = tab.driver.find_element(By.CSS_SELECTOR, "[data-records]")
    segment.click()
    tab.wait_for("document.querySelector('#why').textContent.trim() !== ''")
    ids = tab.ask("document.querySelector('[data-ids]').dataset.ids").split()
    assert tab.ask("location.hash").lstrip("#") in [ids[int(at)] for at in segment.get_attribute("data-records").split()]
    assert tab.find_barriers() == []


def test_enter_on_words_does_the_same(tab, address):
    tab.open(address)
    tab.driver.execute_script("document.querySelector('[data-records][tabindex]').focus()")
    tab.press("\ue007")
    tab.wait_for("document.querySelector('#why').textContent.trim() !== ''")


def test_the_address_of_words_selects_them(tab, example, address, records):
    start, end = records[0]["start"], records[0]["end"]
    tab.open(f"{address}#w{start}-{end}")
    assert squeeze(tab.ask("String(getSelection())")) == squeeze(records[0]["quote"])


def test_c_copies_the_record_with_its_source(tab, example, address, records):
    tab.send("Browser.grantPermissions", origin=example.home,
             permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])  # fmt: skip
    tab.open(f"{address}#{records[0]['id']}")
    tab.wait_for("document.querySelector('#why').textContent.trim() !== ''")
    tab.press("c")
    tab.wait_for("document.querySelector('.reader-said').textContent === 'Copied with its source.'")
    copied = tab.driver.execute_async_script("navigator.clipboard.readText().then(arguments[0])")
    assert squeeze(records[0]["quote"]) in squeeze(copied)
    assert copied.endswith(f"{example.home}{address}#{records[0]['id']}")


def test_c_copies_selected_words_with_the_citation_of_the_text(tab, example, address, records):
    """No record is chosen: outlet, title and date stand with the text itself."""
    tab.send("Browser.grantPermissions", origin=example.home,
             permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])  # fmt: skip
    start, end = records[0]["start"], records[0]["end"]
    tab.open(f"{address}#w{start}-{end}")
    citation = tab.ask("document.querySelector('article.text').dataset.citation")
    assert tab.ask("document.querySelector('h1').textContent") in citation
    tab.press("c")
    tab.wait_for("document.querySelector('.reader-said').textContent === 'Copied with its source.'")
    copied = tab.driver.execute_async_script("navigator.clipboard.readText().then(arguments[0])")
    assert copied.endswith(f"({citation}) {example.home}{address}#w{start}-{end}")


@pytest.fixture
def own(example, tmp_path):
    shutil.copytree(example.folder, tmp_path / "own")
    with serve(tmp_path / "own") as desk:
        yield desk


def test_n_makes_a_record_of_selected_words_and_undo_takes_it_back(watch, own, address, records):
    tab = watch(own.home)
    tab.open(address)
    tab.driver.execute_script("document.querySelector('#new').open = true")
    tab.driver.find_element(By.CSS_SELECTOR, "#new [name=who]").submit()
    tab.wait_for("document.querySelector('[data-new-record]')")
    start, end = records[-1]["start"], records[-1]["end"]
    tab.open(f"{address}#w{start}-{end}")
    tab.press("n")
    assert tab.ask("document.activeElement.name") == "kind"
    assert squeeze(tab.ask("document.querySelector('[name=quote]').value")) == squeeze(records[-1]["quote"])
    assert not tab.ask("document.querySelector('.of-statement').checkVisibility()")
    tab.press(RIGHT)
    assert tab.ask("document.querySelector('.of-statement').checkVisibility()")
    assert not tab.ask("document.querySelector('.of-event').checkVisibility()")
    tab.press(LEFT)
    for name, value in (("type", "AID"), ("status", "planned"), ("actors", "Peru"), ("recipients", "JPN")):
        tab.driver.find_element(By.CSS_SELECTOR, f"[name=event-{name}]").send_keys(value)
    assert tab.find_barriers() == []
    tab.driver.find_element(By.CSS_SELECTOR, "[data-new-record] button").click()
    tab.wait_for("document.querySelector('.notice')?.textContent.includes('Added')")
    made = [row for row in json.loads(own.fetch(f"{address}.json")[2])["records"] if row["what"] == "AID" and row["actors"] == ["PER"]]
    assert [(row["start"], row["end"]) for row in made] == [(start, end)]
    assert tab.ask(f"document.querySelector('#why').textContent.includes('{made[0]['id']}')")
    tab.driver.find_element(By.CSS_SELECTOR, ".notice button").click()
    tab.wait_for("document.querySelector('.notice')?.textContent.includes('Undone')")
    assert made[0]["id"] not in {row["id"] for row in json.loads(own.fetch(f"{address}.json?all=1")[2])["records"]}
