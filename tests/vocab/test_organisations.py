import re

import pytest

from dragoman.vocab.organisations import load_organisations
from dragoman.vocab.states import load_states


@pytest.mark.parametrize(
    ("form", "acts_as"),
    [
        ("United Nations", "IGO:UN"),
        ("U.N. Security Council", "IGO:UN"),
        ("UNSC", "IGO:UN"),
        ("European Commission", "IGO:EU"),
        ("NATO", "IGO:NATO"),
        ("Nato", "IGO:NATO"),
        ("ISAF", "IGO:ISAF"),
        ("the Shanghai Cooperation Organization", "IGO:SCO"),
        ("Baghdad Pact", "IGO:CENTO"),
        ("Arab League", "IGO:ARAB-LEAGUE"),
        ("Organisation of the Islamic Conference", "IGO:OIC"),
        ("UN refugee agency", "IGO:UNHCR"),
        ("coalition forces", "IGO:COALITION"),
        ("U.S.-led coalition", "IGO:COALITION"),
        ("G-20", "IGO:G20"),
        ("Warsaw Pact", "IGO:WARSAW-PACT"),
        ("OPEC", "IGO:OPEC"),
        ("OPEC+", "IGO:OPEC-PLUS"),
        ("P5+1", "IGO:P5+1"),
    ],
)
def test_a_form_finds_its_organisation(form: str, acts_as: str) -> None:
    assert [row.acts_as for row in load_organisations().by_name(form)] == [acts_as]


@pytest.mark.parametrize("word", ["who", "Who", "un", "shape", "Shape", "pace", "can", "nato pact"])
def test_common_words_are_no_organisation(word: str) -> None:
    assert load_organisations().by_name(word) == ()


def test_the_table_is_broad_and_well_formed() -> None:
    rows = load_organisations().organisations
    assert len(rows) >= 200
    assert len({row.code for row in rows}) == len(rows)
    assert all(re.fullmatch(r"IGO:[A-Z0-9][A-Z0-9+-]*", row.code) and row.source and row.names for row in rows)


def test_a_body_belongs_to_an_organisation_of_the_table() -> None:
    table = load_organisations()
    assert [row.code for row in table.organisations if row.part_of and table.get(row.part_of) is None] == []


def test_members_are_states() -> None:
    states = load_states()
    members = {code for row in load_organisations().organisations for code in row.members}
    assert [code for code in sorted(members) if states.get(code) is None] == []
    nato = load_organisations().get("IGO:NATO")
    assert nato is not None and {"USA", "TUR", "FIN"} <= set(nato.members) and "RUS" not in nato.members
