"""Prints how levels and intervals move when a constant of the model does, for some pairs of a dossier.

Usage: scripts/relation_sensitivity.py DOSSIER DATE PAIR... (as PAK-RUS); a Markdown table on standard output.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from dragoman.flow.relating import Evidence, RelationAsk, gather_evidence
from dragoman.model.network import Tie
from dragoman.model.relation import Act, Pair, Verdict
from dragoman.record.dossier import Dossier
from dragoman.relate.levels.estimating import DEFAULTS, Settings
from dragoman.relate.ties import find_ties

Change = Callable[[Evidence], tuple[list[Act], list[Verdict]]]


def as_is(found: Evidence) -> tuple[list[Act], list[Verdict]]:
    return list(found.acts), list(found.verdicts)


def weigh_verdicts(factor: float) -> Change:
    return lambda found: (list(found.acts), [replace(one, weight=one.weight * factor) for one in found.verdicts])


def stretch_verdicts(factor: float) -> Change:
    def change(found: Evidence) -> tuple[list[Act], list[Verdict]]:
        said = [replace(one, level=None if one.level is None else one.level * factor) for one in found.verdicts]
        return list(found.acts), said

    return change


def weigh_unsure(factor: float) -> Change:
    """Claims, disputes, plans and proposals: whatever stands at less than half the weight of a plain act."""
    def change(found: Evidence) -> tuple[list[Act], list[Verdict]]:
        acts = [replace(act, weight=act.weight * (factor if act.weight < 0.25 else 1.0)) for act in found.acts]
        return acts, list(found.verdicts)

    return change


CHANGES: tuple[tuple[str, Settings, Change, dict[str, object]], ...] = (
    ("as it stands", DEFAULTS, as_is, {}),
    ("act spread 2.5 (3.5)", replace(DEFAULTS, act_spread=2.5), as_is, {}),
    ("act spread 4.5", replace(DEFAULTS, act_spread=4.5), as_is, {}),
    ("worth of that guess 1 (4)", replace(DEFAULTS, act_spread_worth=1.0), as_is, {}),
    ("worth of that guess 16", replace(DEFAULTS, act_spread_worth=16.0), as_is, {}),
    ("slow levels only (drifts to 0.01)", replace(DEFAULTS, drifts=(0.001, 0.003, 0.01)), as_is, {}),
    ("quick levels only (from 0.03)", replace(DEFAULTS, drifts=(0.03, 0.1, 0.3)), as_is, {}),
    ("no trend (slope 0.001)", replace(DEFAULTS, slopes=(0.001,)), as_is, {}),
    ("memory of a trend 0.80 (0.95)", replace(DEFAULTS, memory=0.8), as_is, {}),
    ("start spread 2.5 (5)", replace(DEFAULTS, start_spread=2.5), as_is, {}),
    ("assessments weigh a third", DEFAULTS, weigh_verdicts(1 / 3), {}),
    ("assessments weigh three times", DEFAULTS, weigh_verdicts(3.0), {}),
    ("good and bad are 2 points (4)", DEFAULTS, stretch_verdicts(0.5), {}),
    ("unsure acts weigh half", DEFAULTS, weigh_unsure(0.5), {}),
    ("unsure acts weigh double", DEFAULTS, weigh_unsure(2.0), {}),
    ("least confidence 0.1 (0.3)", DEFAULTS, as_is, {"least": 0.1}),
    ("least confidence 0.55", DEFAULTS, as_is, {"least": 0.55}),
    ("Goldstein's scale", DEFAULTS, as_is, {"scale": "goldstein"}),
    ("everybody's acts, official or not", DEFAULTS, as_is, {"official": False}),
)


def spell(tie: Tie) -> str:
    return f"{tie.level:+.1f} ±{(tie.high - tie.low) / 2:.1f}"


def tell(opened: Dossier, day: str, pairs: list[Pair]) -> Iterator[str]:
    yield "| changed | " + " | ".join("-".join(pair) for pair in pairs) + " |"
    yield "|---" * (len(pairs) + 1) + "|"
    for name, settings, change, asked in CHANGES:
        found = gather_evidence(opened, replace(RelationAsk(), **asked))  # type: ignore[arg-type]
        ties = {(tie.a, tie.b): tie for tie in find_ties(*change(found), day, settings)}
        cells = (spell(ties[pair]) if pair in ties else "-" for pair in pairs)
        yield f"| {name} | " + " | ".join(cells) + " |"


if __name__ == "__main__":
    folder, date, *wanted = sys.argv[1:]
    asked_pairs = [tuple(sorted(pair.split("-", 1))) for pair in wanted]
    with Dossier(Path(folder)) as dossier:
        for line in tell(dossier, date, asked_pairs):  # type: ignore[arg-type]
            print(line)
