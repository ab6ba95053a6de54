import pytest

from dragoman.vocab.periods import ALWAYS, Period, period_of
from dragoman.vocab.surface import FormIndex, case_fits, surface_key


class Thing:
    def __init__(self, name: str, period: Period = ALWAYS) -> None:
        self.name, self.period = name, period


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("U.S.", "US"),
        ("the United States", "United States"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("Al-Qa'ida", "al Qaida"),
        ("Guinea-Bissau", "Guinea Bissau"),
        ("Pakistan’s", "Pakistan"),
    ],
)
def test_spellings_of_one_form_share_a_key(one: str, other: str) -> None:
    assert surface_key(one) == surface_key(other)


@pytest.mark.parametrize(
    ("listed", "surface", "fits"),
    [
        ("US", "us", False),
        ("US", "U.S.", True),
        ("WHO", "Who", False),
        ("LeT", "Let", False),
        ("Turkey", "turkey", False),
        ("Turkey", "TURKEY", True),
        ("coalition forces", "Coalition forces", True),
        ("al-Qaeda", "Al-Qaeda", True),
    ],
)
def test_capitals_tell_an_abbreviation_from_a_word(listed: str, surface: str, fits: bool) -> None:
    assert case_fits(listed, surface) is fits


def test_a_doubtful_form_is_given_only_where_no_certain_one_is() -> None:
    old, new = Thing("old", period_of("1922", "1991")), Thing("new", period_of("1991-12-26", ""))
    index = FormIndex([("?Land", old), ("Land", new)])
    assert [row.name for row in index.rows("Land")] == ["new"]
    assert [row.name for row in index.rows("Land", "1985")] == ["old"]


def test_a_date_never_empties_the_answer() -> None:
    index = FormIndex([("Land", Thing("old", period_of("1922", "1991")))])
    assert [row.name for row in index.rows("Land", "2012-10-04")] == ["old"]


@pytest.mark.parametrize(
    ("period", "on", "holds"),
    [
        (("1922-12-30", "1991-12-25"), "1991-12-25", True),
        (("1922-12-30", "1991-12-25"), "1991-12-26", False),
        (("1922-12-30", "1991-12-25"), "1991", True),
        (("", "1990"), "1990-12-31", True),
        (("1949", ""), "194X", True),
        (("1949", ""), "", True),
    ],
)
def test_a_period_holds_on_any_day_that_the_date_may_mean(period: tuple[str, str], on: str, holds: bool) -> None:
    assert period_of(*period).holds_on(on) is holds


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="ends"):
        period_of("1991", "1990")
