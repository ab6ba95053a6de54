"""Phoenix event data: the historical files of the Cline Center and of UT Dallas with a header, the daily ones without.

Sides are CAMEO actor codes: a country or IGO first, then roles of three letters each.
"""

from dragoman.ingest.eventdata.acts import make_event, meet, read_code
from dragoman.ingest.eventdata.cells import read_day, read_score
from dragoman.ingest.eventdata.columns import Columns
from dragoman.ingest.eventdata.outcomes import Drop, Outcome, RowReader, Table
from dragoman.ingest.eventdata.sides import side_of_codes

NAME = "Phoenix"
DAILY = (
    "eid", "story_date", "year", "month", "day", "source", "source_root", "source_agent", "source_others", "target",
    "target_root", "target_agent", "target_others", "code", "root_code", "quad_class", "goldstein", "joined_issues",
    "lat", "lon", "placename", "countryname", "statename", "sentence", "url", "publisher",
)  # fmt: skip
"""Columns of the daily files, which have no header."""


def is_phoenix(columns: Columns) -> bool:
    """Whether a header is that of Phoenix."""
    return columns.has("code", "cameo_code") and columns.has("source_root", "src_actor")


def is_daily(cells: list[str]) -> bool:
    """Whether the cells of a first line are a row of a daily file."""
    return len(cells) == len(DAILY) and len(cells[1]) == 8 and cells[1].isdecimal() and cells[2] == cells[1][:4]


def open_phoenix(table: Table) -> RowReader:
    """Give the reader of the rows below a header, or of a daily file.

    Raises:
        IngestError: a column is missing.
    """
    columns = Columns(list(DAILY) if is_daily(table.first) else table.first)
    map = table.settings.map
    key, day = columns.maybe("eid", "id"), columns.place("story_date", "date8", "date")
    code, score = columns.place("code", "cameo_code"), columns.maybe("goldstein")
    first = (columns.place("source_root", "src_actor"), columns.maybe("source"))
    second = (columns.place("target_root", "tgt_actor"), columns.maybe("target"))
    roles = (columns.maybe("source_agent", "src_agent"), columns.maybe("target_agent", "tgt_agent"))

    def read(cells: list[str]) -> Outcome:
        cells = columns.check(cells)
        date = read_day(cells[day])
        actor = side_of_codes(cells[first[0]], cells[first[1]], cells[roles[0]], date[:7])
        recipient = side_of_codes(cells[second[0]], cells[second[1]], cells[roles[1]], date[:7])
        drop = meet(actor, recipient)
        if drop:
            return drop
        act = read_code(cells[code], map)
        if isinstance(act, Drop):
            return act
        return make_event((NAME, cells[key]), date, (actor, recipient), act, (cells[code], read_score(cells[score])))

    return read
