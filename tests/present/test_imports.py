import csv

import pytest

TABLE = "date,actor,recipient,cameo\n2011-02-03,FRA,ITA,042\n2011-02-03,FRA,ITA,010\n"


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_import_says_what_came_of_the_rows_and_that_they_have_no_evidence(call, table):
    status, out, err = call("import", table)
    assert (status, out) == (0, "")
    assert "Imported 1 event of 2 rows" in err
    assert "Left out: 1 (a remark" in err
    assert "no text behind them" in err
    assert "Nothing new" in call("import", table)[2]


def test_rejected_rows_give_exit_status_3_and_are_listed(call, table):
    table.write_text(TABLE + "2011-02-99,FRA,ITA,042\n", encoding="utf-8")
    assert call("import", table)[0] == 3
    assert "line 4" in call("rejects")[1]


def test_imports_are_listed_without_evidence_and_removed(call, table):
    call("import", table)
    status, out, err = call("import", "--list")
    assert (status, "mine.csv" in out, "none" in out, "no text behind them" in err) == (0, True, True, True)
    assert call("import", "--remove", "mine.csv")[0] == 0
    assert "Nothing is imported" in call("import", "--list")[2]
    assert call("import", "--remove", "mine.csv")[0] == 2


@pytest.mark.parametrize("args", [(), ("--map", "x", "mine.csv"), ("--list", "mine.csv"), ("--format", "x", "mine.csv")])
def test_wrong_calls(call, args):
    assert call("import", *args)[0] == 2


def test_export_plover(call, tmp_path):
    assert call("export", "plover", "--all", "--out", tmp_path / "out")[0] == 0
    rows = list(csv.DictReader((tmp_path / "out" / "plover.csv").open(encoding="utf-8")))
    assert rows
    assert {"thread", "actor", "recipient", "type", "mode", "quad", "score", "cameo", "standing", "doubt", "voices"} <= set(rows[0])
    assert {row["type"] for row in rows} >= {"CONSULT", "ASSAULT"}
    assert all(row["thread"].startswith("t-") for row in rows)
    assert all(not row["score"].startswith("+") and float(row["score"].lstrip("'")) for row in rows)


def test_the_printed_map_shows_in_the_export(call, tmp_path):
    call("export", "plover", "--all", "--map", "plover2021", "--out", tmp_path / "out")
    rows = list(csv.DictReader((tmp_path / "out" / "plover.csv").open(encoding="utf-8")))
    assert {row["cameo"] for row in rows if row["type"] == "ASSAULT"} == {"180"}
