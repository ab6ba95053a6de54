"""A plain table of events with a header: date, actor, recipient, and type or cameo; the rest may be left out.

Optional columns: mode, score, actor_sector, recipient_sector, id. Any order; states by name or code.
"""

from dragoman.ingest.eventdata.acts import make_event, meet, read_code, read_type
from dragoman.ingest.eventdata.cells import read_day, read_score
from dragoman.ingest.eventdata.columns import Columns
from dragoman.ingest.eventdata.outcomes import Drop, Outcome, RowReader, Table
from dragoman.ingest.eventdata.sides import side_of_word
from dragoman.model.errors import IngestError


def is_plain(columns: Columns) -> bool:
    """Whether a header is that of a plain table."""
    return all(columns.has(name) for name in ("date", "actor", "recipient")) and columns.has("type", "cameo")


def open_plain(table: Table) -> RowReader:
    """Give the reader of the rows below a header; the table's name is the name of the data set.

    Raises:
        IngestError: a column is missing.
    """
    columns, map, name = Columns(table.first), table.settings.map, table.stem
    key, day, score = columns.maybe("id"), columns.place("date"), columns.maybe("score")
    first = (columns.place("actor"), columns.maybe("actor_sector"))
    second = (columns.place("recipient"), columns.maybe("recipient_sector"))
    type, mode, cameo = columns.maybe("type"), columns.maybe("mode"), columns.maybe("cameo")
    if not columns.has("type", "cameo"):
        columns.place("type")

    def read(cells: list[str]) -> Outcome:
        cells = columns.check(cells)
        date, code = read_day(cells[day]), cells[cameo].strip()
        actor = side_of_word(cells[first[0]], cells[first[1]], date[:7])
        recipient = side_of_word(cells[second[0]], cells[second[1]], date[:7])
        drop = meet(actor, recipient)
        if drop:
            return drop
        if not code and not cells[type].strip():
            raise IngestError("the row has neither type nor cameo", remedy="Fill in one of the two.")
        act = read_type(cells[type], cells[mode]) if cells[type].strip() else read_code(code, map)
        if isinstance(act, Drop):
            return act
        return make_event((name, cells[key]), date, (actor, recipient), act, (code, read_score(cells[score])))

    return read
