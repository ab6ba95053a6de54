"""How well the day of publication is told from a page: the pages of the htmldate evaluation.

In: a folder with `gold.json` ({address: {"file", "date"}}) and the pages in `pages/`. Out: the share of pages whose
`published` is exactly the gold's day, and of those that were dated at all. Pages go through the readers and
`make_document` like any user's; nothing of them is kept.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from dragoman.evaluate.reports import Report, Share
from dragoman.evaluate.running import read_page
from dragoman.model.errors import EvaluateError


@dataclass(frozen=True, slots=True)
class DatedPage:
    """A page of the set and its day of publication (EDTF)."""

    path: Path
    date: str


def score_htmldate(folder: Path, *, show: bool = False) -> Report:
    """Date every page and compare.

    Args:
        folder: holds `gold.json` and `pages/`.
        show: list the pages that are wrong.

    Raises:
        EvaluateError: the folder is no such set, or none of its pages is there.
    """
    pages = [page for page in read_dated_pages(folder) if page.path.is_file()]
    if not pages:
        raise EvaluateError(f"{folder} holds no pages. Expected the files that gold.json names in {folder / 'pages'}.")
    right = dated = rejected = 0
    lines: list[str] = []
    for page in pages:
        doc = read_page(page.path)
        published = doc.published if doc else ""
        rejected += doc is None
        dated += bool(published)
        right += published == page.date
        if show and published != page.date:
            lines.append(f"~ {page.path.name} {published or 'none'} for {page.date}")
    shares, matched = {"exact day": Share(right, len(pages))}, {"exact day where dated": Share(right, dated)}
    return Report(
        shares=shares, matched=matched, counts={"pages": len(pages), "rejected": rejected}, lines=tuple(lines)
    )


def read_dated_pages(folder: Path) -> list[DatedPage]:
    """The pages that the gold names, in its order, whether they are there or not.

    Raises:
        EvaluateError: `gold.json` is missing or is not the set's.
    """
    path = folder / "gold.json"
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))
        return [DatedPage(folder / "pages" / row["file"], row["date"]) for row in rows.values()]
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise EvaluateError(f"{path} cannot be read ({error}). Name the folder of the htmldate set.") from error
