"""Words that point back (or ahead) to a side named elsewhere in the text."""

import pytest

POINTERS = [
    ("India met Pakistan. Both countries agreed.", "countries", {"IND", "PAK"}),
    ("India met Pakistan. The two sides agreed.", "sides", {"IND", "PAK"}),
    ("India met Pakistan. Bilateral trade grew.", "Bilateral", {"IND", "PAK"}),
    ("India met Pakistan. They agreed.", "They", {"IND", "PAK"}),
    ("India and Pakistan sent their envoys.", "their", {"IND", "PAK"}),
    ("India and Pakistan agreed. The two neighbours smiled.", "neighbours", {"IND", "PAK"}),
    ("Peru met Chile. Cuba sold rum to Iran while Peru rang Chile. Both countries rejoiced.", "countries", {"PER", "CHL"}),
    ("Peru's president met Chile's. The two presidents agreed.", "presidents", {"PER", "CHL"}),
    ("President Barack Obama came. He met the king.", "He", {"USA"}),
    ("Angela Merkel came. She smiled.", "She", {"DEU"}),
    ("Before his visit to Cairo, Barack Obama rested.", "his", {"USA"}),
    ("During her stay, Angela Merkel rested.", "her", {"DEU"}),
    ("Iran left its embassy.", "its", {"IRN"}),
    ("Iran left. It closed the embassy.", "It", {"IRN"}),
    ("Fiji praised Cuba for its help.", "its", {"CUB"}),
    ("Iran was blamed by Iraq for its raids.", "its", {"IRN"}),
    ("Mexican president Felipe Calderon came. The president smiled.", "president", {"MEX"}),
    ("Mexican president Felipe Calderon came. The foreign minister of Peru smiled.", "minister", {"PER"}),
    ("Jakarta called off the minister's trip.", "minister", {"IDN"}),
    ("Kenya sent its ambassador.", "ambassador", {"KEN"}),
    ("NATO met in May. The alliance agreed.", "alliance", {"IGO:NATO"}),
    ("The Taliban fled. The rebels came back.", "rebels", {"GRP:TALIBAN"}),
    ('"We will wait," said Barack Obama.', "We", {"USA"}),
    ('Barack Obama spoke. "We will wait," he said.', "We", {"USA"}),
]
NOWHERE = [
    ("It rained.", "It"),
    ("He slept.", "He"),
    ("Both countries agreed.", "countries"),
    ("They slept.", "They"),
    ("The president smiled.", "president"),
]


@pytest.fixture(scope="module", autouse=True)
def _read_ahead(read_table):
    read_table((text, "2012-10-05") for text, *_ in [*POINTERS, *NOWHERE])


def codes_behind(read_text, text: str, word: str) -> set[str]:
    _, an, _ = read_text(text)
    return {code for m in an.mentions if an.word[m.head] == word and m.kind != "person" for code in m.codes}


@pytest.mark.parametrize(("text", "word", "codes"), POINTERS)
def test_a_word_points_at_the_side_that_fits_best(read_text, text: str, word: str, codes: set[str]) -> None:
    assert codes_behind(read_text, text, word) == codes


@pytest.mark.parametrize(("text", "word"), NOWHERE)
def test_a_word_with_nothing_to_point_at_stands_for_nobody(read_text, text: str, word: str) -> None:
    assert codes_behind(read_text, text, word) == set()


def test_a_pronoun_keeps_the_person_that_it_stands_for(read_text) -> None:
    _, an, _ = read_text("Angela Merkel came. She smiled.")
    merkel, she = (m for m in an.mentions if m.name == "Angela Merkel")
    assert (she.kind, she.entity) == ("pronoun", merkel.entity)
    assert she.how.startswith("pronoun for Angela Merkel")
