"""Claims to be the first, and the earlier visits that refute them."""

import pytest
from contradiction_cases import clashes, event

from dragoman.resolve.contradictions import check_first_claims, find_first_claims

CLAIM = "The guest landed on Monday, {}."
EARLIER = "Russian President Dmitry Medvedev visited Syria in May 2010."


def claim(words: str):
    return event(
        CLAIM.format(words), "visit", "2012-03-06", actors=("RUS",), recipients=("SYR",), date="2012-03-05", shown="Monday"
    )[0]


def earlier(quote: str = EARLIER, date: str = "2010-05", **fields: object):
    sides = {"actors": ("RUS",), "recipients": ("SYR",), "people": ("Dmitry Medvedev",), **fields}
    return event(quote, "visited", "2010-06-01", date=date, shown="May 2010", **sides)[0]


@pytest.mark.parametrize(
    ("words", "since"),
    [
        ("the first visit by a Russian president since 1999", 1999),
        ("the first official visit of a Russian president in almost 40 years", 1974),
        ("the first visit by a Russian president in three decades", 1984),
        ("the first ever visit by a Russian president", 0),
        ("the first visit by a U.S. president to the town since 1970", 1970),
        ("as the first Russian president to visit Syria since 1956", 1956),
        ("the first visit by a Russian president since Leonid Brezhnev came in 1974", 1974),
        ("the last Russian president to visit Syria was Boris Yeltsin, in 1993", 1993),
        ("and no Russian president had ever visited Syria", 0),
    ],
)
def test_a_claim_has_a_span(words, since):
    (found,) = find_first_claims(claim(words))
    assert (found.since, found.office, found.year) == (since, "HOS", 2012)


@pytest.mark.parametrize("words", ["his first visit", "the first state visit by a Russian president since 1999", "a visit"])
def test_what_has_no_span_or_is_of_a_special_kind_is_no_claim(words):
    assert find_first_claims(claim(words)) == []


def test_an_earlier_visit_in_the_span_refutes_the_claim():
    claims = find_first_claims(claim("the first visit by a Russian president since 1999"))
    (found,) = check_first_claims(claims, [earlier()])
    assert found.clash == "first" and found.values[1] == "visited, May 2010"


@pytest.mark.parametrize(
    "other",
    [
        earlier(date="1998-05"),
        earlier(recipients=("EGY",)),
        earlier("Russian minister Igor Ivanov visited Syria in May 2010.", people=("Igor Ivanov",)),
        earlier(status="planned"),
    ],
)
def test_other_spans_sides_offices_and_plans_do_not(other):
    claims = find_first_claims(claim("the first visit by a Russian president since 1999"))
    assert check_first_claims(claims, [other]) == []


def test_a_visit_named_before_the_claim_is_read_as_well():
    (found,) = find_first_claims(claim("on a visit to Latakia, the first by a Russian president since 1999"))
    assert (found.since, found.office) == (1999, "HOS")


def test_two_claims_of_one_visit_that_name_different_visits_before_it():
    a = claim("the first visit by a Russian president in 30 years")
    b = event(
        "His stay in Latakia, the first by a Russian president since 2005, ended early.", "stay", "2012-03-07",
        actors=("RUS",), recipients=("SYR",), date="2012-03-05", shown="Monday",
    )[0]  # fmt: skip
    claims = [*find_first_claims(a), *find_first_claims(b)]
    (found,) = check_first_claims(claims, [a, b])
    assert found.clash == "first" and set(found.records) == {a.id, b.id}


def test_a_claim_that_is_told_as_present_is_of_the_year_of_publication():
    quote = "It is the first visit to Syria by a Russian president since 1999"
    told, source = event(
        quote, "visit", "2012-03-06", actors=("RUS",), recipients=("SYR",), date="1999/..", shown="1999"
    )
    assert [claim.year for claim in find_first_claims(told, source)] == [2012]
    past, source = event(
        quote.replace(" is ", " was "), "visit", "2012-03-06", actors=("RUS",), recipients=("SYR",), date="1999/..",
        shown="1999",
    )  # fmt: skip
    assert find_first_claims(past, source) == []


@pytest.mark.parametrize(
    ("quote", "years"),
    [
        ("No Russian president had ever visited Syria before this trip.", [2012]),
        ("Before Monday no Russian president had ever visited Syria.", [2012]),
        ("No Russian president had visited Syria for thirty years.", [2012]),
        ("No Russian president had ever visited Syria.", []),  # of whatever time the text may tell
        ("Before he came in 1974 no Russian president had ever visited Syria.", [1974]),
    ],
)
def test_a_claim_without_a_year_is_of_these_days_only_if_the_words_say_so(quote: str, years: list[int]):
    fields = {"actors": ("RUS",), "recipients": ("SYR",), "status": "denied", "cue": "no one did"}
    told, source = event(quote, "visited", "2012-03-06", **fields)
    assert [claim.year for claim in find_first_claims(told, source)] == years


def test_claims_inside_a_thread_are_held_against_each_other():
    fields = {"actors": ("RUS",), "recipients": ("SYR",), "date": "2012-03-05", "shown": "Monday"}
    a = event("It was the first visit by a Russian president in 30 years.", "visit", "2012-03-06", **fields)
    b = event("The stay, the first by a Russian president since 2005, was short.", "stay", "2012-03-07", **fields)
    (found,) = clashes([a, b])
    assert (found.clash, found.thread) == ("first", "t-case")
