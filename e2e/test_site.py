"""A written site opened from disk: it looks as the desk does, runs nothing, asks for nothing, and opens at exact words."""

import json
import subprocess
import sys
from urllib.parse import quote

import pytest
from test_hostile import SIGNS_OF_A_BREAK, UNBROKEN

from dragoman.record.dossier import Dossier

VIEWS = {"light": ("light", 1200), "dark": ("dark", 1200), "narrow": ("light", 360), "narrow dark": ("dark", 360)}
PAGES = (
    "index", "pairs", "pair/CHN/USA", "threads", "thread/*", "contradictions", "contradiction/*", "actors", "actor/CHN",
    "sources", "source/*", "families", "calendar", "calendar/year-*", "network", "commitments", "predictions", "statements",
    "assessments", "documents", "document/*", "search",
)  # fmt: skip


@pytest.fixture(scope="module")
def sites(example, hostile, tmp_path_factory):
    """The folder of a written site for each dossier; the hostile one with whole texts."""
    folder = tmp_path_factory.mktemp("sites")
    for name, desk, more in (("example", example, ()), ("hostile", hostile, ("--texts", "--all"))):
        command = [sys.executable, "-m", "dragoman", "site", str(folder / name), "--dossier", str(desk.folder), *more]
        subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.fixture
def tab(watch):
    return watch("file://")


def find(site, page):
    return next((str(file) for file in sorted(site.glob(f"{page}.html"))), "")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("page", PAGES)
def test_page_opens_from_disk_without_fault_or_barrier(tab, sites, page, view):
    file = find(sites / "example", page) or find(sites / "hostile", page)
    assert file, f"no site has {page}"
    theme, width = VIEWS[view]
    tab.size(width, 900)
    tab.theme(theme)
    tab.open(file)
    assert tab.ask("document.querySelectorAll('main h1').length") == 1
    assert tab.ask("getComputedStyle(document.querySelector('.top')).display") == "flex", "the style sheet is refused"
    assert tab.find_barriers() == []
    assert tab.ask("document.documentElement.scrollWidth") <= width, "the page can be scrolled sideways"


@pytest.mark.parametrize("page", PAGES)
def test_payloads_stay_text(tab, sites, page):
    file = find(sites / "hostile", page)
    if not file:
        pytest.skip(f"the hostile dossier has nothing for {page}")
    tab.open(file)
    assert tab.ask(SIGNS_OF_A_BREAK.replace("/^https?:$/", "/^(https?|file):$/")) == UNBROKEN


@pytest.mark.parametrize("name", ["example", "hostile"])
def test_a_link_opens_at_the_exact_words(tab, sites, example, hostile, name):
    with Dossier({"example": example, "hostile": hostile}[name].folder) as opened:
        event = next(event for event in opened.events() if event.confidence >= 0.55)
    tab.open(f"{sites / name}/document/{event.document}.html#{event.id}")
    assert tab.ask("document.querySelector(':target') !== null && scrollY >= 0")
    assert tab.ask("document.querySelector(':target').getBoundingClientRect().top") < 900


KINDS = {"document": "Texts", "event": "Events", "statement": "Statements", "assessment": "Assessments"}


def test_search_works_from_disk(tab, sites, example):
    site = sites / "example"
    tab.open(f"{site}/search.html")
    tab.wait_for("document.querySelector('#search .counts') !== null")
    assert tab.find_barriers() == []
    tab.press("Visit", "\ue007")
    tab.wait_for("document.querySelectorAll('.hits li').length > 5")
    assert tab.ask("[...document.querySelectorAll('.hits mark')].every((each) => each.textContent.toLowerCase() === 'visit')")
    assert tab.find_barriers() == []
    kinds = dict(tab.ask("[...document.querySelectorAll('.facets ul:first-of-type li')].map("
                         "(each) => [each.querySelector('a').textContent, Number(each.querySelector('.number').textContent)])"))  # fmt: skip
    _, _, answer = example.fetch("/search.json?q=visit")
    on_desk = json.loads(answer)["kinds"]
    assert kinds == {words: on_desk[kind] for kind, words in KINDS.items() if on_desk[kind]}
    tab.ask("document.querySelector('.facets a[href*=event]').click()")
    tab.wait_for("document.querySelectorAll('#search h2[id]').length === 1")
    assert "kind=event" in tab.ask("location.hash")
    address = tab.ask("document.querySelector('.hits a').href")
    told = tab.ask("document.querySelector('.hits blockquote').textContent")
    tab.open(address.removeprefix("file://"))
    assert told[:40] in tab.ask("document.querySelector(':target').textContent")
    tab.ask("document.querySelector(':target summary').click()")
    assert "type" in tab.ask("document.querySelector(':target .reasons').innerText").lower()


def test_search_narrows_keeps_its_address_and_goes_back(tab, sites):
    tab.open(f"{sites / 'example'}/search.html#q=visit&kind=event&year=2023")
    tab.wait_for("document.querySelectorAll('.hits li').length > 0")
    assert tab.ask("document.querySelector('input[type=search]').value") == "visit"
    assert tab.ask("[...document.querySelectorAll('.facets [aria-current]')].map((each) => each.textContent)") == ["Events ×", "2023 ×"]
    tab.size(360, 900)
    assert tab.ask("document.documentElement.scrollWidth") <= 360
    tab.ask("location.hash = '#q=xyzzy'")
    tab.wait_for("document.querySelector('[role=status]').textContent.includes('Nowhere: xyzzy')")
    tab.driver.back()
    tab.wait_for("document.querySelectorAll('.hits li').length > 0")


@pytest.mark.parametrize("query", ["visit", "script", "constructor __proto__", "<img src=x onerror=window.pwned=1>", "%FF &kind=x"])
def test_search_is_not_moved_by_hostile_words(tab, sites, query):
    tab.open(f"{sites / 'hostile'}/search.html#q={quote(query)}")
    tab.wait_for("document.querySelector('#search [role=status]') !== null")
    assert tab.ask(SIGNS_OF_A_BREAK.replace("/^https?:$/", "/^(https?|file):$/")) == UNBROKEN
