"""MEANTIME: tokens put together, classes of mentions, and our statuses on them."""

import doctest

import pytest

from dragoman.evaluate import meantime
from dragoman.evaluate.meantime import class_of, read_meantime, score_meantime
from dragoman.model.errors import EvaluateError

WORDS = ["Talks|0", "end|0", "May|1", "4|1", "Russia|2", "condemned|2", "Pakistan|2", ".|2", "Iran|2", "did|2", "n't|2", "attack|2", "Iraq|2", ".|2"]


def write(path, mentions):
    tokens = "".join(
        f'<token number="{i}" sentence="{word.split("|")[1]}" t_id="{i}">{word.split("|")[0]}</token>' for i, word in enumerate(WORDS)
    )
    marked = "".join(
        f'<EVENT_MENTION certainty="CERTAIN" time="{time}" polarity="{polarity}" special_cases="NONE" m_id="{i}"><token_anchor t_id="{token}"/></EVENT_MENTION>'
        for i, (token, time, polarity) in enumerate(mentions)
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'<?xml version="1.0" ?><Document>{tokens}<Markables>{marked}</Markables></Document>', encoding="utf-8")


MENTIONS = [(5, "NON_FUTURE", "POS"), (11, "NON_FUTURE", "NEG")]


def test_examples_in_the_docstrings_hold():
    assert doctest.testmod(meantime).failed == 0


@pytest.mark.parametrize(
    ("values", "kind"),
    [
        ({"certainty": "CERTAIN", "time": "NON_FUTURE", "polarity": "POS"}, "happened"),
        ({"certainty": "CERTAIN", "time": "FUTURE", "polarity": "POS"}, "future"),
        ({"certainty": "POSSIBLE", "time": "FUTURE", "polarity": "POS"}, "possible"),
        ({"certainty": "CERTAIN", "time": "FUTURE", "polarity": "POS", "special_cases": "COND_IF_CLAUSE"}, "possible"),
        ({"certainty": "POSSIBLE", "time": "FUTURE", "polarity": "NEG"}, "denied"),
        ({"certainty": "UNDERSPECIFIED", "time": "UNDERSPECIFIED", "polarity": "UNDERSPECIFIED"}, "happened"),
        ({"certainty": "CERTAIN", "time": "NON_FUTURE", "special_cases": "GEN"}, ""),
        ({"certainty": ""}, ""),
        ({}, ""),
    ],
)
def test_classes_in_order_of_precedence(values, kind):
    assert class_of(values) == kind


def test_the_text_is_put_together_and_mentions_stand_in_it(tmp_path):
    write(tmp_path / "corpus" / "a.xml", MENTIONS)
    (text,) = read_meantime(tmp_path)
    assert text.text == "Talks end\n\nMay 4\n\nRussia condemned Pakistan. Iran didn't attack Iraq."
    assert [text.text[slice(*event.span)] for event in text.events] == ["condemned", "attack"]


def test_the_layer_across_documents_is_read_if_both_are_there(tmp_path):
    for layer in ("intra-doc_annotation", "intra_cross-doc_annotation"):
        write(tmp_path / layer / "a.xml", MENTIONS)
    assert len(list(read_meantime(tmp_path))) == 1


def test_mentions_are_judged_where_found_and_where_marked(tmp_path, coder):
    write(tmp_path / "a.xml", MENTIONS)
    report = score_meantime(tmp_path, coder=coder)
    assert (report.counts["mentions"], report.counts["mentions found"]) == (2, 2)
    assert report.scores()["found denied"] == report.scores()["marked denied"] == 100
    assert report.scores()["found happened"] == 100


@pytest.mark.parametrize("content", ["", "<Document>", '<Document><token t_id="1">a</token></Document>'])
def test_a_file_of_another_format_is_named(content, tmp_path):
    (tmp_path / "bad.xml").write_text(content, encoding="utf-8")
    with pytest.raises(EvaluateError, match=r"bad\.xml"):
        score_meantime(tmp_path)


def test_a_folder_without_files_is_an_error(tmp_path):
    with pytest.raises(EvaluateError, match="MEANTIME"):
        score_meantime(tmp_path)
