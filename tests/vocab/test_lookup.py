"""Looking up who a name stands for, with the row that says so."""

import pytest

from dragoman.vocab.lookup import look_up_actor, near_names


@pytest.mark.parametrize(
    ("name", "on", "code", "kind"),
    [
        ("the Kremlin", "1985-03-11", "SUN", "metonym"),
        ("the Kremlin", "2012-03-11", "RUS", "metonym"),
        ("Islamabad", None, "PAK", "state"),
        ("NATO", "2012", "IGO:NATO", "organisation"),
        ("the Taliban", "2012", "GRP:TALIBAN", "group"),
        ("Lavrov", "2012-10-04", "RUS", "holder"),
        ("Russian foreign minister", "1988-05-01", "SUN", "holder"),
        ("foreign minister of Pakistan", "2012-10-04", "PAK", "holder"),
        ("President Barack Obama", "2010", "USA", "holder"),
        ("Gorbachev", "1995", "", "former holder"),
        ("Pakistani foreign secretary", "2012-10", "PAK", "office"),
    ],
)
def test_the_first_answer_fits_the_date(name: str, on: str | None, code: str, kind: str) -> None:
    first = look_up_actor(name, on)[0]
    assert (first.code, first.kind) == (code, kind)
    assert first.file.endswith(".tsv")
    assert first.line > 0
    assert first.row


def test_the_office_on_a_date_names_its_holder() -> None:
    assert "Shevardnadze" in look_up_actor("Russian foreign minister", "1988-05-01")[0].label


def test_an_unknown_name_gives_no_answer_but_near_names() -> None:
    assert look_up_actor("Isslamabad") == ()
    assert "Islamabad" in near_names("Isslamabad")
    assert near_names("Zzyzx") == ()
