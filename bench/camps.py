"""How long the camps of random signed networks take, and whether they are proved: the table of docs/system.md.

Usage: python bench/camps.py [SECONDS] [NETWORKS]. SECONDS by the clock is the time for the proof. Each network has two
camps planted: each pair has a tie with the same probability, and each tie goes against the camps with a probability
of `noise` (0.5: no camps are left).
"""

import random
import sys
import time
from itertools import combinations

from dragoman.model.network import Tie
from dragoman.relate.system import find_camps

CASES = (
    *((60, degree, noise) for degree in (6, 8, 10, 12) for noise in (0.1, 0.15, 0.2)),
    *((60, degree, noise) for degree in (6, 8, 10, 12) for noise in (0.3, 0.5)),
    *((60, degree, noise) for degree in (30, 59) for noise in (0.1, 0.2, 0.3, 0.5)),
    *((200, degree, noise) for degree in (10, 60) for noise in (0.1, 0.2)),
)


def draw_ties(size: int, degree: float, noise: float, seed: int) -> list[Tie]:
    """A random network with two camps planted."""
    dice = random.Random(seed)
    camp = {f"S{number:03}": dice.choice((-1, 1)) for number in range(size)}
    ties = []
    for a, b in combinations(camp, 2):
        if dice.random() < degree / (size - 1):
            sign = camp[a] * camp[b] * (-1 if dice.random() < noise else 1)
            ties.append(Tie(a, b, 5.0 * sign, 4.0, 6.0, sign))
    return ties


def main() -> None:
    """Prints one row for each kind of network."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    networks = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    print("| sides | ties each | noise | ties against | gap, mean | proved | CPU seconds, median | longest |")
    print("|---|---|---|---|---|---|---|---|")
    for size, degree, noise in CASES:
        spent, frustration, gaps = [], [], []
        for seed in range(networks):
            ties = draw_ties(size, degree, noise, seed)
            begin = time.process_time()
            camps = find_camps(ties, seconds=seconds)
            spent.append(time.process_time() - begin)
            frustration.append(sum(each.frustration for each in camps))
            gaps.append(frustration[-1] - sum(each.bound for each in camps))
        spent.sort()
        row = [size, degree, noise, round(sum(frustration) / networks), round(sum(gaps) / networks, 1)]
        row += [f"{gaps.count(0)} of {networks}", f"{spent[networks // 2]:.2f}", f"{spent[-1]:.2f}"]
        print("| " + " | ".join(map(str, row)) + " |", flush=True)


if __name__ == "__main__":
    main()
