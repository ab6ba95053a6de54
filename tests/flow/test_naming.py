import pytest

from dragoman.flow.gathering import find_context
from dragoman.flow.naming import find_dossier_actors
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters


@pytest.mark.parametrize(
    ("text", "name", "before"),
    [
        ("The envoy met Taras Orlenko in Kyiv.", "Orlenko", "The envoy met Taras "),
        ("Orlenkova spoke. Then Orlenko spoke.", "Orlenko", "Orlenkova spoke. Then "),
        ("Nobody of that name.", "Orlenko", ""),
    ],
)
def test_the_context_is_that_of_the_first_whole_word(text, name, before):
    assert find_context(text, name)[0] == before


def test_a_dossier_gives_its_sides_with_spellings_and_records(dossier, world):
    with Dossier(dossier) as opened:
        found = find_dossier_actors(opened, world)
        events = set(opened.ids("events"))
    entries = {entry.id: entry for entry in found.entries}
    assert entries["RUS"].kind == "state"
    assert "Russia" in {spelling.name for spelling in entries["RUS"].spellings}
    assert set(found.deeds_of("RUS").events) <= events


def test_entries_can_be_kept_to_some_records(dossier, world):
    with Dossier(dossier) as opened:
        found = find_dossier_actors(opened, world)
        records = frozenset(opened.ids("events", Filters(actor="CHN")))
    assert {entry.id for entry in found.entries_among(records)} >= {"CHN", "PAK"}
    assert "IND" not in {entry.id for entry in found.entries_among(records)}
