"""Home in the browser: what came since the last visit, as this browser remembers it."""

import json
import shutil
import subprocess
import sys

import pytest
from desks import serve

HEAD = "document.querySelector('#new-head').textContent"
KEPT = "Object.entries(localStorage).filter(([key]) => key.startsWith('dragoman-visit')).map(([, value]) => value)"


@pytest.fixture
def own(example, tmp_path):
    """The example, which is read further while it is served."""
    shutil.copytree(example.folder, tmp_path / "own")
    with serve(tmp_path / "own") as desk:
        yield desk


def test_the_first_look_shows_the_runs_and_the_next_what_came_since(watch, own, tmp_path):
    tab = watch(own.home)
    tab.open("/")
    assert tab.ask(HEAD) == "Latest runs"
    (kept,) = tab.ask(KEPT)
    text = tmp_path / "later.txt"
    text.write_text("The Later Post, 3 January 2024\n\nJapan signed a treaty with Peru on 2 January 2024.\n", encoding="utf-8")
    subprocess.run([sys.executable, "-m", "dragoman", "read", str(text), "--dossier", str(own.folder)], check=True)
    tab.open("/")
    tab.wait_for(f"{HEAD}.startsWith('New since')")
    since = json.loads(kept)["seen"]
    new = json.loads(own.fetch(f"/home.json?since={since}")[2])["new"]
    assert new["documents"]["count"] == 1
    shown = tab.ask("[...document.querySelectorAll('#new .list a')].map((e) => e.getAttribute('href'))")
    ids = [row["id"] for part in new.values() for row in part["rows"]]
    assert [address.rpartition("/")[2] for address in shown] == ids
    assert json.loads(tab.ask(KEPT)[0])["since"] == since
    assert tab.find_barriers() == []


def test_a_browser_that_keeps_nothing_sees_the_runs(tab):
    tab.driver.get(tab.home + "/api")
    tab.driver.execute_script("localStorage.clear()")
    tab.open("/")
    assert tab.ask(HEAD) == "Latest runs"
