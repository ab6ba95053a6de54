"""Codes of acts and two sides to an event of the record, or to the reason why none comes of it."""

from dragoman.ingest.eventdata.outcomes import Drop, Outcome
from dragoman.ingest.eventdata.sides import Side
from dragoman.model.errors import IngestError
from dragoman.model.event_data import ImportedEvent
from dragoman.model.records import EVENT_TYPES
from dragoman.vocab.plover_map import MapName, Reading, find_cameo, is_ambiguous, load_score_rows, quad_of, read_cameo


def read_code(code: str, map: MapName) -> Reading | Drop:
    """What a CAMEO code stands for.

    Raises:
        IngestError: there is no such code, or two may be meant.
    """
    reading = read_cameo(code, map)
    if reading is not None:
        return reading
    if is_ambiguous(code):
        remedy = "Write three digits; a spreadsheet may have taken the leading zero away."
        raise IngestError(f"CAMEO code {code!r} may be 0{code} or the category {code}", remedy=remedy)
    if find_cameo(code) is None:
        raise IngestError(f"{code[:20]!r} is no CAMEO code", remedy="Write it with its leading zero, as 042.")
    return Drop.NO_ACT


def read_type(type: str, mode: str) -> Reading:
    """A PLOVER type and mode as they are named; a mode that PLOVER's list does not have is left out.

    Raises:
        IngestError: there is no such type.
    """
    name = type.strip().upper()
    quad = quad_of(name)
    if quad is None:
        raise IngestError(f"type {type[:30]!r} is none of PLOVER's", remedy=f"There are: {', '.join(EVENT_TYPES)}.")
    known = mode.strip().lower()
    return Reading(name, known if (name, known) in load_score_rows() else "", quad)


def meet(actor: Side, recipient: Side) -> Drop | None:
    """Why two sides make no pair, None if they do."""
    if not actor.code or not recipient.code:
        return Drop.UNKNOWN_SIDE
    return Drop.ONE_SIDE if actor.code == recipient.code else None


def make_event(
    origin: tuple[str, str], day: str, sides: tuple[Side, Side], act: Reading, values: tuple[str, float | None]
) -> Outcome:
    """The event of a row.

    Args:
        origin: name of the data set, and the row's own id there.
        day: ISO.
        sides: the first and the second as the row names them.
        act: what its code stands for.
        values: the CAMEO code as given, and the row's own score.
    """
    actor, recipient = reversed(sides) if act.turned else sides
    return ImportedEvent(
        origin[0], origin[1], day, actor.code, recipient.code, act.type, act.mode, values[0], actor.sector,
        recipient.sector, values[1],
    )  # fmt: skip
