"""Relation nouns and relation words: levels, trends, and what faulty files do."""

from pathlib import Path

import pytest

from dragoman.model.errors import VocabError
from dragoman.vocab.relations import (
    NOUN_COLUMNS,
    WORD_COLUMNS,
    load_relation_nouns,
    load_relation_words,
)


@pytest.mark.parametrize(
    ("noun", "level", "trend"),
    [
        ("relation", "", ""),
        ("ties", "", ""),
        ("friendship", "good", ""),
        ("alliance", "good", ""),
        ("rapprochement", "", "improving"),
        ("thaw", "", "improving"),
        ("tension", "bad", ""),
        ("mistrust", "bad", ""),
        ("rift", "bad", ""),
        ("deterioration", "", "worsening"),
        ("status quo", "", "steady"),
        ("cold war", "bad", ""),
        ("disquiet", "bad", ""),
        ("mutual respect", "good", ""),
        ("hard line", "bad", ""),
    ],
)
def test_relation_nouns_have_level_and_trend(noun: str, level: str, trend: str) -> None:
    found = [(e.level, e.trend) for e in load_relation_nouns().entries if e.noun == noun]
    assert found == [(level, trend)]


@pytest.mark.parametrize(
    ("word", "pos", "needs", "level", "trend"),
    [
        ("improve", "verb", "relation_noun", "", "improving"),
        ("blossom", "verb", "relation_noun", "", "improving"),
        ("sour", "verb", "relation_noun", "", "worsening"),
        ("strain", "verb", "relation_noun", "bad", "worsening"),
        ("remain", "verb", "relation_noun", "", "steady"),
        ("drift apart", "verb", "two_parties", "", "worsening"),
        ("move closer", "verb", "two_parties", "", "improving"),
        ("cordial", "adj", "relation_noun", "good", ""),
        ("rocky", "adj", "relation_noun", "bad", ""),
        ("long-standing", "adj", "relation_noun", "", "steady"),
        ("burgeoning", "adj", "relation_noun", "", "improving"),
        ("at a low ebb", "phrase", "relation_noun", "bad", ""),
        ("at odds", "phrase", "two_parties", "bad", ""),
        ("ally", "noun", "two_parties", "good", ""),
        ("arch-rival", "noun", "two_parties", "bad", ""),
        ("setback", "noun", "relation_noun", "", "worsening"),
        ("leery of", "adj", "two_parties", "bad", ""),
        ("puppet", "noun", "two_parties", "good", ""),
        ("newfound allies", "noun", "two_parties", "", "improving"),
        ("snub", "verb", "two_parties", "bad", ""),
        ("on the best of terms", "phrase", "two_parties", "good", ""),
        ("spark", "verb", "relation_noun", "", "worsening"),
        ("tetchy", "adj", "relation_noun", "bad", ""),
    ],
)
def test_relation_words_have_level_and_trend(word: str, pos: str, needs: str, level: str, trend: str) -> None:
    found = [
        (e.level, e.trend) for e in load_relation_words().entries if (e.word, e.pos, e.needs) == (word, pos, needs)
    ]
    assert found == [(level, trend)]


def test_lexicons_are_broad() -> None:
    assert len(load_relation_nouns().entries) >= 120
    assert len(load_relation_words().entries) >= 400


def test_a_phrase_is_found_by_its_first_full_word() -> None:
    lemmas = ["be", "at", "a", "low", "ebb"]
    assert [entry.word for entry in load_relation_words().find_at(lemmas, 3)][:1] == ["at a low ebb"]


def test_every_noun_has_a_place_for_its_parties() -> None:
    assert all(entry.party_slots for entry in load_relation_nouns().entries)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("ties\twarm\t\tbetween\ttext\t", "level is 'warm'"),
        ("ties\t\tup\tbetween\ttext\t", "trend is 'up'"),
        ("ties\t\t\tbesides\ttext\t", "party_slots has besides"),
        ("ties\t\t\t\ttext\t", "party_slots is empty"),
        ("ties\t\t\tbetween\tfar\t", "reach is 'far'"),
    ],
)
def test_a_faulty_noun_is_named(tmp_path: Path, row: str, message: str) -> None:
    path = tmp_path / "faulty.tsv"
    path.write_text("\n".join(["\t".join(NOUN_COLUMNS), row, ""]), encoding="utf-8")
    with pytest.raises(VocabError, match="faulty.tsv:2") as caught:
        load_relation_nouns(path)
    assert message in str(caught.value)


def test_a_faulty_or_doubled_word_is_named(tmp_path: Path) -> None:
    path = tmp_path / "faulty.tsv"
    path.write_text("\n".join(["\t".join(WORD_COLUMNS), "warm\tadj\tgood\t\tnoun\t\t", ""]), encoding="utf-8")
    with pytest.raises(VocabError, match="faulty.tsv:2: needs is 'noun'"):
        load_relation_words(path)
    twice = tmp_path / "twice.tsv"
    row = "warm\tadj\tgood\t\trelation_noun\t\t"
    twice.write_text("\n".join(["\t".join(WORD_COLUMNS), row, row]), encoding="utf-8")
    with pytest.raises(VocabError, match="twice.tsv:3: a second row"):
        load_relation_words(twice)
