"""`dragoman read`: paths in, a dossier out, with progress and a closing sentence on standard error."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.present.cli.options import DossierOption, find_dossier
from dragoman.present.cli.output import say

if TYPE_CHECKING:
    from dragoman.flow.reading import ReadSettings, Report, Summary


def read(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")],
    dossier: DossierOption = None,
    split: Annotated[
        str | None, typer.Option("--split", metavar="REGEX", help="One file, many articles: each begins at a match.")
    ] = None,
    actors: Annotated[Path | None, typer.Option("--actors", metavar="FILE", help="Your own actors.")] = None,
    holders: Annotated[Path | None, typer.Option("--holders", metavar="FILE", help="Your own office holders.")] = None,
    model: Annotated[str | None, typer.Option("--model", metavar="NAME", help="Another language model.")] = None,
    removed_too: Annotated[
        bool, typer.Option("--removed-too", help="Read again what was removed; its removal is undone.")
    ] = False,
) -> None:
    """Read texts into a dossier: .txt .md .html .mhtml .jsonl .csv .docx .pdf .eml .warc .rss .atom, or folders."""
    from dragoman.flow.reading import ReadSettings, read_into
    from dragoman.flow.steps import load_tools

    folder = find_dossier(dossier)
    settings = ReadSettings(split=split, actors=actors, holders=holders, model=model, removed_too=removed_too)
    with ExitStack() as stack:
        report = _progress(stack)
        summary = read_into(folder, paths, load_tools(), settings=settings, stdin=sys.stdin.buffer, report=report)
    say(closing_sentence(summary, folder))
    _keep_decisions(folder, settings)
    if summary.faults:
        raise typer.Exit(1)
    if summary.rejects:
        raise typer.Exit(3)


def closing_sentence(summary: "Summary", folder: Path) -> str:
    """What the run came to, in words."""
    from dragoman.present.wording import count_words

    if summary.files and summary.skipped == summary.files and not summary.documents:
        text = f"Nothing new: {folder} holds all {count_words(summary.files, 'file')} already."
    else:
        text = (
            f"Read {count_words(summary.documents, 'document')} into {folder}: {count_words(summary.events, 'event')}, "
            f"{count_words(summary.statements, 'statement')}, {count_words(summary.assessments, 'assessment')}."
        )
        if summary.skipped:
            text += f" {count_words(summary.skipped, 'file')} known already."
    if summary.threads:
        text += f" The dossier now holds {count_words(summary.threads, 'thread')}"
        text += f" and {count_words(summary.families, 'family', 'families')} of reprints." if summary.families else "."
    if summary.uncoded:
        text += f" {count_words(summary.uncoded, 'document')} not in English: kept and searchable, not coded."
    if summary.faults:
        failed = count_words(summary.faults, "document")
        text += f" {failed} not coded because of a fault in Dragoman; `dragoman documents --json` says which."
    if summary.strange:
        text += f" The language model {summary.strange} is not the pinned one: other machines may read otherwise."
    if summary.removed:
        text += f" {summary.removed:,} passed over, because removed from the dossier: --removed-too reads them again."
    if summary.moved:
        text += (
            f" {count_words(summary.moved, 'decision')} found other words than before: "
            "`dragoman decisions --unmatched`."
        )
    if summary.rejects:
        text += f" {count_words(summary.rejects, 'reject')}: `dragoman rejects` says why and what to do."
    return text


def _keep_decisions(folder: Path, settings: "ReadSettings") -> None:
    """Undo the removal of what was read again on purpose; apply decisions that came with other people's files."""
    from dragoman.flow.deciding import Desk, restore
    from dragoman.flow.refreshing import refresh
    from dragoman.flow.steps import load_tools
    from dragoman.present.deciding import find_who

    tools = load_tools()
    if settings.removed_too:
        restore(Desk(folder, find_who(None), tools, settings))
    refresh(folder, tools, settings=settings)


def _progress(stack: ExitStack) -> "Report":
    """A line on a terminal that counts up; nothing where standard error is a file."""
    if not sys.stderr.isatty():
        return lambda summary: None
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    progress = stack.enter_context(Progress(*columns, console=Console(stderr=True), transient=True))
    task = progress.add_task("reading ...", total=None)

    def report(summary: "Summary") -> None:
        words = (
            f"{summary.files} files, {summary.documents} documents, {summary.events} events, {summary.rejects} rejects"
        )
        progress.update(task, description=words)

    return report
