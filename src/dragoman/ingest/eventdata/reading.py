"""One file of event data to its events: the table of formats, and the loop that turns faults into rejects.

A file or an archive in; events, reasons for leaving rows out, and rejects with their line out, in the order of the
file. A bad row never ends the reading of the others.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from dragoman.ingest.eventdata import gdelt, graph, icews, phoenix, plain, polecat
from dragoman.ingest.eventdata.cells import find_delimiter, split_rows
from dragoman.ingest.eventdata.columns import Columns
from dragoman.ingest.eventdata.lines import Member, open_members
from dragoman.ingest.eventdata.outcomes import Outcome, RowReader, Settings, Table
from dragoman.model.errors import IngestError
from dragoman.model.issues import Reject

MAX_REJECTS = 1000
"""Most rejects of one table that are told one by one; the others are told in a sum."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of table: how the cells of its first line look, who reads it, and whether that line is a header."""

    name: str
    source: str
    fits: Callable[[list[str]], bool]
    open: Callable[[Table], RowReader]
    has_header: Callable[[list[str]], bool]


def _by_header(test: Callable[[Columns], bool]) -> Callable[[list[str]], bool]:
    return lambda cells: test(Columns(cells))


def _always(cells: list[str]) -> bool:
    return True


def _never(cells: list[str]) -> bool:
    return False


def _fits_phoenix(cells: list[str]) -> bool:
    return phoenix.is_daily(cells) or phoenix.is_phoenix(Columns(cells))


FORMATS: tuple[Format, ...] = (
    Format("icews", icews.NAME, _by_header(icews.is_icews), icews.open_icews, _always),
    Format("polecat", polecat.NAME, _by_header(polecat.is_polecat), polecat.open_polecat, _always),
    Format("phoenix", phoenix.NAME, _fits_phoenix, phoenix.open_phoenix, lambda cells: not phoenix.is_daily(cells)),
    Format("csv", "", _by_header(plain.is_plain), plain.open_plain, _always),
    Format("gdelt", gdelt.NAME, gdelt.is_gdelt, gdelt.open_gdelt, _never),
    Format("graph", graph.NAME, graph.is_graph, graph.open_graph, _never),
    Format("graph-ids", graph.NAME, graph.is_numbered, graph.open_numbered, _never),
)


def find_format(cells: list[str], name: str = "") -> Format:
    """The format by its name, else by the cells of the first line.

    Raises:
        IngestError: no format fits.
    """
    found = next((item for item in FORMATS if item.name == name or not name and item.fits(cells)), None)
    if found is None:
        shown = ", ".join(cells[:8])[:160]
        names = ", ".join(item.name for item in FORMATS)
        raise IngestError(
            f"no known kind of event data; the first line begins: {shown}", remedy=f"Say which with --format: {names}."
        )
    return found


def read_events(path: Path, settings: Settings = Settings()) -> Iterator[Outcome | Reject]:  # noqa: B008  (frozen)
    """Read every table of a file.

    Yields:
        Events, reasons why sound rows are left out, and rejects that name the line, in the order of the file.
    """
    file = path.as_posix()
    try:
        for member in open_members(path):
            shown = f"{file}/{member.name}" if member.name else file
            yield from _read_table(path, member, settings, shown)
    except IngestError as error:
        yield Reject(file, error.record, error.reason, error.remedy)


def _read_table(path: Path, member: Member, settings: Settings, shown: str) -> Iterator[Outcome | Reject]:
    line = next(member.lines, "")
    delimiter = find_delimiter(line)
    _, first = next(split_rows(iter([line]), delimiter), (1, []))
    if isinstance(first, IngestError) or not first:
        yield Reject(shown, "line 1", "the first line is empty or broken", "Check that the file is a table of events.")
        return
    try:
        chosen = find_format(first, settings.format)
        read = chosen.open(Table(path, member.name, first, settings))
    except IngestError as error:
        yield Reject(shown, error.record, error.reason, error.remedy)
        return
    header = chosen.has_header(first)
    rows = split_rows(member.lines if header else chain([line], member.lines), delimiter, 2 if header else 1)
    yield from _read_rows(rows, read, shown)


def _read_rows(
    rows: Iterator[tuple[int, list[str] | IngestError]], read: RowReader, shown: str
) -> Iterator[Outcome | Reject]:
    rejected = 0
    for number, cells in rows:
        try:
            if isinstance(cells, IngestError):
                raise cells
            yield read(cells)
        except IngestError as error:
            rejected += 1
            if rejected <= MAX_REJECTS:
                yield Reject(shown, f"line {number}", error.reason, error.remedy)
    if rejected > MAX_REJECTS:
        more = f"{rejected - MAX_REJECTS:,} more rows cannot be read"
        yield Reject(shown, "", more, "Correct the first thousand; the others are likely to have the same faults.")
