import json
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from dragoman.model.decisions import Change, Decision, Evidence
from dragoman.model.errors import RecordError
from dragoman.record.decisions import (
    append_decision,
    file_name,
    forget_lines,
    list_files,
    name_decision,
    read_decisions,
)

EVIDENCE = Evidence("event", "e-1", "ab" * 32, "row 2", "one", "cd" * 32, 'He "met" her\n', (3, 9), "met", (4, 7),
                    "CONSULT", "CONSULT happened: NOR > SUD")  # fmt: skip


def decision(number=1, who="anna", **fields):
    made = Decision("", f"2026-01-{number:02}T00:00:00.000000Z", who, "reject", (EVIDENCE,), (), f"number {number}")
    return name_decision(replace(made, **fields))


def test_a_decision_comes_back_as_it_went_in(tmp_path):
    made = decision(changes=(Change("people", ("=cmd()", "Ünal", "\U0001f600"), ("x",)),), why="two\nlines \u2028 \x1b[31m")
    append_decision(tmp_path, made)
    assert read_decisions(tmp_path).decisions == (made,)
    assert read_decisions(tmp_path).broken == ()


def test_no_folder_is_no_decisions(tmp_path):
    assert read_decisions(tmp_path).decisions == () and list_files(tmp_path) == []


def test_each_person_and_machine_has_a_file_of_lines(tmp_path):
    append_decision(tmp_path, decision(1), machine="desk")
    append_decision(tmp_path, decision(2), machine="desk")
    append_decision(tmp_path, decision(3, who="ben"), machine="desk")
    files = list_files(tmp_path)
    assert [len(path.read_text(encoding="ascii").splitlines()) for path in files] == [2, 1]
    assert all(json.loads(line)["id"].startswith("x-") for path in files for line in path.open(encoding="ascii"))


def test_lines_added_at_the_same_time_are_all_there(tmp_path):
    def add(who):
        for number in range(1, 11):
            append_decision(tmp_path, decision(number, who=who), machine="m")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(add, ["anna", "anna", "ben", "cleo"]))
    log = read_decisions(tmp_path)
    assert len(log.decisions) == 30 and log.broken == ()


def test_folders_are_merged_by_copying_files_and_each_line_counts_once(tmp_path):
    for folder, who in (("a", "anna"), ("b", "ben")):
        (tmp_path / folder).mkdir()
        append_decision(tmp_path / folder, decision(1, who=who), machine="m")
    (ours,), (theirs,) = list_files(tmp_path / "a"), list_files(tmp_path / "b")
    (ours.parent / theirs.name).write_bytes(theirs.read_bytes())
    (ours.parent / "again.jsonl").write_bytes(theirs.read_bytes())
    assert {d.who for d in read_decisions(tmp_path / "a").decisions} == {"anna", "ben"}
    assert len(read_decisions(tmp_path / "a").decisions) == 2


def test_the_order_is_that_of_time_whatever_the_files(tmp_path):
    for number in (5, 1, 3):
        append_decision(tmp_path, decision(number, who=f"w{number % 2}"))
    assert [d.why for d in read_decisions(tmp_path).decisions] == ["number 1", "number 3", "number 5"]


@pytest.mark.parametrize("cut", [1, 10, 100, 400])
def test_a_crash_in_the_middle_of_a_line_costs_that_line_only_and_loses_no_byte(tmp_path, cut):
    append_decision(tmp_path, decision(1), machine="m")
    append_decision(tmp_path, decision(2), machine="m")
    (path,) = list_files(tmp_path)
    whole = path.read_bytes()
    torn = whole[:-cut] if cut > 1 else whole[:-2]
    path.write_bytes(torn)
    log = read_decisions(tmp_path)
    assert log.decisions == (decision(1),)
    assert [(b.file, b.line) for b in log.broken] == [(path.name, 2)]
    append_decision(tmp_path, decision(3), machine="m")
    assert path.read_bytes().startswith(torn)
    assert read_decisions(tmp_path).decisions == (decision(1), decision(3))


@pytest.mark.parametrize(
    "line",
    [b"{", b"[]", b"null", b"7", b'{"id": 3}', b"\xff\xfe", b"[" * 100_000, b'{"id": "x-1", "who": "a"}'],
)
def test_what_is_no_decision_is_reported_with_file_and_line(tmp_path, line):
    append_decision(tmp_path, decision(1))
    (path,) = list_files(tmp_path)
    path.write_bytes(path.read_bytes() + line + b"\n")
    log = read_decisions(tmp_path)
    assert log.decisions == (decision(1),) and log.broken[0].line == 2


def test_a_line_changed_by_hand_no_longer_fits_its_id(tmp_path):
    append_decision(tmp_path, decision(1))
    (path,) = list_files(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"number 1", b"number 7"))
    log = read_decisions(tmp_path)
    assert log.decisions == () and "changed by hand" in log.broken[0].reason


@pytest.mark.parametrize("who", ["con", "a/b", "..", "a:b", "ß" * 300, "", "AUX.", "名前", "a\x00b", " "])
def test_file_names_are_safe_everywhere_and_never_shared(who):
    name = file_name(who, "NUL")
    assert re.fullmatch(r"[a-z0-9-]+-[0-9a-f]{8}\.jsonl", name) and len(name) < 100
    assert name != file_name(who + "x", "NUL") and name != file_name(who, "nul")


def test_a_full_or_closed_disk_is_a_sentence(tmp_path):
    (tmp_path / "decisions").write_text("in the way", encoding="utf-8")
    with pytest.raises(RecordError, match="cannot be written"):
        append_decision(tmp_path, decision(1))


def test_forgotten_lines_are_gone_and_the_others_stay_byte_for_byte(tmp_path):
    for number in (1, 2, 3):
        append_decision(tmp_path, decision(number), machine="m")
    (path,) = list_files(tmp_path)
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(path.read_bytes() + b'{"id": "x-torn", "targets": [{"sha256": "' + b"ab" * 32 + b'", "quote": "He')
    assert forget_lines(tmp_path, [decision(2).id], ["ab" * 32]) == 2
    assert path.read_bytes() == lines[0] + b"\n" + lines[2]
    append_decision(tmp_path, decision(4), machine="m")
    assert [d.why for d in read_decisions(tmp_path).decisions] == ["number 1", "number 3", "number 4"]
