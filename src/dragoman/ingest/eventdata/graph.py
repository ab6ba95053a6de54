"""ICEWS as a temporal knowledge graph: subject, relation, object, day[, end], in words or in numbers.

Relations are CAMEO's names; the country of an agent stands in parentheses. Files in numbers need `entity2id.txt` and
`relation2id.txt` beside them, and the day that counts as time 0: it is nowhere in the data.
"""

import math
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from dragoman.ingest.eventdata.acts import make_event, meet, read_code
from dragoman.ingest.eventdata.cells import read_day
from dragoman.ingest.eventdata.lines import open_members
from dragoman.ingest.eventdata.outcomes import Drop, Outcome, RowReader, Table
from dragoman.ingest.eventdata.sides import side_of_entity
from dragoman.model.errors import IngestError
from dragoman.vocab.plover_map import MapName, find_code_by_name

NAME = "ICEWS"
COMPANIONS = ("entity2id.txt", "relation2id.txt", "stat.txt")
"""Files that stand beside a graph in numbers and are no events themselves."""


def is_graph(cells: list[str]) -> bool:
    """Whether the cells of a first line are a row in words."""
    try:
        return len(cells) in (4, 5) and bool(read_day(cells[3])) and not cells[0].isdecimal()
    except IngestError:
        return False


def is_numbered(cells: list[str]) -> bool:
    """Whether the cells of a first line are a row in numbers."""
    return len(cells) in (4, 5) and all(cell.isdecimal() for cell in cells[:4])


def open_graph(table: Table) -> RowReader:
    """Give the reader of a graph in words; an event that lasts counts on its first day."""
    map = table.settings.map

    def read(cells: list[str]) -> Outcome:
        if len(cells) not in (4, 5):
            raise IngestError(f"{len(cells)} cells where 4 or 5 belong", remedy="Check the row for missing cells.")
        return read_fact(cells[0], cells[1], cells[2], read_day(cells[3]), map)

    return read


def open_numbered(table: Table) -> RowReader:
    """Give the reader of a graph in numbers.

    Raises:
        IngestError: the lists of names, or the first day, are missing.
    """
    if not table.settings.first_day:
        remedy = "Say with --first-day which day is time 0, as --first-day 2014-01-01."
        raise IngestError("the rows count time from a day that the file does not name", remedy=remedy)
    entities, relations = (read_names(table.path.parent / name) for name in COMPANIONS[:2])
    day_of = _clock(table.path, table.settings.first_day)
    map = table.settings.map

    def read(cells: list[str]) -> Outcome:
        if len(cells) not in (4, 5):
            raise IngestError(f"{len(cells)} cells where 4 or 5 belong", remedy="Check the row for missing cells.")
        if cells[0] not in entities or cells[2] not in entities or cells[1] not in relations:
            remedy = "Put the lists of names of the same release beside the file."
            raise IngestError("a number has no name", remedy=remedy)
        return read_fact(entities[cells[0]], relations[cells[1]], entities[cells[2]], day_of(cells[3]), map)

    return read


def read_fact(subject: str, relation: str, object: str, day: str, map: MapName) -> Outcome:
    """The event of a fact in words.

    Raises:
        IngestError: the relation is no name of a CAMEO category.
    """
    actor, recipient = side_of_entity(subject, day), side_of_entity(object, day)
    drop = meet(actor, recipient)
    if drop:
        return drop
    code = find_code_by_name(relation)
    if not code:
        raise IngestError(f"{relation[:60]!r} is no name of a CAMEO category", remedy="Leave the row out.")
    act = read_code(code, map)
    return act if isinstance(act, Drop) else make_event((NAME, ""), day, (actor, recipient), act, (code, None))


def read_names(path: Path) -> dict[str, str]:
    """Names by number, from lines "name<tab>number".

    Raises:
        IngestError: the list is missing.
    """
    if not path.is_file():
        raise IngestError(f"{path.name} is not beside the file", remedy="Put the lists of names into the same folder.")
    found: dict[str, str] = {}
    for member in open_members(path):
        for line in member.lines:
            name, _, number = line.rpartition("\t")
            found[number.strip()] = name
    return found


def _clock(path: Path, first_day: str) -> Callable[[str], str]:
    """From a time to its day: times that are all multiples of 24 are hours, others days."""
    unit = 0
    for member in open_members(path):
        for line in member.lines:
            cells = line.split("\t")
            if len(cells) > 3 and cells[3].isdecimal() and len(cells[3]) < 10:
                unit = math.gcd(unit, int(cells[3]))
    hours = 24 if unit and unit % 24 == 0 else 1
    start = date.fromisoformat(first_day)

    @cache
    def day_of(time: str) -> str:
        try:
            return (start + timedelta(days=int(time) // hours)).isoformat()
        except (ValueError, OverflowError):
            raise IngestError(f"{time[:20]!r} is no time", remedy="Leave the row out.") from None

    return day_of
