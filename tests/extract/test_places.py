"""Where an act took place, as the words of its sentence name it."""

import pytest

PLACES = [
    ("The Greek and Turkish foreign ministers met in Geneva on Monday.", "met", "Geneva"),
    ("Obama visited Jakarta.", "visited", "Jakarta"),
    ("Obama's visit to Jakarta was short.", "visit", "Jakarta"),
    ("Talks between Peru and Chile opened in Quito.", "Talks", "Quito"),
    ("French planes bombed villages in Mali.", "bombed", "Mali"),
    ("Canada withdrew its soldiers from Kandahar.", "withdrew", "Kandahar"),
    ("Peru condemned Chile.", "condemned", ""),
    ("Peru and Chile signed a treaty.", "signed", ""),
    ("Peru and Chile signed a treaty in May.", "signed", ""),
    ("Thai soldiers attacked a Cambodian village near Preah Vihear.", "attacked", "Preah Vihear"),
    ("Armenia held talks with Azerbaijan in Paris.", "talks", "Paris"),
    ("Kenya received the Ugandan premier at Nairobi.", "received", "Nairobi"),
    ("The Omani and Yemeni foreign ministers held talks at Muscat on Tuesday.", "talks", "Muscat"),
    ("Armenia and Azerbaijan are to hold talks in Paris.", "talks", "Paris"),
    ("The Danish king arrived in Oslo.", "arrived", "Oslo"),
]


@pytest.fixture(scope="module", autouse=True)
def _read_ahead(read_table):
    read_table((text, "2012-10-05") for text, _, _ in PLACES)


@pytest.mark.parametrize(("text", "word", "place"), PLACES)
def test_the_place_of_an_act_is_the_one_that_its_clause_names(read_text, text: str, word: str, place: str) -> None:
    doc, _, records = read_text(text)
    assert [event.place for event in records.events if event.trigger == word] == [place]
    assert place in doc.text
