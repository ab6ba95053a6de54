import shutil
import sqlite3
from dataclasses import replace

import pytest

from dragoman.flow import deciding
from dragoman.flow.deciding import Desk, read_change
from dragoman.flow.reading import ReadSettings, read_into
from dragoman.flow.refreshing import refresh
from dragoman.flow.reviewing import decisions_on, find_links, review_decisions
from dragoman.model.decisions import Change
from dragoman.model.document import Part
from dragoman.model.errors import UsageError
from dragoman.record.connection import take_lock
from dragoman.record.decisions import list_files, read_decisions
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters
from dragoman.record.writing import DossierWriter


@pytest.fixture
def desk(dossier, coder):
    return Desk(dossier, "anna", coder.tools())


def ben(desk):
    return replace(desk, who="ben")


def events(folder, **filters):
    with Dossier(folder) as opened:
        return list(opened.events(Filters(**filters)))


def one(folder, **filters):
    (event,) = events(folder, **filters)
    return event


def planned(desk):
    return one(desk.folder, status="planned")


def state(folder):
    """All rows that people see, without the runs that made them."""
    db = sqlite3.connect(folder / "dossier.db")
    tables = {
        "documents": "id, published, published_reason, outlet, author, genre, title",
        "events": "id, type, status, date, date_first, people, confidence, reasons",
        "event_sides": "*", "parts": "*", "comments": "*", "statements": "id, speaker", "assessments": "id, level, date",
        "machine_rows": "id, kind, document, rejected, content",
    }  # fmt: skip
    found = {table: sorted(db.execute(f"SELECT {columns} FROM {table}").fetchall()) for table, columns in tables.items()}
    db.close()
    return found


# --- records


def test_a_rejected_record_is_in_no_list_count_or_search_and_back_after_undo(desk):
    before, event = state(desk.folder), planned(desk)
    done = deciding.reject(desk, event.id[:9], "a misreading")
    assert events(desk.folder, status="planned") == []
    with Dossier(desk.folder) as opened:
        assert opened.count_by_filter("events", Filters(status="planned"))[1][1] == 0
        assert event.id not in {hit.id for hit in opened.search("visit")}
        alone = replace(event, thread="")
        assert opened.find(event.id)[0] == alone
        assert list(opened.rejected()) == [alone] and opened.count_rejected("event") == 1
        assert list(opened.verify()) == []
    deciding.undo(desk, done.decision.id)
    assert state(desk.folder) == before


def test_filters_see_corrected_values(desk):
    event = planned(desk)
    changes = [Change("type", ("AID",)), Change("recipients", ("CHN",)), Change("date", ("2013-01",)), Change("status", ("happened",))]
    deciding.correct(desk, event.id, changes, "read again")
    found = one(desk.folder, type="AID", pair=("RUS", "CHN"), since="2013-01-15", status="happened")
    assert found.id == event.id and found.recipients == ("CHN",)
    assert events(desk.folder, status="planned") == []
    assert len(events(desk.folder, pair=("RUS", "PAK"))) == 6
    with Dossier(desk.folder) as opened:
        assert [label for label, count in opened.count_by_filter("events", Filters(actor="CHN")) if count == 2]
        assert {hit.id for hit in opened.search("visit Pakistan")} >= {event.id}
        assert {d.name for d in opened.documents(Filters(pair=("RUS", "CHN")))} == {"visit"}


def test_a_row_keeps_the_run_that_made_it(desk):
    event = planned(desk)
    with Dossier(desk.folder) as opened:
        made = opened.find(event.id)[1]
    deciding.correct(desk, event.id, [Change("place", ("Lahore",))], "w")
    with Dossier(desk.folder) as opened:
        assert opened.find(event.id)[1] == made
        assert opened.machine_of(event.document)[1].events[1] == replace(event, thread="")


def test_an_accepted_record_is_above_every_cut(desk):
    event = planned(desk)
    assert event.id not in {e.id for e in events(desk.folder, min_confidence=0.9)}
    deciding.accept(desk, event.id)
    assert [e.id for e in events(desk.folder, min_confidence=0.9)] == [event.id]


