"""Compare the present program with the floors, or raise them to what is reached.

Usage: python scripts/pin_floors.py [--update] [--allow-regression] [--gold DIR] [SET ...]

Without SET all sets are run that stand below the gold folder (default: ../shared/gold beside this repository). Without
`--update` the exit status is 1 if a score lies below its floor. `--update` raises floors and refuses to lower one
unless `--allow-regression` is given. Raise floors in the commit that earned them.
"""

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

from dragoman.evaluate.floors import FILE, Floors, find_falls, load_floors, raise_floors, save_floors
from dragoman.evaluate.htmldate import score_htmldate
from dragoman.evaluate.meantime import score_meantime
from dragoman.evaluate.plv import score_plv
from dragoman.evaluate.public_sets import report_maintext, report_polnear, report_timebank
from dragoman.evaluate.record import score_record
from dragoman.evaluate.reports import Report
from dragoman.evaluate.running import Coder, load_coder
from dragoman.evaluate.status import score_status
from dragoman.model.errors import EvaluateError

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"
LEAST = 20
"""Gold items that a figure must rest on to be pinned: below it one item moves it by five points and more."""
STATUS_SET = FILE.parent / "status.jsonl"

SETS: dict[str, Callable[[Path, Coder], Report]] = {
    "record seeds": lambda gold, coder: score_record(gold / "seeds", gold.parent / "seeds", coder=coder),
    "record dev": lambda gold, coder: score_record(gold / "dev", coder=coder),
    "status open": lambda gold, coder: score_status(STATUS_SET, coder=coder),
    "plv train": lambda gold, coder: score_plv(gold / "events" / "plv" / "PLV_train.tsv", coder=coder),
    "polnear dev": lambda gold, coder: report_polnear(gold / "attribution" / "polnear" / "data" / "dev", coder=coder),
    "timebank": lambda gold, coder: report_timebank(gold / "time" / "timebank"),
    "maintext": lambda gold, coder: report_maintext(gold / "maintext" / "article_extraction_benchmark"),
    "htmldate": lambda gold, coder: score_htmldate(gold / "dating" / "htmldate"),
    "meantime": lambda gold, coder: score_meantime(gold / "factuality" / "meantime", coder=coder),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"of: {', '.join(SETS)}")
    parser.add_argument("--gold", type=Path, default=GOLD, help="folder of the gold sets")
    parser.add_argument("--update", action="store_true", help="raise the floors to what is reached")
    parser.add_argument("--allow-regression", action="store_true", help="let --update lower them as well")
    wanted = parser.parse_args()
    unknown = [name for name in wanted.sets if name not in SETS]
    if unknown:
        parser.error(f"unknown: {', '.join(unknown)}; there are: {', '.join(SETS)}")
    floors, coder, failed = load_floors(), load_coder(), False
    for name in wanted.sets or SETS:
        begun = time.perf_counter()
        scores = SETS[name](wanted.gold, coder).pinned_scores(least=LEAST)
        print(f"{name}: {len(scores)} figures in {time.perf_counter() - begun:.0f} s")
        try:
            floors = settle(floors, name, scores, wanted)
        except EvaluateError as error:
            print(f"  {error}", file=sys.stderr)
            failed = True
    return int(failed)


def settle(floors: Floors, name: str, scores: dict[str, float], wanted: argparse.Namespace) -> Floors:
    """Raise and save the floors of a set, or complain about what fell."""
    if wanted.update:
        raised = raise_floors(floors, name, scores, allow_regression=wanted.allow_regression)
        save_floors(raised)
        return raised
    falls = find_falls(floors, name, scores)
    if falls:
        raise EvaluateError("; ".join(map(str, falls)))
    return floors


if __name__ == "__main__":
    sys.exit(main())
