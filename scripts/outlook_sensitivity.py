"""Print how well outlooks do and how much each constant matters, on simulated pairs and, if given, on ICEWS pairs.

Usage: python scripts/outlook_sensitivity.py [--pairs N] [--icews FOLDER --plover PLOVER_JSON]

FOLDER holds tab-separated files of actor, CAMEO wording, recipient and day; PLOVER_JSON maps wordings to types and
scores. The reader is rough: it takes only actors that are a country or carry one in parentheses. Prints Markdown.
"""

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean, median

import numpy as np

from dragoman.model.outlook import Forecast, MonthOfPair
from dragoman.relate.outlook import backtest, looking, questions, regression, scoring, traits

MONTHS = 150
HORIZONS = (1, 3, 6)
SCORES = (2.5, 4.0, -3.5, -7.0)
Series = list[MonthOfPair]


# A rough filter: level and damped drift, an act's score being the level plus noise.


@dataclass(frozen=True)
class Noise:
    """Standard deviations a month, of one act, and how much of a drift is left after a month."""

    level: float = 0.2
    drift: float = 0.02
    act: float = 4.0
    damping: float = 0.9


def filter_level(scores: Sequence[float | None], acts: Sequence[int], noise: Noise) -> tuple[list, float]:
    """(level, spread, drift) at the end of each month from those before; and the log-likelihood."""
    move = np.array([[1.0, 1.0], [0.0, noise.damping]])
    state, cover = np.zeros(2), np.diag([16.0, 0.05])
    rows, likelihood = [], 0.0
    for score, count in zip(scores, acts, strict=True):
        state, cover = move @ state, move @ cover @ move.T + np.diag([noise.level**2, noise.drift**2])
        if score is not None:
            miss, room = score - state[0], cover[0, 0] + noise.act**2 / count
            gain = cover[:, 0] / room
            state, cover = state + gain * miss, cover - np.outer(gain, cover[0])
            likelihood -= 0.5 * (np.log(room) + miss**2 / room)
        rows.append((float(state[0]), float(cover[0, 0] ** 0.5), float(state[1])))
    return rows, likelihood


def make_months(first: int, acts: Sequence[Sequence[float]], visits: Sequence[int], noise: Noise) -> Series:
    """Months from the scores of each month's acts."""
    scores = [fmean(each) if each else None for each in acts]
    rows, _ = filter_level(scores, [len(each) for each in acts], noise)
    made = []
    for at, ((level, spread, drift), each) in enumerate(zip(rows, acts, strict=True)):
        quads = (sum(s >= 0 and s < 6 for s in each), sum(s >= 6 for s in each),
                 sum(-6 < s < 0 for s in each), sum(s <= -6 for s in each))
        name = f"{(first + at) // 12:04d}-{(first + at) % 12 + 1:02d}"
        made.append(MonthOfPair(name, level, spread, drift, len(each), scores[at], quads, visits[at]))
    return made


# Simulated pairs.


def simulate(kind: str, seed: int) -> Series:
    """A pair whose structure is known."""
    random = np.random.default_rng([seed, *kind.encode()])
    drift = np.zeros(MONTHS)
    for at in range(1, MONTHS):
        drift[at] = 0.95 * drift[at - 1] + random.normal(0, 0.06)
    step = {"still": 0.0, "overdone": 0.0, "walk": random.normal(0, 0.2, MONTHS), "drifting": drift}
    level = 1 + np.cumsum(step.get(kind, step["walk"]) * np.ones(MONTHS))
    counts = random.poisson(8, MONTHS)
    acts = [list(random.normal(level[at], 4.0, counts[at])) for at in range(MONTHS)]
    noise = {"still": Noise(0.01, 0.001), "overdone": Noise(1.0, 0.02), "drifting": Noise(0.02, 0.06, damping=0.95)}
    return make_months(1990 * 12, acts, simulate_visits(kind, random), noise.get(kind, Noise()))


def simulate_visits(kind: str, random: np.random.Generator) -> list[int]:
    """By chance; every spring; or in seasons of a year or two with many or few."""
    if kind == "spring":
        return [int(at % 12 == 3 and random.random() < 0.85) for at in range(MONTHS)]
    if kind != "seasons":
        return [int(random.random() < 0.15) for _ in range(MONTHS)]
    busy, visits = False, []
    for _ in range(MONTHS):
        busy = busy if random.random() < 0.94 else not busy
        visits.append(int(random.random() < (0.5 if busy else 0.02)))
    return visits


# ICEWS.


