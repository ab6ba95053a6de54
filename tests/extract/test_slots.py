"""The grammatical places around a trigger: own ones, and those that the words around it lend."""

from functools import cache

import pytest

from dragoman.extract.grammar.slots import slots_of
from dragoman.language.pipeline import load_pipeline
from dragoman.model.analysis import Analysis
from dragoman.model.document import Document, Part

# sentence, trigger, place, the words that fill it
PLACES = [
    ("France repeated its refusal to extradite the general.", "refusal", "xcomp", ["extradite"]),
    ("France repeated its refusal to extradite the general.", "refusal", "subj", ["France"]),
    ("Turkey called for Syria to be suspended.", "called", "for", ["suspended"]),
    ("Talks between Peru and Chile were held in Lima.", "Talks", "between", ["Peru"]),
    ("Egypt re-opened its embassy in Doha.", "re-opened", "in", ["Doha"]),
    ("Norway met and talked with Sudan.", "met", "with", ["Sudan"]),
    ("Iran held talks with Iraq in Basra.", "talks", "subj", ["Iran"]),
    ("An attack launched by Chad on Libya failed.", "attack", "by", ["Chad"]),
    ("Talks involving Togo went on.", "Talks", "between", ["Togo"]),
    ("Mursi praised the vote during a visit to Oslo.", "visit", "there", ["Mursi"]),
    ("On a trip to Ghana, Mursi praised farmers.", "trip", "there", ["Mursi"]),
    ("Mr Weber, on a trip to Ghana, praised the vote.", "trip", "there", ["Weber"]),
    ("Mursi praised the plans for a trip to Ghana.", "trip", "there", []),
]


@cache
def _analyse() -> dict[str, Analysis]:
    texts = list(dict.fromkeys(row[0] for row in PLACES))
    docs = [
        Document(id=f"d-{number}", name="x", text=text, parts=(Part("body", 0, len(text)),), sha256="", file="", reader="",
                 published="2012-10-05", published_basis="stated", language="en")
        for number, text in enumerate(texts)
    ]  # fmt: skip
    return dict(zip(texts, load_pipeline().analyse(docs), strict=True))


@pytest.mark.parametrize(("text", "trigger", "place", "words"), PLACES)
def test_places_around_a_trigger(text: str, trigger: str, place: str, words: list[str]) -> None:
    an = _analyse()[text]
    slots = slots_of(an, an.word.index(trigger))
    assert [an.word[token] for token in slots.get(place)] == words
