"""Review, decisions and agreement: every decision of the command line, the same lines, undone again, nothing escapes."""

import csv
import io
import re

import pytest

from dragoman.record.connection import take_lock
from dragoman.record.decisions import read_decisions
from dragoman.record.dossier import Dossier

HOME = "http://127.0.0.1:8417"
TOKEN = "the-token-of-the-test"


@pytest.fixture
def send(desk, coder, monkeypatch):
    """Posts a form as the desk's own pages do; gives the answer."""
    monkeypatch.setattr("dragoman.present.web.working.load_tools", coder.tools)

    def send(path="/decide", **form):
        return desk.post(path, data={"token": TOKEN, **form}, headers={"origin": HOME})

    send(path="/who", who="Anna")
    return send


def first(desk, query=""):
    return desk.get(f"/review.json{query}").json()["record"]


def decisions(desk):
    return desk.get("/decisions.json").json()


def test_one_record_is_shown_with_its_words_reasons_and_thread(desk, send):
    record = first(desk)
    page = desk.get("/review").text
    assert record["contradictions"] and "Cannot both be true" in page and "cannot be true together" in page
    assert f'href="/document/{record["document"]}#{record["id"]}"' in page and f'href="/thread/{record["thread"]}"' in page
    assert "predicates.tsv" in page and 'data-island="review"' in page
    assert {*re.findall(r'data-key="(.)"', page)} >= {"a", "r", "e", "m", "j", "?"}


def test_no_form_decides_before_a_name_is_given(desk, monkeypatch):
    monkeypatch.delenv("DRAGOMAN_WHO", raising=False)
    page = desk.get("/review").text
    assert "Who decides?" in page and 'value="accept"' not in page
    answer = desk.post("/decide", data={"token": TOKEN, "action": "accept"}, headers={"origin": HOME})
    assert answer.status_code == 400 and "Say who decides first" in answer.text


def test_the_name_is_kept_where_no_script_and_no_other_site_reads_it(desk, send):
    answer = send("/who", who="Änne <b>")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=strict" in cookie and "<" not in cookie
    page = desk.get("/review").text
    assert "Änne &lt;b&gt;" in page and "<b>" not in page
    assert send("/who", who="\u202e").status_code == 400 and send("/who", who="x" * 101).status_code == 400


@pytest.mark.parametrize("action", ["accept", "reject"])
def test_a_verdict_is_a_line_the_next_record_comes_and_undo_brings_it_back(desk, send, dossier, action):
    before = first(desk)
    answer = send(action=action, record=before["id"], why="because", back="/review")
    assert answer.status_code == 303
    (decision,) = read_decisions(dossier).decisions
    assert (decision.who, decision.action, decision.why) == ("Anna", action, "because")
    assert answer.headers["location"] == f"/review?done={decision.id}"
    assert first(desk)["id"] != before["id"]
    page = desk.get(answer.headers["location"]).text
    assert decision.id in page and 'data-key="u"' in page
    assert ("rejected" if action == "reject" else "accepted") in desk.get(f"/review?record={before['id']}").text
    send(action="undo", decision=decision.id)
    assert first(desk)["id"] == before["id"]


def test_only_what_differs_is_a_correction_and_names_become_codes(desk, send, dossier):
    record = first(desk)
    kept = {f"field-{key}": record[key] for key in ("type", "status", "place", "voice")}
    send(action="correct", record=record["id"], **kept, **{"field-actors": "India, pakistan", "field-date": "2012-05"})
    (decision,) = read_decisions(dossier).decisions
    assert {(c.field, c.values) for c in decision.changes} == {("actors", ("IND", "PAK")), ("date", ("2012-05",))}
    with Dossier(dossier) as opened:
        assert opened.find(record["id"])[0].actors == ("IND", "PAK")


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ({"field-date": "2012-13-45"}, "no such day"), ({"field-actors": "Nowhere"}, "No actor is called"),
        ({"field-type": "DANCE"}, "none of"), ({}, "Nothing is corrected"), ({"record": "e-0000"}, "No record has the id"),
        ({"action": "dance"}, "No decision is called"), ({"action": "join"}, "Say with which"),
        ({"action": "undo", "decision": "x-00"}, "no decision"),
    ],
)  # fmt: skip
def test_what_cannot_be_decided_is_refused_in_a_sentence(desk, send, dossier, form, words):
    answer = send(**{"action": "correct", "record": first(desk)["id"], **form})
    assert answer.status_code == 400 and words in answer.text
    assert not read_decisions(dossier).decisions