def read_icews(folder: Path, plover: Path, least: int) -> dict[tuple[str, str], dict[int, list[tuple[float, bool]]]]:
    """By pair and month number the acts: score, and whether it is a visit."""
    facts = json.loads(plover.read_text(encoding="utf-8"))
    types = {row[4].lower(): (row[1], row[2]) for row in facts["cameo_map"]}
    lines = [line.split("\t") for path in sorted(folder.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    named = Counter(found[1] for line in lines for name in (line[0], line[2]) if (found := _in_brackets(name)))
    pairs: dict = defaultdict(lambda: defaultdict(list))
    for actor, wording, recipient, day in lines:
        a, b = (found[1] if (found := _in_brackets(name)) else name for name in (actor, recipient))
        kind = types.get(wording.lower())
        if a != b and kind and min(named[a], named[b]) >= 10:
            mode = f"{kind[0]}: {kind[1].capitalize()}"
            score = facts["scores"].get(mode, facts["scores"][kind[0]])
            month = int(day[:4]) * 12 + int(day[5:7]) - 1
            pairs[min(a, b), max(a, b)][month].append((score, wording in ("Make a visit", "Host a visit")))
    return {pair: months for pair, months in sorted(pairs.items()) if len(months) >= least}


def _in_brackets(name: str) -> re.Match[str] | None:
    return re.search(r"\(([^()]+)\)$", name)


def lay_months(months: dict[int, list[tuple[float, bool]]], noise: Noise) -> Series:
    """All months from the first to the last of 2015."""
    numbers = range(min(months), 2016 * 12)
    acts = [[score for score, _ in months.get(number, [])] for number in numbers]
    visits = [sum(visit for _, visit in months.get(number, [])) for number in numbers]
    return make_months(numbers[0], acts, visits, noise)


def fit_noise(pairs: Sequence[dict[int, list[tuple[float, bool]]]]) -> Noise:
    """The noise that makes the first five years of all pairs likeliest, on a coarse grid."""
    def weigh(noise: Noise) -> float:
        total = 0.0
        for months in pairs:
            early = [[s for s, _ in months.get(n, [])] for n in range(2005 * 12, 2010 * 12)]
            total += filter_level([fmean(e) if e else None for e in early], [len(e) for e in early], noise)[1]
        return total
    grid = [Noise(a, b, c) for a in (0.05, 0.1, 0.2, 0.4, 0.8) for b in (0.003, 0.01, 0.03) for c in (3.0, 4.0, 5.0)]
    return max(grid, key=weigh)


# Tables.


@contextmanager
def changed(module: object, name: str, value: object) -> Iterator[None]:
    """A constant with another value for a while."""
    kept = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, kept)


def look(pairs: Sequence[Series], horizons: Sequence[int] = HORIZONS) -> list[list[Forecast]]:
    """The forecasts of each pair."""
    return [list(looking.look_ahead(("A", "B"), months, horizons).forecasts) for months in pairs]


def sum_up(forecasts: Sequence[Forecast]) -> str:
    """Cells: model, no change, base rate, difference to the better (means over pairs), and wins."""
    scores = [fmean(f.scores[at].brier for f in forecasts) for at in range(3)]
    apart = fmean(f.scores[0].brier - min(f.scores[1].brier, f.scores[2].brier) for f in forecasts)
    won = sum(f.shown == looking.MODEL for f in forecasts)
    return f"{scores[0]:.3f} | {scores[1]:.3f} | {scores[2]:.3f} | {apart:+.3f} | {won} of {len(forecasts)}"


def print_record(title: str, worlds: dict[str, list[Series]]) -> None:
    """How the model does, by world, question and horizon."""
    print(f"\n## {title}\n\n| pairs | question | months | model | no change | base rate | difference | shown |")
    print("|---|---|---|---|---|---|---|---|")
    for name, pairs in worlds.items():
        made = look(pairs)
        for at, forecast in enumerate(made[0]):
            cells = sum_up([each[at] for each in made])
            print(f"| {name} | {forecast.question} | {forecast.horizon} | {cells} |", flush=True)


CONSTANTS: tuple[tuple[object, str, tuple], ...] = (
    (regression, "PENALTY", (3.0, 10.0, 30.0, 100.0)),
    (regression, "FARTHEST", (2.0, 3.0, 5.0)),
    (backtest, "LEAST_KNOWN", (24, 36, 48)),
    (questions, "RUN_IN", (0, 12, 24)),
    (questions, "BAND_SHARE", (0.2, 1 / 3, 0.5)),
    (questions, "LEAST_BAND", (0.0, 0.1, 0.3)),
    (traits, "SHORT", (2, 3, 6)),
    (traits, "LONGEST_WAIT", (24, 36, 60)),
)


def print_sensitivity(worlds: dict[str, list[Series]]) -> None:
    """Mean difference to the better baseline at three months, both questions, and wins, by constant and value."""
    print("\n## Sensitivity, three months ahead\n\n| constant | value | " + " | ".join(worlds) + " |")
    print("|---|---|" + "---|" * len(worlds))
    for module, name, values in CONSTANTS:
        for value in values:
            chosen = "**" if value == getattr(module, name) else ""
            with changed(module, name, value):
                cells = [sum_up([f for each in look(pairs, (3,)) for f in each]) for pairs in worlds.values()]
            short = [", ".join(cell.split(" | ")[3:]) for cell in cells]
            print(f"| `{name}` | {chosen}{value:.3g}{chosen} | {' | '.join(short)} |", flush=True)


def print_coverage() -> None:
    """How often the interval holds the true mean of sums over as many months as the horizon, by length of a block."""
    print("\n## Coverage of the 80 % interval\n")
    print("| `BLOCK` | months | 1 month | 3 months | 6 months |\n|---|---|---|---|---|")
    for block in (1, 2, 3, 4):
        for months in (100, 200):
            with changed(scoring, "BLOCK", block):
                cells = [f"{measure_coverage(horizon, months):.0%}" for horizon in HORIZONS]
            print(f"| {block} | {months} | {' | '.join(cells)} |")


def measure_coverage(horizon: int, months: int) -> float:
    """The share of 500 series."""
    held = 0
    for seed in range(500):
        noise = np.random.default_rng(seed).normal(size=months + horizon - 1)
        low, high = scoring.bound_mean(np.convolve(noise, np.ones(horizon), "valid"), horizon)
        held += low <= 0 <= high
    return held / 500


def print_calibration(title: str, made: Sequence[Sequence[Forecast]]) -> None:
    """The model's forecasts by bins, all pairs together."""
    print(f"\n## Calibration: {title}\n\n| question | bin | forecasts | mean | came about |\n|---|---|---|---|---|")
    for question in ("relation", "visit"):
        bins = [b for each in made for f in each if f.question == question for b in f.scores[0].calibration]
        for low in sorted({b.low for b in bins}):
            here = [b for b in bins if b.low == low]
            count = sum(b.count for b in here)
            means = [sum(b.count * value(b) for b in here) / count for value in _VALUES]
            print(f"| {question} | {low:.1f}-{low + 0.1:.1f} | {count} | {means[0]:.3f} | {means[1]:.3f} |")


_VALUES: tuple[Callable, ...] = (lambda b: b.forecast, lambda b: b.observed)


def by_score(months: Series) -> Series:
    """The same months with the month's mean score in place of the level: the definition that was not taken."""
    made: Series = []
    for month in months:
        level = month.score if month.score is not None else made[-1].level if made else 0.0
        made.append(replace(month, level=level))
    return made


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=20, help="simulated pairs of each kind")
    parser.add_argument("--icews", type=Path)
    parser.add_argument("--plover", type=Path)
    arguments = parser.parse_args()
    kinds = ("still", "walk", "overdone", "drifting", "spring", "seasons")
    worlds = {kind: [simulate(kind, seed) for seed in range(arguments.pairs)] for kind in kinds}
    print_coverage()
    print_record("Simulated pairs", worlds)
    print_record("The month's mean score in place of the level", {"still": [by_score(m) for m in worlds["still"]]})
    swept = {kind: worlds[kind][: arguments.pairs // 2] for kind in ("walk", "drifting", "seasons")}
    if arguments.icews and arguments.plover:
        found = read_icews(arguments.icews, arguments.plover, looking.LEAST_MONTHS)
        noise = fit_noise(list(found.values()))
        icews = {pair: lay_months(months, noise) for pair, months in found.items()}
        print_icews(icews, noise)
        swept["ICEWS"] = list(icews.values())
    print_sensitivity(swept)


def print_icews(pairs: dict[tuple[str, str], Series], noise: Noise) -> None:
    """The record on ICEWS, all pairs together and one by one."""
    months = median(len(each) for each in pairs.values())
    print(f"\nICEWS: {len(pairs)} pairs, months in the middle {months:.0f}, filter {noise}")
    print_record("ICEWS 2005-2015", {"ICEWS": list(pairs.values())})
    made = look(list(pairs.values()))
    print_calibration("ICEWS", made)
    print("\n| pair | question | months | model | better baseline | interval of the difference |\n" + "|---" * 6 + "|")
    for pair, forecasts in zip(pairs, made, strict=True):
        for f in forecasts:
            if f.shown == looking.MODEL:
                best = min(f.scores[1:], key=lambda score: score.brier)
                own = f.scores[0]
                cells = f"{own.brier:.3f} | {best.brier:.3f} | {own.low:+.3f} to {own.high:+.3f}"
                print(f"| {'-'.join(pair)} | {f.question} | {f.horizon} | {cells} |")


if __name__ == "__main__":
    main()
