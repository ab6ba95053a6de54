"""What every scorer gives back: counts with precision, recall and F1, shares, figures, and lines that show the errors.

Counts in, a printable table or plain fields out. It knows no gold set and no text.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from dragoman.evaluate.measure import Measure

Cell = str | int | float
Fields = dict[str, "Cell | list[str] | Fields"]


class Measured(Protocol):
    """Anything that counts right, found and gold."""

    @property
    def right(self) -> int:
        """How many were found and are right."""

    @property
    def found(self) -> int:
        """How many were found."""

    @property
    def gold(self) -> int:
        """How many there are in the gold."""


@dataclass(frozen=True, slots=True)
class Share:
    """`right` out of `total`."""

    right: int
    total: int

    @property
    def value(self) -> float:
        """0..1, 0 of nothing."""
        return self.right / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Report:
    """One run of a scorer.

    Attributes:
        measures: task to its counts.
        shares: task to the share that is right of all there are.
        matched: shares among what the program found itself; they can fall because it finds harder items.
        figures: means that have no counts of their own, in percent ("macro F1").
        counts: plain numbers ("documents", "events a sentence").
        details: shares of small groups, to look at; they are no scores.
        lines: what was missed (-), spurious (+) or wrong (~), if asked for.
    """

    measures: Mapping[str, Measured] = field(default_factory=dict)
    shares: Mapping[str, Share] = field(default_factory=dict)
    matched: Mapping[str, Share] = field(default_factory=dict)
    figures: Mapping[str, float] = field(default_factory=dict)
    counts: Mapping[str, float] = field(default_factory=dict)
    details: Mapping[str, Share] = field(default_factory=dict)
    lines: tuple[str, ...] = ()

    def scores(self) -> dict[str, float]:
        """All figures in percent but details: F1 of each measure, each share, each figure."""
        return self.pinned_scores(least=0) | {name: round(100 * s.value, 1) for name, s in self.matched.items()}

    def pinned_scores(self, *, least: int) -> dict[str, float]:
        """The figures for floors, in percent: those that are better whenever they are higher.

        Args:
            least: leave out what rests on fewer gold items than this, since one more or less would move it far.
        """
        found = {name: 100 * _plain(measure).f1 for name, measure in self.measures.items() if measure.gold >= least}
        found |= {name: 100 * share.value for name, share in self.shares.items() if share.total >= least}
        return {name: round(value, 1) for name, value in (found | dict(self.figures)).items()}


def macro_f1(measures: Mapping[str, Measured]) -> float:
    """Mean F1 of the classes that the gold has, in percent."""
    scores = [_plain(measure).f1 for measure in measures.values() if measure.gold]
    return 100 * sum(scores) / len(scores) if scores else 0.0


def describe_report(report: Report) -> str:
    """The report as lines for people; percentages with one decimal."""
    blocks = [
        _measure_lines(report.measures),
        _share_lines({**report.shares, **report.matched}),
        _figure_lines(report.figures, report.counts),
        _share_lines(report.details),
        list(report.lines),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def report_fields(report: Report) -> Fields:
    """The report as plain fields for JSON; percentages with one decimal."""
    measures: Fields = {}
    for name, measure in report.measures.items():
        plain = _plain(measure)
        measures[name] = {
            "p": _percent(plain.precision), "r": _percent(plain.recall), "f1": _percent(plain.f1),
            "gold": plain.gold, "found": plain.found, "right": plain.right,
        }  # fmt: skip
    figures: Fields = {name: round(value, 1) for name, value in report.figures.items()}
    counts: Fields = dict(report.counts)
    fields: Fields = {
        "measures": measures, "shares": _share_fields(report.shares), "matched": _share_fields(report.matched),
        "figures": figures, "counts": counts, "details": _share_fields(report.details),
    }  # fmt: skip
    return fields | {"lines": list(report.lines)} if report.lines else fields


def _share_fields(shares: Mapping[str, Share]) -> Fields:
    return {
        name: {"percent": _percent(share.value), "right": share.right, "of": share.total}
        for name, share in shares.items()
    }


def _measure_lines(measures: Mapping[str, Measured]) -> list[str]:
    width = _width("task", measures)
    heading = f"{'task':{width}}{'P':>6} {'R':>6} {'F1':>6} {'gold':>7} {'found':>7} {'right':>7}"
    lines = [heading] if measures else []
    for name, measure in measures.items():
        plain = _plain(measure)
        rates = " ".join(f"{100 * rate:6.1f}" for rate in (plain.precision, plain.recall, plain.f1))
        lines.append(f"{name:{width}}{rates} {plain.gold:7} {plain.found:7} {plain.right:7}")
    return lines


def _share_lines(shares: Mapping[str, Share]) -> list[str]:
    width = _width("share", shares)
    lines = [f"{'share':{width}}{'%':>6} {'right':>7} {'of':>7}"] if shares else []
    return lines + [f"{n:{width}}{100 * s.value:6.1f} {s.right:7} {s.total:7}" for n, s in shares.items()]


def _figure_lines(figures: Mapping[str, float], counts: Mapping[str, float]) -> list[str]:
    width = _width("", (*figures, *counts))
    lines = [f"{name:{width}}{value:6.1f}" for name, value in figures.items()]
    return lines + [f"{name:{width}}{value:>6g}" for name, value in counts.items()]


def _width(heading: str, names: Iterable[str]) -> int:
    return max(len(name) for name in (heading, *names)) + 2


def _plain(measure: Measured) -> Measure:
    return Measure(measure.right, measure.found, measure.gold)


def _percent(rate: float) -> float:
    return round(100 * rate, 1)