def test_join_part_note_and_a_new_record(desk, send, dossier):
    events = desk.get("/threads.json?all=1").json()
    send(action="join", record=first(desk)["id"], other=events[0]["id"])
    send(action="note", record=first(desk)["id"], why="ask the embassy")
    with Dossier(dossier) as opened:
        doc = next(doc for doc in opened.documents() if doc.name == "visit")
    start = doc.text.index("We shall build")
    answer = send("/record", document=doc.id, start=start, end=start + 14, **{"event-type": "AID", "event-status": "planned", "event-actors": "China"})
    assert answer.status_code == 303
    assert [d.action for d in read_decisions(dossier).decisions] == ["join", "note", "add"]
    (added,) = [e for e in desk.get("/threads.json?type=AID").json() if e["actors"] == ["CHN"] and e["standing"] == "planned"]
    assert added["quote"] == "We shall build"
    assert send("/record", document=doc.id, start="-1", end="5").status_code == 400
    assert send("/record", document=doc.id, start=0, end=5, kind="poem").status_code == 400


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", "", "/a\r\nSet-Cookie: x=1"])
def test_no_form_leads_away_from_the_desk(desk, send, back):
    answer = send(action="accept", record=first(desk)["id"], back=back)
    assert answer.headers["location"].startswith("/review?done=") and "set-cookie" not in answer.headers


def test_a_decision_is_kept_while_another_process_writes(desk, send, dossier):
    record = first(desk)
    lock = take_lock(dossier)
    assert send(action="reject", record=record["id"]).status_code == 303
    page = desk.get("/review").text
    assert "the pages do not follow them yet" in page and "Apply them now" in page
    assert send("/refresh").status_code == 503
    lock.close()
    assert send("/refresh").status_code == 303
    assert "Apply them now" not in desk.get("/review").text


def test_decisions_are_listed_with_their_state_and_opposition(desk, send):
    record = first(desk)
    send(action="accept", record=record["id"])
    send("/who", who="Ben")
    assert first(desk, "?whose=others")["id"] == record["id"]
    send(action="reject", record=record["id"], why="=cmd()")
    rows = decisions(desk)
    assert [(row["who"], row["state"]) for row in rows] == [("Ben", "opposed"), ("Anna", "opposed")]
    page = desk.get("/decisions?state=opposed").text
    assert "none of them is applied" in page and page.count('value="undo"') == 2
    cells = list(csv.DictReader(io.StringIO(desk.get("/decisions.csv").text)))
    assert cells[0]["why"] == "'=cmd()"
    assert len(desk.get("/decisions.json?who=Ben").json()) == 1 and not desk.get("/decisions.json?action=note").json()


def test_agreement_counts_what_both_have_judged(desk, send):
    ids = [row["id"] for row in desk.get("/review.json").json()["queue"]]
    for id, action in zip(ids, ["accept", "accept", "reject"], strict=False):
        send(action=action, record=id)
    send("/who", who="Ben")
    for id, action in zip(ids, ["accept", "reject", "reject"], strict=False):
        send(action=action, record=id)
    found = desk.get("/agreement.json?a=Anna&b=Ben").json()
    assert (found["records"], found["agreed"]) == (3, 2) and found["counts"] == [[1, 0, 1], [0, 0, 0], [0, 0, 1]]
    assert found["kappa"] == pytest.approx(0.4) and len(found["interval"]) == 2
    page = desk.get("/agreement?a=Anna&b=Ben").text
    assert "0.40" in page and "2 of 3" in page and ids[1] in page and "Fewer than 30" in page
    assert desk.get("/agreement?a=Anna&b=Nobody").status_code == 400 and desk.get("/agreement?a=Ben&b=Ben").status_code == 400


