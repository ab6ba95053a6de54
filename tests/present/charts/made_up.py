"""Made-up relations, networks and threads for the tests of pictures."""

import math
from dataclasses import replace
from datetime import date

from dragoman.model.network import Camps, System, Tie, Triangle
from dragoman.model.relation import Change, Coverage, Relation, RelationPoint
from dragoman.model.resolution import STANDINGS, Thread
from dragoman.text.edtf import last_day

SOURCE = "Source: 3 documents of 2 independent sources, published 5 October 2012. Dragoman 0.1.0."


def points(number, *, phase=0.0, covered=True):
    made = []
    for i in range(number):
        year, month = 2009 + i // 12, i % 12 + 1
        level = 4 * math.sin(i / 9 + phase)
        coverage = Coverage(10 + i % 7, 3 + i % 2, 2, 1) if covered else Coverage()
        made.append(RelationPoint(
            date(year, month, 1).isoformat(), last_day(year, month).isoformat(), level, level - 1, level + 1,
            0.1, -0.2, 0.4, 6, (3, 1, i % 3, i % 2), coverage,
        ))  # fmt: skip
    return tuple(made)


def relation(number=30, **parts):
    made = points(number)
    changes = tuple(Change(made[i].start, made[i].end, 2.0 + i, 1.0, 4.0, ("t-1",)) for i in (3, 4, 20) if i < number)
    whole = Relation(("PAK", "RUS"), "month", "plover", made, points(number, phase=0.3), points(number, phase=-0.3),
                     changes, 120, 30)  # fmt: skip
    return replace(whole, **parts)


def system(**parts):
    ties = (Tie("AFG", "PAK", -4.0, -6.0, -2.0, -1, 9), Tie("IND", "USA", 5.0, 3.0, 7.0, 1, 20),
            Tie("PAK", "USA", 3.0, 1.0, 5.0, 1, 12, supposed=True), Tie("IND", "PAK", -6.0, -8.0, -4.0, -1, 30),
            Tie("CHN", "PAK", 6.0, 4.0, 8.0, 1, 8), Tie("AFG", "CHN", 0.5, -2.0, 3.0, 0, 2))  # fmt: skip
    camps = (Camps(("AFG", "IND", "USA"), ("CHN", "PAK"), 1, 1, (("PAK", "USA"),)),)
    triangle = Triangle(("IND", "PAK", "USA"), (-1, 1, 1), False)
    return replace(System("2012-10-05", ties, camps, (triangle,), ()), **parts)


def threads(number, *, spread=3):
    """So many threads of Pakistan and Russia over some years: all standings, all kinds, some without a date."""
    types = ("CONSULT", "AID", "COOPERATE", "ACCUSE", "ASSAULT", "AGREE", "SANCTION")
    dates = ("{y}-{m:02}-{d:02}", "{y}-{m:02}", "{y}-{m:02}-{d:02}~/{y}-{m:02}-28", "../{y}-{m:02}", "{y}-{m:02}/..", "")
    return [
        Thread(
            f"t-{i:016x}", types[i % 7], ("PAK",), ("RUS",) if i % 3 else (), (f"e-{i}",),
            date=dates[i % 6].format(y=2010 + i % spread, m=i % 12 + 1, d=i % 27 + 1), place="Somewhere" * (i % 2),
            people=(f"Envoy {i}",) * (i % 2), standing=STANDINGS[i % len(STANDINGS)], sources=1 + i % 4,
            weight=1.1 + i % 4,
        )
        for i in range(number)
    ]  # fmt: skip
