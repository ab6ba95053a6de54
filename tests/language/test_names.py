"""Names of states, seats of government, organisations and groups, with the meaning that they have on a day."""

import pytest

from dragoman.language.names import find_names

BY_DATE = [
    ("The Kremlin sent a note.", "1985-03-02", "Kremlin", ("SUN",)),
    ("The Kremlin sent a note.", "2005-03-02", "Kremlin", ("RUS",)),
    ("Moscow sent a note.", "1961-03-02", "Moscow", ("SUN",)),
    ("Moscow sent a note.", "1994-03-02", "Moscow", ("RUS",)),
    ("Soviet troops left Kabul.", "1989-02-01", "Soviet troops", ("SUN",)),
    ("Belgrade sent a note.", "1975-03-02", "Belgrade", ("YUG",)),
    ("Belgrade sent a note.", "2015-03-02", "Belgrade", ("SRB",)),
    ("Prague sent a note.", "1975-03-02", "Prague", ("CSK",)),
    ("Prague sent a note.", "2015-03-02", "Prague", ("CZE",)),
    ("East Germany sent a note.", "1975-03-02", "East Germany", ("DDR",)),
    ("West Germany sent a note.", "1975-03-02", "West Germany", ("DEU",)),
    ("Burma sent a note.", "1962-03-02", "Burma", ("MMR",)),
    ("Burma sent a note.", "2015-03-02", "Burma", ("MMR",)),
    ("Upper Volta sent a note.", "1975-03-02", "Upper Volta", ("BFA",)),
    ("Swaziland sent a note.", "2005-03-02", "Swaziland", ("SWZ",)),
    ("Eswatini sent a note.", "2020-03-02", "Eswatini", ("SWZ",)),
    ("Türkiye sent a note.", "2023-03-02", "Türkiye", ("TUR",)),
    ("Côte d'Ivoire sent a note.", "2023-03-02", "Côte d'Ivoire", ("CIV",)),
    ("Cote d'Ivoire sent a note.", "2023-03-02", "Cote d'Ivoire", ("CIV",)),
    ("Zaire sent a note.", "1975-03-02", "Zaire", ("COD",)),
]
SPELLINGS = [
    ("NATO agreed.", "IGO:NATO"),
    ("Nato agreed.", "IGO:NATO"),
    ("The U.S. agreed.", "USA"),
    ("The US agreed.", "USA"),
    ("The U.S.A. agreed.", "USA"),
    ("The U.N. agreed.", "IGO:UN"),
    ("The UN agreed.", "IGO:UN"),
    ("ISLAMABAD agreed.", "PAK"),
    ("The U.K. agreed.", "GBR"),
    ("Al-Qaeda agreed.", "GRP:AL-QAEDA"),
    ("Al Qaeda agreed.", "GRP:AL-QAEDA"),
    ("Hizbullah agreed.", "GRP:HEZBOLLAH"),
    ("The European Union agreed.", "IGO:EU"),
    ("Guinea-Bissau agreed.", "GNB"),
    ("South Sudan agreed.", "SSD"),
    ("The Democratic Republic of Congo agreed.", "COD"),
    ("The Democratic Republic of the Congo agreed.", "COD"),
    ("North Korea agreed.", "PRK"),
    ("Papua New Guinea agreed.", "PNG"),
    ("Equatorial Guinea agreed.", "GNQ"),
]
NO_NAMES = [
    "They told us to wait.",
    "He turned on the radio.",
    "It may rain, who knows.",
    "Jordan Lee likes cricket.",
    "The chad fell from the ballot.",
]
ALL = [*((text, day) for text, day, _, _ in BY_DATE), *((text, "2012-10-05") for text, _ in SPELLINGS)]


@pytest.fixture(scope="module", autouse=True)
def _read_ahead(read_table):
    read_table([*ALL, *((text, "2012-10-05") for text in [*NO_NAMES, *DOUBTFUL])])


@pytest.mark.parametrize(("text", "day", "name", "codes"), BY_DATE)
def test_a_name_has_the_meaning_of_the_day_of_the_text(read_text, world, text, day, name, codes) -> None:
    an = read_text(text, day)[1]
    found = [(an.words(each.first, each.last), each.name.codes) for each in find_names(an, world, day)]
    assert found[0] == (name, codes)


@pytest.mark.parametrize(("text", "code"), SPELLINGS)
def test_a_name_is_found_in_all_its_spellings(read_text, world, text: str, code: str) -> None:
    an = read_text(text)[1]
    assert [each.name.codes for each in find_names(an, world, "2012-10-05")] == [(code,)]


@pytest.mark.parametrize("text", NO_NAMES)
def test_ordinary_words_and_parts_of_personal_names_are_no_actors(read_text, world, text: str) -> None:
    an = read_text(text)[1]
    assert [each for each in find_names(an, world, "2012-10-05") if each.name.kind != "person"] == []


DOUBTFUL = [
    "The Emirates agreed.",
    "The United Arab Emirates agreed. The Emirates then sent a note.",
]


def test_a_doubtful_name_counts_only_beside_a_sure_one(read_text, world) -> None:
    alone, beside = (find_names(read_text(text)[1], world, "2012-10-05") for text in DOUBTFUL)
    assert alone == []
    assert [each.name.codes for each in beside] == [("ARE",), ("ARE",)]


def test_names_do_not_overlap_and_stay_inside_a_sentence(read_text, world) -> None:
    an = read_text("The Democratic Republic of the Congo and the Republic of the Congo met. Sudan. South Africa left.")[1]
    found = find_names(an, world, "2012-10-05")
    assert [each.name.codes for each in found] == [("COD",), ("COG",), ("SDN",), ("ZAF",)]
    assert all(a.last <= b.first for a, b in zip(found, found[1:], strict=False))
