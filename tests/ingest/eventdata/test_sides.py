import pytest

from dragoman.ingest.eventdata.sides import (
    Side,
    find_state,
    side_of_codes,
    side_of_country,
    side_of_entity,
    side_of_word,
)


@pytest.mark.parametrize(
    ("text", "month", "code"),
    [
        ("ROU", "2010-01", "ROU"), ("ROM", "2010-01", "ROU"), ("TMP", "2010-01", "TLS"), ("TMP", "1970-01", "TMP"),
        ("640", "2010-01", "TUR"), ("002", "2010-01", "USA"), ("South Korea", "2010-01", "KOR"), ("Congo", "2010-01", "COG"),
        ("Soviet Union", "1985-01", "SUN"), ("French", "2010-01", ""), ("Paris", "2010-01", ""), ("EUR", "2010-01", ""),
        ("", "2010-01", ""), ("NULL", "2010-01", ""), ("99999", "2010-01", ""),
    ],
)  # fmt: skip
def test_states_by_code_and_name_but_not_by_adjective_or_capital(text, month, code):
    assert find_state(text, month) == code


def test_organisations():
    assert side_of_country("", "European Commission", "International Government Organization", "2010-01") == Side("IGO:EU", "IGO")
    assert side_of_codes("", "NGOIGOAUN", "", "2010-01") == Side("IGO:AU", "IGO")
    assert side_of_word("IGO:NOBODY", "", "2010-01") == Side("", "")


def test_a_known_country_that_is_no_state_is_not_replaced_by_the_name():
    assert side_of_country("Atlantis", "France", "", "2010-01") == Side("", "")


@pytest.mark.parametrize(
    ("entity", "day", "side"),
    [
        ("Ministry (Peru)", "2010-01-05", Side("PER", "GOV")), ("Peru", "2010-01-05", Side("PER", "")),
        ("Militant (Atlantis)", "2010-01-05", Side("", "")), ("Sergey Lavrov", "2010-01-05", Side("RUS", "GOV")),
        ("Sergey Lavrov", "1985-01-05", Side("", "")), ("Lavrov", "2010-01-05", Side("", "")),
    ],
)  # fmt: skip
def test_entities_of_a_graph(entity, day, side):
    assert side_of_entity(entity, day) == side
