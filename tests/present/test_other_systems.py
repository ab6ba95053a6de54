"""What Windows and macOS do otherwise: names of files and devices, kinds of files, shares, consoles with few characters."""

import mimetypes
import os
import sqlite3
import subprocess
import sys
from pathlib import PureWindowsPath

import pytest
from starlette.testclient import TestClient

from dragoman.flow.uploads import clean_name
from dragoman.present.escaping import for_file_name
from dragoman.present.site.places import ON_SITE, Place, find_place, name_word
from dragoman.present.web.application import make_app
from dragoman.record.connection import uri_of
from dragoman.record.decisions import file_name

DEVICES = ("CON", "con", "nul", "AUX", "prn", "COM1", "lpt9", "COM\u00b9", "CONIN$", "conout$")
HARD_WORDS = (*DEVICES, "NATO", "nato", "Nato", "PAK", "pak", "x.", "x ", "a/b", "a\\b", "a:b", "..", "", "e" * 500, "\u00e9", "e\u0301")


@pytest.mark.parametrize("name", DEVICES)
@pytest.mark.parametrize("end", ["", ".html", ".tar.gz", " .txt"])
def test_no_file_is_called_as_a_device(name, end):
    safe = for_file_name(name + end)
    assert safe == f"_{name}{end}".rstrip() or not safe.casefold().startswith(name.casefold())
    assert not PureWindowsPath(safe).is_reserved()


def test_words_that_differ_only_in_case_have_files_of_their_own_on_a_site():
    words = dict.fromkeys(HARD_WORDS)
    files = [f"source/{name_word(word)}.html" for word in words if word]
    assert len({file.casefold() for file in files}) == len(files)
    for file in files:
        assert not PureWindowsPath(file).is_reserved() and not any(part.endswith((".", " ")) for part in file.split("/"))


@pytest.mark.parametrize("route", ON_SITE)
def test_files_of_a_site_are_short_enough_for_windows(route):
    names = [part[1:-1].partition(":")[0] for part in route.split("/") if part.startswith("{")]
    asked = (("pair", "GRP:" + "A" * 60 + " IGO:" + "B" * 60),) if "pair" in ON_SITE[route] else ()
    place = Place(route, tuple((name, "IGO:" + "W" * 60) for name in names), asked, 99999)
    assert len(place.file) < 120 and place.file.isascii(), "160 characters are left for the folder that it stands in"


def test_an_address_of_the_desk_in_other_case_is_no_other_file():
    assert find_place("/Actor/PAK") is None and find_place("/actor/PAK").file == "actor/PAK.html"


def test_files_of_decisions_and_uploads_have_plain_names():
    for word in filter(None, HARD_WORDS):
        for made in (file_name(word, "pc"), file_name("Anna", word)):
            assert not PureWindowsPath(made).is_reserved() and for_file_name(made) == made
        assert "/" not in clean_name(word, 1) and "\\" not in clean_name(word, 1)


@pytest.mark.parametrize(("path", "uri"), [
    ("C:/News/dossier.db", "file:///C:/News/dossier.db"), ("//office/news/dossier.db", "file:////office/news/dossier.db"),
    ("C:/a b#?%.db", "file:///C:/a%20b%23%3F%25.db"),
])  # fmt: skip
def test_a_path_of_windows_is_an_address_without_a_host(path, uri):
    assert uri_of(PureWindowsPath(path)) == uri


def test_sqlite_refuses_a_host_and_takes_four_slashes(tmp_path):
    sqlite3.connect(tmp_path / "one.db").close()
    with pytest.raises(sqlite3.OperationalError):
        sqlite3.connect(f"file://office{tmp_path}/one.db?mode=ro", uri=True)
    sqlite3.connect(f"file:///{tmp_path}/one.db?mode=ro", uri=True).close()


def test_scripts_are_scripts_whatever_the_registry_says(tmp_path, monkeypatch):
    monkeypatch.setattr(mimetypes, "_db", None)
    mimetypes.add_type("text/plain", ".js")
    mimetypes.add_type("application/x-css", ".css")
    desk = TestClient(make_app(tmp_path, token="t", port=8417), base_url="http://127.0.0.1:8417")
    kinds = {path: desk.get(f"/static/{path}").headers["content-type"].partition(";")[0] for path in ("islands/desk.js", "desk.css")}
    assert kinds == {"islands/desk.js": "text/javascript", "desk.css": "text/css"}


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_console_of_few_characters_is_no_fault(dossier, encoding):
    known = {key: value for key, value in os.environ.items() if key != "PYTHONUTF8"}
    command = [sys.executable, "-m", "dragoman", "brief", "PAK", "RUS", "--dossier", str(dossier)]
    done = subprocess.run(command, capture_output=True, env={**known, "PYTHONIOENCODING": encoding, "PYTHONPATH": os.pathsep.join(sys.path)})
    assert done.returncode == 0 and "\u201c" in done.stdout.decode("utf-8"), done.stderr
