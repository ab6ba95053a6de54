import csv
import io
import json

import pytest

from dragoman.model.errors import UsageError
from dragoman.present.cut import DEFAULT_CUT, choose_cut, describe_hidden, spell_cut

HIDES_3 = "3 less certain rows: --all shows them."


@pytest.mark.parametrize(
    ("everything", "least", "cut"),
    [(False, None, DEFAULT_CUT), (True, None, 0.0), (False, 0.5, 0.5), (False, 0.0, 0.0), (False, 1.0, 1.0)],
)
def test_the_options_choose_the_cut(everything, least, cut):
    assert choose_cut(everything, least) == cut


@pytest.mark.parametrize("least", [-0.1, 1.1, 50, float("nan"), float("inf")])
def test_a_cut_outside_0_to_1_is_refused(least):
    with pytest.raises(UsageError, match="not between 0 and 1"):
        choose_cut(False, least)


def test_a_cut_is_told_in_words_and_as_the_option_that_asks_for_it():
    assert [describe_hidden(n) for n in (0, 1)] == ["", "1 less certain row: --all shows them."]
    assert [spell_cut(cut) for cut in (DEFAULT_CUT, 0.0, 0.5)] == ["", " --all", " --min-confidence 0.5"]


@pytest.mark.parametrize(
    ("options", "rows", "said"),
    [
        ([], 6, HIDES_3),
        (["--all"], 9, ""),
        (["--min-confidence", "0"], 9, ""),
        (["--min-confidence", "0.3"], 7, "2 less certain rows"),
        (["--pair", "PAK", "RUS"], 4, HIDES_3),
        (["--type", "AID"], 2, ""),
        (["--type", "ASSAULT", "--actor", "RUS", "--status", "denied"], 0, "1 less certain row:"),
        (["--limit", "2"], 2, HIDES_3),
        (["--until", "2012-10-31", "--since", "2012"], 3, "2 less certain rows"),
    ],
)
def test_the_list_of_events_follows_the_cut_and_says_what_it_hides(call, doubtful, options, rows, said):
    status, out, err = call("events", *options, "--json")
    assert (status, len(json.loads(out))) == (0, rows)
    assert said in err and bool(said) == ("less certain" in err)


@pytest.mark.parametrize(
    "options", [["--min-confidence", "2"], ["--min-confidence", "x"], ["--all", "--min-confidence", ".5"]]
)
@pytest.mark.parametrize("command", [["events"], ["statements"], ["brief", "PAK", "RUS"], ["search", "Russia"]])
def test_a_wrong_cut_is_a_wrong_call(call, command, options):
    status, out, err = call(*command, *options)
    assert (status, out) == (2, "") and "--min-confidence" in err


def test_the_counts_of_the_filters_tell_what_the_cut_alone_lets_through(call, doubtful):
    err = call("events", "--status", "planned")[2]
    assert "all events: 9; --status planned: 1; --min-confidence 0.55: 6" in err
    assert "1 less certain row: --all shows them" in err


def test_a_table_shows_the_confidence_only_when_asked_by_it(call, doubtful):
    assert "SURE" not in call("events")[1]
    for options in (["--all"], ["--min-confidence", "0.1"]):
        head, *rows = call("events", *options)[1].splitlines()
        assert head.split()[:2] == ["ID", "SURE"] and "0.20" in {row.split()[1] for row in rows}
    assert {row["confidence"] for row in csv.DictReader(io.StringIO(call("events", "--csv")[1]))} == {"0.6"}
    assert {row["confidence"] for row in json.loads(call("events", "--all", "--json")[1])} == {0.2, 0.34, 0.6}


@pytest.mark.parametrize("command", ["statements", "assessments"])
def test_statements_and_assessments_have_the_same_options(call, command):
    assert json.loads(call(command, "--json")[1])[0]["confidence"] == 0.6
    status, out, err = call(command, "--min-confidence", "0.9", "--json")
    assert (status, out) == (0, "[]\n") and "less certain row" in err
    assert call(command, "--all")[1].splitlines()[0].split()[:2] == ["ID", "SURE"]


def test_search_follows_the_cut_but_for_documents(call, doubtful):
    hits = json.loads(call("search", "attack", "--json")[1])
    assert [hit["kind"] for hit in hits] == ["document"] and hits[0]["confidence"] is None
    assert "1 less certain row: --all shows them" in call("search", "attack")[2]
    hits = json.loads(call("search", "attack", "--all", "--json")[1])
    assert [hit["confidence"] for hit in hits] == [None, 0.2]
    assert "SURE" in call("search", "attack", "--all")[1] and "SURE" not in call("search", "attack")[1]


def test_show_and_explain_say_the_confidence_of_any_row(call, doubtful):
    for status, said in (("planned", "confidence 0.34, below the cut of 0.55"), ("happened", "confidence 0.60\n")):
        id = json.loads(call("events", "--all", "--status", status, "--voice", "author", "--json")[1])[-1]["id"]
        assert said in call("show", id)[1] and said in call("explain", id)[1]


@pytest.mark.parametrize(
    ("form", "options", "rows", "said"),
    [
        ("record", [], 9, ""), ("record", ["--min-confidence", "0.55"], 6, "3 less certain rows"),
        ("jsonl", [], 6, "3 less certain rows left out"), ("jsonl", ["--all"], 9, ""),
        ("csv", [], 6, "3 less certain rows left out"), ("csv", ["--min-confidence", "0.3"], 7, "2 less certain rows"),
        ("md", [], 6, "3 less certain rows left out"), ("md", ["--all"], 9, ""),
    ],
)  # fmt: skip
def test_exports_of_tables_follow_the_cut_and_the_record_is_whole(call, doubtful, tmp_path, form, options, rows, said):
    status, _, err = call("export", form, "--out", tmp_path / "out", *options)
    files = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir()}
    count = {
        "record": lambda: sum(len(json.loads(text)["events"]) for text in files.values()),
        "jsonl": lambda: files["events.jsonl"].count("\n"),
        "csv": lambda: len(list(csv.DictReader(io.StringIO(files["events.csv"])))),
        "md": lambda: sum(text.partition("## Events")[2].partition("## S")[0].partition("## A")[0].count("\n- ")
                          for text in files.values()),
    }  # fmt: skip
    assert (status, count[form]()) == (0, rows)
    assert said in err and bool(said) == ("less certain" in err)


def test_the_brief_counts_what_it_shows_and_says_how_much_it_leaves_out(call, doubtful):
    out, err = call("brief", "PAK", "RUS")[1:]
    assert "3 less certain rows left out" in out and HIDES_3 in err
    assert "Claims, and who" not in out and "Plans and what became" not in out
    out, err = call("brief", "PAK", "RUS", "--all")[1:]
    assert "less certain" not in out + err and "Claims, and who" in out and "Plans and what became" in out
