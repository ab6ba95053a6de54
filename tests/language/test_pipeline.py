"""The door to the language model: columns, offsets, order, identity."""

import pytest

from dragoman.language.pipeline import DEFAULT_MODEL, hash_model, load_pipeline
from dragoman.model.document import Document, Part
from dragoman.model.errors import LanguageError


def make_document(text: str, *, name: str = "case", language: str = "en", kind: str = "body") -> Document:
    return Document(
        id=f"d-{name}", name=name, text=text, parts=(Part(kind, 0, len(text)),), sha256="", file="", reader="test", language=language
    )


def test_each_token_stands_at_its_offsets_in_the_stored_text(pipeline) -> None:
    doc = make_document("“Wait,” said the minister’s aide.\n\nThe  talks ended.\n")
    (an,) = pipeline.analyse([doc])
    assert all(doc.text[s:e].replace("“", '"').replace("”", '"').replace("’", "'") == w for s, e, w in zip(an.start, an.end, an.word, strict=True))
    assert all(word.strip() for word in an.word)


def test_columns_have_one_length_and_heads_stay_inside_the_sentence(pipeline) -> None:
    (an,) = pipeline.analyse([make_document("Peru  thanked Chile.\nChile\tsmiled (a little). \xa0 It rained.")])
    columns = [an.start, an.end, an.word, an.lemma, an.pos, an.tag, an.dep, an.head, an.children, an.sentence]
    assert {len(column) for column in columns} == {len(an)}
    assert all(an.sentence[head] == an.sentence[token] for token, head in enumerate(an.head))
    assert all(an.head[kid] == token for token, kids in enumerate(an.children) for kid in kids)
    assert [s.first for s in an.sentences[1:]] == [s.last for s in an.sentences[:-1]]


def test_one_analysis_a_document_in_the_same_order(pipeline) -> None:
    docs = [
        make_document("Peru thanked Chile.", name="a"),
        make_document("", name="b"),
        make_document("Le Pérou remercie le Chili.", name="c", language="fr"),
        make_document("Share this page.", name="d", kind="furniture"),
        make_document("Chile thanked Peru.", name="e"),
    ]
    analyses = list(pipeline.analyse(docs))
    assert [an.words(0, len(an)) for an in analyses] == ["Peru thanked Chile.", "", "", "", "Chile thanked Peru."]


def test_a_text_has_the_same_analysis_alone_and_in_company(pipeline) -> None:
    doc = make_document("Peru thanked Chile for its help on Monday.")
    (alone,) = pipeline.analyse([doc])
    other = make_document("It rained all day, and nobody came.", name="other")
    assert list(pipeline.analyse([other, doc, other]))[1] == alone


def test_sentences_know_the_part_that_they_stand_in(pipeline) -> None:
    text = "Peru thanks Chile\nPeru thanked Chile."
    doc = Document(
        id="d-1", name="case", text=text, parts=(Part("title", 0, 17), Part("body", 18, len(text))), sha256="", file="",
        reader="test", language="en",
    )  # fmt: skip
    (an,) = pipeline.analyse([doc])
    assert [s.part for s in an.sentences] == ["title", "body"]


def test_hyphen_words_are_one_token(pipeline) -> None:
    (an,) = pipeline.analyse([make_document("The co-operation of the two ministers went on.")])
    assert "co-operation" in an.word


def test_the_model_is_the_pinned_one_and_named_in_each_analysis(pipeline) -> None:
    (an,) = pipeline.analyse([make_document("Peru thanked Chile.")])
    assert pipeline.trusted
    assert an.model == pipeline.identity and an.model.startswith(f"{DEFAULT_MODEL} 3.8.0 sha256:")


def test_a_model_that_is_not_installed_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(LanguageError, match="is not installed"):
        load_pipeline("no_such_model_for_sure")


def test_the_hash_of_a_model_follows_its_names_and_bytes(tmp_path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "weights").write_bytes(b"one")
    first = hash_model(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "x.pyc").write_bytes(b"ignored")
    assert hash_model(tmp_path) == first
    (tmp_path / "sub" / "weights").write_bytes(b"two")
    assert hash_model(tmp_path) != first
