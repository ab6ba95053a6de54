"""How soon the desk's pages are first painted in headless Chromium over localhost, as ratios to the bar of one second.

Usage: PYTHONPATH=e2e python bench/paint.py DOSSIER. It needs the browser of the end-to-end tests (`make e2e`).
Each page is opened by addresses that vary, with nothing kept by the browser; the figures are of the browser itself:
milliseconds from asking for the page to its first contentful paint, so that what the desk takes to answer is in them.
"""

import statistics
import sys
from pathlib import Path

from browser import Tab, start_browser
from desk import Kind, choose_paths, serving

BAR = 1000.0
"""Milliseconds; a ratio of at most 1 is within it."""
OPENED = 8
"""Times that each kind of page is opened."""
MEASURED = ("home", "pair", "heaviest pair", "thread", "reader", "search")


def measure(tab: Tab, kind: Kind) -> list[float]:
    """Milliseconds to the first contentful paint of each opening; the first one, to warm up, is left out."""
    found = []
    for path in (kind.paths * (OPENED + 1))[: OPENED + 1]:
        tab.forget()
        tab.open(path)
        found.append(tab.paints()["first-contentful-paint"])
    return found[1:]


def main() -> None:
    """Measure and print."""
    folder = Path(sys.argv[1])
    kinds = [kind for kind in choose_paths(folder, OPENED) if kind.name in MEASURED]
    print("page           median/bar  worst/bar  median, ms  worst, ms", flush=True)
    with serving(folder) as desk, start_browser() as driver:
        tab = Tab(driver, f"http://127.0.0.1:{desk.connection.port}")
        tab.size(1200, 900)
        for kind in kinds:
            each = measure(tab, kind)
            middle, worst = statistics.median(each), max(each)
            print(f"{kind.name:<15}{middle / BAR:10.2f}{worst / BAR:11.2f}{middle:12.0f}{worst:11.0f}", flush=True)


if __name__ == "__main__":
    main()
