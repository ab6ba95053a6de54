"""Deeds done at a stroke: their numbers do not grow, and two sides do not do them to each other at once."""

from contradiction_cases import clashes, event

from dragoman.resolve.contradictions import find_split_contradictions
from dragoman.resolve.contradictions.loci import differ, read_locus


def expelled(number: str, published: str):
    quote = f"Norway expelled {number} Russian diplomats on 3 May after the trial in Oslo."
    fields = {"type": "SANCTION", "actors": ("NOR",), "recipients": ("RUS",), "date": "2014-05-03", "shown": "3 May"}
    return event(quote, "expelled", published, **fields)


def test_an_expulsion_has_one_number_however_late_it_is_told():
    (clash,) = clashes([expelled("two", "2014-05-04"), expelled("seven", "2014-05-05")])
    assert clash.clash == "count"


def test_a_toll_may_rise():
    def toll(number: str, published: str):
        quote = f"The raid on the fort of Adre on 3 May killed {number} soldiers of Chad."
        fields = {"type": "ASSAULT", "actors": ("SDN",), "recipients": ("TCD",), "date": "2014-05-03", "shown": "3 May"}
        return event(quote, "raid", published, **fields)

    assert clashes([toll("two", "2014-05-04"), toll("seven", "2014-05-05")]) == []


def seized(doer: str, victim: str, codes: tuple[str, str]):
    quote = f"A {doer} patrol seized two {victim} trawlers off the Faroe bank on 3 May."
    fields = {"type": "COERCE", "actors": codes[:1], "recipients": codes[1:], "date": "2014-05-03", "shown": "3 May"}
    return event(quote, "seized", **fields)


def test_who_seized_whose_boats():
    rows = [seized("Norwegian", "Danish", ("NOR", "DNK")), seized("Danish", "Norwegian", ("DNK", "NOR"))]
    (clash,) = find_split_contradictions([made for made, _ in rows], {page.id: page for _, page in rows}, {})
    assert clash.clash == "sides" and set(clash.values) == {"DNK to NOR", "NOR to DNK"}


def test_the_capital_of_a_state_is_its_city():
    capital, other, same = read_locus("Brazilian capital"), read_locus("Quito"), read_locus("Brasilia")
    assert capital and other and same
    assert differ(capital, other) and not differ(capital, same)
