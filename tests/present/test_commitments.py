"""The list of commitments on the test dossier: one plan, a visit on 20 November 2012."""

import csv
import io
import json

import pytest


def test_a_plan_is_listed_with_its_sides_its_day_and_its_words(call):
    status, out, _ = call("commitments")
    assert status == 0
    head, line = out.splitlines()
    assert head.split() == ["ID", "ANNOUNCED", "BY", "TO", "DUE", "STANDING", "THREAD", "QUOTE"]
    assert "5 October 2012  RUS  PAK  20 November 2012  open" in line and "Russia will visit Pakistan" in line


def test_its_thread_can_be_opened_and_the_fields_are_those_of_the_table(call):
    (found,) = json.loads(call("commitments", "--json")[1])
    assert found["by"] == ["RUS"] and found["due"] == "2012-11-20" and found["moved_from"] == []
    assert call("thread", found["thread"])[0] == 0
    (line,) = csv.DictReader(io.StringIO(call("commitments", "--csv")[1]))
    assert list(line) == list(found) and line["quote"] == found["quote"]


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (("--pair", "PAK", "RUS"), 1),
        (("--pair", "PAK", "IND"), 0),
        (("--actor", "RUS"), 1),
        (("--since", "2012-11-20", "--until", "2012-11-20"), 1),
        (("--until", "2012-10-31"), 0),
        (("--since", "2012-12"), 0),
        (("--standing", "open"), 1),
        (("--standing", "lapsed"), 0),
        (("--standing", "lapsed", "--as-of", "2012-12"), 1),
        (("--document", "visit"), 1),
        (("--document", "claim"), 0),
        (("--min-confidence", "0.9"), 0),
    ],
)
def test_filters_look_at_the_commitment(call, filters, count):
    assert len(json.loads(call("commitments", "--json", *filters)[1])) == count


def test_what_is_missing_is_said(call):
    assert "1 less certain row" in call("commitments", "--min-confidence", "0.9")[2]
    status, out, err = call("commitments", "--actor", "CHN")
    assert (status, out) == (0, "") and "No commitments match" in err and "--actor CHN: 1" in err
    status, _, err = call("commitments", "--standing", "happened")
    assert status == 2 and "open, kept, lapsed, moved, dropped, proposed" in err


def test_a_table_shows_confidence_where_it_is_asked_for(call):
    assert "SURE" in call("commitments", "--all")[1].splitlines()[0]
