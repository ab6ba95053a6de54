"""Walks over the parse: who is subject and object of a word, through passives, participles and coordination."""

from functools import cache

import pytest

from dragoman.extract.grammar.arguments import objects, subjects
from dragoman.extract.grammar.passives import is_passive, modifies_noun
from dragoman.language.pipeline import load_pipeline
from dragoman.model.analysis import Analysis
from dragoman.model.document import Document, Part

# sentence, word, its logical subjects, its logical objects
ARGUMENTS = [
    ("The treaty was signed by Iran.", "signed", ["Iran"], ["treaty"]),
    ("The deal signed by Ghana was praised.", "signed", ["Ghana"], ["deal"]),
    ("US-backed rebels attacked a Syrian convoy.", "backed", ["US"], ["rebels"]),
    ("The Russian-built reactor in Iran was opened.", "built", ["Russian"], ["reactor"]),
    ("Iran funded and trained Hezbollah fighters.", "funded", ["Iran"], ["fighters"]),
    ("Iran funded and trained Hezbollah fighters.", "trained", ["Iran"], ["fighters"]),
    ("Two Kenyans were killed and wounded by Somali militants.", "killed", ["militants"], ["Kenyans"]),
    ("Two Kenyans were killed and wounded by Somali militants.", "wounded", ["militants"], ["Kenyans"]),
    ("Spain urged Peru to release the sailors.", "release", ["Peru"], ["sailors"]),
    ("Spain promised Peru to release the sailors.", "release", ["Spain"], ["sailors"]),
    ("Four Polish envoys expelled from Minsk", "expelled", [], ["envoys"]),
]


@cache
def _analyse() -> dict[str, Analysis]:
    texts = list(dict.fromkeys(row[0] for row in ARGUMENTS))
    docs = [
        Document(id=f"d-{number}", name="x", text=text, parts=(Part("body", 0, len(text)),), sha256="", file="", reader="",
                 published="2012-10-05", published_basis="stated", language="en")
        for number, text in enumerate(texts)
    ]  # fmt: skip
    return dict(zip(texts, load_pipeline().analyse(docs), strict=True))


@pytest.mark.parametrize(("text", "word", "doers", "done_to"), ARGUMENTS)
def test_logical_subjects_and_objects(text: str, word: str, doers: list[str], done_to: list[str]) -> None:
    an = _analyse()[text]
    token = an.word.index(word)
    assert [an.word[each] for each in subjects(an, token)] == doers
    assert [an.word[each] for each in objects(an, token)] == done_to


def test_a_participle_before_a_noun_is_passive_only_with_its_doer() -> None:
    an = _analyse()["US-backed rebels attacked a Syrian convoy."]
    assert modifies_noun(an, an.word.index("backed"))
    assert is_passive(an, an.word.index("backed"))
    assert not is_passive(an, an.word.index("attacked"))
