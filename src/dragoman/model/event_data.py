"""Event data that somebody else made: rows without a text behind them.

In a dossier they stand beside what texts tell, marked as evidence-free; relations, networks and outlooks rest on both.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ImportedEvent:
    """An event from somebody else's event data: no text stands behind it.

    Attributes:
        source: name of the data set, as "ICEWS"; `key`: its own id there, "" if it has none.
        day: ISO date.
        actor: code of the doer as in the record; `recipient`: of the other side.
        type: PLOVER type; `mode`: PLOVER mode as in `plover.tsv`, "".
        cameo: CAMEO code as given, "".
        score: a score that the row itself brings (Goldstein, PLOVER intensity), None if it brings none.
    """

    source: str
    key: str
    day: str
    actor: str
    recipient: str
    type: str
    mode: str = ""
    cameo: str = ""
    actor_sector: str = ""
    recipient_sector: str = ""
    score: float | None = None


@dataclass(frozen=True, slots=True)
class ImportedMonth:
    """The imported events of a month that are alike.

    Attributes:
        source: name of the data set; several of them may tell the same events, so that they are not to be added up.
        month: ISO month.
        actor: code of the doer; `recipient`: of the other side.
        official: True where both sides act officially: government, forces, parliament, services, IGO.
        count: number of events.
        score: mean of the scores that they bring themselves, None if none does.
    """

    source: str
    month: str
    actor: str
    recipient: str
    type: str
    mode: str
    cameo: str
    official: bool
    count: int
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Import:
    """One imported file: event data without texts.

    Attributes:
        name: by which it can be removed.
        map: from CAMEO to types and modes, as `vocab/plover_map.py` names it.
        kept: rows that became events; `repeated`: that an earlier import had; `rejected`: that could not be read.
        dropped: why sound rows were left out, and how many, most first.
    """

    name: str
    file: str
    map: str
    kept: int
    repeated: int
    rejected: int
    dropped: tuple[tuple[str, int], ...] = ()
