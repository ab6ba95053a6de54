"""Whether two tellings in other words are of one act, and what that lets be reported."""

import pytest
from contradiction_cases import event

from dragoman.resolve.contradictions import (
    check_facts,
    check_first_claims,
    find_first_claims,
    find_split_contradictions,
)


def across(*rows):
    pages = {page.id: page for _, page in rows}
    return find_split_contradictions([made for made, _ in rows], pages, {})


def ambush(quote: str, group: str, published: str, shown: str, **fields: object):
    told = {"type": "ASSAULT", "actors": (group,), "date": "2009-05-12", "shown": shown, **fields}
    made, page = event(quote, "ambushed", published, **told)
    return made, page


NEWS = "FARC rebels ambushed a Dutch convoy near Tumaco on Tuesday, wounding two drivers."
FEATURE = "fighters of the LURD ambushed his convoy on the road near Tumaco and two drivers were wounded"


def test_one_ambush_is_known_by_day_place_and_words():
    rows = [
        ambush(NEWS, "GRP:FARC", "2009-05-13", "Tuesday", recipients=("IGO:EU",)),
        ambush(FEATURE, "GRP:LURD", "2009-09-20", "12 May", recipients=("NLD",)),
    ]
    assert [clash.clash for clash in across(*rows)] == ["sides"]


def test_another_place_or_a_wing_of_the_same_state_is_no_clash():
    first = ambush(NEWS, "GRP:FARC", "2009-05-13", "Tuesday", recipients=("IGO:EU",))
    elsewhere = FEATURE.replace("Tumaco", "Calamar").replace("convoy", "barge")
    assert across(first, ambush(elsewhere, "GRP:LURD", "2009-09-20", "12 May", recipients=("NLD",))) == []
    assert across(first, ambush(FEATURE, "GRP:ELN", "2009-09-20", "12 May", recipients=("NLD",))) == []


def vote(quote: str, trigger: str, published: str, shown: str, **fields: object):
    told = {"type": "SUPPORT", "actors": ("NOR",), "recipients": ("SWE",), "date": "2007-03-08", "shown": shown, **fields}
    return event(quote, trigger, published, **told)


def test_a_vote_told_both_ways():
    yes = vote("The Storting ratified the Kalmar fisheries treaty on Thursday.", "ratified", "2007-03-09", "Thursday")
    no = vote("The Storting rejected Kalmar on 8 March 2007.", "rejected", "2008-01-04", "8 March 2007", type="REJECT")
    other = vote("The Storting rejected a levy on 8 March 2007.", "rejected", "2008-01-04", "8 March 2007", type="REJECT")
    assert [clash.clash for clash in across(yes, no)] == ["status"]
    assert across(yes, other) == []


def sanctions(quote: str, published: str, date: str, shown: str):
    fields = {"type": "SANCTION", "actors": ("IGO:EU",), "recipients": ("BLR",), "people": ("Alexander Lukashenko",)}
    return event(quote, "sanctions", published, date=date, shown=shown, **fields)


def test_a_person_and_the_same_number_of_others_are_one_lot():
    first = sanctions("The EU imposed sanctions on Lukashenko and 30 others on Monday.", "2006-04-11", "2006-04-10", "Monday")
    quote = "The EU imposed its sanctions on Lukashenko and {} others on 18 April 2006."
    assert [c.clash for c in across(first, sanctions(quote.format(30), "2007-05-02", "2006-04-18", "18 April 2006"))] == ["date"]
    assert across(first, sanctions(quote.format(36), "2007-05-02", "2006-04-18", "18 April 2006")) == []


@pytest.mark.parametrize(
    ("quote", "published", "found"),
    [
        ("President Vicente Fox signed the accord with Chile on 4 May 1999.", "2005-02-01", 1),
        ("President Vicente Fox signed the accord with Chile in 1999.", "2005-02-01", 0),  # no month
        ("President Vicente Fox signed the accord with Chile on 4 May 2001.", "2005-02-01", 0),
    ],
)
def test_who_signs_for_his_state_acts_in_his_office(quote, published, found):
    day = {"1999.": "1999-05-04", "2001.": "2001-05-04"}[quote.split()[-1]] if "May" in quote else "1999"
    fields = {"type": "SUPPORT", "actors": ("MEX", "CHL"), "people": ("Vicente Fox",), "date": day, "shown": "4 May 1999"}
    made, page = event(quote, "signed", published, **fields)
    assert [clash.clash for clash in check_facts(made, page)] == ["office"] * found


def test_a_ruling_is_not_carried_back_but_a_bid_to_join_is():
    fields = {"actors": ("IGO:WTO",), "recipients": ("CHL",), "date": "1988-06", "shown": "June 1988"}
    quote = "The World Trade Organization ruled against the Chilean tariff in June 1988."
    made, page = event(quote, "ruled", type="SANCTION", **fields)
    assert [clash.clash for clash in check_facts(made, page)] == ["existence"]
    made, page = event(quote.replace("World Trade Organization", "WTO"), "ruled", type="SANCTION", **fields)
    assert check_facts(made, page) == []


def test_none_had_come_before_the_visit_of_the_text():
    sides = {"actors": ("RUS",), "recipients": ("SYR",)}
    claim, page = event("No Russian president had come to Syria since 1999.", "come", "2012-03-06", status="denied", **sides)
    visit, _ = event("The guest came to Syria on Monday.", "came", "2012-03-06", date="2012-03-05", shown="Monday", **sides)
    earlier, _ = event("Russian President Dmitry Medvedev came to Syria in May 2010.", "came", "2010-06-01",
                       people=("Dmitry Medvedev",), date="2010-05", shown="May 2010", **sides)  # fmt: skip
    object.__setattr__(visit, "document", claim.document)
    assert find_first_claims(claim, page) == []
    claims = find_first_claims(claim, page, [claim, visit])
    assert [found.year for found in claims] == [2012]
    assert len(check_first_claims(claims, [visit, earlier])) == 1
