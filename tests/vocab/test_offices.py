"""Titles, honorifics, modifiers and role nouns."""

import pytest

from dragoman.vocab.offices import load_offices
from dragoman.vocab.tables import read_table


@pytest.mark.parametrize(
    ("phrase", "code", "office", "sector"),
    [
        ("President", "", "HOS", "GOV"),
        ("prime ministers", "", "HOG", "GOV"),
        ("external affairs minister", "IND", "FM", "GOV"),
        ("Secretary of State", "USA", "FM", "GOV"),
        ("foreign secretary", "GBR", "FM", "GOV"),
        ("foreign secretary", "PAK", "OFFICIAL", "GOV"),
        ("Chancellor", "DEU", "HOG", "GOV"),
        ("COAS", "PAK", "MIL", "MIL"),
        ("general secretary", "SUN", "PARTY", "GOV"),
        ("charge d’affaires", "", "ENVOY", "GOV"),
        ("Foreign Office spokesman", "PAK", "SPOKES", "GOV"),
        ("UN chief", "", "IGO", "IGO"),
        ("senator", "USA", "LEG", "LEG"),
    ],
)
def test_a_title_gives_office_and_sector(phrase: str, code: str, office: str, sector: str) -> None:
    first = load_offices().find(phrase, code)[0]
    assert (first.office, first.sector) == (office, sector)


@pytest.mark.parametrize(
    ("noun", "stands"),
    [
        ("troops", True), ("warplanes", True), ("government", True), ("authorities", True), ("parliament", True),
        ("intelligence", True), ("companies", False), ("investors", False), ("protesters", False), ("journalists", False),
        ("refugees", False), ("rebels", False), ("analysts", False), ("scholars", False),
    ],
)  # fmt: skip
def test_role_nouns_know_whether_they_stand_for_a_state(noun: str, stands: bool) -> None:
    readings = [title for title in load_offices().find(noun) if title.kind in ("agent", "private")]
    assert readings
    assert any(title.stands_for_state for title in readings) is stands


@pytest.mark.parametrize(
    ("form", "kind"), [("mr.", "honorific"), ("Mullah", "honorific"), ("former", "modifier"), ("acting", "modifier")]
)
def test_forms_of_address_and_modifiers_have_their_kind(form: str, kind: str) -> None:
    assert kind in {title.kind for title in load_offices().find(form)}


def test_former_titles_do_not_stand_for_the_state() -> None:
    assert not load_offices().find("former president")[0].stands_for_state


def test_the_table_is_broad_and_each_form_stands_once_for_its_states() -> None:
    assert len(read_table("offices.tsv", ("entry",))) >= 350
    seen = [(title.phrase, title.kind, title.states) for title in load_offices().titles]
    assert len(seen) == len(set(seen))
    assert all(title.phrase == title.phrase.lower() for title in load_offices().titles)
