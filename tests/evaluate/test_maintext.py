from pathlib import Path

import pytest

from dragoman.evaluate.maintext import compare_texts, describe_maintext, score_maintext
from dragoman.model.errors import EvaluateError

BENCHMARK = Path(__file__).parents[3] / "shared" / "gold" / "maintext" / "article_extraction_benchmark"


@pytest.mark.parametrize(
    ("gold", "ours", "expected"),
    [
        ("a b c d e", "a b c d e", (1.0, 0.0, 0.0)),
        ("a b c d", "e f g h", (0.0, 0.5, 0.5)),
        ("a b c d e", "a b c d", (0.5, 0.0, 0.5)),
        ("a b c d", "a b c d a b c d", (0.2, 0.8, 0.0)),
        ("a b", "a b", (1.0, 0.0, 0.0)),
        ("a b", "", (0.0, 0.0, 1.0)),
        ("", "", (0.0, 0.0, 0.0)),
        ("A, b. C d!", "A b C d", (1.0, 0.0, 0.0)),
    ],
)
def test_shares_of_shingles(gold, ours, expected):
    page = compare_texts("x", gold, ours)
    assert (page.right, page.extra, page.missed) == pytest.approx(expected)


def test_a_folder_without_the_benchmark_is_an_error(tmp_path):
    with pytest.raises(EvaluateError, match="ground-truth"):
        score_maintext(tmp_path)


def test_a_small_benchmark_is_scored(tmp_path):
    import gzip

    words = "The ministers of both states met on Monday in the capital and signed a treaty on trade."
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "x.html.gz").write_bytes(gzip.compress(f"<article><p>{words}</p></article>".encode()))
    (tmp_path / "ground-truth.json").write_text(f'{{"x": {{"articleBody": "{words}"}}}}', encoding="utf-8")
    assert score_maintext(tmp_path).f1 == 1.0
    assert "F1         1.000" in describe_maintext(tmp_path, worst=1)


@pytest.mark.skipif(not BENCHMARK.is_dir(), reason="the benchmark is not beside this repository")
def test_the_body_is_found_on_the_benchmark():
    score = score_maintext(BENCHMARK, every=4)
    assert score.rejected == 0
    assert score.f1 >= 0.96
