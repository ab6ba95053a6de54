"""Do levels and pressures mean something? Prints the tables of docs/validity.md.

Usage: scripts/validate_relations.py ICEWS14 ICEWS0515 IDEALPOINTS.csv LEADERS SCRATCH

ICEWS14: folder of the graph in numbers (train, valid, test and the lists of names). ICEWS0515: folder of the graph in
words. IDEALPOINTS: Bailey, Strezhnev and Voeten. LEADERS: a dossier that `dragoman read` made of leading articles.
SCRATCH: folder for the dossiers that events are imported into; what is there already is used again.
"""

import csv
import sys
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

import numpy as np
from validity_measures import correlate, draw_groups, print_table, spell
from validity_pressure import judge_pressures

from dragoman.flow.importing import import_into
from dragoman.flow.relating import RelationAsk, lines_of
from dragoman.ingest.eventdata.outcomes import Settings
from dragoman.model.relation import Pair
from dragoman.record.dossier import Dossier
from dragoman.relate.lines import Lines

LEAST_EVENTS = 30
LEAST_THREADS = 8
LEAST_ROWS = 8
"""Below that a rank correlation says nothing."""
YEARS = range(2005, 2016)
FIRST_SESSION = 1945
"""Year before that of the United Nations' first session: session 69 began in 2014."""
MEASURES = ("level", "mean", "conflict")
SHOWN = 10


@dataclass(frozen=True, slots=True)
class PairYear:
    """What a set of events says of a pair in a year.

    Attributes:
        level: mean of its periods; `half`: of half of their intervals; `mean`: raw mean score of its acts.
        conflict: share of conflict in its acts; `events`: number of acts.
        other: what it is held against: nearness in votes, or the level of the other source.
    """

    pair: Pair
    year: int
    level: float
    half: float
    mean: float
    conflict: float
    events: float
    other: float = float("nan")


def draw(folder: Path, *, period: str = "month", scale: str = "plover") -> Lines:
    """The lines of all pairs of a dossier."""
    with Dossier(folder) as opened:
        return lines_of(opened, RelationAsk(period=period, scale=scale))  # type: ignore[arg-type]


def import_once(folder: Path, source: Path, settings: Settings) -> Path:
    """A dossier of imported events."""
    if not folder.exists():
        print(f"<!-- {import_into(folder, [str(source)], settings)} -->")
    return folder


def find_named(folder: Path) -> frozenset[str]:
    """Sides that the events name as a whole, and not only by a ministry or by whoever holds an office."""
    with Dossier(folder) as opened:
        return frozenset(
            code for event in opened.imported_events()
            for code, sector in ((event.actor, event.actor_sector), (event.recipient, event.recipient_sector))
            if not sector
        )  # fmt: skip


def sum_up(lines: Lines, years: range) -> dict[tuple[Pair, int], PairYear]:
    """Pairs of states by year, those with at least one act in it."""
    found = {}
    for year in years:
        first, last = (lines.grid.place_of(f"{year}-{day}") for day in ("01-01", "12-31"))
        some = slice(max(0, first), max(0, last + 1))
        for pair, column in lines.pairs.items():
            acts = lines.cells.acts[some, column].sum(axis=0)
            if acts.sum() > 0 and ":" not in "".join(pair):
                weight, mean = lines.cells.weight[some, column], lines.cells.mean[some, column]
                found[pair, year] = PairYear(
                    pair, year, float(lines.levels.level[some, column].mean()),
                    float(lines.levels.half[some, column].mean()), float((weight * mean).sum() / weight.sum()),
                    float(acts[2:].sum() / acts.sum()), float(acts.sum()),
                )  # fmt: skip
    return found


def read_votes(path: Path) -> dict[tuple[str, int], float]:
    """Ideal points by state and year."""
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        rows = list(csv.DictReader(file))
    points = [(row["iso3c"], FIRST_SESSION + int(row["session"]), row["IdealPoint"]) for row in rows]
    return {(code, year): float(point) for code, year, point in points if point not in ("", "NA")}


