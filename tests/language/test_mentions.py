"""All mentions of a document together: order, nesting, kinds, and persons for their offices."""

import pytest

from dragoman.language.mentions import day_of
from dragoman.model.document import Document

TEXT = (
    "Pakistan's president, Asif Ali Zardari, met the Turkish foreign minister in Ankara on Monday. "
    "He thanked NATO and the Afghan government. Both countries agreed. The Pakistani president left."
)


def dated(published: str) -> Document:
    return Document(id="d-1", name="case", text="", parts=(), sha256="", file="", reader="test", published=published)


def test_mentions_stand_in_text_order_inside_their_sentence(read_text) -> None:
    _, an, _ = read_text(TEXT)
    spans = [(m.first, m.last) for m in an.mentions]
    assert [first for first, _ in spans] == sorted(first for first, _ in spans)
    assert all(first < last and an.sentence[first] == an.sentence[last - 1] for first, last in spans)
    assert all(m.first <= m.head < m.last for m in an.mentions)


def test_nested_names_are_kept_and_each_has_its_kind(read_text) -> None:
    _, an, _ = read_text(TEXT)
    kinds = {an.words(m.first, m.last): (m.kind, m.codes) for m in an.mentions}
    assert kinds["Asif Ali Zardari"] == ("person", ("PAK",))
    assert kinds["Turkish"] == ("state", ("TUR",))
    assert kinds["foreign minister"] == ("role", ("TUR",))
    assert kinds["Ankara"] == ("place", ("TUR",))
    assert kinds["NATO"] == ("organisation", ("IGO:NATO",))
    assert kinds["He"] == ("pronoun", ("PAK",))
    assert kinds["countries"][0] == "pair" and len(kinds["countries"][1]) == 2


def test_an_office_is_the_person_of_the_text_who_holds_it(read_text) -> None:
    _, an, _ = read_text(TEXT)
    zardari = next(m for m in an.mentions if m.kind == "person")
    last = [m for m in an.mentions if an.word[m.head] == "president" and m.kind == "role"][-1]
    assert (last.name, last.entity, last.codes) == ("Asif Ali Zardari", zardari.entity, ("PAK",))


def test_every_mention_with_codes_says_what_gave_them(read_text) -> None:
    _, an, _ = read_text(TEXT)
    assert all(m.how for m in an.mentions if m.codes)


def test_a_text_without_actors_has_no_mentions_with_codes(read_text) -> None:
    _, an, _ = read_text("The rain fell on the roofs all night, and the cat slept.")
    assert not [m for m in an.mentions if m.codes]


@pytest.mark.parametrize(
    ("published", "day"),
    [("2012-10-05", "2012-10-05"), ("2012-10-01/2012-10-05", "2012-10-05"), ("2012-10", "2012-10-31"), ("", "")],
)
def test_the_day_of_a_text_is_the_last_of_its_publication(published: str, day: str) -> None:
    assert day_of(dated(published)) == day
