"""How the time of reading grows with texts that are made to be slow: a ratio of times for four times the length.

Usage: python bench/growth.py. Prints ratios only: about 4 is linear, 16 is quadratic, more is a danger. No language
model is needed. The tests read such texts to their end; what that costs is watched here, on a quiet machine.
"""

import time
from collections.abc import Callable

from dragoman.extract.times import find_times
from dragoman.ingest.labelling import label_parts
from dragoman.present.differences import compare_texts

SMALL, TIMES = 20_000, 4
"""Characters of the shorter text, and how much longer the longer one is."""
TRIES = 3
PIECES = {
    "times": ("in the last ", "Oct. 4 , 2012 to ", "1/", "4-", "the first week of ", "9:59:", "'s", "a"),
    "parts": ("a", "[", "(", "1 ", "- ", "\n", "[a](", '"', "A.", "by: a from: b\n", ". ", "Oct ", "© ", "1/1/", "x\n"),
    "differences": ("x ", "x y ", "a b c "),
}
DAY = "2012-10-05"
READERS: dict[str, Callable[[str], object]] = {
    "times": lambda text: find_times(text, 0, len(text), DAY),
    "parts": label_parts,
    "differences": lambda text: compare_texts(text, text[1:]),
}


def measure(reader: Callable[[str], object], text: str) -> float:
    """Seconds of processor time, the least of some tries."""
    spent = []
    for _ in range(TRIES):
        begin = time.process_time()
        reader(text)
        spent.append(time.process_time() - begin)
    return min(spent)


def main() -> None:
    """Measure and print."""
    print(f"{'reader':<13}{'text':<22}longer/shorter, at {TIMES} times the length")
    for name, pieces in PIECES.items():
        for piece in pieces:
            short, long = (measure(READERS[name], piece * (size // len(piece))) for size in (SMALL, TIMES * SMALL))
            print(f"{name:<13}{piece!r:<22}{long / max(short, 1e-6):6.1f}", flush=True)


if __name__ == "__main__":
    main()