def compare_with_votes(name: str, folder: Path, years: range, votes: dict[tuple[str, int], float]) -> None:
    """Question a: do those who get on better vote more alike?"""
    by_scale = {scale: sum_up(draw(folder, scale=scale), years) for scale in ("plover", "goldstein")}
    kept = {
        scale: [
            replace(row, other=-abs(votes[row.pair[0], year] - votes[row.pair[1], year]))
            for (_, year), row in sorted(rows.items())
            if row.events >= LEAST_EVENTS and {(code, year) for code in row.pair} <= votes.keys()
        ]
        for scale, rows in by_scale.items()
    }
    named = find_named(folder)
    print(f"**{name}**\n")
    _tell_votes(kept, "pair-years", named)
    if len(years) > 1:
        whole = {scale: _whole(rows, votes) for scale, rows in by_scale.items()}
        _tell_votes(whole, "pairs, all years in one", named)
        by_year = [[row for row in kept["plover"] if row.year == year] for year in years]
        print_table(["year", "pairs", "level", "raw mean", "share of conflict"], [
            [some[0].year, len(some), *(spell(correlate([getattr(row, measure) for row in some],
             [row.other for row in some])) for measure in MEASURES)]
            for some in by_year if len(some) >= LEAST_ROWS
        ])  # fmt: skip


def _whole(rows: dict[tuple[Pair, int], PairYear], votes: dict[tuple[str, int], float]) -> list[PairYear]:
    """Pairs with all their years in one, against their mean nearness in these years."""
    found = []
    keys = sorted(key for key in rows if {(code, key[1]) for code in key[0]} <= votes.keys())
    for pair, years in groupby(keys, lambda key: key[0]):
        own = list(years)
        near = float(np.mean([-abs(votes[pair[0], year] - votes[pair[1], year]) for _, year in own]))
        found.append(replace(join(rows, pair, own), other=near))
    return [row for row in found if row.events >= LEAST_EVENTS]


def _tell_votes(kept: dict[str, list[PairYear]], words: str, named: frozenset[str]) -> None:
    """Rank correlations of each measure with nearness in votes."""
    measured = [("level", "plover", "level"), ("level, Goldstein's scale", "goldstein", "level"),
                ("raw mean score", "plover", "mean"), ("raw mean, Goldstein's scale", "goldstein", "mean"),
                ("share of conflict", "plover", "conflict"), ("number of events", "plover", "events")]  # fmt: skip
    table = []
    for called, scale, measure in measured:
        table.append([called, _rank(kept[scale], measure)])
    rows = kept["plover"]
    for called, test in (("both named as a whole", lambda row: named.issuperset(row.pair)),
                         ("one known by its offices alone", lambda row: not named.issuperset(row.pair)),
                         ("without the United States", lambda row: "USA" not in row.pair)):  # fmt: skip
        some = [row for row in rows if test(row)]
        for measure, what in (("level", "level"), ("mean", "raw mean score"), ("conflict", "share of conflict")):
            table.append([f"{what}, {called} ({len(some)})", _rank(some, measure)])
    def gain(rows: list[PairYear]) -> float:
        level, mean = (correlate([getattr(row, each) for row in rows], [row.other for row in rows])
                       for each in ("level", "mean"))  # fmt: skip
        return level - mean
    table.append(["level less raw mean", spell(gain(rows), draw_groups(rows, lambda row: row.pair, gain))])
    print_table([f"{len(rows)} {words} ({len({row.pair for row in rows})} pairs)", "Spearman with nearness"], table)


def _rank(rows: list[PairYear], measure: str) -> str:
    def rank(some: list[PairYear]) -> float:
        return correlate([getattr(row, measure) for row in some], [row.other for row in some])
    return spell(rank(rows), draw_groups(rows, lambda row: row.pair, rank))


def compare_with_leaders(leaders: Path, events: dict[str, Path]) -> None:
    """Question c: do two sources that know nothing of each other tell of the same relations?"""
    told = sum_up(draw(leaders, period="year"), YEARS)
    for name, folder in events.items():
        counted, named = sum_up(draw(folder, period="year"), YEARS), find_named(folder)
        both = sorted(set(told) & set(counted))
        print(f"**{name}**\n")
        for least in (LEAST_EVENTS, LEAST_THREADS):
            enough = f"({LEAST_THREADS} threads, {least} events)"
            yearly = [(told[key], counted[key]) for key in both if _suffice(told[key], counted[key], least)]
            tell_agreement(f"pair-years {enough}", yearly)
        tell_agreement("of them both named as a whole", [row for row in yearly if named.issuperset(row[0].pair)])
        pairs = [(join(told, pair, keys), join(counted, pair, keys))
                 for pair, keys in ((pair, [key for key in both if key[0] == pair])
                                    for pair in sorted({pair for pair, _ in both}))]  # fmt: skip
        if len({year for _, year in both}) == 1:
            continue
        for least in (LEAST_EVENTS, LEAST_THREADS):
            whole = {one.pair: (one, two) for one, two in pairs if _suffice(one, two, least)}
            tell_agreement(f"pairs in all years ({LEAST_THREADS} threads, {least} events)", list(whole.values()))
            apart = [(shift(told[key], whole[key[0]][0]), shift(counted[key], whole[key[0]][1]))
                     for key in both if key[0] in whole]  # fmt: skip
            tell_agreement("years of these pairs, each against the mean of its pair", apart)
        some = [row for pair, row in whole.items() if named.issuperset(pair)]
        tell_agreement("pairs in all years, both named as a whole", some)
        tell_largest(list(whole.values()), named)


