"""Runs the present program on PolNeAR, TimeBank and the main-text benchmark, and gives their scores as reports.

The scorers stand in modules of their own; here they get the program and the common shape of a report.
"""

from pathlib import Path

from dragoman.evaluate.maintext import score_maintext
from dragoman.evaluate.polnear import AttributionSpans, score_polnear, spans_of
from dragoman.evaluate.reports import Report
from dragoman.evaluate.running import Coder, analyse, load_coder
from dragoman.evaluate.textdates import score_text_dates
from dragoman.evaluate.timebank import score_timebank
from dragoman.extract.speech.finding import find_attributions
from dragoman.model.document import Document


def report_polnear(folder: Path, *, coder: Coder | None = None) -> Report:
    """Attributions of PolNeAR's `train` or `dev`, and the day of publication from its texts alone.

    Raises:
        EvaluateError: the folder has no annotations, or one has no text.
    """
    loaded = coder or load_coder()

    def find(doc: Document) -> list[AttributionSpans]:
        analysis, who = next(analyse(loaded, [doc]))
        found = find_attributions(doc, analysis, loaded.world.attribution_cues, who)
        return [spans_of(analysis, each) for each in found]

    score = score_polnear(folder, find)
    measures = {
        "tokens": score.tokens,
        "tokens of the source": score.source,
        "tokens of the cue": score.cue,
        "tokens of the content": score.content,
        "content exact": score.exact,
        "content overlap": score.overlap,
        "content overlap, right source": score.sourced,
    }
    dates = score_text_dates(folder)
    return Report(measures, dates.shares, dates.matched, counts={"annotated documents": score.documents})


def report_timebank(folder: Path) -> Report:
    """Expressions of time in TimeML files.

    Raises:
        EvaluateError: there are none, or one cannot be read.
    """
    score = score_timebank(folder)
    measures = {"strict": score.strict, "relaxed": score.relaxed, "value": score.value}
    return Report(measures, counts={"documents": score.documents})


def report_maintext(folder: Path, *, worst: int = 0) -> Report:
    """The body of the benchmark's pages; `worst` lists the pages that lost most.

    Raises:
        EvaluateError: the folder is no such benchmark.
    """
    score = score_maintext(folder)
    ranked = sorted(score.pages, key=lambda page: page.right)[:worst]
    rates = {"precision": score.precision, "recall": score.recall, "F1": score.f1}
    return Report(
        figures={name: 100 * rate for name, rate in rates.items()},
        counts={"pages": len(score.pages), "rejected": score.rejected},
        lines=tuple(f"~ {p.name[:12]} right {p.right:.2f} extra {p.extra:.2f} missed {p.missed:.2f}" for p in ranked),
    )
