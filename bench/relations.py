"""How long levels over imported events take, and how much memory, as ratios to the bars of the design.

Usage: python bench/relations.py [EVENTS] [FOLDER]. FOLDER keeps the dossier for another run; else a scratch one is made
and removed. The events are made up: 200 states, ten years, official sides, every type and mode alike. Nothing is
asserted. CPU seconds say what the program costs, wall seconds what the machine was doing besides.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from dragoman.flow.importing import import_into
from dragoman.vocab.plover_map import load_score_rows
from dragoman.vocab.states import load_states

ROOT = Path(__file__).resolve().parent.parent
STATES, FIRST, DAYS = 200, date(2005, 1, 1), 3652
PAIRS = 5
"""Pairs asked for one after the other; the median counts."""
LEVELS = """
from dragoman.flow.relating import RelationAsk, lines_of
with Dossier(Path(sys.argv[1])) as opened:
    done = measure(lambda: lines_of(opened, RelationAsk()))
"""
TIES = """
from dragoman.flow.relating import RelationAsk, ties_of
with Dossier(Path(sys.argv[1])) as opened:
    done = measure(lambda: ties_of(opened, "2014-12-31", RelationAsk()))
"""
ONE = """
from dragoman.flow.relating import RelationAsk, relation_of
with Dossier(Path(sys.argv[1])) as opened:
    tries = [measure(lambda: relation_of(opened, tuple(pair.split("-")), RelationAsk())) for pair in sys.argv[2:]]
    done = {name: sorted(each[name] for each in tries)[len(tries) // 2] for name in tries[0]}
    done["first"] = tries[0]["cpu"]
"""
CAMPS = """
sys.path.insert(0, str(Path(sys.argv[1])))
from camps import draw_ties
from dragoman.relate.system import find_camps
tries = [measure(lambda: find_camps(draw_ties(60, 10, 0.2, seed), seconds=10.0)) for seed in range(5)]
done = {name: max(each[name] for each in tries) for name in tries[0]}
"""
FRAME = """
import json, sys, time
from pathlib import Path
from dragoman.record.dossier import Dossier
def measure(work):
    begin, clock = time.process_time(), time.perf_counter()
    work()
    return {"cpu": time.process_time() - begin, "wall": time.perf_counter() - clock}
%s
try:
    import resource
    done["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
except ImportError:
    done["peak_mb"] = 0.0
print(json.dumps(done))
"""


def run(code: str, *args: str) -> dict[str, float]:
    """Run a piece of Python in a process of its own; it leaves its figures in `done`."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", FRAME % code, *args]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return dict(json.loads(done.stdout.strip().splitlines()[-1]))


def make_events(target: Path, events: int) -> None:
    """A plain table of events: some pairs deal with each other a hundred times as often as others."""
    dice = random.Random(1)
    states = pick_states()
    pairs = list(combinations(states, 2))
    busy = dice.choices(pairs, weights=[100.0 ** dice.random() for _ in pairs], k=events)
    kinds = sorted(load_score_rows())
    with target.open("w", encoding="utf-8") as file:
        file.write("date,actor,recipient,type,mode,actor_sector,recipient_sector,id\n")
        for number, pair in enumerate(busy):
            actor, other = pair if dice.random() < 0.5 else pair[::-1]
            day = FIRST + timedelta(days=dice.randrange(DAYS))
            type, mode = dice.choice(kinds)
            file.write(f"{day},{actor},{other},{type},{mode},GOV,GOV,{number}\n")


def main() -> None:
    """Measure and print."""
    events = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(scratch) / "dossier"
        if not folder.exists():
            make_events(Path(scratch) / "events.csv", events)
            import_into(folder, [str(Path(scratch) / "events.csv")])
        everything = run(LEVELS, str(folder))
        network = run(TIES, str(folder))
        one = run(ONE, str(folder), *(f"{a}-{b}" for a, b in pick_pairs()))
    camps = run(CAMPS, str(ROOT / "bench"))
    tell("all monthly levels", everything, 60)
    tell("the ties of one day", network, 60)
    tell("one pair", one, 0.2)
    tell("camps of 60 states, slowest of 5", camps, 10)
    print(f"peak memory of all levels / 2000 MB: {everything['peak_mb'] / 2000:.2f}")
    print(f"first pair of a fresh process / 0.2 s CPU: {one['first'] / 0.2:.2f}")


def pick_states() -> list[str]:
    """The first states of today by the alphabet of their codes."""
    return sorted(state.code for state in load_states().states if state.period.last is None)[:STATES]


def pick_pairs() -> list[tuple[str, str]]:
    """Some pairs, spread over the alphabet."""
    states = pick_states()
    return list(zip(states[:PAIRS], states[100 : 100 + PAIRS], strict=True))


def tell(what: str, done: dict[str, float], bar: float) -> None:
    """One line: the ratio to the bar, by CPU and by the clock."""
    print(f"{what} / {bar} s: {done['cpu'] / bar:.2f} CPU ({done['cpu']:.2f} s), {done['wall'] / bar:.2f} by the clock "
          f"({done['wall']:.2f} s), peak {done['peak_mb']:.0f} MB")  # fmt: skip


if __name__ == "__main__":
    main()
