"""Weighs pairs of tellings: the log-odds that both are of one event. Tellings in, links out."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from dragoman.resolve.threads.barring import may_be_one
from dragoman.resolve.threads.features import SignaturePart, name_features, sign_pair
from dragoman.resolve.threads.keys import keys_of
from dragoman.resolve.threads.told import Telling
from dragoman.vocab.weights import load_thread_weights

MOST = 4.0
"""A weight is never more than this in either direction, so that one pair cannot decide for a whole thread."""
APART = -2.5
"""The weight of pairs that are not compared or not alike; only what is above it is kept. Not to be compared is no sure
sign: a misread side or date does it. At -2, -2.5 and -3 threads of coded texts are as good; more is kept the lower."""


@dataclass(frozen=True, slots=True)
class Link:
    """A judged pair of events, a < b; `weight` is the log-odds that they are one, above -2.5 and at most 4."""

    a: str
    b: str
    weight: float


def link_tellings(new: Sequence[Telling], known: Sequence[Telling] = ()) -> list[Link]:
    """Links among the new tellings and between new and known ones, sorted; pairs that are surely apart are left out."""
    return link_pairs(_pairs(new, known))


def link_pairs(pairs: Iterable[tuple[Telling, Telling]]) -> list[Link]:
    """Links of these pairs, sorted; pairs that are surely apart are left out."""
    found = (_link(a, b) for a, b in pairs)
    return sorted((link for link in found if link), key=lambda link: (link.a, link.b))


def weigh_pair(a: Telling, b: Telling) -> float:
    """Log-odds that two tellings are of one event, not bounded."""
    return load_thread_weights()["constant"] + sum(map(_weigh, sign_pair(a, b)))


@lru_cache(maxsize=1 << 16)
def _weigh(part: SignaturePart) -> float:
    weights = load_thread_weights()
    return sum(weights.get(name, 0.0) for name in name_features(part))


def _link(a: Telling, b: Telling) -> Link | None:
    if not may_be_one(a, b):
        return None
    weight = round(min(MOST, weigh_pair(a, b)), 3)
    first, second = sorted((a.event.id, b.event.id))
    return Link(first, second, weight) if weight > APART else None


def _pairs(new: Sequence[Telling], known: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """All pairs that share a key and hold at least one new telling, each once."""
    shelves: dict[str, list[Telling]] = defaultdict(list)
    for telling in new:
        for key in keys_of(telling):
            shelves[key].append(telling)
    seen: set[tuple[str, str]] = set()
    for tellings in shelves.values():
        yield from _unseen(combinations(tellings, 2), seen)
    for telling in known:
        for key in keys_of(telling):
            yield from _unseen(((other, telling) for other in shelves.get(key, ())), seen)


def _unseen(pairs: Iterable[tuple[Telling, Telling]], seen: set[tuple[str, str]]) -> Iterator[tuple[Telling, Telling]]:
    for a, b in pairs:
        pair = (a.event.id, b.event.id) if a.event.id < b.event.id else (b.event.id, a.event.id)
        if pair not in seen and pair[0] != pair[1]:
            seen.add(pair)
            yield a, b
