"""Attributions: cues, speakers and contents of made-up sentences, read with the pinned model."""

import random
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extract.grammar.participants import Who
from dragoman.extract.speech.finding import Attribution, find_attributions
from dragoman.language.mentions import find_mentions
from dragoman.language.pipeline import Pipeline, load_pipeline
from dragoman.model.analysis import Analysis
from dragoman.model.document import Document, Part
from dragoman.vocab.world import World, load_world


@cache
def pipeline() -> Pipeline:
    return load_pipeline()


@cache
def world() -> World:
    return load_world()


def make_document(text: str, kind: str = "body") -> Document:
    return Document(
        id="d-1", name="case", text=text, parts=(Part(kind, 0, len(text)),), sha256="", file="case.txt", reader="test",
        published="2012-10-05", published_basis="stated", language="en",
    )  # fmt: skip


def analyse(doc: Document) -> Analysis:
    return next(pipeline().analyse([doc], lambda d, a: find_mentions(d, a, world())))


def read(text: str) -> tuple[Analysis, list[Attribution]]:
    doc = make_document(text)
    an = analyse(doc)
    return an, find_attributions(doc, an, world().attribution_cues, Who.of(an, world().speakers))


def told(text: str) -> list[tuple[str, str]]:
    """(head of the speaker, content) of what the record keeps."""
    an, found = read(text)
    return [(an.word[a.speaker], text[a.start : a.end]) for a in found if a.recorded and a.speaker >= 0]


INDIRECT = [
    ("Norway said it would reopen the border.", [("Norway", "it would reopen the border")]),
    ("The bridge will reopen, officials say.", [("officials", "The bridge will reopen")]),
    ("According to diplomats, the ministers met twice.", [("diplomats", "the ministers met twice")]),
    ("The envoy claimed that both sides had won.", [("envoy", "both sides had won")]),
    ("She told reporters in Lima that the talks had failed.", [("She", "the talks had failed")]),
    ("Brazil accused Chile of breaking the treaty.", [("Brazil", "breaking the treaty")]),
    ("Peru denied any contact with the rebels.", [("Peru", "any contact with the rebels")]),
    ("The minister described the talks as useful.", [("minister", "the talks as useful")]),
    ("The move is seen by analysts as a setback.", [("analysts", "a setback")]),
    ("Many scholars are convinced that the pact will hold.", [("scholars", "the pact will hold")]),
    ("Norway and Chile were of one mind when it came to condemning the raids as unlawful and against the law, and harmful "
     "means in the war on drugs.",
     [("Norway", "the raids as unlawful and against the law, and harmful means in the war on drugs"),
      ("Chile", "the raids as unlawful and against the law, and harmful means in the war on drugs")]),
    ("Chile pledged to repair the bridge.", [("Chile", "to repair the bridge")]),
    ("The consul described the talks in Lima as friendly.", [("consul", "the talks in Lima as friendly")]),
    ("Norway said it would send food but would not open the border.",
     [("Norway", "it would send food but would not open the border")]),
    ("The ships will leave, he said, but will not come back.", [("he", "The ships will leave")]),
    ("Norway called the raid \"a grave mistake\" on Friday.", [("Norway", 'the raid "a grave mistake"')]),
    ("Norway argues closing the port is a mistake.", [("Norway", "closing the port is a mistake")]),
    ("There have been reports that the bridge was closed.", [("reports", "the bridge was closed")]),
    ("Asked whether the bridge was safe, Anna Berg left.", []),
    ("The ambassador made it clear that no troops would be sent.", [("ambassador", "no troops would be sent")]),
]


