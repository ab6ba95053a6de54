"""How long the commands of the command line take on a dossier: seconds of processor time, each in a process of its own.

Usage: python bench/commands.py DOSSIER A B. A and B are the codes of a pair of which much is told. A command remembers
nothing of the one before, so that every run is as the first one after a write.
"""

import os
import subprocess
import sys
import time

BAR = 2.0
"""Seconds; a ratio of at most 1 is within it."""
LIMIT = 600
PAIR = "{a} {b}"
COMMANDS = (
    "documents", "events --limit 50", "threads --limit 50", "statements --limit 50", "predictions --limit 50",
    "assessments --limit 50", "contradictions", "families", "search president", f"threads --pair {PAIR} --limit 50",
    "actors", "actors show {a}", "sources", "commitments", f"commitments --pair {PAIR}", "relations",
    f"relation {PAIR}", "system", f"outlook {PAIR}", f"brief {PAIR}", f"brief {PAIR} --html",
)  # fmt: skip


def measure(words: list[str]) -> tuple[float, float]:
    """Seconds of processor time, and seconds by the clock, of one command."""
    before, begin = os.times(), time.perf_counter()
    subprocess.run([sys.executable, "-m", "dragoman", *words], capture_output=True, check=False, timeout=LIMIT)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return used, time.perf_counter() - begin


def main() -> None:
    """Measure and print."""
    folder, a, b = sys.argv[1:4]
    print(f"{'command':<40}processor/{BAR:.0f}s  processor, ms  clock, ms")
    for command in COMMANDS:
        used, taken = measure([*command.format(a=a, b=b).split(), "--dossier", folder])
        print(f"{command.format(a=a, b=b):<40}{used / BAR:12.2f}{1000 * used:15.0f}{1000 * taken:11.0f}", flush=True)


if __name__ == "__main__":
    main()
