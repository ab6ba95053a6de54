"""The list of predictions: only what foretells, with certainty, horizon and the outcome that people decided."""

import json
import sqlite3

import pytest

from dragoman.model.decisions import Change, Decision, Evidence
from dragoman.model.errors import UsageError
from dragoman.model.records import Statement
from dragoman.present.fields import prediction_fields
from dragoman.record.rows import statement_of, statement_row
from dragoman.resolve.decisions.outcomes import check_verdict, settle_outcomes, verdicts_of

SAID = Statement(
    "s-1", "d-1", "the regime will fall by 2014", (0, 28), "Ann", "PAK", foretells=True, horizon="../2014", certainty="will"
)


def test_a_row_of_the_record_gives_the_prediction_back():
    assert statement_of(statement_row(SAID)) == SAID


def test_fields_name_certainty_horizon_and_outcome():
    fields = prediction_fields(SAID, "partly")
    assert (fields["certainty"], fields["horizon"], fields["readable_horizon"]) == ("will", "../2014", "by 2014")
    assert (fields["outcome"], prediction_fields(SAID)["outcome"]) == ("partly", "")


@pytest.fixture
def foretold(dossier):
    """The id of the one statement of the test dossier, made to foretell."""
    db = sqlite3.connect(dossier / "dossier.db")
    db.execute("UPDATE statements SET foretells = 1, certainty = 'will'")
    ((id,),) = db.execute("SELECT id FROM statements").fetchall()
    db.commit()
    db.close()
    return id


def outcome(call):
    (row,) = json.loads(call("predictions", "--json")[1])
    return row["outcome"]


def test_people_say_what_became_of_it_and_take_it_back(call, foretold):
    assert outcome(call) == ""
    status, id, err = call("decide", "outcome", foretold[:8], "Partly", "--why", "half of it", "--who", "Anna")
    assert status == 0 and f"Judged {foretold}" in err
    assert outcome(call) == "partly" and "partly" in call("predictions")[1]
    assert "judged by Anna" in call("show", foretold)[1]
    call("decide", "outcome", foretold, "true", "--why", "now all of it", "--who", "Anna")
    assert outcome(call) == "true"
    assert [row["state"] for row in json.loads(call("decisions", "--json")[1])] == ["replaced", "in force"]
    latest = json.loads(call("decisions", "--json")[1])[-1]["id"]
    assert call("decide", "undo", latest, "--who", "Anna")[0] == 0
    assert outcome(call) == "partly"


def test_where_people_differ_it_is_opposed(call, foretold):
    call("decide", "outcome", foretold, "true", "--why", "w", "--who", "Anna")
    err = call("decide", "outcome", foretold, "false", "--why", "w", "--who", "Ben")[2]
    assert "Opposed on outcome" in err and outcome(call) == "opposed"
    assert [row["state"] for row in json.loads(call("decisions", "--opposed", "--json")[1])] == ["opposed", "opposed"]


def test_only_predictions_have_an_outcome_and_only_these(call, foretold, dossier):
    event = json.loads(call("events", "--json")[1])[0]["id"]
    assert "foretells nothing" in call("decide", "outcome", event, "true", "--why", "w", "--who", "Anna")[2]
    status, _, err = call("decide", "outcome", foretold, "maybe", "--why", "w", "--who", "Anna")
    assert status == 2 and "none of: true, false, partly, open" in err
    assert call("decide", "correct", foretold, "outcome=true", "--why", "w", "--who", "Anna")[0] == 2
    assert not list((dossier / "decisions").glob("*.jsonl"))


def test_a_verdict_holds_for_what_its_evidence_means_now():
    evidence = Evidence("statement", "s-old", "hash")
    decision = Decision("x-1", "2026-01-01", "Anna", "outcome", (evidence,), (Change("outcome", ("false",)),))
    assert verdicts_of(settle_outcomes([decision], {evidence: "s-new"})) == {"s-new": "false"}
    assert settle_outcomes([decision], {}) == {}
    with pytest.raises(UsageError, match="one word"):
        check_verdict([Change("outcome", ("true", "false"))])