@pytest.mark.parametrize(("text", "expected"), INDIRECT)
def test_content_clauses_go_to_the_subject_of_the_cue(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_verbs_of_saying_with_one_subject_are_two_statements() -> None:
    text = "The president told reporters that the talks had failed and stressed that the door was open."
    assert told(text) == [("president", "the talks had failed"), ("president", "the door was open")]


def test_an_addition_belongs_to_the_speaker_and_not_to_the_content() -> None:
    text = "Norway said the bridge was safe, adding that the port would open."
    assert told(text) == [("Norway", "the bridge was safe"), ("Norway", "the port would open")]


def test_joint_speakers_give_one_attribution_each() -> None:
    text = "Norway and Sweden said that the bridge was safe."
    assert told(text) == [("Norway", "the bridge was safe"), ("Sweden", "the bridge was safe")]


def test_a_quotation_split_by_its_cue_is_one_statement_for_each_run() -> None:
    text = '"We will go home tomorrow," said the envoy, "and we will come back."'
    assert [content for _, content in told(text)] == ["We will go home tomorrow", "and we will come back."]
    assert {speaker for speaker, _ in told(text)} == {"envoy"}


def test_a_quotation_without_a_cue_goes_on_with_the_last_speaker() -> None:
    text = 'The envoy said: "We are very tired of this." He left the hall. "Nobody here wants another war with them."'
    assert told(text)[1] == ("envoy", "Nobody here wants another war with them.")


def test_a_quotation_of_its_own_belongs_to_the_person_told_of_straight_before() -> None:
    text = 'Anna Berg said: "We are tired of this." Carl Lund went further in his speech. "Nobody wants another war."'
    assert told(text)[-1] == ("Lund", "Nobody wants another war.")


def test_inside_the_words_of_another_only_words_count() -> None:
    text = 'Lund said Chile sees the pact as a risk. Lund said Chile had promised to leave. Lund said Chile says it is late.'
    assert [speaker for speaker, _ in told(text)] == ["Lund", "Lund", "Lund", "Chile"]


def test_scare_quotes_are_no_statement_of_their_own() -> None:
    an, found = read('Norway said the "safe zone" was closed.')
    assert [(a.mode, a.recorded) for a in found] == [("mixed", True)]


@pytest.mark.parametrize(
    "text",
    [
        "Chile is worried about the border.",
        "Chile visited the border and repaired the bridge.",
        "I believe that the bridge is safe.",
        "The road shows that money was spent.",
        "Chile agreed to repair the bridge.",
        "Norway did not say whether the port would open.",
        "Norway needs to explain why the port was closed.",
        "Norway called on the king.",
        "Norway is aware of the risks.",
    ],
)
def test_feelings_things_promises_and_the_author_are_not_recorded(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Norway supports the new treaty.", "the new treaty"),
        ("Norway wants to leave the union.", "to leave the union"),
        ("The envoy was worried about the bridge.", "the bridge"),
        ("There is opposition to the treaty.", "the treaty"),
    ],
)
def test_wishes_and_sides_taken_are_attributed_but_no_statements(text: str, content: str) -> None:
    found = read(text)[1]
    assert [(text[a.start : a.end], a.recorded) for a in found] == [(content, False)]


def test_nothing_is_read_from_comments() -> None:
    doc = make_document("Norway said it would reopen the border.", kind="comment")
    an = analyse(doc)
    assert find_attributions(doc, an, world().attribution_cues, Who.of(an, world().speakers)) == []


MESSY = st.lists(
    st.sampled_from(["said", "Norway", "that", '"', "“", "”", ",", ".", "he", "told", "according to", "it", "is",
                     "believed", "as", "\n", "\n\n", "safe", "â€œ", "''", "–", "and", "claimed", "the envoy"]),
    max_size=40,
).map(" ".join)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(MESSY)
def test_spans_lie_inside_any_text_and_are_not_empty(text: str) -> None:
    an, found = read(text)
    for each in found:
        assert 0 <= each.start < each.end <= len(text)
        assert -1 <= each.speaker < len(an) and 0 <= each.cue < len(an)


def test_a_long_document_is_read_to_its_end() -> None:
    sentences = [text for text, _ in INDIRECT] + ['"We will go home," said the envoy, "and rest."']
    random.seed(7)
    doc = make_document(" ".join(random.choice(sentences) for _ in range(1100)))
    an = analyse(doc)
    who = Who.of(an, world().speakers)
    found = find_attributions(doc, an, world().attribution_cues, who)
    assert len(an) > 9000
    assert max(each.end for each in found) > 0.99 * len(doc.text)


def test_the_turns_of_a_transcript_belong_to_whoever_is_named_before_the_colon() -> None:
    text = "BERG: How did the talks in the capital go?\n\nLUND: They went well.\n\nBERG: And what will follow?\n\nLUND: We wait."
    assert told(text) == [
        ("BERG", "How did the talks in the capital go?"),
        ("LUND", "They went well."),
        ("BERG", "And what will follow?"),
    ]


@pytest.mark.parametrize("text", ["Photo: A bridge over the river.", "Libya: Rebels advance on the capital."])
def test_labels_before_a_colon_are_no_speakers(text: str) -> None:
    assert told(text) == []


def test_a_name_behind_a_dash_signs_a_quotation() -> None:
    text = "“We have waited for this bridge too long.” ― Anna Berg\n\nThe bridge was opened in May."
    assert told(text) == [("Berg", "We have waited for this bridge too long.")]
