"""The Python interface: read texts into a dossier, open one, ask what the commands and the pages ask, get records back.

Example:
    dragoman.read(["news/"], "pak-rus")
    with dragoman.open_dossier("pak-rus") as dossier:
        visits = list(dossier.threads(dragoman.filters(pair="PAK RUS", type="CONSULT")))
        relation = dossier.relation("PAK", "RUS")
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from dragoman.flow.reading import ReadSettings, Summary, read_into
from dragoman.flow.refreshing import refresh
from dragoman.flow.relating import (
    RelationAsk,
    last_day_of,
    outlook_of,
    relation_of,
    suppose_levels,
    system_of,
    ties_of,
)
from dragoman.flow.steps import load_tools
from dragoman.model.errors import UsageError
from dragoman.model.network import Difference, System, Tie
from dragoman.model.outlook import Outlook
from dragoman.model.relation import Period, Relation
from dragoman.present.actors import find_pair, load_names
from dragoman.present.asking import Wanted, check_day, check_filters, check_period
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters
from dragoman.text.edtf import bounds_of


class OpenDossier(Dossier):
    """A dossier opened for reading, with what is computed from it. Actors are codes or names, days are ISO days.

    What is stored comes from `Dossier`: documents, events, statements, assessments, threads, contradictions, families,
    search and more.
    """

    def relation(self, a: str, b: str, *, by: Period = "month", since: str = "", until: str = "") -> Relation:
        """How two sides get on over time, as `dragoman relation`.

        Raises:
            UsageError: an actor is unknown, or a date is none.
        """
        begin, end = check_period(since, until)
        first, last = bounds_of(begin)[0], bounds_of(end)[1]
        ask = RelationAsk(by, since=first.isoformat() if first else "", until=last.isoformat() if last else "")
        return relation_of(self, find_pair([a, b]), ask)

    def relations(self, day: str = "") -> tuple[Tie, ...]:
        """How all pairs get on, on a day, as `dragoman relations`; without one on the last day told of.

        Raises:
            UsageError: the day is none, or nothing has a date.
        """
        return ties_of(self, self._day(day), RelationAsk())

    def system(self, day: str = "", *, all_actors: bool = False) -> System:
        """The network of all pairs on a day: ties, camps, triangles, pressures, as `dragoman system`.

        Raises:
            UsageError: the day is none, or nothing has a date.
        """
        among = "all" if all_actors else "states"
        return system_of(self, self._day(day), RelationAsk(), load_names(), among=among)

    def outlook(self, a: str, b: str, *, months: Sequence[int] = (1, 3, 6)) -> Outlook:
        """What may follow for two sides, with the record of such forecasts, as `dragoman outlook`.

        Raises:
            UsageError: an actor is unknown.
        """
        return outlook_of(self, find_pair([a, b]), RelationAsk(), tuple(months))[0]

    def _day(self, day: str) -> str:
        found = check_day("day", day) or last_day_of(self)
        if not found:
            raise UsageError("Nothing in this dossier has a date. Name the day.")
        return found


def open_dossier(path: str | Path) -> OpenDossier:
    """Open a dossier for reading; use it as a context. Its rows follow the decisions that stand in its folder.

    Raises:
        RecordError: there is none, it is damaged, or a newer program wrote it.
        LockedError: decisions are new in the folder, but another process is writing the dossier.
    """
    refresh(Path(path), load_tools())
    return OpenDossier(Path(path))


def filters(
    *, pair: str | None = None, actor: str | None = None, type: str | None = None, status: str | None = None,
    voice: str | None = None, standing: str | None = None, clash: str | None = None, since: str | None = None,
    until: str | None = None, document: str | None = None, as_of: str | None = None, limit: int = 0,
    min_confidence: float = 0.0,
) -> Filters:  # fmt: skip
    """Filters for the lists of a dossier, checked as on the command line; but every row counts, however unsure.

    Raises:
        UsageError: names the word that is wrong and what would be right.
    """
    return check_filters(
        Wanted(pair=pair, actor=actor, type=type, status=status, voice=voice, standing=standing, clash=clash,
               since=since, until=until, document=document, as_of=as_of, limit=limit, least=min_confidence)
    )  # fmt: skip


def suppose(system: System, levels: Mapping[tuple[str, str], float]) -> tuple[System, Difference]:
    """The same network with some levels set by hand, and what is otherwise in it, as `dragoman whatif`.

    Args:
        levels: from a pair, as codes or names, to its level, -10 to 10.

    Raises:
        UsageError: an actor is unknown, or a level lies outside the scale.
    """
    wanted = {find_pair(list(pair)): level for pair, level in levels.items()}
    if not all(-10.0 <= level <= 10.0 for level in wanted.values()):
        raise UsageError("A level lies outside the scale of -10 to 10.")
    return suppose_levels(system, wanted, load_names())


def read(
    paths: Sequence[str | Path],
    dossier: str | Path,
    *,
    settings: ReadSettings = ReadSettings(),  # noqa: B008  (frozen)
) -> Summary:
    """Read files and folders into a dossier, made if need be; what the summary counts is on disk.

    Raises:
        LockedError: another process is writing it.
        RecordError: it cannot be written.
    """
    tools = load_tools()
    summary = read_into(Path(dossier), [str(path) for path in paths], tools, settings=settings)
    refresh(Path(dossier), tools, settings=settings)
    return summary
