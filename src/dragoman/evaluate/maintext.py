"""How well the body of a page is told from the rest: the article-extraction benchmark of 181 pages.

In: the benchmark's folder (`ground-truth.json`, `html/*.html.gz`). Out: precision, recall and F1 of our body over
shingles of four tokens, averaged as the benchmark does: true and false positives as shares of each page, so that
long pages do not outweigh short ones. Its pages and its code stay where they are; only the measure is done here.

Body is what we label body. The gold leaves out headline, byline and captions: counting captions too costs .016 of F1,
the title .012, the byline .010 (measured on all 181 pages).
"""

import json
import re
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.ingest.page import Page
from dragoman.ingest.readers import read_pages
from dragoman.ingest.sources import find_sources
from dragoman.model.document import PartKind
from dragoman.model.errors import EvaluateError
from dragoman.model.issues import Reject

SHINGLE = 4
BODY_KINDS: tuple[PartKind, ...] = ("body",)
_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class PageScore:
    """One page: shares of shingles that are right, only ours, only the gold's; they add up to 1."""

    name: str
    right: float
    extra: float
    missed: float


@dataclass(frozen=True, slots=True)
class MainTextScore:
    """All pages together.

    Attributes:
        precision: 0..1, over the pages' shares.
        recall: 0..1.
        f1: harmonic mean of both.
        seconds: wall-clock time for reading all pages.
        pages: each page, in the order of the gold file.
        rejected: pages that could not be read; they count as empty.
    """

    precision: float
    recall: float
    f1: float
    seconds: float
    pages: tuple[PageScore, ...]
    rejected: int = 0


def score_maintext(folder: Path, *, every: int = 1) -> MainTextScore:
    """Read the benchmark's pages and score their bodies.

    Args:
        folder: holds `ground-truth.json` and `html/`.
        every: take each n-th page only.

    Raises:
        EvaluateError: the folder is no such benchmark.
    """
    gold = _read_gold(folder)
    names = sorted(gold)[::every]
    begun = time.perf_counter()
    bodies = [_read_body(folder / "html" / f"{name}.html.gz") for name in names]
    seconds = time.perf_counter() - begun
    pages = tuple(compare_texts(name, gold[name], body or "") for name, body in zip(names, bodies, strict=True))
    return _totals(pages, seconds, bodies.count(None))


def describe_maintext(folder: Path, *, worst: int = 0) -> str:
    """The score as printable lines, and the pages that lost most."""
    score = score_maintext(folder)
    lines = [
        f"pages      {len(score.pages)} ({score.rejected} rejected)",
        f"precision  {score.precision:.3f}",
        f"recall     {score.recall:.3f}",
        f"F1         {score.f1:.3f}",
        f"seconds    {score.seconds:.1f}",
    ]
    ranked = sorted(score.pages, key=lambda page: page.right)[:worst]
    lines += [
        f"{page.name[:12]}  right {page.right:.2f}  extra {page.extra:.2f}  missed {page.missed:.2f}" for page in ranked
    ]
    return "\n".join(lines)


def compare_texts(name: str, gold: str, ours: str) -> PageScore:
    """Shares of shingles in both, in ours only and in gold only; each occurrence counts."""
    wanted, found = _shingles(gold), _shingles(ours)
    right = sum((wanted & found).values())
    extra, missed = sum(found.values()) - right, sum(wanted.values()) - right
    total = right + extra + missed
    return PageScore(name, right / total, extra / total, missed / total) if total else PageScore(name, 0.0, 0.0, 0.0)


def _totals(pages: Sequence[PageScore], seconds: float, rejected: int) -> MainTextScore:
    right, extra, missed = (sum(getattr(page, side) for page in pages) for side in ("right", "extra", "missed"))
    precision = right / (right + extra) if right else 0.0
    recall = right / (right + missed) if right else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return MainTextScore(precision, recall, f1, seconds, tuple(pages), rejected)


def _shingles(text: str) -> "Counter[tuple[str, ...]]":
    tokens = _TOKEN.findall(text)
    size = min(SHINGLE, len(tokens)) or 1
    return Counter(tuple(tokens[at : at + size]) for at in range(len(tokens) - size + 1))


def _read_gold(folder: Path) -> dict[str, str]:
    path = folder / "ground-truth.json"
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return {name: row["articleBody"] for name, row in rows.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise EvaluateError(
            f"{path} cannot be read ({error}). Name the folder of the article-extraction benchmark."
        ) from error


def _read_body(path: Path) -> str | None:
    """Our body of one page, None if it was rejected."""
    for page in _pages_of(path):
        if isinstance(page, Page):
            return "\n".join(page.text[part.start : part.end] for part in page.parts if part.kind in BODY_KINDS)
    return None


def _pages_of(path: Path) -> Iterator[Page | Reject]:
    for source in find_sources([str(path)]):
        if not isinstance(source, Reject):
            yield from read_pages(source)
