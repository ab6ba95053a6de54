"""Fixtures: two dossiers built once, their desks, and a browser that fails a test on any fault of the page."""

import pytest
from browser import Tab, start_browser
from desks import build_example, build_hostile, serve


@pytest.fixture(scope="session")
def example(tmp_path_factory):
    with serve(build_example(tmp_path_factory.mktemp("e2e") / "example")) as desk:
        yield desk


@pytest.fixture(scope="session")
def hostile(tmp_path_factory):
    with serve(build_hostile(tmp_path_factory.mktemp("e2e") / "hostile")) as desk:
        yield desk


@pytest.fixture(scope="session")
def browser():
    with start_browser() as driver:
        yield driver


@pytest.fixture
def watch(browser):
    """Makes a tab for the desk at an address; after the test no fault may be left over."""
    tabs = []

    def make(home):
        tabs.append(Tab(browser, home))
        tabs[-1].size(1200, 900)
        tabs[-1].theme("light")
        tabs[-1].faults()  # those of an earlier test
        return tabs[-1]

    yield make
    assert [fault for tab in tabs for fault in tab.faults()] == []


@pytest.fixture
def tab(watch, example):
    return watch(example.home)
