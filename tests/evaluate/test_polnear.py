"""The scorer for PolNeAR, on made-up annotations, and its floor on the corpus where that is at hand."""

from pathlib import Path

import pytest

from dragoman.evaluate.polnear import AttributionSpans, read_polnear, score_polnear, spans_of
from dragoman.extract.grammar.participants import Who
from dragoman.extract.speech.finding import find_attributions
from dragoman.language.mentions import find_mentions
from dragoman.language.pipeline import load_pipeline
from dragoman.model.document import Document
from dragoman.model.errors import EvaluateError
from dragoman.vocab.world import load_world

CORPUS = Path(__file__).parents[2] / ".." / "shared" / "gold" / "attribution" / "polnear" / "data" / "dev"
TEXT = "Norway said that the road was open. Sweden denied it."
ANNOTATION = """T1\tSource 0 6\tNorway
T2\tCue 7 11\tsaid
T3\tContent 12 34\tthat the road was open
T4\tAttribution 7 11\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
T5\tCue 43 49\tdenied
T6\tContent 50 52\tit
T7\tSource 36 42\tSweden
T8\tAttribution 43 49\tdenied
E2\tAttribution:T8 Content:T6 Cue:T5 Source:T7
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    for name in ("attributions", "text"):
        (tmp_path / name).mkdir()
    (tmp_path / "attributions" / "case_1a2b.ann").write_text(ANNOTATION, encoding="utf-8")
    (tmp_path / "text" / "case.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def test_annotations_are_joined_by_role(corpus: Path) -> None:
    ((doc, gold),) = read_polnear(corpus)
    assert doc.text == TEXT
    assert gold[0] == AttributionSpans(((0, 6),), ((7, 11),), ((12, 34),))


def test_the_same_attribution_without_that_is_exact(corpus: Path) -> None:
    score = score_polnear(corpus, lambda doc: [AttributionSpans(((0, 6),), ((7, 11),), ((17, 34),))])
    assert (score.exact.right, score.overlap.right, score.sourced.right) == (1, 1, 1)
    assert (score.exact.found, score.exact.gold) == (1, 2)
    assert score.source.recall == 0.5


def test_an_overlap_with_another_source_is_not_sourced(corpus: Path) -> None:
    score = score_polnear(corpus, lambda doc: [AttributionSpans(((36, 42),), ((7, 11),), ((17, 25),))])
    assert (score.exact.right, score.overlap.right, score.sourced.right) == (0, 1, 0)


def test_split_contents_and_joint_speakers_of_a_cue_are_one(corpus: Path) -> None:
    halves = [AttributionSpans(((0, 6),), ((7, 11),), ((17, 25),)), AttributionSpans((), ((7, 11),), ((25, 34),))]
    score = score_polnear(corpus, lambda doc: halves)
    assert (score.exact.right, score.overlap.found) == (1, 1)


def test_a_folder_without_annotations_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EvaluateError, match=r"attributions/\*\.ann"):
        score_polnear(tmp_path, lambda doc: [])


def test_an_annotation_without_its_text_is_an_error(corpus: Path) -> None:
    (corpus / "text" / "case.txt").unlink()
    with pytest.raises(EvaluateError, match="text is missing"):
        score_polnear(corpus, lambda doc: [])


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the PolNeAR corpus is not at hand")
def test_floors_on_the_development_part() -> None:
    pipeline, world = load_pipeline(), load_world()

    def find(doc: Document) -> list[AttributionSpans]:
        an = next(pipeline.analyse([doc], lambda d, a: find_mentions(d, a, world)))
        found = find_attributions(doc, an, world.attribution_cues, Who.of(an, world.speakers))
        return [spans_of(an, each) for each in found]

    score = score_polnear(CORPUS, find, limit=20)
    assert score.tokens.f1 >= 0.65
    assert score.overlap.f1 >= 0.65
    assert score.sourced.f1 >= 0.55
