"""Gathers what a dossier knows of how pairs get on: from threads, assessments and imported events to relations.

An open dossier in, relations and networks out. Nothing is stored: they are computed when asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from dragoman.flow.background import Background, background_of
from dragoman.model.errors import UsageError
from dragoman.model.network import Difference, System, Tie
from dragoman.model.outlook import Outlook
from dragoman.model.relation import Act, Coverage, Pair, Period, Relation, ToldEvent, Verdict
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters
from dragoman.record.overview import stamp_of
from dragoman.relate.counting import score_events, score_months
from dragoman.relate.lines import Lines, draw_lines
from dragoman.relate.months import tell_months
from dragoman.relate.outlook import look_ahead
from dragoman.relate.relations import Window, Witnesses, draw_relation
from dragoman.relate.scoring import Told, score_threads
from dragoman.relate.system import SECONDS, build_system, compare_systems, suppose
from dragoman.relate.ties import REACH, find_ties, shift_years
from dragoman.relate.verdicts import read_verdicts
from dragoman.vocab.scales import SCALES, Scale, load_scale

LEAST = 0.3
"""Less certain threads do not count at all. Above it a thread counts by its confidence, so the cut of lists is not
asked for: many unsure tellings of one kind say something of a relation that none of them says alone."""


@dataclass(frozen=True, slots=True)
class RelationAsk:
    """What is asked for.

    Attributes:
        scale: "plover", "goldstein" or the path of a table.
        since: ISO day, "" for the first act; `until`: ISO day, "" for the last.
        official: False also counts acts that are not official.
        least: confidence below which threads and assessments do not count.
        as_of: as in `Filters`.
    """

    period: Period = "month"
    scale: str = "plover"
    since: str = ""
    until: str = ""
    official: bool = True
    least: float = LEAST
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks of one pair, or of all.

    Attributes:
        documents: ids of the documents behind each act and verdict, by its id.
        imported: names of the data sets that events come from.
    """

    acts: tuple[Act, ...]
    verdicts: tuple[Verdict, ...]
    documents: Mapping[str, frozenset[str]]
    background: Background
    imported: tuple[str, ...] = ()


def gather_evidence(opened: Dossier, ask: RelationAsk, pair: Pair | None = None) -> Evidence:
    """The acts and verdicts of a pair, or of all pairs."""
    background = background_of(opened)
    published, labels = background.published, background.independence.labels
    wanted = Filters(pair=pair, min_confidence=ask.least, as_of=ask.as_of)
    told = list(_tell(opened, wanted, published))
    assessments = [each for each in opened.assessments(wanted) if None not in each.parties]
    scale = load_scale(ask.scale)
    acts = [act for act in score_threads(told, scale, official=ask.official) if _is_of(act, pair)]
    imported = _import_acts(opened, ask, pair, scale)
    verdicts = read_verdicts(assessments, published, lambda document: labels.get(document, document))
    documents = {each.thread.id: frozenset(event.document for event in each.records) for each in told}
    documents.update((each.id, frozenset([each.document])) for each in assessments)
    names = tuple(sorted({act.id for act in imported}))
    return Evidence((*acts, *imported), tuple(verdicts), documents, background, names)


def relation_of(opened: Dossier, pair: Pair, ask: RelationAsk) -> Relation:
    """How a pair gets on; asked for again, it is made anew only when somebody has written into the dossier."""
    if ask.scale not in SCALES:
        return _relation(opened, pair, ask)
    return _remembered_relation(opened.folder, stamp_of(opened.folder), pair, ask)


@lru_cache(maxsize=64)
def _remembered_relation(folder: Path, _stamp: tuple[int, ...], pair: Pair, ask: RelationAsk) -> Relation:
    with Dossier(folder) as opened:
        return _relation(opened, pair, ask)


def _relation(opened: Dossier, pair: Pair, ask: RelationAsk) -> Relation:
    evidence = gather_evidence(opened, ask, pair)
    window = Window(ask.period, ask.since, ask.until or last_day_of(opened), ask.scale)
    return draw_relation(pair, evidence.acts, evidence.verdicts, window, _witnesses(opened, evidence, pair))


def lines_of(opened: Dossier, ask: RelationAsk) -> Lines:
    """The levels of all pairs in each period, some years before `ask.since` or the first text included.

    Raises:
        UsageError: nothing in the dossier speaks of any pair.
    """
    evidence = evidence_of_all(opened, ask)
    last = ask.until or last_day_of(opened) or "9999-12-31"
    first = shift_years(ask.since or _first_day(evidence) or last, -REACH)
    acts = [act for act in evidence.acts if first <= act.last and act.first <= last]
    verdicts = [verdict for verdict in evidence.verdicts if first <= verdict.last and verdict.first <= last]
    starts = [act.first for act in acts] + [verdict.first for verdict in verdicts]
    if not starts:
        raise UsageError("The dossier tells of no pair. Read articles or import events first.")
    return draw_lines(acts, verdicts, ask.period, max(first, min(starts)), last)


def ties_of(opened: Dossier, day: str, ask: RelationAsk) -> tuple[Tie, ...]:
    """The ties of all pairs on a day; what they rest on is remembered, so that one day after the other can be asked."""
    return ties_told(evidence_of_all(opened, ask), day, last_day_of(opened))


