"""Does pressure foretell where a relation goes in the next quarter? The second question of docs/validity.md.

Networks are made of filtered levels: what could be known at the end of a quarter, nothing later. What came about is
the filtered level a quarter later, and apart from it the raw mean score of the acts of that quarter.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from validity_measures import draw_groups, print_table, spell, spell_share

from dragoman.model.network import Tie
from dragoman.model.relation import Pair
from dragoman.relate.lines import Lines
from dragoman.relate.outlook.regression import fit_model
from dragoman.relate.system import find_pressures, judge_sign

QUARTER = 3
RUN_IN = 12
"""Months before the first network: levels are still looking for their places."""
LEAST_ACTS = 3
"""Acts without which a pair has no tie, as in the networks of the program."""
WELL_KNOWN = 30
LEARNING = 8
"""Quarters known before the first forecast in probabilities."""
BLOCK = 4
"""Quarters that are drawn together for intervals."""
DEALS = 200
Guess = Callable[["Case"], float]


@dataclass(frozen=True, slots=True)
class Case:
    """A pair at the end of a quarter, and what became of it.

    Attributes:
        quarter: number of the quarter; `gap`: level less the mean level of all pairs of the quarter; `trend`, `half`:
            filtered.
        acts: number of acts known by then.
        net: triangles that ask for warmer less those that ask for colder; `thirds`: both together; `lean`: net by
            thirds, less its mean over the pairs of the quarter.
        dealt: pressures of other pairs of the quarter, drawn by chance.
        score: mean score of the quarter's acts, not a number without acts.
        move: of the filtered level in the next quarter; `turn`: mean score of the next quarter less the level now;
            `swing`: less the mean score of this quarter.
    """

    pair: Pair
    quarter: int
    level: float
    gap: float
    trend: float
    half: float
    acts: float
    net: int
    thirds: int
    lean: float
    dealt: tuple[int, ...]
    score: float
    move: float
    turn: float

    @property
    def swing(self) -> float:
        """As said above."""
        return self.turn + self.level - self.score


def judge_pressures(name: str, lines: Lines) -> None:
    """Print what came of it."""
    begin = RUN_IN if lines.grid.count > 2 * RUN_IN else QUARTER
    cases = [case for at in range(begin - 1, lines.grid.count - QUARTER, QUARTER) for case in _cases_at(lines, at)]
    quarters = len({case.quarter for case in cases})
    warmer, colder = sum(case.net > 0 for case in cases), sum(case.net < 0 for case in cases)
    against = sum(case.net * case.level < 0 for case in cases)
    print(f"**{name}**: {len(cases)} cases of {len({case.pair for case in cases})} pairs in {quarters} quarters.")
    print(f"Pressure asks for warmer in {warmer}, for colder in {colder}; against the level's sign in {against}.\n")
    by_time = quarters > 2 * BLOCK
    for what, words in (("move", "the filtered level moves"), ("turn", "next quarter's mean score against the level"),
                        ("swing", "next quarter's mean score against this quarter's")):  # fmt: skip
        _tell_signs(words, [case for case in cases if not np.isnan(getattr(case, what))], what, by_time)
    if by_time:
        _tell_chances(cases)


def _cases_at(lines: Lines, at: int) -> list[Case]:
    """All pairs of states with a tie, a third side, and an act in the next quarter."""
    levels, acts = lines.levels, lines.cells.acts.sum(axis=2)
    known = {pair: column for pair, column in lines.pairs.items()
             if ":" not in "".join(pair) and acts[: at + 1, column].sum() >= LEAST_ACTS}  # fmt: skip
    ties = [_tie(pair, float(levels.filtered[at, column]), float(levels.filtered_half[at, column]))
            for pair, column in known.items()]  # fmt: skip
    pressed = {each.pair: each for each in find_pressures(ties, lambda code: code) if each.pair in known}
    ahead, behind = slice(at + 1, at + 1 + QUARTER), slice(at + 1 - QUARTER, at + 1)
    alive = [pair for pair in sorted(pressed) if acts[ahead, known[pair]].sum() > 0]
    if not alive:
        return []
    middle = float(np.mean([levels.filtered[at, known[pair]] for pair in alive]))
    dice = np.random.default_rng(at)
    nets = [pressed[pair].net for pair in alive]
    thirds = [len(pressed[pair].warmer) + len(pressed[pair].cooler) for pair in alive]
    usual = float(np.mean(np.divide(nets, thirds)))
    dealt = np.array([dice.permutation(nets) for _ in range(DEALS)])
    cases = []
    for place, pair in enumerate(alive):
        column, level = known[pair], float(levels.filtered[at, known[pair]])
        cases.append(Case(
            pair, at // QUARTER, level, level - middle, float(levels.filtered_trend[at, column]),
            float(levels.filtered_half[at, column]), float(acts[: at + 1, column].sum()), nets[place], thirds[place],
            nets[place] / thirds[place] - usual, tuple(int(each) for each in dealt[:, place]),
            _score(lines, behind, column), float(levels.filtered[at + QUARTER, column]) - level,
            _score(lines, ahead, column) - level,
        ))  # fmt: skip
    return cases


def _tie(pair: Pair, level: float, half: float) -> Tie:
    return Tie(*pair, level, level - half, level + half, judge_sign(level - half, level + half))


def _score(lines: Lines, some: slice, column: int) -> float:
    weight, mean = lines.cells.weight[some, column], lines.cells.mean[some, column]
    return float((weight * mean).sum() / weight.sum()) if weight.sum() else float("nan")


def _tell_signs(words: str, cases: Sequence[Case], what: str, by_time: bool) -> None:
    """How often signs are right, where pressure has a direction and the pair moved more than half of them did."""
    pressed = [case for case in cases if case.net]
    middle = np.median([abs(getattr(case, what)) for case in pressed])
    moved = [case for case in pressed if abs(getattr(case, what)) > middle]
    def right(guess: Guess) -> Callable[[Sequence[Case]], float]:
        return lambda some: float(np.mean([guess(case) * getattr(case, what) > 0 for case in some]))
    def interval(statistic: Callable[[Sequence[Case]], float]) -> tuple[float, float]:
        if by_time:
            return draw_groups(moved, lambda case: f"{case.quarter:04d}", statistic, BLOCK)
        return draw_groups(moved, lambda case: case.pair, statistic)
    press, back = right(lambda case: case.net), right(lambda case: -case.gap)
    chance = float(np.mean([[each * getattr(case, what) > 0 for each in case.dealt] for case in moved]))
    guesses = [("pressure", press), ("pressure, warmer or colder than is usual", right(lambda case: case.lean)),
               ("own level: back towards the mean of all pairs", back),
               ("own trend goes on", right(lambda case: case.trend)), ("always better", right(lambda case: 1.0)),
               ("always worse", right(lambda case: -1.0))]  # fmt: skip
    if what == "swing":
        guesses.insert(2, ("own score: back towards the level", right(lambda case: case.level - case.score)))
    table = [[name, spell_share(statistic(moved), interval(statistic))] for name, statistic in guesses]
    table.insert(1, ["pressures dealt to other pairs by chance", f"{chance:.1%}"])
    gain = _minus(press, back)
    table.append(["pressure less own level, points", spell(100 * gain(moved), _times(interval(gain), 100), 1)])
    split = [case for case in moved if case.net * case.gap > 0]
    table.append([f"pressure, where own level says the other way ({len(split)})", f"{press(split):.1%}"])
    known = [case for case in moved if case.acts >= WELL_KNOWN]
    table.append([f"own level, of pairs with at least {WELL_KNOWN} acts ({len(known)})", f"{back(known):.1%}"])
    print_table([f"{words}: {len(moved)} cases that moved more than {middle:.2f}", "sign right"], table)


def _minus(
    first: Callable[[Sequence[Case]], float], second: Callable[[Sequence[Case]], float]
) -> Callable[[Sequence[Case]], float]:
    return lambda some: first(some) - second(some)


def _times(interval: tuple[float, float], factor: float) -> tuple[float, float]:
    return interval[0] * factor, interval[1] * factor


def _tell_chances(cases: Sequence[Case]) -> None:
    """Brier scores of better, same, worse, each forecast learned from the quarters before it."""
    band = float(np.quantile([abs(case.move) for case in cases], 1 / 3))
    answers = np.array([0 if case.move > band else 2 if case.move < -band else 1 for case in cases])
    own = np.array([[case.gap, case.trend, case.half] for case in cases])
    pressure = np.array([[np.sign(case.net), case.net, case.net / case.thirds] for case in cases])
    quarter = np.array([case.quarter for case in cases])
    told: dict[str, list[np.ndarray]] = {name: [] for name in ("no change", "base rate", "pressure alone", "own level",
                                                               "own level and pressure")}  # fmt: skip
    first = quarter.min() + LEARNING
    for now, _ in groupby(quarter[quarter >= first]):
        # A move is known a quarter later, so that the last one to learn from began a quarter ago.
        past, here = quarter < now, quarter == now
        rates = (np.bincount(answers[past], minlength=3) + 1.0) / (past.sum() + 3)
        expected = np.tile(rates, (len(cases), 1))
        told["base rate"] += list(expected[here])
        told["no change"] += [np.array([(1 - rates[1]) / 2, rates[1], (1 - rates[1]) / 2])] * int(here.sum())
        for name, traits in (("pressure alone", pressure), ("own level", own),
                             ("own level and pressure", np.hstack([own, pressure]))):  # fmt: skip
            fit = fit_model(traits[past], answers[past], expected[past], 1, np.zeros((traits.shape[1], 3)))
            told[name] += [fit.foretell(row, rates) for row in traits[here]]
    _score_chances(told, answers[quarter >= first], quarter[quarter >= first], band)


def _score_chances(told: dict[str, list[np.ndarray]], answers: np.ndarray, quarter: np.ndarray, band: float) -> None:
    came = np.eye(3)[answers]
    brier = {name: ((np.array(each) - came) ** 2).sum(axis=1) for name, each in told.items()}
    hit = {name: np.array(each).argmax(axis=1) == answers for name, each in told.items()}
    def differ(name: str, other: str) -> str:
        rows = list(zip(quarter, brier[name] - brier[other], strict=True))
        def mean(some: Sequence[tuple[int, float]]) -> float:
            return float(np.mean([each for _, each in some]))
        return spell(mean(rows), draw_groups(rows, lambda row: f"{row[0]:04d}", mean, BLOCK), 4)
    table = [[name, f"{brier[name].mean():.4f}", f"{hit[name].mean():.1%}",
              "" if name == "base rate" else differ(name, "base rate")] for name in told]  # fmt: skip
    table.append(["own level and pressure, less own level", "", "", differ("own level and pressure", "own level")])
    print_table([f"{len(answers)} cases, band ±{band:.2f}", "Brier", "likeliest right", "less base rate"], table)
