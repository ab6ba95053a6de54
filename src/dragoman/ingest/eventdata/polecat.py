"""POLECAT, the successor of ICEWS: a header, tabs or commas, PLOVER types and modes, countries by code."""

from dragoman.ingest.eventdata.acts import make_event, meet, read_type
from dragoman.ingest.eventdata.cells import read_day, read_score
from dragoman.ingest.eventdata.columns import Columns
from dragoman.ingest.eventdata.outcomes import Outcome, RowReader, Table
from dragoman.ingest.eventdata.sides import Side, find_state, side_of_country

NAME = "POLECAT"


def is_polecat(columns: Columns) -> bool:
    """Whether a header is that of POLECAT."""
    return columns.has("event_type") and columns.has("actor_country") and columns.has("recipient_country")


def open_polecat(table: Table) -> RowReader:
    """Give the reader of the rows below a header.

    Raises:
        IngestError: a column is missing.
    """
    columns = Columns(table.first)
    key, day = columns.maybe("event_id"), columns.place("event_date")
    type, mode = columns.place("event_type"), columns.maybe("event_mode")
    score = columns.maybe("intensity", "event_intensity")
    first, second = _side_places(columns, "actor"), _side_places(columns, "recipient")

    def side_of(cells: list[str], places: tuple[int, int, int, int], month: str) -> Side:
        country, cow, name, sectors = (cells[place] for place in places)
        return side_of_country(country if find_state(country, month) else cow, name, sectors, month)

    def read(cells: list[str]) -> Outcome:
        cells = columns.check(cells)
        date = read_day(cells[day])
        actor, recipient = side_of(cells, first, date[:7]), side_of(cells, second, date[:7])
        drop = meet(actor, recipient)
        if drop:
            return drop
        act = read_type(cells[type], cells[mode])
        return make_event((NAME, cells[key]), date, (actor, recipient), act, ("", read_score(cells[score])))

    return read


def _side_places(columns: Columns, side: str) -> tuple[int, int, int, int]:
    return (
        columns.place(f"{side}_country"),
        columns.maybe(f"{side}_cow"),
        columns.maybe(f"{side}_name"),
        columns.maybe(f"{side}_primary_sector", f"primary_{side}_sector", f"{side}_sectors", f"{side}_sector"),
    )
