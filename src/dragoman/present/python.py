"""The Python interface: read texts into a dossier, open one, get frozen records back.

Example:
    dragoman.read(["news/"], "pak-rus")
    with dragoman.open_dossier("pak-rus") as dossier:
        visits = [event for event in dossier.events() if event.type == "CONSULT"]
"""

from collections.abc import Sequence
from pathlib import Path

from dragoman.flow.reading import ReadSettings, Summary, read_into
from dragoman.flow.refreshing import refresh
from dragoman.flow.steps import load_tools
from dragoman.record.dossier import Dossier


def open_dossier(path: str | Path) -> Dossier:
    """Open a dossier for reading; use it as a context. Its rows follow the decisions that stand in its folder.

    Raises:
        RecordError: there is none, it is damaged, or a newer program wrote it.
        LockedError: decisions are new in the folder, but another process is writing the dossier.
    """
    refresh(Path(path), load_tools())
    return Dossier(Path(path))


def read(
    paths: Sequence[str | Path],
    dossier: str | Path,
    *,
    settings: ReadSettings = ReadSettings(),  # noqa: B008  (frozen)
) -> Summary:
    """Read files and folders into a dossier, made if need be; what the summary counts is on disk.

    Raises:
        LockedError: another process is writing it.
        RecordError: it cannot be written.
    """
    tools = load_tools()
    summary = read_into(Path(dossier), [str(path) for path in paths], tools, settings=settings)
    refresh(Path(dossier), tools, settings=settings)
    return summary
