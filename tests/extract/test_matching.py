"""Which words name an act: the type that is found at each word of a sentence, and the uses that name none."""

from functools import cache

import pytest

from dragoman.extract.events.matching import match_predicate
from dragoman.extract.grammar.participants import Who
from dragoman.language.mentions import find_mentions
from dragoman.language.pipeline import load_pipeline
from dragoman.model.analysis import Analysis
from dragoman.model.document import Document, Part
from dragoman.vocab.world import load_world

# sentence, all acts that its words name, in text order
ACTS = [
    ("Nato and Russia praised co - operation on gas.", "SUPPORT praised, COOPERATE co - operation"),
    ("Egypt re-opened its embassy in Doha.", "SUPPORT re-opened"),
    ("Britain asked the council for a no-fly zone over Libya.", "REQUEST asked, COERCE zone"),
    ("They flew through the no-fly zone at night.", "COERCE zone"),
    ("Rebel gains alarmed the Chadian army.", "ASSAULT gains"),
    ("Sanctions Against Iran Take Effect", "SANCTION Sanctions"),
    ("Moscow pulled its troops out of Georgia.", "RETREAT pulled"),
    ("US-backed rebels attacked a Syrian convoy.", "AID backed, ASSAULT attacked"),
    ("Talks between Peru and Chile were held on March 3 in Lima.", "CONSULT Talks"),
    ("Lavrov was in Cairo on Monday.", "CONSULT was"),
    ("Greece is in Europe.", ""),
    ("Turkey called for Syria to be suspended.", "REQUEST called, SANCTION suspended"),
    ("The presidents of Chad and Togo met at the summit.", "CONSULT met"),
    ("An aid worker from Norway left the trade ministry.", ""),
    ("Brazil and Peru fight against poverty.", ""),
    ("The minister advanced the interests of Ghana.", ""),
    ("Mr Lula and Mr Macron spoke by telephone.", "CONSULT spoke"),
    ("Sweden rejected Turkey's demand.", "REJECT rejected, REQUEST demand"),
    ("Kenya's runners attacked on the last hill.", ""),
    ("Trade between Kenya and Uganda accounts for a tenth.", ""),
    ("Solana conceded that the odds were poor.", ""),
    ("Rouhani accepted that the charge was grave.", ""),
    ("The delay undermined the Turkish government.", ""),
    ("The clinic received Libyan casualties.", ""),
    ("28 Libyan firms were freed from EU sanctions.", "CONCEDE freed, SANCTION sanctions"),
    ("Peru and Chile joined forces.", "COOPERATE joined"),
    ("The president of Peru spoke to the people of Chile.", ""),
    ("The panel was charged with drafting a law on fish.", ""),
    ("The rain killed all hope in Oslo.", ""),
    ("Police in Lima arrested 12 protesters.", ""),
    ("Ethiopian troops headed for Somalia.", "MOBILIZE headed"),
    ("Chile captured a Peruvian pilot.", "COERCE captured"),
    ("Gambian support for rebel groups went on.", "AID support"),
    ("Kenya toppled the government of Somalia.", "ASSAULT toppled"),
    ("Kenya offered to bomb Somalia.", "THREATEN offered, ASSAULT bomb"),
    ("Norwegian ministers arrived in the city.", "CONSULT arrived"),
]


@cache
def _acts() -> dict[str, str]:
    world = load_world()
    docs = [
        Document(id=f"d-{number}", name="x", text=text, parts=(Part("body", 0, len(text)),), sha256="", file="", reader="",
                 published="2012-10-05", published_basis="stated", language="en")
        for number, (text, _) in enumerate(ACTS)
    ]  # fmt: skip
    analyses = load_pipeline().analyse(docs, lambda doc, an: find_mentions(doc, an, world))
    return {doc.text: _name_acts(an) for doc, an in zip(docs, analyses, strict=True)}


def _name_acts(an: Analysis) -> str:
    world = load_world()
    who = Who.of(an, world.speakers)
    matches = ((token, match_predicate(an, who, world.lexicon, token)) for token in range(len(an)))
    return ", ".join(f"{found.predicate.type} {an.word[token]}" for token, found in matches if found)


@pytest.mark.parametrize(("text", "acts"), ACTS)
def test_words_that_name_acts(text: str, acts: str) -> None:
    assert _acts()[text] == acts
