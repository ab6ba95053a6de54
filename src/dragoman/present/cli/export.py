"""`dragoman export record|csv|jsonl|md|plover --out DIR`: the record as files."""

from pathlib import Path
from typing import Annotated, Protocol

import typer

from dragoman.present.cli.maps import MapOption, check_map
from dragoman.present.cli.options import AllOption, DossierOption, LeastOption, find_existing
from dragoman.present.cli.output import say
from dragoman.present.cut import choose_cut, describe_hidden
from dragoman.present.wording import count_words
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters, Kind

OutOption = Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the files; made if need be.")]


_KINDS: tuple[Kind, ...] = ("events", "statements", "assessments")


class Writer(Protocol):
    """Writes an export of the rows of at least that confidence; the number of files."""

    def __call__(self, dossier: Dossier, out: Path, *, min_confidence: float) -> int: ...  # noqa: D102


def record(out: OutOption, dossier: DossierOption = None, least: LeastOption = None) -> None:
    """One JSON file a document, as the coding manual has it; every row unless --min-confidence is given."""
    from dragoman.present.export.record import export_record

    _export(export_record, out, dossier, choose_cut(least is None, least))


def csv(
    out: OutOption, dossier: DossierOption = None, everything: AllOption = False, least: LeastOption = None
) -> None:
    """documents.csv, events.csv, statements.csv, assessments.csv."""
    from dragoman.present.export.tables import export_csv

    _export(export_csv, out, dossier, choose_cut(everything, least))


def jsonl(
    out: OutOption, dossier: DossierOption = None, everything: AllOption = False, least: LeastOption = None
) -> None:
    """documents.jsonl, events.jsonl, statements.jsonl, assessments.jsonl."""
    from dragoman.present.export.tables import export_jsonl

    _export(export_jsonl, out, dossier, choose_cut(everything, least))


def md(out: OutOption, dossier: DossierOption = None, everything: AllOption = False, least: LeastOption = None) -> None:
    """One readable page a document, as Markdown."""
    from dragoman.present.export.pages import export_pages

    _export(export_pages, out, dossier, choose_cut(everything, least))


def plover(
    out: OutOption,
    dossier: DossierOption = None,
    map: MapOption = "dragoman",
    everything: AllOption = False,
    least: LeastOption = None,
) -> None:
    """plover.csv: threads as a flat table of acts, with PLOVER type, mode, quad, score and CAMEO code."""
    from dragoman.present.export.plover import export_plover

    chosen, cut = check_map(map), choose_cut(everything, least)
    with Dossier(find_existing(dossier)) as opened:
        count = export_plover(opened, out, map=chosen, min_confidence=cut)
        left = opened.count_hidden("threads", Filters(min_confidence=cut))
    say(" ".join(filter(None, (f"Wrote {count_words(count, 'act')} to {out}.", _describe_left(left)))))


def _export(write: Writer, out: Path, dossier: Path | None, cut: float) -> None:
    with Dossier(find_existing(dossier)) as opened:
        count = write(opened, out, min_confidence=cut)
        left = sum(opened.count_hidden(kind, Filters(min_confidence=cut)) for kind in _KINDS)
    say(" ".join(filter(None, (f"Wrote {count_words(count, 'file')} to {out}.", _describe_left(left)))))


def _describe_left(number: int) -> str:
    return describe_hidden(number, "left out; --all writes them, or a lower --min-confidence").replace(":", "", 1)
