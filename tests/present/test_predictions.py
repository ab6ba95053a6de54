"""The list of predictions: only what foretells, with certainty, horizon and the outcome that people decided."""

from dragoman.model.records import Statement
from dragoman.present.fields import prediction_fields
from dragoman.record.rows import statement_of, statement_row

SAID = Statement(
    "s-1", "d-1", "the regime will fall by 2014", (0, 28), "Ann", "PAK", foretells=True, horizon="../2014", certainty="will"
)


def test_a_row_of_the_record_gives_the_prediction_back():
    assert statement_of(statement_row(SAID)) == SAID


def test_fields_name_certainty_horizon_and_outcome():
    fields = prediction_fields(SAID, "partly")
    assert (fields["certainty"], fields["horizon"], fields["readable_horizon"]) == ("will", "../2014", "by 2014")
    assert (fields["outcome"], prediction_fields(SAID)["outcome"]) == ("partly", "")