def test_statements_and_assessments_can_be_decided_too(desk):
    with Dossier(desk.folder) as opened:
        said, warm = next(opened.statements()), [a for a in opened.assessments() if a.level == "good"][0]
    deciding.correct(desk, said.id, [Change("speaker", ("Ivan P. Petrov",))], "w")
    deciding.reject(desk, warm.id, "w")
    with Dossier(desk.folder) as opened:
        assert [s.speaker for s in opened.statements()] == ["Ivan P. Petrov"]
        assert [a.level for a in opened.assessments()] == ["bad"]


def test_opposite_decisions_leave_the_program_s_row_and_are_both_shown(desk):
    event = planned(desk)
    yes = deciding.accept(desk, event.id).decision
    done = deciding.reject(ben(desk), event.id, "no such plan")
    no = done.decision
    assert [o.decisions for o in done.opposed] == [(yes.id, no.id)]
    assert planned(desk) == event
    with Dossier(desk.folder) as opened:
        assert [(r.decision.id, r.state) for r in decisions_on(opened, event)] == [(yes.id, "opposed"), (no.id, "opposed")]
    deciding.undo(desk, no.id, "agreed with Ben")
    assert planned(desk).confidence == 1.0


def test_a_decision_on_a_rejected_record_is_possible(desk):
    event = planned(desk)
    deciding.reject(desk, event.id, "w")
    deciding.accept(desk, event.id, "I was wrong")
    assert planned(desk).confidence == 1.0
    with Dossier(desk.folder) as opened:
        assert [r.state for r in review_decisions(opened).decisions] == ["replaced", "in force"]


def test_a_note_changes_no_row_and_is_found_on_its_record(desk):
    before, event = state(desk.folder), planned(desk)
    deciding.note(desk, event.id, "ask the embassy")
    deciding.note(desk, event.document, "seen")
    assert state(desk.folder) == before
    with Dossier(desk.folder) as opened:
        assert [r.decision.why for r in decisions_on(opened, event)] == ["ask the embassy"]
        assert [r.decision.why for r in decisions_on(opened, opened.document(event.document))] == ["seen"]


def test_what_was_undone_once_can_be_decided_again(desk):
    event = planned(desk)
    first = deciding.reject(desk, event.id, "w").decision
    back = deciding.undo(desk, first.id).decision
    deciding.reject(desk, event.id, "w")
    assert events(desk.folder, status="planned") == []
    for id, sentence in ((first.id, "undone already"), (back.id, "decide anew"), ("x-none", "no decision"), ("x-", "several"), ("", "no decision")):
        with pytest.raises(UsageError, match=sentence):
            deciding.undo(desk, id)


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda d, e: deciding.reject(d, "e-nothing", "w"), "No record has the id"),
        (lambda d, e: deciding.reject(d, e.document, "w"), "is a document"),
        (lambda d, e: deciding.remove(d, e.id, "w"), "is no document"),
        (lambda d, e: deciding.correct(d, e.id, [], "w"), "Nothing is corrected"),
        (lambda d, e: deciding.correct(d, e.id, [Change("quote", ("x",))], "w"), "no field 'quote'"),
        (lambda d, e: deciding.correct(d, e.id, [Change("type", ("X",))], "w"), "none of: AGREE"),
        (lambda d, e: deciding.correct(d, e.id, [Change("date", ("2012",))] * 2, "w"), "given twice"),
        (lambda d, e: deciding.accept(replace(d, who=" "), e.id), "Nobody decides"),
        (lambda d, e: deciding.note(d, e.id, "x" * 30_000), "at most 20,000"),
        (lambda d, e: deciding.note(d, e.id, " \n"), "note is empty"),
        (lambda d, e: deciding.join(d, e.id, e.document), "two of one kind"),
        (lambda d, e: deciding.part(d, e.id, e.id), "both are e-"),
        (lambda d, e: read_change("event", "date"), "FIELD=VALUE"),
        (lambda d, e: deciding.correct_parts(d, e.document, [Part("body", 0, 10**6)], "w"), "outside the text"),
    ],
)  # fmt: skip
def test_what_cannot_be_decided_is_refused_and_leaves_no_line(desk, call, sentence):
    event = planned(desk)
    with pytest.raises(UsageError, match=sentence):
        call(desk, event)
    assert list_files(desk.folder) == []


def test_words_that_would_do_something_to_a_terminal_are_kept_harmless(desk):
    event = planned(desk)
    deciding.note(replace(desk, who="an\x1bna\n"), event.id, "=cmd()\x1b[31m\x00\u202e\udcff ok")
    (line,) = read_decisions(desk.folder).decisions
    assert line.who == "an\ufffdna" and line.why == "=cmd()\ufffd[31m\ufffd\ufffd\ufffd ok"


