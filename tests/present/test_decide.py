import csv
import io
import json

import pytest

from dragoman.record.connection import take_lock
from dragoman.record.decisions import list_files
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters


@pytest.fixture(autouse=True)
def anna(monkeypatch):
    monkeypatch.setenv("DRAGOMAN_WHO", "Anna")


@pytest.fixture
def plan(dossier):
    with Dossier(dossier) as opened:
        (event,) = opened.events(Filters(status="planned"))
    return event


def test_deciding_prints_the_id_and_says_what_was_done(call, plan):
    status, out, err = call("decide", "reject", plan.id[:10], "--why", "no such plan")
    assert status == 0 and out.startswith("x-") and out.count("\n") == 1
    assert f"Rejected {plan.id}" in err and "1 document" in err
    listed = call("events")
    assert plan.id[:12] not in listed[1] and "1 rejected row left out" in listed[2]
    status, _, err = call("decide", "undo", out.strip())
    assert status == 0 and "Undone" in err
    assert plan.id[:12] in call("events")[1]


def test_names_of_actors_become_codes_and_lists_are_parted_by_commas(call, plan, dossier):
    args = ("actors=China, India", "people=Wen, Li", "date=2012-11", "background=True")
    assert call("decide", "correct", plan.id, *args, "--why", "w")[0] == 0
    with Dossier(dossier) as opened:
        event = opened.find(plan.id)[0]
    assert (event.actors, event.people, event.date, event.background) == (("CHN", "IND"), ("Wen", "Li"), "2012-11", True)
    assert "decided by Anna" in call("explain", plan.id)[1]


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("correct", "ID", "type=CONSLT", "--why", "w"), "none of: AGREE"),
        (("correct", "ID", "actors=Atlantis", "--why", "w"), "No actor is called"),
        (("correct", "ID", "date=soon", "--why", "w"), "not a date"),
        (("correct", "ID", "nonsense", "--why", "w"), "FIELD=VALUE"),
        (("correct", "ID", "quote=x", "--why", "w"), "no field 'quote'"),
        (("accept", "e-nothing"), "No record has the id"),
        (("reject", "ID"), "--why"),
        (("accept", "ID", "--who", ""), "Nobody decides"),
        (("document", "DOC", "genre=poem", "--why", "w"), "none of: news"),
        (("parts", "DOC", "--body", "9-3", "--why", "w"), "the first smaller"),
        (("parts", "DOC", "--why", "w"), "Nothing is corrected"),
        (("undo", "x-0"), "no decision"),
    ],
)  # fmt: skip
def test_a_wrong_call_is_a_sentence_and_leaves_no_line(call, plan, dossier, args, sentence):
    words = [{"ID": plan.id, "DOC": plan.document}.get(word, word) for word in args]
    status, out, err = call("decide", *words)
    assert status == 2 and out == "" and sentence in err
    assert list_files(dossier) == []


def test_a_document_is_corrected_and_its_parts(call, plan):
    status, _, err = call("decide", "document", plan.document, "published=2012-10-09", "outlet=The Post", "--why", "w")
    assert status == 0 and "coded again" in err
    shown = call("show", plan.document)[1]
    assert "The Post" in shown and "9 October 2012 (stated: decided by Anna" in shown
    assert "decided  corrected by Anna" in shown and "published: 2012-10-05 -> 2012-10-09" in shown
    assert call("decide", "parts", plan.document, "--body", "6-60", "--furniture", "60-70", "--why", "w")[0] == 0


def test_decisions_come_as_table_json_and_csv_with_their_state(call, plan):
    call("decide", "accept", plan.id)
    err = call("decide", "reject", plan.id, "--why", "=cmd()\x1b[31m", "--who", "-Ben")[2]
    assert "Opposed on record" in err and "none of them is applied" in err
    call("note", plan.document, "x" * 5000)
    status, table, _ = call("decisions")
    assert status == 0 and table.count("opposed") == 2 and "\x1b" not in table
    rows = json.loads(call("decisions", "--opposed", "--json")[1])
    assert [row["state"] for row in rows] == ["opposed"] * 2 and rows[0]["opposed_by"] == [rows[1]["id"]]
    lines = list(csv.DictReader(io.StringIO(call("decisions", "--csv")[1])))
    assert lines[1]["who"] == "'-Ben" and lines[1]["why"].startswith("'=cmd()") and len(lines) == 3
    assert call("decisions", "--unmatched")[1] == ""
    assert call("decisions", "--unmatched", "--opposed")[0] == 2


def test_show_prints_decisions_and_notes_also_on_a_rejected_record(call, plan):
    call("decide", "reject", plan.id, "--why", "no such plan")
    call("note", plan.id, "asked the embassy")
    shown = call("show", plan.id)[1]
    assert "rejected by Anna" in shown and "no such plan" in shown and "noted by Anna" in shown
    assert [d["action"] for d in json.loads(call("show", plan.id, "--json")[1])["decisions"]] == ["reject", "note"]
    rejected = json.loads(call("decisions", "--rejected", "--json")[1])
    assert [row["quote"] for row in rejected] == [plan.quote]


def test_a_colleague_s_file_is_applied_by_the_next_command(call, plan, dossier, tmp_path):
    call("decide", "reject", plan.id, "--why", "w")
    (path,) = list_files(dossier)
    line = path.read_bytes()
    path.unlink()
    assert "Decisions applied to 1 document" in call("events")[2]
    path.write_bytes(line + b'{"torn')
    status, out, err = call("events")
    assert status == 0 and plan.id[:12] not in out and "1 line of decisions/ could not be read" in err
    assert "could not be read" in call("decisions")[2]
    assert "applied to" not in call("events")[2]


def test_while_another_process_writes_lists_work_and_say_what_is_not_applied(call, plan, dossier):
    lock = take_lock(dossier)
    try:
        status, out, err = call("decide", "reject", plan.id, "--why", "w")
        assert status == 0 and out.startswith("x-") and "the decision is kept" in err
        status, out, err = call("events")
        assert status == 0 and plan.id[:12] in out and "not applied yet" in err
    finally:
        lock.close()
    assert plan.id[:12] not in call("events")[1]


def test_remove_and_read_again(call, plan, news, dossier):
    status, _, err = call("remove", plan.document, "--why", "asked by the writer")
    assert status == 0 and "1 document removed for good" in err
    status, _, err = call("read", news)
    assert status == 0 and "1 passed over" in err and "--removed-too" in err
    status, _, err = call("read", news, "--removed-too")
    assert status == 0 and "Read 1 document" in err
    assert "Nothing new" in call("read", news)[2]
    assert call("show", plan.id)[0] == 0
    assert [row["action"] for row in json.loads(call("decisions", "--json")[1])] == ["remove", "undo"]


def test_records_documents_and_names_are_joined_and_parted(call, plan, dossier):
    with Dossier(dossier) as opened:
        other = next(event for event in opened.events() if event.id != plan.id)
    assert call("decide", "join", plan.id, other.id)[0] == 0
    assert call("decide", "part", "Sergei Lavrov, RUS", "Sergei Ivanov, RUS", "--why", "two men")[0] == 0
    assert call("decide", "join", plan.id, plan.document)[0] == 2
    assert json.loads(call("decisions", "--json")[1])[1]["about"] == ["Sergei Lavrov, RUS", "Sergei Ivanov, RUS"]
