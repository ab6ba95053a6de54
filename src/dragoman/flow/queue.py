"""The queue of review: which records a person should look at next, without those that are decided.

A folder and what is wanted in, records with the doubts about them out. Which record a decision means is taken from the
id that it names: a record that a newer version finds elsewhere comes up again, with its decision beside it.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from dragoman.model.decisions import Decision
from dragoman.record.decisions import read_decisions
from dragoman.record.filters import Filters
from dragoman.record.queue import Kind, Queued, select_queue
from dragoman.resolve.decisions.applying import ON_RECORDS
from dragoman.resolve.decisions.force import select_in_force

Whose = Literal["open", "others"]
WHOSE: tuple[Whose, ...] = ("open", "others")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the queue shall hold.

    Attributes:
        kind: of record.
        filters: which of them.
        who: the person who looks.
        whose: open for what nobody has decided; others for what somebody else has and this person has not, so that
            two people judge the same records.
        cut: the confidence from which on rows are shown.
    """

    who: str
    cut: float
    kind: Kind = "events"
    filters: Filters = field(default_factory=Filters)
    whose: Whose = "open"


def read_queue(folder: Path, wanted: Wanted) -> tuple[Queued, ...]:
    """The records to look at, the most important first.

    Raises:
        RecordError: there is no dossier, or it is damaged.
    """
    decided = [d for d in select_in_force(read_decisions(folder).decisions) if d.action in ON_RECORDS]
    own = {target.id for d in decided if d.who == wanted.who for target in d.targets}
    theirs = {target.id for d in decided if d.who != wanted.who for target in d.targets}
    only, without = (theirs - own, set[str]()) if wanted.whose == "others" else (None, own | theirs)
    return select_queue(folder, wanted.kind, wanted.filters, cut=wanted.cut, without=without, only=only)


def find_last(folder: Path, who: str) -> Decision | None:
    """The latest decision of a person that nobody has undone; no removal, which undoing does not bring back."""
    own = [d for d in select_in_force(read_decisions(folder).decisions) if d.who == who and d.action != "remove"]
    return own[-1] if own else None
