"""Clashes told in the plain and varied words of agency news."""

import pytest
from contradiction_cases import clashes, event

from dragoman.resolve.contradictions import check_facts
from dragoman.resolve.contradictions.first_forms import TELLING, year_of_last
from dragoman.resolve.contradictions.numbers import read_counts
from dragoman.resolve.contradictions.titles import OWN, read_roles

ON = {"date": "2014-05-07", "shown": "Wednesday"}


def facts(quote: str, trigger: str, published: str, **fields: object):
    made, source = event(quote, trigger, published, **fields)
    return [clash.clash for clash in check_facts(made, source)]


@pytest.mark.parametrize(
    ("claim", "year"),
    [
        ("For the first time since 1971, a Norwegian premier has visited Chile", 1971),
        ("Not since 1971 had a Norwegian premier been to Chile", 1971),
        ("Her trip to Chile was the first there by a Norwegian premier since 1971", 1971),
        ("The last visit by a Norwegian premier took place in 1971", 1971),
        ("It was the first visit by a Norwegian premier", 0),
    ],
)
def test_forms_of_being_the_first(claim: str, year: int):
    assert any(form.search(claim) for form in TELLING)
    assert year_of_last(claim) == year


@pytest.mark.parametrize(
    ("quote", "sides", "date", "expected"),
    [
        ("Slovakia signed a treaty with Austria in March 1985.", ("SVK", "AUT"), "1985-03", ["existence"]),
        ("The republic of Slovakia signed a treaty with Austria in March 1985.", ("SVK", "AUT"), "1985-03", []),
        ("Slovakia signed a treaty with Austria in March 1995.", ("SVK", "AUT"), "1995-03", []),
        ("Zaire signed a treaty with Belgium in March 2001.", ("COD", "BEL"), "2001-03", ["existence"]),
    ],
)
def test_a_state_before_it_was_one_and_a_name_given_up(quote, sides, date, expected):
    assert facts(quote, "signed", "2003-01-05", type="SUPPORT", actors=sides, date=date, shown=date) == expected


@pytest.mark.parametrize(
    ("quote", "sides", "expected"),
    [
        ("UN Secretary-General Boutros Boutros-Ghali met the premier in May 2001.", ("IGO:UN", "NOR"), ["office"]),
        ("UN Secretary-General Kofi Annan met the premier in May 2001.", ("IGO:UN", "NOR"), []),
        ("US President Jimmy Carter met the premier in May 2001.", ("USA", "NOR"), ["office"]),
        ("President Jimmy Carter met the premier in May 2001.", ("USA", "NOR"), []),  # courtesy
    ],
)
def test_an_office_not_held(quote, sides, expected):
    assert facts(quote, "met", "2003-01-05", actors=sides, date="2001-05", shown="May 2001") == expected


def test_posts_that_one_person_holds():
    (held,) = read_roles("Norway recalled its ambassador to Chile, Ann Roe, on Wednesday")
    assert (held.name, held.office, held.state) == ("Ann Roe", "ambassador", OWN)
    (held,) = read_roles("Norway's chief of staff, General Ann Roe, arrived")
    assert (held.name, held.state) == ("Ann Roe", "NOR")


def test_two_ambassadors_recalled_on_one_day():
    sides = {"type": "SANCTION", "actors": ("NOR",), "recipients": ("CHL",), **ON}
    a = event("Norway on Wednesday recalled its ambassador to Chile, Ann Roe, over the fishing quarrel.", "recalled", **sides)
    b = event("Norway recalled its ambassador to Chile, Eva Lund, in the fishing quarrel on Wednesday.", "recalled", **sides)
    assert [clash.clash for clash in clashes([a, b])] == ["people"]


def test_who_was_freed_is_soon_known_but_a_toll_may_rise():
    sides = {"type": "RETREAT", "actors": ("NOR",), "recipients": ("CHL",), **ON}
    few = event("Norway freed 12 Chilean prisoners of the fishing quarrel on Wednesday.", "freed", "2014-05-08", **sides)
    many = event("Norway freed 30 Chilean prisoners of the fishing quarrel on Wednesday.", "freed", "2014-05-10", **sides)
    assert [clash.clash for clash in clashes([few, many])] == ["count"]


def test_a_number_of_some_of_them_counts_no_whole():
    assert read_counts("leaders of four parties") and not read_counts("two smaller parties")
