"""`actors lookup`: a thin door to the vocabulary."""

from typing import Annotated

import typer

from dragoman.present.asking import check_date
from dragoman.present.cli.options import JsonOption
from dragoman.present.cli.output import emit_rows


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