def _suffice(one: PairYear, two: PairYear, least: int) -> bool:
    return one.events >= LEAST_THREADS and two.events >= least


def join(rows: dict[tuple[Pair, int], PairYear], pair: Pair, keys: list[tuple[Pair, int]]) -> PairYear:
    """All years of a pair in one; years count by their events for the raw mean, alike for the level."""
    some = [rows[key] for key in keys]
    events = np.array([row.events for row in some])
    mean, conflict = (float(np.average([getattr(row, name) for row in some], weights=events))
                      for name in ("mean", "conflict"))  # fmt: skip
    level, half = (float(np.mean([getattr(row, name) for row in some])) for name in ("level", "half"))
    return PairYear(pair, 0, level, half, mean, conflict, float(events.sum()))


def shift(row: PairYear, centre: PairYear) -> PairYear:
    return PairYear(row.pair, row.year, row.level - centre.level, row.half, row.mean - centre.mean, row.conflict,
                    row.events)  # fmt: skip


def tell_agreement(words: str, rows: list[tuple[PairYear, PairYear]]) -> None:
    """How two sources agree on levels, and on raw means."""
    if len(rows) < LEAST_ROWS:
        print(f"{len(rows)} {words}: too few.\n")
        return
    table = []
    for measure in ("level", "mean"):
        def rank(rows: list[tuple[PairYear, PairYear]], measure: str = measure) -> float:
            return correlate(*([getattr(row[side], measure) for row in rows] for side in (0, 1)))
        off = np.array([getattr(one, measure) - getattr(two, measure) for one, two in rows])
        interval = draw_groups(rows, lambda row: row[0].pair, rank)
        table.append(["level" if measure == "level" else "raw mean score", spell(rank(rows), interval),
                      f"{off.mean():+.2f}", f"{np.abs(off).mean():.2f}"])  # fmt: skip
    count = f"{len(rows)} {words}"
    print_table([count, "Spearman", "leaders less ICEWS, mean", "mean distance"], table)


def tell_largest(rows: list[tuple[PairYear, PairYear]], named: frozenset[str]) -> None:
    """The pairs on which two sources agree least."""
    rows = sorted(rows, key=lambda row: -abs(row[0].level - row[1].level))[:SHOWN]
    print_table(["pair", "leaders", "threads", "conflict", "ICEWS", "events", "conflict", "named as a whole"], [
        ["-".join(one.pair), f"{one.level:+.1f} ±{one.half:.1f}", round(one.events), f"{one.conflict:.0%}",
         f"{two.level:+.1f} ±{two.half:.1f}", round(two.events), f"{two.conflict:.0%}",
         "both" if named.issuperset(one.pair) else ", ".join(sorted(named & set(one.pair))) or "neither"]
        for one, two in rows
    ])  # fmt: skip


def main() -> None:
    """Print the tables."""
    numbers, words, points, leaders, scratch = (Path(each) for each in sys.argv[1:6])
    one = import_once(scratch / "icews14", numbers, Settings(format="graph-ids", first_day="2014-01-01"))
    many = import_once(scratch / "icews0515", words, Settings(format="graph"))
    votes = read_votes(points)
    print("## a. Levels and votes\n")
    compare_with_votes("ICEWS 2014", one, range(2014, 2015), votes)
    compare_with_votes("ICEWS 2005-2015, a fifth of the events", many, YEARS, votes)
    print("## b. Pressure and the next quarter\n")
    judge_pressures("ICEWS 2005-2015, a fifth of the events", draw(many))
    judge_pressures("ICEWS 2014", draw(one))
    print("## c. Leading articles and ICEWS\n")
    compare_with_leaders(leaders, {"ICEWS 2005-2015, a fifth of the events": many, "ICEWS 2014": one})


if __name__ == "__main__":
    main()
