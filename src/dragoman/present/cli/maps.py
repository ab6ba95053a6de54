"""The option that names the map between CAMEO and PLOVER, checked."""

from typing import Annotated

import typer

from dragoman.model.errors import UsageError
from dragoman.vocab.plover_map import MAPS, MapName

MapOption = Annotated[str, typer.Option("--map", metavar="MAP", help="The map of CAMEO: dragoman, or plover2021.")]


def check_map(value: str) -> MapName:
    """The map of that name.

    Raises:
        UsageError: there is none.
    """
    for name in MAPS:
        if name == value.lower():
            return name
    raise UsageError(f"Unknown map {value!r}. There are: {', '.join(MAPS)}.")
