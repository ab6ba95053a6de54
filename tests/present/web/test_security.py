"""The desk answers its own machine and its own pages only; what is fetched never writes."""

import hashlib
import re
import socket
from pathlib import Path

import pytest

import dragoman.present.web
from dragoman.model.errors import UsageError
from dragoman.present.web.application import PAGES, WRITES
from dragoman.present.web.security import POLICY
from dragoman.present.web.serving import open_sockets

HOME = "http://127.0.0.1:8417"
TOKEN = {"X-Dragoman-Token": "the-token-of-the-test"}
VENDOR = Path(dragoman.present.web.__file__).parent / "static" / "vendor"


def test_each_answer_has_the_headers(desk, addresses):
    for address in [*addresses(desk), "/home.json", "/home.csv", "/nothing", "/threads?since=x"]:
        headers = desk.get(address).headers
        assert headers["content-security-policy"] == POLICY and "unsafe" not in POLICY
        assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "same-origin"
        assert headers["cross-origin-opener-policy"] == headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["cache-control"] == "no-store"


def test_a_fault_and_a_refusal_have_the_headers_too(desk, monkeypatch):
    monkeypatch.setattr("dragoman.record.dossier.Dossier.threads", lambda *_: 1 / 0)
    for answer in (desk.get("/threads"), desk.get("/", headers={"host": "evil.example"}), desk.post("/example")):
        assert answer.headers["content-security-policy"] == POLICY and answer.headers["cache-control"] == "no-store"


def test_static_files_are_kept_and_asked_for_anew(desk):
    answer = desk.get("/static/desk.css")
    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-cache"
    assert desk.get("/static/../application.py").status_code == 404
    assert desk.get("/static/%2e%2e/application.py").status_code == 404


@pytest.mark.parametrize("host", ["127.0.0.1:8417", "localhost:8417", "[::1]:8417", "LOCALHOST:8417"])
def test_own_names_are_served(desk, host):
    assert desk.get("/", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8417", "127.0.0.1", "127.0.0.1:80", "localhost.evil.example:8417", "[::2]:8417", "", "127.0.0.1:8417@evil.example"],
)
def test_other_names_are_refused(desk, host):
    answer = desk.get("/threads", headers={"host": host})
    assert answer.status_code == 421 and "thread" not in answer.text.lower()


@pytest.mark.parametrize("path", [path for path, _ in WRITES])
@pytest.mark.parametrize(
    "headers",
    [
        TOKEN,
        {**TOKEN, "origin": "http://evil.example"},
        {**TOKEN, "origin": "null"},
        {**TOKEN, "origin": "http://127.0.0.1:9999"},
        {**TOKEN, "origin": "https://127.0.0.1:8417"},
        {**TOKEN, "sec-fetch-site": "cross-site"},
        {**TOKEN, "sec-fetch-site": "none"},
        {**TOKEN, "origin": HOME, "sec-fetch-site": "same-site"},
        {"origin": HOME},
        {"origin": HOME, "X-Dragoman-Token": "guess"},
        {"origin": HOME, "X-Dragoman-Token": "ünicode".encode()},
    ],
)
def test_a_write_needs_token_and_origin(desk, path, headers):
    assert desk.post(path, headers=headers).status_code == 403


@pytest.mark.parametrize("path", [path for path, _ in WRITES])
def test_the_token_of_a_form_counts_as_well(desk, path):
    for given in ({"headers": {**TOKEN, "origin": HOME}}, {"data": {"token": TOKEN["X-Dragoman-Token"]}, "headers": {"sec-fetch-site": "same-origin"}}):
        assert desk.post(path, **given).status_code != 403
    assert desk.post(path, data={"token": "guess"}, headers={"origin": HOME}).status_code == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_pages_take_no_writes(desk, method):
    for path, _ in PAGES:
        assert desk.request(method, path, headers={**TOKEN, "origin": HOME}).status_code in (404, 405)
        assert desk.request(method, path).status_code == 403


def test_what_is_fetched_writes_nothing(desk, dossier, addresses):
    def look():
        """What stands in each file; SQLite's empty log and its map of it come and go with every reader."""
        return {path: path.read_bytes() for path in dossier.rglob("*") if path.is_file() and not is_log(path)}

    def is_log(path):
        return path.name.endswith("-shm") or (path.name.endswith("-wal") and not path.stat().st_size)

    before = look()
    for address in [*addresses(desk), *(path for path, _ in WRITES)]:
        desk.get(address)
    assert look() == before


def test_each_start_has_a_token_that_is_not_in_any_twin(desk, addresses):
    assert TOKEN["X-Dragoman-Token"] in desk.get("/").text
    for address in ("/home.json", "/home.csv", "/threads.json"):
        assert TOKEN["X-Dragoman-Token"] not in desk.get(address).text


def test_vendored_scripts_are_those_that_were_pinned():
    rows = re.findall(r"^\| `([\w.]+)` .*`([0-9a-f]{64})` \|$", (VENDOR / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert {name for name, _ in rows} == {path.name for path in VENDOR.glob("*.js")}
    for name, digest in rows:
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == digest


def test_htmx_may_not_evaluate(desk):
    page = desk.get("/").text
    assert '"allowEval": false' in page and '"includeIndicatorStyles": false' in page


def test_only_this_machine_is_listened_on():
    sockets = open_sockets(None)
    try:
        assert {each.getsockname()[0] for each in sockets} <= {"127.0.0.1", "::1"}
        assert len({each.getsockname()[1] for each in sockets}) == 1
    finally:
        for each in sockets:
            each.close()


def test_a_port_that_was_asked_for_is_not_exchanged():
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(UsageError, match="cannot be used"):
        open_sockets(taken.getsockname()[1])
