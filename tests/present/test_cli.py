import csv
import io
import json
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

import dragoman
from dragoman.flow.reading import read_into
from dragoman.record.connection import take_lock

ROOT = Path(__file__).parents[2]
HOSTILE = (
    "TITLE =cmd() <script>alert(1)</script> \x1b[31m\u202e\nNAME ../../x\nDATE 2012-10-05\n"
    "=cmd@x says Russia attacked Pakistan. [a](javascript:b) says Russia will visit Pakistan. "
    "Relations between Russia and Pakistan are cold"
)


@pytest.fixture
def hostile(tmp_path, coder, monkeypatch):
    folder = tmp_path / "hostile"
    folder.mkdir()
    (folder / "a.txt").write_text(HOSTILE, encoding="utf-8", newline="\n")
    (folder / "long.txt").write_text(
        "Russia visited Pakistan" + " on 2012-10-04" * 1 + "." + "x" * 10_000_000, encoding="utf-8"
    )
    read_into(tmp_path / "h", [str(folder)], coder.tools())
    monkeypatch.setenv("DRAGOMAN_DOSSIER", str(tmp_path / "h"))
    return tmp_path / "h"


def test_without_arguments_there_is_help(call):
    status, out, err = call()
    assert status == 0 and "Usage: dragoman" in out and err == ""


def test_the_version_is_said(call):
    assert call("--version")[1] == f"dragoman {dragoman.__version__}\n"


HEAVY = {"spacy", "thinc", "numpy", "networkx", "lxml", "trafilatura", "starlette", "jinja2"}


def test_help_loads_nothing_heavy():
    code = "import sys; from dragoman.present.cli.main import run; run(['--help']); print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT / "src")}
    )
    assert not HEAVY & set(done.stderr.decode("utf-8").split())


def test_read_says_what_came_of_it_and_later_that_nothing_is_new(call, news, tmp_path):
    status, out, err = call("read", news, "--dossier", tmp_path / "new")
    assert (status, out) == (0, "")
    assert "Read 4 documents" in err and "9 events, 1 statement, 2 assessments" in err
    status, _, err = call("read", news, "--dossier", tmp_path / "new")
    assert status == 0 and "Nothing new" in err


def test_read_with_rejects_leaves_3_and_rejects_lists_them(call, news, tmp_path):
    (news / "bad.txt").write_bytes(b"%PDF")
    status, _, err = call("read", news)
    assert status == 3 and "1 reject" in err
    status, out, _ = call("rejects")
    assert status == 0 and "scanned PDF" in out and "Run OCR" in out
    assert json.loads(call("rejects", "--json")[1])[0]["remedy"] == "Run OCR on it first."


@pytest.mark.parametrize("command", ["documents", "events", "statements", "assessments"])
def test_lists_come_as_table_json_and_csv(call, command):
    status, table, err = call(command)
    assert status == 0 and err == "" and table.splitlines()[0].startswith("ID")
    rows = json.loads(call(command, "--json")[1])
    assert rows and set(rows[0]) >= {"id"}
    lines = list(csv.reader(io.StringIO(call(command, "--csv")[1])))
    assert len(lines) == len(rows) + 1 == len(table.splitlines())


@pytest.mark.parametrize("pair", [["PAK", "RUS"], ["RUS", "PAK"], ["PAK-RUS"], ["PAK/RUS"], ["Pakistan Russia"],
                                  ["Pakistan", "Russia"]])  # fmt: skip
def test_a_pair_filter_takes_all_ways_of_writing_a_pair(call, pair):
    assert len(json.loads(call("events", "--pair", *pair, "--json")[1])) == 7
    assert len(json.loads(call("assessments", "--json", "--pair", *pair)[1])) == 1
    assert call("documents", "--pair", *pair)[0] == 0
    assert call("statements", "--pair", *pair)[0] == 0


def test_no_list_shows_a_status_without_its_voice(call):
    out = call("events", "--type", "assault")[1]
    assert "happened, says A spokesman" in out and "denied by The minister" in out
    rows = json.loads(call("events", "--voice", "minister", "--json")[1])
    assert [row["readable"] for row in rows] == ["denied by The minister"]
    assert "readable" in call("events", "--csv")[1].splitlines()[0]


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["events", "--type", "CONSLT"], "Did you mean CONSULT"),
        (["events", "--status", "done"], "There are: happened"),
        (["events", "--actor", "Atlantis"], "No actor is called 'Atlantis'"),
        (["events", "--pair", "PAK"], "only one side"),
        (["events", "--pair", "Pakistn", "RUS"], "Did you mean Pakistan"),
        (["events", "--since", "2012-02-30"], "no such day"),
        (["events", "--since", "yesterday"], "not a date"),
        (["events", "--since", "2013", "--until", "2012"], "is after --until"),
        (["events", "--json", "--csv"], "exclude each other"),
        (["events", "--dossier", "nowhere"], "No dossier at nowhere"),
        (["brief", "PAK"], "only one side"),
        (["brief", "PAK", "RUS", "--since", "2013", "--until", "2012"], "is after"),
        (["show", "e-zzzz"], "No record has the id"),
        (["actors", "lookup", "Atlantis"], "No actor is called"),
        (["read", "x", "--split", "("], "no regular expression"),
        (["export", "csv", "--out", "/dev/null/x"], "cannot be made"),
        (["events", "--nonsense"], "No such option"),
        (["nonsense"], "No such command"),
        (["read"], "Missing argument"),
    ],
)
def test_each_wrong_call_has_its_sentence_and_leaves_2(call, args, sentence):
    status, out, err = call(*args)
    assert (status, out) == (2, "")
    assert sentence in err and "Traceback" not in err


