"""`serve`: the dossier in the browser."""

from typing import Annotated

import typer

from dragoman.present.cli.options import (
    DATABASE,
    ActorsOption,
    DossierOption,
    HoldersOption,
    ModelOption,
    find_dossier,
    follow_decisions,
)
from dragoman.present.cli.output import say


def serve(
    dossier: DossierOption = None,
    port: Annotated[
        int | None,
        typer.Option("--port", metavar="N", min=1, max=65535, help="Else 8417, or a free one.", show_default=False),
    ] = None,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only say the address.")] = False,
    actors: ActorsOption = None,
    holders: HoldersOption = None,
    model: ModelOption = None,
) -> None:
    """Open the dossier in the browser, on this machine alone; without a dossier it offers the example."""
    from dragoman.flow.reading import ReadSettings
    from dragoman.flow.steps import load_tools
    from dragoman.present.web.serving import serve as serve_desk

    settings = ReadSettings(actors=actors, holders=holders, model=model)
    if actors or holders:
        load_tools().hash_vocabulary(actors, holders)  # a file that is not there is said now, not at the first text
    folder = find_dossier(dossier)
    if (folder / DATABASE).is_file():
        follow_decisions(folder, settings)
    serve_desk(folder, port, not no_browser, say, settings)
