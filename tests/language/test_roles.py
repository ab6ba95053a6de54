"""Phrases that stand for an actor without naming a person, on short texts of our own."""

import pytest

ROLES = [
    ("Egyptian officials left.", "officials", ("EGY",)),
    ("Indian and Pakistani troops left.", "troops", ("IND", "PAK")),
    ("The parliament in Ankara voted.", "parliament", ("TUR",)),
    ("Belgium's parliament voted.", "parliament", ("BEL",)),
    ("The ambassador of Ghana left.", "ambassador", ("GHA",)),
    ("A spokesman for the Dutch foreign ministry spoke.", "spokesman", ("NLD",)),
    ("Soldiers from Fiji left.", "Soldiers", ("FJI",)),
    ("The Peruvian and Chilean presidents met.", "presidents", ("PER", "CHL")),
    ("The presidents of Peru and Chile met.", "presidents", ("PER", "CHL")),
    ("Malian rebels took the town.", "rebels", ("GRP:MALIAN-REBELS",)),
    ("Syrian opposition fighters took the town.", "fighters", ("GRP:SYRIAN-OPPOSITION",)),
    ("Kenyan warplanes bombed the camp.", "warplanes", ("KEN",)),
    ("The Kenyan economist left.", "economist", ()),
    ("An analyst left.", "analyst", ()),
]
SECTORS = [
    ("Egyptian officials left.", "officials", "GOV"),
    ("Indian troops left.", "troops", "MIL"),
    ("Malian rebels took the town.", "rebels", "REB"),
    ("Kenyan police left.", "police", "COP"),
]
NAMED = [
    ("Washington and Moscow agreed.", [("Washington", "state", ("USA",)), ("Moscow", "state", ("RUS",))]),
    ("A bomb went off in Moscow.", [("Moscow", "place", ("RUS",))]),
    ("The former Soviet republics agreed.", [("Soviet", "place", ("SUN",))]),
    ("Crimea is a peninsula.", [("Crimea", "place", ())]),
    ("The World Bank agreed.", [("World Bank", "organisation", ("IGO:WORLD-BANK",))]),
    ("Hamas agreed.", [("Hamas", "group", ("GRP:HAMAS",))]),
    ("Taliban fighters took the town.", [("Taliban fighters", "group", ("GRP:TALIBAN",))]),
]


@pytest.fixture(scope="module", autouse=True)
def _read_ahead(read_table):
    read_table((row[0], "2012-10-05") for row in [*ROLES, *SECTORS, *NAMED, *LOOSE, *FORMER])


def the_role(read_text, text: str, word: str):
    _, an, _ = read_text(text)
    return next((m for m in an.mentions if an.word[m.head] == word and m.kind in ("role", "state")), None)


@pytest.mark.parametrize(("text", "word", "codes"), ROLES)
def test_a_role_stands_for_the_side_that_owns_it(read_text, text: str, word: str, codes: tuple[str, ...]) -> None:
    role = the_role(read_text, text, word)
    assert role is not None and role.codes == codes


@pytest.mark.parametrize(("text", "word", "sector"), SECTORS)
def test_a_role_keeps_the_sector_of_its_title(read_text, text: str, word: str, sector: str) -> None:
    role = the_role(read_text, text, word)
    assert role is not None and role.sector == sector


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_a_name_is_a_side_or_a_mere_place(read_text, text: str, expected: list[tuple[str, str, tuple[str, ...]]]) -> None:
    mentions = read_text(text)[1].mentions
    assert [(m.name, m.kind, m.codes) for m in mentions if m.kind in ("state", "place", "organisation", "group")] == expected


LOOSE = [("Elements of the Pakistani officers helped.", "officers"), ("A rogue faction of Turkish officers helped.", "officers")]
FORMER = [("A former Turkish minister left.", "minister", True), ("The acting Turkish minister left.", "minister", False)]


@pytest.mark.parametrize(("text", "word"), LOOSE)
def test_a_part_that_acts_on_its_own_is_unofficial(read_text, text: str, word: str) -> None:
    role = the_role(read_text, text, word)
    assert role is not None and role.unofficial


@pytest.mark.parametrize(("text", "word", "former"), FORMER)
def test_a_former_office_holder_is_marked(read_text, text: str, word: str, former: bool) -> None:
    role = the_role(read_text, text, word)
    assert role is not None and role.former is former