def test_what_is_decided_can_do_nothing_to_a_page(desk, send):
    payload = "<script>alert(1)</script> \u202ex"
    send(action="note", record=first(desk)["id"], why=payload)
    for address in ("/decisions", "/review", f"/review?record={first(desk)['id']}"):
        page = desk.get(address).text
        assert "<script>alert" not in page and "\u202e" not in page


NEW = {"kind": "event", "event-type": "AID", "event-status": "planned", "event-actors": "China", "statement-speaker": "nobody"}


@pytest.fixture
def visit(dossier):
    with Dossier(dossier) as opened:
        return next(doc for doc in opened.documents() if doc.name == "visit")


def test_a_new_record_is_made_of_words_that_are_copied_without_script(desk, send, dossier, visit):
    page = desk.get(f"/document/{visit.id}").text
    assert "data-new-record" in page and 'name="event-type"' in page and 'name="statement-speaker"' in page
    answer = send("/record", document=visit.id, quote="  We\n shall build ", trigger="build", back=f"/document/{visit.id}", **NEW)
    (added,) = read_decisions(dossier).decisions
    assert added.targets[0].quote == "We shall build" and added.targets[0].trigger == "build"
    assert answer.headers["location"] == f"/document/{visit.id}?done={added.id}&record={added.targets[0].id}"
    page = desk.get(answer.headers["location"]).text
    assert f"Added {added.targets[0].id}" in page and 'value="undo"' in page and "added by Anna" in page


@pytest.mark.parametrize(("form", "words"), [
    ({"quote": "no such words"}, "do not stand in the text"), ({"quote": "a"}, "times"), ({}, "Which words?"),
    ({"quote": "We shall build", "trigger": "flew"}, "does not stand in the words"),
])  # fmt: skip
def test_words_that_are_not_sure_make_no_record(send, dossier, visit, form, words):
    answer = send("/record", document=visit.id, **form, **NEW)
    assert answer.status_code == 400 and words in answer.text and not read_decisions(dossier).decisions


def test_other_words_are_a_new_record_in_place_of_the_old_one(desk, send, dossier):
    record = first(desk)
    with Dossier(dossier) as opened:
        doc = opened.document(record["document"])
        start, end = opened.find(record["id"])[0].span
    longer = doc.text[start - 2 : end]
    assert send("/record", replaces=record["id"], quote=record["quote"]).status_code == 400
    answer = send("/record", replaces=record["id"], quote=longer, why="too short", back="/review")
    added, rejected = read_decisions(dossier).decisions
    assert (added.action, rejected.action, rejected.targets[0].id) == ("add", "reject", record["id"])
    assert "too short (other words" in rejected.why
    shown = desk.get("/review.json?" + answer.headers["location"].partition("?")[2]).json()["record"]
    assert shown["id"] == added.targets[0].id and shown["quote"] == longer.strip()
    kept = ("type", "status", "actors", "recipients", "date", "voice")
    assert {key: shown[key] for key in kept} == {key: record[key] for key in kept}
    assert record["id"] not in {row["id"] for row in desk.get(f"/document/{doc.id}.json?all=1").json()["records"]}


@pytest.mark.parametrize("place", [0, 1])
def test_one_undo_takes_other_words_back_whichever_of_the_two_decisions_it_names(desk, send, dossier, place):
    record = first(desk)
    with Dossier(dossier) as opened:
        doc = opened.document(record["document"])
        start, end = opened.find(record["id"])[0].span
    before = [row["id"] for row in desk.get(f"/document/{doc.id}.json?all=1").json()["records"]]
    send("/record", replaces=record["id"], quote=doc.text[start - 2 : end], why="too short", back="/review")
    both = read_decisions(dossier).decisions
    send("/decide", action="undo", decision=both[place].id, back="/review")
    *_, undone = read_decisions(dossier).decisions
    assert {target.id for target in undone.targets} == {each.id for each in both}
    assert [row["id"] for row in desk.get(f"/document/{doc.id}.json?all=1").json()["records"]] == before
    assert send("/decide", action="undo", decision=both[1 - place].id).status_code == 400
