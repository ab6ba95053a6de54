import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.flow.reading import read_into
from dragoman.present.export.pages import export_pages
from dragoman.present.export.record import export_record
from dragoman.present.export.tables import export_csv, export_jsonl
from dragoman.record.dossier import Dossier

SCORE = Path(__file__).parents[3] / "shared" / "score" / "score.py"


def test_a_record_has_the_shape_of_the_coding_manual(dossier, tmp_path):
    with Dossier(dossier) as opened:
        assert export_record(opened, tmp_path / "out") == 4
    record = json.loads((tmp_path / "out" / "visit.json").read_text(encoding="utf-8"))
    assert set(record) == {"doc", "document", "events", "statements", "assessments"}
    assert record["doc"] == "visit.txt"
    assert record["document"] == {
        "published": "2012-10-05", "published_basis": "stated", "outlet": "The Gazette", "carrier": "", "author": "",
        "genre": "news",
    }  # fmt: skip
    wanted = {"id", "quote", "trigger", "span", "trigger_span", "type", "actors", "recipients", "people", "status", "date",
              "place", "voice", "thread", "mode", "actor_sectors", "recipient_sectors", "unofficial", "confidence",
              "readable"}  # fmt: skip
    assert set(record["events"][0]) >= wanted
    assert set(record["statements"][0]) >= {"quote", "speaker", "speaker_actor", "role", "mode", "cue", "date"}
    assert set(record["assessments"][0]) >= {"quote", "parties", "level", "trend", "voice", "date"}


def test_two_documents_of_one_name_and_names_that_lead_outside(tmp_path, coder):
    names = ["a", "A", "a", "../../x", "con", "a~2", ""]
    texts = [f"NAME {name}\nRussia visited Pakistan. {number}" for number, name in enumerate(names)]
    (tmp_path / "in.txt").write_text("\n====\n".join(texts), encoding="utf-8")
    read_into(tmp_path / "d", [str(tmp_path / "in.txt")], coder.tools())
    with Dossier(tmp_path / "d") as opened:
        assert export_record(opened, tmp_path / "out") == len(names)
        assert export_pages(opened, tmp_path / "pages") == len(names)
    files = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert len({name.casefold() for name in files}) == len(names)
    assert {"a~2.json", ".._.._x.json", "_con.json"} <= set(files)
    docs = [json.loads(path.read_text(encoding="utf-8"))["doc"] for path in (tmp_path / "out").iterdir()]
    assert "../../x.txt" in docs and "con.txt" in docs


def test_csv_and_jsonl_hold_every_record_once(dossier, tmp_path):
    with Dossier(dossier) as opened:
        export_csv(opened, tmp_path)
        export_jsonl(opened, tmp_path)
    rows = list(csv.DictReader((tmp_path / "events.csv").open(encoding="utf-8", newline="")))
    lines = [json.loads(line) for line in (tmp_path / "events.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(rows) == len(lines) == 9
    assert [row["readable"] for row in rows] == [line["readable"] for line in lines]


def test_csv_neutralises_formulas(tmp_path, coder):
    (tmp_path / "x.txt").write_text("TITLE =cmd()|x\nBody.", encoding="utf-8")
    read_into(tmp_path / "d", [str(tmp_path / "x.txt")], coder.tools())
    with Dossier(tmp_path / "d") as opened:
        export_csv(opened, tmp_path / "out")
    assert "'=cmd()" in (tmp_path / "out" / "documents.csv").read_text(encoding="utf-8")


def test_pages_show_no_status_without_its_voice(dossier, tmp_path):
    with Dossier(dossier) as opened:
        export_pages(opened, tmp_path)
    text = (tmp_path / "claim.md").read_text(encoding="utf-8")
    assert "happened, says A spokesman" in text and "denied by The minister" in text


@pytest.mark.skipif(not SCORE.is_file(), reason="the scorer is not at hand")
def test_an_export_scores_100_against_itself(dossier, news, tmp_path):
    with Dossier(dossier) as opened:
        export_record(opened, tmp_path / "out")
    command = [sys.executable, str(SCORE), str(tmp_path / "out"), str(tmp_path / "out"), "--texts", str(news), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert '"f1": 100.0' in done.stdout and '"quotes not in their text": 0' in done.stdout
