"""Statements: who the speaker is called, with which role and code, and whose word a passage is."""

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extract.grammar.participants import Who
from dragoman.extract.speech.finding import find_attributions
from dragoman.extract.speech.statements import Passage, Voices, make_statements
from dragoman.language.mentions import find_mentions
from dragoman.language.pipeline import Pipeline, load_pipeline
from dragoman.model.document import Document, Part
from dragoman.model.records import Statement
from dragoman.vocab.world import World, load_world


@cache
def pipeline() -> Pipeline:
    return load_pipeline()


@cache
def world() -> World:
    return load_world()


def make_document(text: str, *parts: Part) -> Document:
    return Document(
        id="d-1", name="case", text=text, parts=parts or (Part("body", 0, len(text)),), sha256="", file="case.txt",
        reader="test", published="2012-10-05", published_basis="stated", language="en",
    )  # fmt: skip


def read(text: str) -> tuple[list[Statement], list[Passage], Document]:
    doc = make_document(text)
    an = next(pipeline().analyse([doc], lambda d, a: find_mentions(d, a, world())))
    who = Who.of(an, world().speakers)
    found = find_attributions(doc, an, world().attribution_cues, who)
    return (*make_statements(doc, an, who, world().speakers, found), doc)


def speakers(text: str) -> list[str]:
    return [each.speaker for each in read(text)[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S. officials said the road was open.", ["U.S. officials"]),
        ("Envoy Anna Berg said the road was open. She said the port was closed.", ["Anna Berg", "Anna Berg"]),
        (
            "Anna Berg said that Carl Lund had left the city. She added that the talks had failed.",
            ["Anna Berg", "Anna Berg"],
        ),
        ("Norway said that it would reopen the border, and it added that the port was closed.", ["Norway", "Norway"]),
        ("The chairman, Anna Berg, said the road was open.", ["Anna Berg"]),
        ("Chairman Anna Berg met Carl Lund. The chairman said the road was open.", ["Anna Berg"]),
        ("The Daily Mirror newspaper said the road was open.", ["Daily Mirror"]),
        (
            "A Norwegian envoy said the road was open. Anna Berg, the Norwegian envoy, left the city.",
            ["Anna Berg"],
        ),
        (
            "The road was opened by the mayor, Anna Berg. The work had been done by Carl Lund. He said it was good.",
            ["Carl Lund"],
        ),
        ("Anna Berg confirmed she had said the port was closed.", ["Anna Berg", "Anna Berg"]),
        ("A spokesman on Tuesday said the road was open.", ["A spokesman"]),
        ("The harbour office for its part said the road was open.", ["The harbour office"]),
    ],
)
def test_speakers_are_called_by_their_fullest_name(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "role", "actor"),
    [
        ("Norwegian officials said the road was open.", "official", "NOR"),
        ("The Kremlin said the road was open.", "official", "RUS"),
        ("Analysts said the road was open.", "analyst", ""),
        ("The newspaper reported that the road was open.", "media", ""),
        ("A former Norwegian minister said the road was open.", "former official", "NOR"),
    ],
)
def test_role_and_code_follow_the_phrase(text: str, role: str, actor: str) -> None:
    (statement,) = read(text)[0]
    assert (statement.role, statement.speaker_actor) == (role, actor)


def test_the_content_of_a_demand_keeps_the_voice_of_the_author() -> None:
    text = "Norway urged Sweden to open the border. Norway said that Sweden had closed the border."
    _, passages, doc = read(text)
    voices = Voices(doc, passages)
    assert voices.at(text.index("to open"))[0] == "author"
    assert voices.at(text.index("had closed"))[0] == "Norway"
    assert voices.at(text.index("said"))[0] == "author"


def test_what_is_voiced_is_the_speakers_own_act() -> None:
    text = "Norway voiced criticism of the raid on Lima."
    _, passages, doc = read(text)
    voices = Voices(doc, passages)
    assert voices.at(text.index("criticism"))[0] == "author"
    assert voices.at(text.index("raid"))[0] == "Norway"


def test_the_innermost_speaker_vouches() -> None:
    doc = make_document("x" * 30)
    voices = Voices(doc, [Passage(0, 20, "Berg", ""), Passage(5, 10, "Lund", ""), Passage(8, 9, "Moe", "")])
    assert [voices.at(offset)[0] for offset in (0, 5, 8, 9, 10, 19, 20)] == [
        "Berg", "Lund", "Moe", "Lund", "Berg", "Berg", "author",
    ]  # fmt: skip


def test_a_comment_has_the_voice_of_its_writer() -> None:
    doc = make_document("x" * 30, Part("body", 0, 10), Part("comment", 10, 30))
    assert Voices(doc, [Passage(12, 20, "Berg", "")]).at(15)[0] == "comment"


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 10)), max_size=8), st.integers(0, 45))
def test_voices_agree_with_a_search_through_all_passages(spans: list[tuple[int, int]], offset: int) -> None:
    passages = [Passage(start, start + size, f"S{size}", "") for start, size in spans]
    around = [p for p in passages if p.start <= offset < p.end]
    expected = min(around, key=lambda p: p.end - p.start).voice if around else "author"
    assert Voices(make_document("x" * 50), passages).at(offset)[0] == expected


MESSY = st.lists(
    st.sampled_from(["said", "Norway", "Berg", "that", '"', "“", "”", ",", ".", "he", "they", "told", "it", "is", "â€œ",
                     "according to", "\n\n", "the newspaper", "the minister", "''", "–", "claimed", "denied", "war"]),
    max_size=40,
).map(" ".join)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(MESSY)
def test_quotes_always_stand_in_the_text(text: str) -> None:
    statements, passages, _ = read(text)
    for each in statements:
        assert text[each.span[0] : each.span[1]] == each.quote
        assert each.speaker
    assert all(0 <= p.start < p.end <= len(text) for p in passages)
