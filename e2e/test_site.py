"""A written site opened from disk: it looks as the desk does, runs nothing, asks for nothing, and opens at exact words."""

import subprocess
import sys

import pytest
from test_hostile import SIGNS_OF_A_BREAK, UNBROKEN

from dragoman.record.dossier import Dossier

VIEWS = {"light": ("light", 1200), "dark": ("dark", 1200), "narrow": ("light", 360), "narrow dark": ("dark", 360)}
PAGES = (
    "index", "pairs", "pair/CHN/USA", "threads", "thread/*", "contradictions", "contradiction/*", "actors", "actor/CHN",
    "sources", "source/*", "families", "calendar", "calendar/year-*", "network", "commitments", "predictions", "statements",
    "assessments", "documents", "document/*",
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