# --- reading again


def test_decisions_are_carried_over_to_a_newer_version(desk, news, coder):
    event = planned(desk)
    deciding.correct(desk, event.id, [Change("date", ("2013",))], "w")
    deciding.reject(desk, one(desk.folder, type="AID", actor="CHN").id, "w")
    before = state(desk.folder)
    coder.vocabulary = "v2"
    assert read_into(desk.folder, [str(news)], coder.tools()).moved == 0
    assert state(desk.folder) == before


def test_evidence_that_moved_is_followed_and_what_is_gone_is_reported(desk, news, coder):
    event, help_ = planned(desk), one(desk.folder, type="AID", actor="CHN")
    deciding.correct(desk, event.id, [Change("date", ("2013",))], "w")
    deciding.reject(desk, help_.id, "w")
    tools = coder.tools()

    def newer(doc, analysis, world):
        records = tools.extract_records(doc, analysis, world)
        kept = tuple(
            replace(e, id=e.id[:-1] + "z", trigger=e.trigger[:-1], trigger_span=(e.trigger_span[0], e.trigger_span[1] - 1))
            for e in records.events
            if e.type != "AID"
        )
        return replace(records, events=kept)

    coder.vocabulary = "v2"
    assert read_into(desk.folder, [str(news)], replace(tools, extract_records=newer)).moved == 2
    assert one(desk.folder, status="planned").date == "2013"
    with Dossier(desk.folder) as opened:
        moved, gone = review_decisions(opened).decisions
        assert (moved.state, gone.state) == ("in force", "unmatched")
        assert "are now" in moved.moved and "no record" in gone.moved


def test_a_dossier_rebuilt_from_the_same_texts_follows_the_decisions_at_once(desk, news, coder):
    deciding.reject(desk, planned(desk).id, "w")
    deciding.correct_document(desk, events(desk.folder)[0].document, [Change("outlet", ("The Post",))], "w")
    before = state(desk.folder)
    for path in desk.folder.glob("dossier.db*"):
        path.unlink()
    read_into(desk.folder, [str(news)], coder.tools())
    assert state(desk.folder) == before
    refresh(desk.folder, coder.tools())
    assert state(desk.folder) == before


# --- merging


def test_two_analysts_folders_merge_by_copying_files_in_any_order(desk, tmp_path, coder):
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    for folder, who in ((mine, "anna"), (theirs, "ben")):
        shutil.copytree(desk.folder, folder)
        here = replace(desk, folder=folder, who=who)
        deciding.correct(here, planned(here).id, [Change("place", (f"{who}'s town",))], "w")
        deciding.reject(here, events(folder, type="ASSAULT")[who == "ben"].id, "w")
    for a, b in ((mine, theirs), (theirs, mine)):
        for path in list_files(a):
            shutil.copy2(path, b / "decisions" / path.name)
    for folder in (mine, theirs):
        assert len(refresh(folder, coder.tools()).documents) >= 1
        assert refresh(folder, coder.tools()).documents == ()
    assert state(mine) == state(theirs)
    assert planned(replace(desk, folder=mine)).place == ""
    assert len(events(mine, type="ASSAULT")) == 2


def test_a_file_taken_out_again_takes_its_decisions_back(desk, coder):
    before = state(desk.folder)
    deciding.reject(desk, planned(desk).id, "w")
    for path in list_files(desk.folder):
        path.unlink()
    refresh(desk.folder, coder.tools())
    assert state(desk.folder) == before


def test_values_that_do_not_fit_in_a_colleague_s_file_are_reported_and_passed_over(desk, coder):
    from dragoman.record.decisions import append_decision, name_decision

    good = deciding.correct(desk, planned(desk).id, [Change("place", ("Lahore",))], "w").decision
    for field, value in (("type", "CONSLT"), ("quote", "x"), ("date", "soon")):
        append_decision(desk.folder, name_decision(replace(good, who="ben", changes=(Change(field, (value,)),))))
    append_decision(desk.folder, name_decision(replace(good, who="ben", targets=())))
    assert len(refresh(desk.folder, coder.tools()).broken) == 4
    assert planned(desk).place == "Lahore"


