"""Adding at the desk: files and pasted texts are read by the code of `read`, one at a time, with progress and rejects."""

import threading
import time

import pytest
from starlette.testclient import TestClient

from dragoman.flow.reading import ReadSettings, Summary
from dragoman.flow.uploads import clean_name
from dragoman.present.web.application import make_app
from dragoman.record.dossier import Dossier

HEADERS = {"origin": "http://127.0.0.1:8417", "X-Dragoman-Token": "the-token-of-the-test"}
VISIT = b"DATE 2013-01-05\nRussia visited Pakistan on 2013-01-04."


@pytest.fixture
def empty(make_client, tmp_path, coder, monkeypatch):
    """A desk on an empty folder, with the fake coder."""
    monkeypatch.setattr("dragoman.present.web.working.load_tools", coder.tools)
    return make_client(tmp_path / "fresh")


def send(desk, *files, **form):
    sent = [("files", file) for file in files]
    return desk.post("/add/files", data=form, files=sent or {"files": ("", b"")}, headers=HEADERS)


def wait(desk):
    for _ in range(500):
        state = desk.get("/add/status.json").json()
        if not state["running"]:
            return state
        time.sleep(0.01)
    raise AssertionError(state)


def test_files_are_read_into_a_folder_that_was_empty(empty, tmp_path):
    assert empty.get("/add").status_code == 200 and "200 MB" in empty.get("/add").text
    answer = send(empty, ("visit.txt", VISIT), ("scan.pdf", b"%PDF-1.4 nothing"), ("empty.txt", b""))
    assert (answer.status_code, answer.headers["location"]) == (303, "/add/status")
    state = wait(empty)
    assert (state["documents"], state["events"], state["rejected"], state["error"]) == (1, 1, 2, "")
    assert {r["file"]: r["remedy"] for r in state["rejects"]}["scan.pdf"] == "Run OCR on it first."
    page = empty.get("/add/status").text
    assert "Run OCR on it first." in page and "every 1s" not in page
    assert empty.get("/threads.json").json()[0]["actors"] == ["RUS"]
    send(empty, ("again.txt", VISIT))
    assert wait(empty)["known"] == 1


def test_a_pasted_text_has_the_date_and_outlet_that_are_given(make_client, tmp_path, pasted):
    document = pasted(text="Russia visited Pakistan.", title="Guests", published="2013-01-05", outlet="The Echo")
    assert (document.published, document.outlet, document.title) == ("2013-01-05", "The Echo", "Guests")
    assert document.name.startswith("guests-") and document.file == "pasted.jsonl"


@pytest.fixture
def pasted(make_client, tmp_path, coder, monkeypatch):
    """Pastes a text into an empty desk whose files are read by the real readers; gives the document."""
    from dataclasses import replace

    from dragoman.flow import steps

    real = steps.load_tools()
    tools = replace(coder.tools(), read_pages=real.read_pages, make_document=real.make_document)
    monkeypatch.setattr("dragoman.present.web.working.load_tools", lambda: tools)
    desk = make_client(tmp_path / "pasted")

    def paste(**form):
        assert send(desk, **form).status_code == 303
        assert wait(desk)["error"] == ""
        with Dossier(tmp_path / "pasted") as opened:
            return next(iter(opened.documents()))

    return paste


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "..\\..\\boot.ini", "/etc/passwd", "CON.txt", "a\x00b.txt", ".hidden.txt", "<script>.txt", "=cmd().txt", "x" * 1000 + ".txt"]
)
def test_a_hostile_name_is_words_and_never_a_path(empty, tmp_path, name):
    before = set(tmp_path.rglob("*"))
    send(empty, (name, VISIT))
    assert wait(empty)["documents"] == 1
    made = {path.relative_to(tmp_path).parts[0] for path in set(tmp_path.rglob("*")) - before}
    assert made == {"fresh"}
    with Dossier(tmp_path / "fresh") as opened:
        (document,) = opened.documents()
    assert "/" not in document.file and "\\" not in document.file and len(document.file) < 200
    assert "<script>.txt" not in empty.get("/add/status").text


def test_names_are_cleaned():
    assert clean_name("..\\..\\etc/pass\x00wd.txt", 1) == "pass_wd.txt"
    assert clean_name("/", 2) == "file-2" and clean_name("..", 3) == "file-3"
    assert clean_name("Zürich 5 (1).html", 1) == "Zürich 5 (1).html"


@pytest.mark.parametrize(("form", "words"), [({}, "Nothing was sent"), ({"text": "x", "published": "soon"}, "not a date")])
def test_what_cannot_be_read_is_refused_in_a_sentence(empty, tmp_path, form, words):
    answer = send(empty, **form)
    assert answer.status_code == 400 and words in answer.text and not (tmp_path / "fresh").exists()


def test_too_much_is_refused_before_it_is_taken_in(empty):
    answer = empty.post("/add/files", content=b"x", headers={**HEADERS, "content-length": str(10**9)})
    assert answer.status_code == 413 and "dragoman read" in answer.text


def test_one_thing_is_read_at_a_time_and_pages_answer_meanwhile(empty, coder, monkeypatch):
    go, load = threading.Event(), coder._load
    monkeypatch.setattr(coder, "_load", lambda name: (go.wait(5), load(name))[1])
    send(empty, ("visit.txt", VISIT))
    try:
        page = empty.get("/add/status").text
        assert 'hx-trigger="every 1s"' in page and "<noscript><meta http-equiv=" in page
        answer = send(empty, ("other.txt", b"Russia helped Pakistan."))
        assert answer.status_code == 400 and "Wait until that is done" in answer.text
    finally:
        go.set()
    assert wait(empty)["documents"] == 1


def test_the_model_is_loaded_once(empty, coder):
    for number in (3, 4):
        send(empty, (f"{number}.txt", VISIT.replace(b"2013", b"201%d" % number)))
        wait(empty)
    assert coder.loaded == 1


def test_a_fault_of_ours_is_a_sentence_and_the_desk_goes_on(empty, coder, monkeypatch):
    monkeypatch.setattr(coder, "_load", lambda name: 1 / 0)
    send(empty, ("visit.txt", VISIT))
    assert "fault in Dragoman" in wait(empty)["error"]
    assert "ended early" in empty.get("/add/status").text


def test_the_example_is_read_in_the_background(empty, news, monkeypatch):
    monkeypatch.setattr("dragoman.present.web.pages.add.find_examples", lambda: news)
    assert empty.post("/example", headers=HEADERS).headers["location"] == "/add/status"
    assert wait(empty)["documents"] == 4
    assert empty.post("/example", headers=HEADERS).status_code == 400


def test_added_texts_are_read_with_the_settings_of_serve(tmp_path, coder, monkeypatch):
    """What `read --actors` would take is taken by a text that is dropped, and when decisions code a text again."""
    monkeypatch.setattr("dragoman.present.web.working.load_tools", coder.tools)
    actors = tmp_path / "actors.tsv"
    actors.write_text("", encoding="utf-8")
    settings, given = ReadSettings(actors=actors, model="other"), []
    monkeypatch.setattr("dragoman.present.web.working.read_into", lambda *_, settings, **__: given.append(settings) or Summary())
    monkeypatch.setattr("dragoman.present.web.working.refresh", lambda *_, settings: given.append(settings))
    desk = TestClient(make_app(tmp_path / "fresh", token="the-token-of-the-test", port=8417, settings=settings),
                      base_url="http://127.0.0.1:8417", follow_redirects=False)  # fmt: skip
    send(desk, ("visit.txt", VISIT))
    wait(desk)
    assert given == [settings, settings]
