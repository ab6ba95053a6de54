"""`dragoman import`: event data that others made into a dossier, with progress and a closing sentence."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.model.errors import UsageError
from dragoman.present.cli.maps import MapOption, check_map
from dragoman.present.cli.options import DossierOption, find_dossier, find_existing
from dragoman.present.cli.output import emit_rows, say
from dragoman.present.wording import count_words

if TYPE_CHECKING:
    from dragoman.flow.importing import ImportSummary, Report
    from dragoman.model.event_data import Import
    from dragoman.present.fields import Fields

NO_EVIDENCE = "Imported events have no text behind them; they are kept apart from what Dragoman read."
COLUMNS = ("name", "evidence", "map", "kept", "repeated", "rejected", "left_out")


def import_events(
    paths: Annotated[list[str] | None, typer.Argument(metavar="PATH...", help="Files or folders.")] = None,
    dossier: DossierOption = None,
    format: Annotated[
        str,
        typer.Option("--format", metavar="F", help="icews polecat gdelt phoenix csv graph graph-ids; else found out."),
    ] = "",
    map: MapOption = "dragoman",
    first_day: Annotated[
        str, typer.Option("--first-day", metavar="DAY", help="The day that a graph in numbers counts as time 0.")
    ] = "",
    remove: Annotated[str | None, typer.Option("--remove", metavar="NAME", help="Take an import out again.")] = None,
    listing: Annotated[bool, typer.Option("--list", help="List what was imported.")] = False,
) -> None:
    """Import event data from elsewhere: ICEWS, POLECAT, GDELT, Phoenix, a plain table of events."""
    if sum((bool(paths), remove is not None, listing)) != 1:
        raise UsageError("Name files to import, or give one of --remove NAME and --list.")
    if listing:
        _list(find_existing(dossier))
    elif remove is not None:
        _remove(find_existing(dossier), remove)
    else:
        _import(find_dossier(dossier), paths or [], (format, map, first_day))


def _import(folder: Path, paths: list[str], words: tuple[str, str, str]) -> None:
    from dragoman.flow.importing import import_into
    from dragoman.ingest.eventdata.outcomes import Settings

    format, map, first_day = words
    chosen = check_map(map)
    with ExitStack() as stack:
        summary = import_into(folder, paths, Settings(format, chosen, first_day), report=_progress(stack))
    say(closing_sentence(summary, folder))
    if summary.rejects:
        raise typer.Exit(3)


def closing_sentence(summary: "ImportSummary", folder: Path) -> str:
    """What the run came to, in words."""
    if summary.files and summary.skipped == summary.files:
        text = f"Nothing new: {folder} holds all {count_words(summary.files, 'file')} already."
    else:
        text = f"Imported {count_words(summary.kept, 'event')} of {count_words(summary.rows, 'row')} into {folder}."
        text += f" {count_words(summary.skipped, 'file')} known already." if summary.skipped else ""
    if summary.repeated:
        text += f" {count_words(summary.repeated, 'row')} known by id from an earlier import."
    if summary.dropped:
        text += " Left out: " + "; ".join(f"{number:,} ({reason})" for reason, number in summary.dropped) + "."
    if summary.kept:
        text += f" {NO_EVIDENCE}"
    if summary.rejects:
        text += f" {count_words(summary.rejects, 'reject')}: `dragoman rejects` says why and what to do."
    return text


def _remove(folder: Path, name: str) -> None:
    from dragoman.flow.importing import remove_import

    remove_import(folder, name)
    say(f"The events of {name} are no longer in {folder}.")


def _list(folder: Path) -> None:
    from dragoman.flow.importing import list_imports

    found = list_imports(folder)
    emit_rows(map(_fields, found), "table", COLUMNS)
    say(NO_EVIDENCE if found else f"Nothing is imported into {folder}.")


def _fields(item: "Import") -> "Fields":
    left_out = "; ".join(f"{number} {reason}" for reason, number in item.dropped)
    return {"name": item.name, "evidence": "none", "map": item.map, "kept": item.kept, "repeated": item.repeated,
            "rejected": item.rejected, "left_out": left_out}  # fmt: skip


def _progress(stack: ExitStack) -> "Report":
    """A line on a terminal that counts up; nothing where standard error is a file."""
    if not sys.stderr.isatty():
        return lambda summary: None
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    progress = stack.enter_context(Progress(*columns, console=Console(stderr=True), transient=True))
    task = progress.add_task("importing ...", total=None)

    def report(summary: "ImportSummary") -> None:
        words = f"{summary.files} files, {summary.rows:,} rows, {summary.kept:,} events, {summary.rejects} rejects"
        progress.update(task, description=words)

    return report
