"""`dragoman site DIR`: the whole dossier as static pages, to open from disk or to put on any web server."""

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.present.cli.options import AllOption, DossierOption, find_existing
from dragoman.present.cli.output import say
from dragoman.present.wording import count_words

if TYPE_CHECKING:
    from dragoman.present.site.writing import Report


def site(
    out: Annotated[Path, typer.Argument(metavar="DIR", help="Folder for the pages; made if need be.")],
    dossier: DossierOption = None,
    texts: Annotated[
        bool, typer.Option("--texts", help="Whole texts and quotes too: for your own use, not to be made public.")
    ] = False,
    everything: AllOption = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Write among files that are not of an earlier site; they stay.")
    ] = False,
) -> None:
    """Write the whole dossier as static pages that need no server, for the public: short quotes, no whole texts."""
    from dragoman.present.site.drawing import Wanted
    from dragoman.present.site.writing import write_site

    folder = find_existing(dossier)
    with ExitStack() as stack:
        pages = write_site(folder, out, Wanted(texts, everything), replace=replace, report=_progress(stack))
    say(f"Wrote {count_words(pages, 'page')}. Open {out / 'index.html'} in a browser.")
    if texts:
        say("The pages hold whole texts: they are for your own use.")


def _progress(stack: ExitStack) -> "Report":
    """A line on a terminal that counts up; nothing where standard error is a file."""
    if not sys.stderr.isatty():
        return lambda written, known: None
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    progress = stack.enter_context(Progress(*columns, console=Console(stderr=True), transient=True))
    task = progress.add_task("writing ...", total=None)

    def report(written: int, known: int) -> None:
        progress.update(task, description=f"{written:,} pages written, {max(0, known - written):,} more known")

    return report
