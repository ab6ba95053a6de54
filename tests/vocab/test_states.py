import re
from collections import Counter

import pytest

from dragoman.vocab.metonyms import load_metonyms
from dragoman.vocab.organisations import load_organisations
from dragoman.vocab.states import load_states
from dragoman.vocab.surface import split_doubtful


@pytest.mark.parametrize(
    ("form", "codes"),
    [
        ("Pakistan", ["PAK"]),
        ("PAKISTAN", ["PAK"]),
        ("U.S.", ["USA"]),
        ("us", []),
        ("turkey", []),
        ("Britons", ["GBR"]),
        ("Afghan", ["AFG"]),
        ("Islamabad", ["PAK"]),
        ("Holland", ["NLD"]),
        ("Burma", ["MMR"]),
        ("Côte d’Ivoire", ["CIV"]),
        ("Foggy Bottom", ["USA"]),
        ("Quai d’Orsay", ["FRA"]),
        ("the Élysée", ["FRA"]),
        ("Zhongnanhai", ["CHN"]),
        ("ISI", ["PAK"]),
        ("Congo", ["COD", "COG"]),
        ("Dominican", ["DOM"]),
        ("Soviet", ["SUN"]),
        ("East Germans", ["DDR"]),
        ("Atlantis", []),
    ],
)
def test_a_form_finds_its_states(form: str, codes: list[str]) -> None:
    assert [state.code for state in load_states().by_name(form)] == codes


@pytest.mark.parametrize(
    ("form", "on", "code"),
    [
        ("Kremlin", "1985-03-11", "SUN"),
        ("the Kremlin", "1991-12-25", "SUN"),
        ("the Kremlin", "1991-12-26", "RUS"),
        ("Moscow", "1979-12", "SUN"),
        ("Moscow", "2012-10-04", "RUS"),
        ("Russian", "198X", "SUN"),
        ("Russian", "2012", "RUS"),
        ("Soviet", "2012-10-04", "SUN"),
        ("Prague", "1968-08-20", "CSK"),
        ("Prague", "2003", "CZE"),
        ("Hanoi", "1968", "VDR"),
        ("Belgrade", "1995", "YUG"),
        ("Belgrade", "2004-05", "SCG"),
        ("Belgrade", "2010", "SRB"),
        ("Bonn", "1970", "DEU"),
        ("Rangoon", "1962", "MMR"),
        ("Sanaa", "1980", "YAR"),
        ("Lagos", "1970", "NGA"),
        ("Kosovo", "2010", "XKX"),
    ],
)
def test_a_date_chooses_between_historic_states(form: str, on: str, code: str) -> None:
    assert load_states().by_name(form, on)[0].code == code


@pytest.mark.parametrize(
    ("form", "on", "codes"),
    [
        ("Karachi", "1955", ["PAK"]),
        ("Karachi", "2012", []),
        ("Bonn", "2012", []),
        ("Soviet", "2012", ["SUN"]),
        ("Yugoslavs", "2012", ["YUG"]),
    ],
)
def test_a_former_seat_is_only_a_city_but_a_former_state_keeps_its_name(form: str, on: str, codes: list[str]) -> None:
    assert [state.code for state in load_states().by_name(form, on)] == codes


@pytest.mark.parametrize(
    ("prefix", "code"), [("Sino-", "CHN"), ("Indo", "IND"), ("Russo-", "RUS"), ("Anglo-", "GBR"), ("Franco-", "FRA")]
)
def test_a_combining_form_finds_its_state(prefix: str, code: str) -> None:
    assert load_states().by_prefix(prefix, "2012")[0].code == code


def test_the_table_is_broad_and_well_formed() -> None:
    states = load_states().states
    kinds = Counter(state.kind for state in states)
    assert kinds["state"] >= 195
    assert kinds["former"] >= 8
    assert all(re.fullmatch(r"[A-Z]{3}", state.code) and state.source for state in states)
    assert all(state.names for state in states)
    sovereign = [state for state in states if state.kind == "state" and state.code not in {"VAT", "PSE"}]
    assert all(state.people and state.adjectives for state in sovereign)


def test_every_successor_is_a_state_of_the_table() -> None:
    table = load_states()
    known = {code for state in table.states for code in state.successor}
    assert {code for code in known if table.get(code) is None} <= {"BES"}


def test_metonyms_are_broad_dated_and_point_to_known_actors() -> None:
    rows = load_metonyms().rows
    assert len(rows) >= 300
    codes = {code for row in rows if row.code for code in row.code.split("|")}
    states, organisations = load_states(), load_organisations()
    assert all(states.get(code) or organisations.get(code) for code in codes)
    assert len({row.code for row in rows if row.sector == "GOV"}) >= 60
    assert all(row.source for row in rows)


def test_a_ministry_waits_for_the_state_that_the_context_names() -> None:
    rows = load_metonyms().by_name("Foreign Ministry")
    assert [(row.needs_state, row.sector, row.code) for row in rows] == [(True, "GOV", "")]


def test_no_form_is_empty_or_padded() -> None:
    for form in load_states().forms():
        text, _ = split_doubtful(form.text)
        assert text and text == text.strip()
