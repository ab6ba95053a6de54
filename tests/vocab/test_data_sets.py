import pytest

from dragoman.vocab.data_sets import find_data_set_code, find_sector, load_data_set_codes
from dragoman.vocab.organisations import load_organisations
from dragoman.vocab.states import load_states


def test_each_code_leads_to_the_record():
    for rows in load_data_set_codes().values():
        for _, target in rows:
            assert load_states().get(target) or load_organisations().get(target), target


@pytest.mark.parametrize(
    ("scheme", "code", "day", "found"),
    [
        ("cow", "365", "1985-01-15", "SUN"), ("cow", "365", "1995-01-15", "RUS"), ("cow", "345", "2010-01-15", "SRB"),
        ("cameo", "ROM", "", "ROU"), ("cameo", "FRY", "1999-05-15", "YUG"), ("group", "UNO", "", "IGO:UN"),
        ("name", "Congo", "", "COG"), ("cow", "7", "", ""),
    ],
)  # fmt: skip
def test_codes_of_data_sets(scheme, code, day, found):
    assert find_data_set_code(scheme, code, day) == found


@pytest.mark.parametrize(
    ("words", "sector"),
    [
        ("", ""), ("NULL", ""), ("GOV", "GOV"), ("Military,Government", "MIL"), ("Ministry (Tourism)", "GOV"),
        ("General Population / Civilian / Social,Social", "CVL"), ("REB|MIL", "MIL"), ("Circus", "UNK"),
    ],
)  # fmt: skip
def test_sectors(words, sector):
    assert find_sector(words) == sector
