import re

import pytest

from dragoman.vocab.groups import load_groups
from dragoman.vocab.states import load_states


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("Taliban", "GRP:TALIBAN"),
        ("the Taleban", "GRP:TALIBAN"),
        ("Pakistani Taliban", "GRP:PAKISTAN-TALIBAN"),
        ("Haqqani network", "GRP:HAQQANI"),
        ("mujahidin", "GRP:MUJAHIDEEN"),
        ("Mujahedeen", "GRP:MUJAHIDEEN"),
        ("al-Qa’ida", "GRP:AL-QAEDA"),
        ("Al Qaida", "GRP:AL-QAEDA"),
        ("LeT", "GRP:LASHKAR-E-TAIBA"),
        ("Hizbollah", "GRP:HEZBOLLAH"),
        ("ISIL", "GRP:ISIS"),
        ("FARC", "GRP:FARC"),
        ("Farc", "GRP:FARC"),
        ("Tamil Tigers", "GRP:LTTE"),
        ("South Ossetian separatists", "GRP:SOUTH-OSSETIA"),
        ("Syrian rebels", "GRP:SYRIAN-REBELS"),
        ("National Transitional Council", "GRP:NTC"),
    ],
)
def test_a_form_finds_its_group(form: str, code: str) -> None:
    assert [row.code for row in load_groups().by_name(form)] == [code]


@pytest.mark.parametrize("word", ["let", "Let", "is", "Abkhazia", "Somaliland", "fact"])
def test_common_words_and_territories_are_no_group(word: str) -> None:
    assert load_groups().by_name(word) == ()


def test_the_table_is_broad_and_well_formed() -> None:
    rows = load_groups().groups
    assert len(rows) >= 200
    assert len({row.code for row in rows}) == len(rows)
    assert all(re.fullmatch(r"GRP:[A-Z0-9][A-Z0-9-]*", row.code) and row.source and row.names for row in rows)
    states = load_states()
    assert {home for row in rows for home in row.home if states.get(home) is None} == set()
