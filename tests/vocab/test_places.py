from importlib.resources import files

import pytest

from dragoman.vocab.places import load_places
from dragoman.vocab.states import load_states


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("Lahore", "PAK"),
        ("St. Petersburg", "RUS"),
        ("Kiev", "UKR"),
        ("Hyderabad", "IND"),
        ("North Waziristan", "PAK"),
        ("Strait of Hormuz", ""),
        ("the Black Sea", ""),
        ("Guantánamo Bay", "CUB"),
    ],
)
def test_a_name_finds_its_place_the_larger_first(name: str, state: str) -> None:
    assert load_places().by_name(name)[0].state == state


@pytest.mark.parametrize("name", ["Crimea", "the Crimea", "Kashmir", "Western Sahara", "Golan Heights", "Nagorno-Karabakh"])
def test_a_disputed_territory_is_a_place_with_claimants(name: str) -> None:
    place = load_places().disputed_by_name(name)
    assert place is not None and place.claimants


def test_an_undisputed_place_has_no_claimants() -> None:
    assert load_places().disputed_by_name("Lahore") is None


def test_the_table_is_broad_small_and_well_formed() -> None:
    table, states = load_places(), load_states()
    assert len(table.places) >= 5000
    assert {row.kind for row in table.places} >= {"city", "capital", "sea", "strait", "province", "region", "river"}
    assert len(files("dragoman.vocab").joinpath("data/places.tsv").read_bytes()) < 500_000
    outside = {row.state for row in table.places if row.state and states.get(row.state) is None}
    assert len(outside) <= 5, outside
    claimants = {code for row in table.disputed for code in row.claimants if states.get(code) is None}
    assert claimants == set()
