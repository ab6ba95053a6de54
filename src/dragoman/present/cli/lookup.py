"""`actors lookup` and `evaluate maintext`: thin doors to the vocabulary and to the scorers."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.present.cli.options import JsonOption, check_date
from dragoman.present.cli.output import emit_rows, emit_text


def lookup(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, an office, a capital: Islamabad, the Kremlin.")],
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="On which day; names change hands.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Say who a name stands for, and which row of the vocabulary says so."""
    from dragoman.present.actors import look_up

    rows = look_up(name, check_date("--date", date))
    emit_rows(rows, "json" if as_json else "table", ("code", "kind", "since", "until", "stands_for", "row"))


def maintext(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Folder of the main-text benchmark.")],
) -> None:
    """Score main text against labelled pages: precision, recall and F1 of the body."""
    from dragoman.evaluate.maintext import describe_maintext

    emit_text(describe_maintext(folder))
