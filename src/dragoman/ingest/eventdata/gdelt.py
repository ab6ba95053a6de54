"""GDELT events 1.0 (57 or 58 columns) and 2.0 (61 columns): tabs, no header, CAMEO codes throughout.

The columns that are read stand in the same places in both.
"""

from dragoman.ingest.eventdata.acts import make_event, meet, read_code
from dragoman.ingest.eventdata.cells import read_day, read_score
from dragoman.ingest.eventdata.outcomes import Drop, Outcome, RowReader, Table
from dragoman.ingest.eventdata.sides import Side, side_of_codes
from dragoman.model.errors import IngestError

NAME = "GDELT"
WIDTHS = (57, 58, 61)
KEY, DAY, CODE, SCORE = 0, 1, 26, 30
SIDES = (5, 15)
"""Where the sides begin: code, name, country, known group, ethnic group, two religions, three types."""
COUNTRY, GROUP, TYPES = 2, 3, slice(7, 10)


def is_gdelt(cells: list[str]) -> bool:
    """Whether the cells of a first line are a row of GDELT."""
    return len(cells) in WIDTHS and cells[KEY].isdecimal() and len(cells[DAY]) == 8 and cells[DAY].isdecimal()


def open_gdelt(table: Table) -> RowReader:
    """Give the reader of the rows."""
    map = table.settings.map

    def side_at(cells: list[str], start: int, month: str) -> Side:
        cells = cells[start : start + 10]
        return side_of_codes(cells[COUNTRY], cells[GROUP], "|".join(filter(None, cells[TYPES])), month)

    def read(cells: list[str]) -> Outcome:
        if len(cells) not in WIDTHS:
            raise IngestError(f"{len(cells)} cells; GDELT has 57, 58 or 61", remedy="Check the row for missing cells.")
        date = read_day(cells[DAY])
        actor, recipient = side_at(cells, SIDES[0], date[:7]), side_at(cells, SIDES[1], date[:7])
        drop = meet(actor, recipient)
        if drop:
            return drop
        act = read_code(cells[CODE], map)
        if isinstance(act, Drop):
            return act
        return make_event((NAME, cells[KEY]), date, (actor, recipient), act, (cells[CODE], read_score(cells[SCORE])))

    return read