def told_ties_of(opened: Dossier, day: str, ask: RelationAsk) -> tuple[tuple[Tie, int], ...]:
    """The same, each with the number of independent sources behind all that is told of the pair."""
    evidence = evidence_of_all(opened, ask)
    documents: dict[Pair, set[str]] = defaultdict(set)
    for act in evidence.acts:
        documents[_sorted(act.actor, act.recipient)] |= evidence.documents.get(act.id, frozenset())
    for verdict in evidence.verdicts:
        documents[_sorted(verdict.a, verdict.b)] |= evidence.documents[verdict.id]
    ties = ties_told(evidence, day, last_day_of(opened))
    count = evidence.background.independence.count
    return tuple((tie, count(documents[tie.a, tie.b])) for tie in ties)


def ties_told(evidence: Evidence, day: str, last: str) -> tuple[Tie, ...]:
    """The ties of all pairs on a day by what was gathered of them; `last` is the last day of which anything is told."""
    return find_ties(evidence.acts, evidence.verdicts, day, last=max(day, last))


def evidence_of_all(opened: Dossier, ask: RelationAsk) -> Evidence:
    """What speaks of any pair: remembered for the shipped scales, whatever the period that is asked for."""
    if ask.scale not in SCALES:
        return gather_evidence(opened, ask)
    return _remembered_evidence(opened.folder, stamp_of(opened.folder), replace(ask, since="", until=""))


@lru_cache(maxsize=1)
def _remembered_evidence(folder: Path, _stamp: tuple[int, ...], ask: RelationAsk) -> Evidence:
    with Dossier(folder) as opened:
        return gather_evidence(opened, ask)


def _sorted(a: str, b: str) -> Pair:
    return (a, b) if a <= b else (b, a)


def system_of(
    opened: Dossier, day: str, ask: RelationAsk, name: Callable[[str], str], *, among: str = "states",
    seconds: float = SECONDS,
) -> System:  # fmt: skip
    """The network of all pairs on a day, with camps, triangles and pressures.

    Args:
        name: gives the name of a code in the midst of a sentence.
        among: "states", or "all" for organisations and armed groups as well.
        seconds: time to prove that no better camps exist.
    """
    return system_told(ties_of(opened, day, ask), day, name, among=among, seconds=seconds)


def system_told(
    ties: Iterable[Tie], day: str, name: Callable[[str], str], *, among: str = "states", seconds: float = SECONDS
) -> System:
    """The same from the ties of all pairs on that day."""
    wanted = [tie for tie in ties if among == "all" or ":" not in tie.a + tie.b]
    return build_system(day, wanted, name, seconds=seconds)


def suppose_levels(
    before: System, levels: Mapping[Pair, float], name: Callable[[str], str], *, seconds: float = SECONDS
) -> tuple[System, Difference]:
    """The same network with some levels set by hand, and what is otherwise in it."""
    after = build_system(before.day, suppose(before.ties, levels), name, seconds=seconds, near=before.camps)
    return after, compare_systems(before, after)


def outlook_of(
    opened: Dossier, pair: Pair, ask: RelationAsk, horizons: Sequence[int] = (1, 3, 6)
) -> tuple[Outlook, tuple[str, ...]]:
    """What may follow for a pair, and the names of the data sets that some of it rests on."""
    evidence = gather_evidence(opened, replace(ask, period="month"), pair)
    months = tell_months(pair, evidence.acts, evidence.verdicts, last_day_of(opened) or "9999-12-31")
    return look_ahead(pair, months, horizons), evidence.imported


def last_day_of(opened: Dossier) -> str:
    """The last day on which a text was published or an imported event was; "" if there is none."""
    return max(opened.last_day(), opened.last_imported_day())


def _first_day(evidence: Evidence) -> str:
    """The first day on which a text was published or an imported event was, "" if there is none."""
    days = evidence.background.days[:1]
    return min([*days, *(act.first for act in evidence.acts if act.id in evidence.imported)], default="")


def _tell(opened: Dossier, wanted: Filters, published: Mapping[str, tuple[str, str]]) -> Iterable[Told]:
    threads = list(opened.threads(wanted))
    records: dict[str, list[ToldEvent]] = defaultdict(list)
    for event in opened.told_events(thread.id for thread in threads):
        records[event.thread].append(event)
    for thread in threads:
        yield Told(thread, records[thread.id], published)


def _import_acts(opened: Dossier, ask: RelationAsk, pair: Pair | None, scale: Scale) -> list[Act]:
    if not opened.has_imports():
        return []
    if ask.period == "week":
        return score_events(opened.imported_events(Filters(pair=pair)), scale, official=ask.official)
    return score_months(opened.imported_months(Filters(pair=pair)), scale, official=ask.official)


def _is_of(act: Act, pair: Pair | None) -> bool:
    return pair is None or {act.actor, act.recipient} == set(pair)


def _witnesses(opened: Dossier, evidence: Evidence, pair: Pair) -> Witnesses:
    background = evidence.background
    first, second = (frozenset(opened.ids("documents", Filters(actor=code))) for code in pair)
    both = first & second

    def count_sources(ids: Sequence[str]) -> int:
        return background.independence.count({doc for id in ids for doc in evidence.documents.get(id, ())})

    def cover(start: str, end: str) -> Coverage:
        return background.cover(start, end, both)

    return Witnesses(count_sources, cover, evidence.imported)
