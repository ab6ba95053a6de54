"""A record against a known fact: offices, existence, memberships."""

import pytest
from contradiction_cases import event

from dragoman.resolve.contradictions import check_facts


def facts(quote: str, trigger: str, published: str = "2012-12-13", **fields: object):
    made, source = event(quote, trigger, published, **fields)
    return check_facts(made, source)


@pytest.mark.parametrize(
    ("quote", "trigger", "clash"),
    [
        ("Russian Foreign Minister Igor Ivanov paid a visit to Egypt in August 2004.", "visit", "office"),
        ("In 2004 Ivanov came; a visit by Igor Ivanov, the Russian foreign minister, followed.", "visit", None),
        ("Then Russian Foreign Minister Igor Ivanov paid a visit to Egypt in August 2004.", "visit", None),
        ("Russian Foreign Minister Igor Ivanov paid a visit to Egypt in August 2002.", "visit", None),
        ("Russian Foreign Minister Sergei Lavrov opened the visit in New York in May 1999.", "visit", None),  # his title now
        ("President Jimmy Carter of the United States paid a visit to Korea in June 1994.", "visit", None),  # courtesy
    ],
)
def test_an_office_on_a_day(quote, trigger, clash):
    assert [found.clash for found in facts(quote, trigger, actors=("RUS",), recipients=("EGY",))] == [clash] * bool(clash)


def test_the_fact_names_who_held_the_office_and_where_it_stands():
    (found,) = facts("Russian Foreign Minister Igor Ivanov paid a visit to Egypt in August 2004.", "visit")
    assert found.thread == "" and len(found.records) == 1
    assert "Lavrov" in found.values[1] and "holders_ministers.tsv" in found.source


@pytest.mark.parametrize(
    ("quote", "sides", "expected"),
    [
        ("The Soviet Union signed a treaty with India in 1996.", ("RUS", "IND"), True),
        ("The former Soviet Union had left; Russia signed a treaty with India in 1996.", ("RUS", "IND"), False),
        ("The Soviet Union signed a treaty with India in 1971.", ("SUN", "IND"), False),
        ("Russia signed a treaty with India in 1971.", ("RUS", "IND"), False),
        ("Germany signed a treaty with India in 1971.", ("DEU", "IND"), False),
        ("SEATO signed a treaty with India in 1985.", ("IGO:SEATO", "IND"), True),
    ],
)
def test_a_state_or_organisation_exists_in_its_years(quote, sides, expected):
    year = quote[-5:-1]
    found = facts(quote, "signed", type="SUPPORT", actors=sides, date=year, shown=year)
    assert [clash.clash for clash in found] == ["existence"] * expected


@pytest.mark.parametrize(
    ("quote", "trigger", "expected"),
    [
        ("Turkey joined NATO in 1949.", "joined", True),
        ("Turkey joined NATO in 1952.", "joined", False),
        ("Turkey wanted to join NATO in 1949.", "join", False),
        ("Turkey joined NATO forces in Bosnia in 1995.", "joined", False),
        ("Turkey had left CENTO in 1974.", "left", True),
        ("Turkey left the European Union in 2016.", "left", True),
        ("Turkey, a member of NATO, sent ships in 1950.", "sent", True),
        ("Turkey, a member of NATO, sent ships in 1960.", "sent", False),
        ("Turkey, which is a member of NATO, sent ships in 1950.", "sent", True),
        ("Turkey, a NATO member, sent ships in 1950.", "sent", True),
        ("The NATO members Norway and Turkey sent ships in 1950.", "sent", True),
        ("As a member of NATO, Turkey sent ships in 1950.", "sent", True),
        ("The aspiring NATO member Turkey sent ships in 1950.", "sent", False),
        ("Turkey, which hoped to be a member of NATO, sent ships in 1950.", "sent", False),
    ],
)
def test_a_membership_has_its_dates(quote, trigger, expected):
    year = quote[-5:-1]
    found = facts(quote, trigger, type="SUPPORT", actors=("TUR",), recipients=("IGO:NATO",), date=year, shown=year)
    assert [clash.clash for clash in found] == ["membership"] * expected
    assert all("memberships.tsv" in clash.source for clash in found)


@pytest.mark.parametrize(
    ("published", "background", "expected"),
    [("1995-03-08", False, 1), ("1995-03-08", True, 0), ("1989-03-08", False, 0)],
)
def test_news_without_a_year_is_of_its_own_time(published: str, background: bool, expected: int):
    day = published[:8] + "07"
    fields = {"actors": ("DDR", "NOR"), "date": day, "shown": "Tuesday", "background": background}
    found = facts("East Germany and Norway signed a fishing accord on Tuesday.", "signed", published, **fields)
    assert len(found) == expected
