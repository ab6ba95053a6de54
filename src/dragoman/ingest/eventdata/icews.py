"""ICEWS event data (weekly and yearly files of the Dataverse): a header, tabs, English names of countries.

Column orders differ between releases, so that columns are found by name.
"""

from dragoman.ingest.eventdata.acts import make_event, meet, read_code
from dragoman.ingest.eventdata.cells import read_day, read_score
from dragoman.ingest.eventdata.columns import Columns
from dragoman.ingest.eventdata.outcomes import Drop, Outcome, RowReader, Table
from dragoman.ingest.eventdata.sides import side_of_country
from dragoman.vocab.plover_map import find_code_by_name

NAME = "ICEWS"


def is_icews(columns: Columns) -> bool:
    """Whether a header is that of ICEWS."""
    return columns.has("cameo_code", "event_text") and columns.has("source_country") and columns.has("target_country")


def open_icews(table: Table) -> RowReader:
    """Give the reader of the rows below a header.

    Raises:
        IngestError: a column is missing.
    """
    columns, map = Columns(table.first), table.settings.map
    key, day = columns.maybe("event_id"), columns.place("event_date")
    code = columns.place("cameo_code") if columns.has("cameo_code") else columns.place("event_text")
    text, score = columns.maybe("event_text"), columns.maybe("intensity")
    first = (columns.place("source_country"), columns.maybe("source_name"), columns.maybe("source_sectors"))
    second = (columns.place("target_country"), columns.maybe("target_name"), columns.maybe("target_sectors"))

    def read(cells: list[str]) -> Outcome:
        cells = columns.check(cells)
        date = read_day(cells[day])
        actor = side_of_country(cells[first[0]], cells[first[1]], cells[first[2]], date[:7])
        recipient = side_of_country(cells[second[0]], cells[second[1]], cells[second[2]], date[:7])
        drop = meet(actor, recipient)
        if drop:
            return drop
        cameo = cells[code] if cells[code][:1].isdecimal() else find_code_by_name(cells[text])
        act = read_code(cameo, map)
        if isinstance(act, Drop):
            return act
        return make_event((NAME, cells[key]), date, (actor, recipient), act, (cameo, read_score(cells[score])))

    return read