def test_while_another_process_writes_the_decision_is_kept_and_applied_later(desk, coder):
    event = planned(desk)
    lock = take_lock(desk.folder)
    try:
        assert deciding.reject(desk, event.id, "w").refreshed is None
        assert planned(desk) == event
    finally:
        lock.close()
    assert refresh(desk.folder, coder.tools()).documents == (event.document,)
    assert events(desk.folder, status="planned") == []


@pytest.mark.parametrize("step", ["store_decided", "store_applied"])
def test_what_a_crash_left_half_applied_is_completed_by_the_next_refresh(desk, coder, monkeypatch, step):
    def crash(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(DossierWriter, step, crash)
        deciding.reject(desk, planned(desk).id, "w")
    refresh(desk.folder, coder.tools())
    assert events(desk.folder, status="planned") == []
    with Dossier(desk.folder) as opened:
        assert opened.is_current() and len(list(opened.rejected())) == 1


# --- documents


def test_a_corrected_date_dates_anew_what_hangs_on_it_and_undo_restores_all(desk, coder):
    before, doc = state(desk.folder), planned(desk).document
    done = deciding.correct_document(desk, doc, [read_change("document", "published=2012-10-09")], "printed on the page")
    with Dossier(desk.folder) as opened:
        shown = opened.document(doc)
        assert (shown.published, shown.published_basis) == ("2012-10-09", "stated")
        assert "decided by anna" in shown.published_reason
        assert {a.date for a in opened.assessments(Filters(document=doc))} == {"2012-10-09"}
        assert [d.id for d in opened.documents(Filters(since="2012-10-09"))] == [doc]
    assert done.refreshed.coded == 1
    deciding.undo(desk, done.decision.id)
    assert state(desk.folder) == before


def test_corrected_borders_take_comments_out_of_the_author_s_mouth(desk):
    with Dossier(desk.folder) as opened:
        doc = opened.find(one(desk.folder, voice="comment").document)[0]
    deciding.correct_parts(desk, doc.id, [Part("body", 0, len(doc.text))], "no comments here")
    assert events(desk.folder, voice="comment") == []
    assert len(events(desk.folder, voice="author")) == 7
    with Dossier(desk.folder) as opened:
        assert opened.document(doc.id).comments == ()


def test_decisions_on_records_survive_the_correction_of_their_document(desk):
    event = planned(desk)
    deciding.reject(desk, event.id, "w")
    deciding.correct_document(desk, event.document, [Change("genre", ("analysis",))], "w")
    assert events(desk.folder, status="planned") == []


def test_a_corrected_document_stays_so_when_it_is_read_again(desk, news, coder):
    doc = planned(desk).document
    deciding.correct_document(desk, doc, [Change("author", ("A. Writer",)), Change("outlet", ("The Post",))], "w")
    before = state(desk.folder)
    coder.vocabulary = "v2"
    read_into(desk.folder, [str(news)], coder.tools())
    assert state(desk.folder) == before


# --- together, apart


def test_links_name_the_present_ids(desk):
    a, b = events(desk.folder, document="visit")[:2]
    (c,) = events(desk.folder, document="old")
    deciding.join(desk, a.id, b.id)
    deciding.part(desk, b.id, c.id)
    deciding.join(desk, a.document, c.document)
    deciding.join(desk, "Sergei Lavrov, RUS", "Sergey Lavrov")
    with Dossier(desk.folder) as opened:
        links = find_links(opened, "event")
        assert links.together == (tuple(sorted((a.id, b.id))),)
        assert links.apart == (tuple(sorted((b.id, c.id))),)
        assert find_links(opened, "document").together == (tuple(sorted((a.document, c.document))),)
        assert find_links(opened, "actor").together == (("Sergei Lavrov, RUS", "Sergey Lavrov"),)
    with DossierWriter(desk.folder) as writer:
        assert find_links(writer, "event") == links


# --- removal


def all_bytes(folder):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_a_removed_document_leaves_no_bytes_and_no_text(desk, news, coder):
    secret = "Zanzibarquorn"
    text = f"TITLE The {secret} papers\nRussia visited Pakistan on 1912-10-04, {secret}. Russia will visit Pakistan on 1913-03-01."
    (news / "secret.txt").write_text(text, encoding="utf-8")
    read_into(desk.folder, [str(news)], coder.tools())
    coder.vocabulary = "v2"
    read_into(desk.folder, [str(news)], coder.tools())
    with Dossier(desk.folder) as opened:
        (doc,) = opened.documents(Filters(document="secret"))
        (event, _) = opened.events(Filters(document="secret"))
    deciding.correct(desk, event.id, [Change("place", (secret,))], "w")
    deciding.note(ben(desk), event.id, f"about {secret}")
    assert secret.encode() in all_bytes(desk.folder)
    done = deciding.remove(desk, doc.id, "asked by the writer")
    found = all_bytes(desk.folder)
    for word in (secret, secret.lower(), "Pakistan on 1913-03-01", "1912", "secret.txt"):
        assert word.encode() not in found, word
    assert done.decision.id.encode() in found and doc.sha256.encode() in found and b"asked by the writer" in found
    with Dossier(desk.folder) as opened:
        assert opened.count("documents") == 4 and list(opened.verify()) == []
        assert not opened.search(secret) and opened.search("Lavrov")
    assert [d.action for d in read_decisions(desk.folder).decisions] == ["remove"]


def test_a_later_read_passes_a_removed_document_over_and_says_so(desk, news, coder):
    doc = planned(desk).document
    deciding.remove(desk, doc, "w")
    coder.vocabulary = "v2"
    summary = read_into(desk.folder, [str(news)], coder.tools())
    assert (summary.documents, summary.removed) == (3, 1)
    assert events(desk.folder, status="planned") == []
    summary = read_into(desk.folder, [str(news)], coder.tools(), settings=ReadSettings(removed_too=True))
    assert (summary.documents, summary.removed) == (1, 0)
    (back,) = deciding.restore(desk)
    assert back.decision.action == "undo" and planned(desk).document == doc
    coder.vocabulary = "v3"
    assert read_into(desk.folder, [str(news)], coder.tools()).documents == 4


def test_one_document_of_many_in_a_file_goes_alone(tmp_path, coder):
    file = tmp_path / "two.txt"
    file.write_text("Russia visited Pakistan.\n====\nChina helped Pakistan.", encoding="utf-8")
    folder = tmp_path / "d"
    read_into(folder, [str(file)], coder.tools())
    desk = Desk(folder, "anna", coder.tools())
    assert deciding.remove(desk, one(folder, type="AID").document, "w").refreshed.removed == (1,)
    assert [e.type for e in events(folder)] == ["CONSULT"]
    assert len(list((folder / "raw").rglob("*/*"))) == 1
    coder.vocabulary = "v2"
    assert read_into(folder, [str(file)], coder.tools()).removed == 1
    assert deciding.remove(desk, one(folder).document, "w").refreshed.removed == (0,)
    assert b"Russia" not in all_bytes(folder)
    coder.vocabulary = "v3"
    assert read_into(folder, [str(file)], coder.tools()).removed == 2
    assert b"Russia" not in all_bytes(folder)


def test_a_colleague_s_removal_and_lines_on_what_was_removed_arrive_with_the_file(desk, tmp_path, coder):
    theirs = tmp_path / "theirs"
    shutil.copytree(desk.folder, theirs)
    deciding.remove(desk, planned(desk).document, "w")
    there = replace(desk, folder=theirs, who="ben")
    deciding.note(there, planned(there).id, "Lavrov came")
    for a, b in ((desk.folder, theirs), (theirs, desk.folder)):
        for path in list_files(a):
            shutil.copy2(path, b / "decisions" / path.name)
    for folder in (desk.folder, theirs):
        refresh(folder, coder.tools())
        assert events(folder, status="planned") == []
        assert [d.action for d in read_decisions(folder).decisions] == ["remove"]
    assert b"Lavrov came" not in all_bytes(theirs)


def test_a_removal_cut_short_by_a_reader_is_finished_later(desk, coder):
    doc = planned(desk).document
    reader = Dossier(desk.folder)
    rows = reader.events()
    next(rows)
    done = deciding.remove(desk, doc, "w")
    rows.close()
    reader.close()
    if done.refreshed is None:
        refresh(desk.folder, coder.tools())
    assert b"Guests in Islamabad" not in all_bytes(desk.folder)


def test_without_decisions_nothing_is_checked(dossier, monkeypatch):
    from dragoman.flow import decided

    monkeypatch.setattr(decided, "arrange", None)
    assert decided.load_decided(dossier) == decided.Decided()
