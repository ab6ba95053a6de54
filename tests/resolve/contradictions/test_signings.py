"""One signing: who signed, and in which city."""

from dataclasses import replace

import pytest
from contradiction_cases import clashes, event

from dragoman.model.records import Reason
from dragoman.resolve.contradictions import find_split_contradictions

DAY = {"type": "SUPPORT", "date": "2014-05-03", "shown": "3 May"}
NAMES = {"NOR": "Norway", "DNK": "Denmark", "SWE": "Sweden", "FIN": "Finland"}


def signed(*codes: str, about: str = "a pact on herring"):
    names = [NAMES[code] for code in codes]
    quote = f"{', '.join(names[:-1])} and {names[-1]} signed {about} in Bergen on 3 May."
    made, page = event(quote, "signed", actors=codes, **DAY)
    why = "; ".join(f"states.tsv: {code}" for code in codes)
    others = tuple(reason for reason in made.reasons if reason.field != "actors")
    return replace(made, reasons=(Reason("actors", "", f"slots subj: {why}"), *others)), page


def test_two_lists_of_one_table():
    (clash,) = clashes([signed("NOR", "DNK", "SWE"), signed("NOR", "DNK", "FIN")])
    assert clash.clash == "sides" and set(clash.values) == {"DNK, FIN, NOR", "DNK, NOR, SWE"}


@pytest.mark.parametrize("other", [("NOR", "DNK"), ("NOR", "DNK", "SWE", "FIN")])
def test_a_shorter_or_longer_list_is_none(other: tuple[str, ...]):
    assert clashes([signed("NOR", "DNK", "SWE"), signed(*other)]) == []


def test_two_states_that_sign_may_each_sign_with_a_third():
    assert clashes([signed("NOR", "SWE", about="a pact"), signed("NOR", "FIN", about="a treaty on gas")]) == []
    (clash,) = clashes([signed("NOR", "SWE"), signed("NOR", "FIN")])  # the matter is the same
    assert clash.clash == "sides"


def test_a_signing_in_two_cities_clashes_across_threads_in_whatever_words():
    a = event("Norway and Sweden signed a treaty in Oslo on 3 May.", "signed", actors=("NOR", "SWE"), place="Oslo", **DAY)
    b = event("which the two governments signed in Madrid on 3 May", "signed", actors=("SWE", "NOR"), place="Madrid", **DAY)
    pages = {page.id: page for _, page in (a, b)}
    (clash,) = find_split_contradictions([a[0], b[0]], pages, {a[0].id: "t-one", b[0].id: "t-two"})
    assert clash.clash == "place" and set(clash.values) == {"Oslo", "Madrid"}
