"""`dragoman export record|csv|jsonl|md --out DIR`: the record as files."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from dragoman.present.cli.options import DossierOption, find_existing
from dragoman.present.cli.output import say
from dragoman.present.wording import count_words
from dragoman.record.dossier import Dossier

OutOption = Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for the files; made if need be.")]


def record(out: OutOption, dossier: DossierOption = None) -> None:
    """One JSON file a document, as the coding manual has it."""
    from dragoman.present.export.record import export_record

    _export(export_record, out, dossier)


def csv(out: OutOption, dossier: DossierOption = None) -> None:
    """documents.csv, events.csv, statements.csv, assessments.csv."""
    from dragoman.present.export.tables import export_csv

    _export(export_csv, out, dossier)


def jsonl(out: OutOption, dossier: DossierOption = None) -> None:
    """documents.jsonl, events.jsonl, statements.jsonl, assessments.jsonl."""
    from dragoman.present.export.tables import export_jsonl

    _export(export_jsonl, out, dossier)


def md(out: OutOption, dossier: DossierOption = None) -> None:
    """One readable page a document, as Markdown."""
    from dragoman.present.export.pages import export_pages

    _export(export_pages, out, dossier)


def _export(write: Callable[[Dossier, Path], int], out: Path, dossier: Path | None) -> None:
    with Dossier(find_existing(dossier)) as opened:
        count = write(opened, out)
    say(f"Wrote {count_words(count, 'file')} to {out}.")