def test_nothing_found_is_an_empty_table_and_says_what_each_filter_met(call):
    status, out, err = call("events", "--pair", "PAK", "RUS", "--type", "AID", "--status", "cancelled")
    assert (status, out) == (0, "")
    assert "all events: 9; --pair PAK RUS: 7; --type AID: 2; --status cancelled: 0" in err
    assert call("events", "--status", "cancelled", "--json")[1] == "[]\n"


def test_show_gives_the_quote_in_its_text_and_how_the_document_was_dated(call):
    event = json.loads(call("events", "--status", "planned", "--json")[1])[0]
    status, out, _ = call("show", event["id"][:9])
    assert status == 0
    assert ">>Russia will visit Pakistan on 2012-11-20<<" in out and "5 October 2012 (stated: DATE line)" in out
    assert json.loads(call("show", event["id"], "--json")[1])["step"] == "extract_records"
    document = call("show", event["document"])[1]
    assert "Guests in Islamabad" in document and "Lavrov came." in document
    for kind in ("statements", "assessments"):
        assert call("show", json.loads(call(kind, "--json")[1])[0]["id"])[0] == 0


def test_explain_shows_the_reasons(call):
    event = json.loads(call("events", "--json")[1])[0]
    status, out, _ = call("explain", event["id"])
    assert status == 0 and "predicates.tsv" in out
    assert call("explain", event["document"])[0] == 2


def test_search_marks_the_words(call):
    assert "Russia [visited] Pakistan" in call("search", "visited")[1]
    status, out, err = call("search", "zebra")
    assert (status, out) == (0, "") and "No text holds" in err


def test_verify_is_silent_about_a_sound_dossier_and_leaves_5_on_damage(call, dossier):
    assert call("verify")[:2] == (0, "")
    next(path for path in (dossier / "raw").rglob("*") if path.is_file()).write_bytes(b"x")
    status, out, err = call("verify")
    assert status == 5 and "no longer has the bytes" in out and "1 fault" in err


def test_a_locked_dossier_leaves_6_and_a_newer_one_5(call, news, dossier):
    lock = take_lock(dossier)
    (news / "new.txt").write_text("Russia visited Pakistan.", encoding="utf-8")
    status, _, err = call("read", news)
    lock.close()
    assert status == 6 and "Another process" in err
    db = sqlite3.connect(dossier / "dossier.db")
    db.execute("PRAGMA user_version = 9")
    db.close()
    status, _, err = call("events")
    assert status == 5 and "Upgrade Dragoman" in err


def test_a_fault_of_ours_is_one_sentence_and_leaves_1(call, monkeypatch):
    def fail(*_, **__):
        raise RuntimeError("boom\x1b[2J")

    monkeypatch.setattr("dragoman.record.dossier.Dossier.events", fail)
    status, _, err = call("events")
    assert status == 1 and "report it" in err and "Traceback" not in err and "\x1b" not in err
    monkeypatch.setenv("DRAGOMAN_DEBUG", "1")
    assert "Traceback" in call("events")[2]


def test_an_interrupt_leaves_130(call, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("dragoman.record.dossier.Dossier.events", interrupt)
    status, _, err = call("events")
    assert status == 130 and "interrupted" in err


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell with pipes")
def test_a_reader_that_goes_away_is_no_error(dossier):
    command = f'"{sys.executable}" -m dragoman events --json --dossier "{dossier}" | head -c 1'
    script = f"set -o pipefail; for i in 1 2 3; do {command}; done"
    done = subprocess.run(
        ["bash", "-c", script],
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(ROOT / "src"), "PATH": "/usr/bin:/bin"},
    )
    assert done.returncode == 0 and done.stderr == ""


def test_no_hostile_document_reaches_the_terminal_or_a_spreadsheet(call, hostile):
    for args in (
        ["documents"],
        ["events"],
        ["assessments"],
        ["brief", "PAK", "RUS"],
        ["search", "attacked"],
        ["verify"],
    ):
        status, out, err = call(*args)
        assert status == 0, args
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", out + err), args
    id = json.loads(call("documents", "--json", "--document", "../../x")[1])[0]["id"]
    assert "\x1b" not in call("show", id)[1]
    cells = list(csv.reader(io.StringIO(call("documents", "--csv")[1])))
    assert any(cell.startswith("'=cmd()") for row in cells for cell in row)
    assert not any(re.match(r"[=+@\t]", cell) for row in cells for cell in row)


def test_a_10_mb_text_is_listed_and_shown_in_a_few_lines(call, hostile):
    status, out, _ = call("events", "--document", "long")
    assert status == 0 and len(out) < 1000
    event = json.loads(call("events", "--document", "long", "--json")[1])[0]
    assert len(call("show", event["id"])[1]) < 4000


def test_doctor_names_what_it_checked(call):
    status, out, _ = call("doctor")
    assert [line.split()[1] for line in out.splitlines()] == [
        "python",
        "sqlite",
        "model",
        "vocabulary",
        "dossier",
        "disk",
    ]
    assert status in (0, 1)


def test_look_up_names_the_row(call):
    status, out, _ = call("actors", "lookup", "the Kremlin", "--date", "1985-03-11")
    assert status == 0 and "SUN" in out and ".tsv:" in out


def test_predictions_are_the_statements_that_foretell(call):
    status, out, err = call("predictions")
    assert status == 0 and "No predictions match" in err and "predictions: 0" in err
    assert json.loads(call("predictions", "--json", "--pair", "PAK", "RUS")[1]) == []
